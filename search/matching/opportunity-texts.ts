import { sql } from 'kysely'
import type { Db } from '#db/client.ts'
import { languageOf } from '../language/language-of.ts'
import type { Passage } from './bag.ts'
import type { Side } from './weights.ts'

/** A programme or initiative, a call, or an instrument, by its type and id. */
export type OpportunityKey = `${'undertaking' | 'call' | 'instrument'}:${string}`

/** What is said in a piece of text of an opportunity. */
export type OpportunityPart = 'about' | 'offered' | 'eligible' | 'role' | 'project'

/** A piece of text by which an opportunity is matched, as everybody may see it now. */
export interface OpportunityText {
  key: string
  opportunity: OpportunityKey
  part: OpportunityPart
  side: Side
  passages: Passage[]
}

interface Row {
  opportunity: OpportunityKey
  id: string
  title_nl: string | null
  title_en: string | null
  text_nl: string | null
  text_en: string | null
}

/**
 * Every piece of text of every opportunity. They are few enough to be read each time, so that nothing can be matched that changed or
 * was taken away since.
 * @param today the day it is: a role that is no longer open says nothing
 */
export async function opportunityTexts(db: Db, today: string): Promise<OpportunityText[]> {
  const parts: [OpportunityPart, Side, Promise<Row[]>][] = [
    ['about', 'field', undertakings(db)],
    ['about', 'field', calls(db)],
    ['about', 'offer', instruments(db)],
    // What a call gives and whom it is for are an offer and a need, as those of an organisation.
    ['offered', 'offer', callParts(db, 'offered')],
    ['eligible', 'need', callParts(db, 'eligible')],
    ['role', 'need', openRoles(db, today)],
    ['project', 'field', projects(db)],
  ]
  const read = await Promise.all(
    parts.map(async ([part, side, rows]) =>
      (await rows).map((row) => ({
        key: `${part}:${row.id}`,
        opportunity: row.opportunity,
        part,
        side,
        passages: passagesOf(row),
      })),
    ),
  )
  return read.flat().filter(({ passages }) => passages.length > 0)
}

function passagesOf({ title_nl, title_en, text_nl, text_en }: Row): Passage[] {
  const nl: Passage = { title: title_nl, text: text_nl, language: 'nl' }
  const en: Passage = { title: title_en, text: text_en, language: 'en' }
  const said = [nl, en].filter(({ title, text }) => title || text)
  // The name of an imported project is not translated: it is in one language under both names.
  const own = title_nl !== null && title_nl === title_en ? languageOf(title_nl) : null
  return said.map((passage) => (own && passage.language !== own ? { ...passage, title: null } : passage))
}

async function undertakings(db: Db): Promise<Row[]> {
  const { rows } = await sql<Row>`SELECT 'undertaking:' || id AS opportunity, 'undertaking:' || id AS id,
    name_nl AS title_nl, name_en AS title_en, summary_nl AS text_nl, summary_en AS text_en
    FROM public_undertaking ORDER BY id`.execute(db)
  return rows
}

async function calls(db: Db): Promise<Row[]> {
  const { rows } = await sql<Row>`SELECT 'call:' || id AS opportunity, 'call:' || id AS id,
    title_nl, title_en, summary_nl AS text_nl, summary_en AS text_en FROM public_call ORDER BY id`.execute(db)
  return rows
}

async function callParts(db: Db, part: 'offered' | 'eligible'): Promise<Row[]> {
  const { rows } = await sql<Row>`SELECT 'call:' || id AS opportunity, 'call:' || id AS id,
    NULL AS title_nl, NULL AS title_en, ${sql.ref(`${part}_nl`)} AS text_nl, ${sql.ref(`${part}_en`)} AS text_en
    FROM public_call ORDER BY id`.execute(db)
  return rows
}

async function instruments(db: Db): Promise<Row[]> {
  const { rows } = await sql<Row>`SELECT 'instrument:' || id AS opportunity, 'instrument:' || id AS id,
    name_nl AS title_nl, name_en AS title_en,
    summary_nl || ' ' || audience_nl AS text_nl, summary_en || ' ' || audience_en AS text_en
    FROM public_instrument ORDER BY id`.execute(db)
  return rows
}

async function openRoles(db: Db, today: string): Promise<Row[]> {
  const { rows } = await sql<Row>`SELECT 'undertaking:' || u.id AS opportunity, r.id AS id,
    r.title_nl, r.title_en, r.description_nl AS text_nl, r.description_en AS text_en
    FROM open_role r JOIN public_undertaking u ON u.id = r.undertaking_id
    WHERE r.filled_at IS NULL AND (r.closes_on IS NULL OR r.closes_on >= ${today}) ORDER BY r.id`.execute(db)
  return rows
}

/** Of an initiative that was imported, its project says what it is about. */
async function projects(db: Db): Promise<Row[]> {
  const { rows } = await sql<Row>`SELECT 'undertaking:' || u.id AS opportunity, e.id AS id,
    NULL AS title_nl, e.title AS title_en, NULL AS text_nl, e.summary AS text_en
    FROM evidence e JOIN public_undertaking u ON u.id = e.undertaking_id ORDER BY e.id`.execute(db)
  return rows
}
