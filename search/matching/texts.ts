import { sql } from 'kysely'
import type { Db } from '#db/client.ts'
import type { Agreement, OrganisationKind } from '#db/tables/organisations.ts'
import { type Passage, passagesIn } from './bag.ts'
import { itemKey } from './items.ts'

/** What an offer or need says beside its text. */
export interface ListingTerms {
  kinds: OrganisationKind[]
  /** From which technology readiness level to which, 1 to 9. */
  trl: [number, number] | null
  agreement: Agreement | null
}

/** A piece of text with what a person may want to check of it. */
export interface ItemText {
  key: string
  type: 'organisation' | 'listing' | 'evidence'
  passages: Passage[]
  /** Of a project: its page and short name. */
  project: { slug: string; undertaking: string | null; name: string } | null
  /** Of an offer or need. */
  terms: ListingTerms | null
}

/** Reads pieces of text again as everybody may see them now. */
export async function textsByKey(db: Db, keys: string[]): Promise<Map<string, ItemText>> {
  const ids = (type: ItemText['type']) =>
    [...new Set(keys)].flatMap((key) => (key.startsWith(`${type}:`) ? key.slice(type.length + 1) : []))
  const texts = (
    await Promise.all([
      profiles(db, ids('organisation')),
      listings(db, ids('listing')),
      projects(db, ids('evidence')),
    ])
  ).flat()
  return new Map(texts.map((text) => [text.key, text]))
}

async function profiles(db: Db, ids: string[]): Promise<ItemText[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('public_organisation')
    .select(['id', 'summary_nl', 'summary_en'])
    .where('id', 'in', ids)
    .execute()
  return rows.map(({ id, summary_nl, summary_en }) => ({
    key: itemKey({ type: 'organisation', rowId: id }),
    type: 'organisation',
    passages: passagesIn(summary_nl, summary_en),
    project: null,
    terms: null,
  }))
}

async function listings(db: Db, ids: string[]): Promise<ItemText[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('public_listing')
    .select(['id', 'text_nl', 'text_en', 'partner_kinds', 'trl_min', 'trl_max', 'agreement'])
    .where('id', 'in', ids)
    .execute()
  return rows.map(({ id, text_nl, text_en, partner_kinds, trl_min, trl_max, agreement }) => ({
    key: itemKey({ type: 'listing', rowId: id }),
    type: 'listing',
    passages: passagesIn(text_nl, text_en),
    project: null,
    terms: termsOf({ partner_kinds, trl_min, trl_max, agreement }),
  }))
}

interface TermColumns {
  partner_kinds: string
  trl_min: number | null
  trl_max: number | null
  agreement: Agreement | null
}

function termsOf({ partner_kinds, trl_min, trl_max, agreement }: TermColumns): ListingTerms {
  const trl: ListingTerms['trl'] = trl_min === null && trl_max === null ? null : [trl_min ?? 1, trl_max ?? 9]
  return { kinds: partner_kinds === '[]' ? [] : JSON.parse(partner_kinds), trl, agreement }
}

/** What offers and needs say beside their texts, by their keys. */
export async function termsByKey(db: Db, keys: string[]): Promise<Map<string, ListingTerms>> {
  const { rows } = await sql<TermColumns & { key: string }>`
    SELECT k.value AS key, l.partner_kinds, l.trl_min, l.trl_max, l.agreement FROM json_each(${JSON.stringify(keys)}) k
    CROSS JOIN public_listing l ON l.id = substr(k.value, 9) WHERE k.value LIKE 'listing:%'`.execute(db)
  return new Map(rows.map((row) => [row.key, termsOf(row)]))
}

async function projects(db: Db, ids: string[]): Promise<ItemText[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('evidence as e')
    .leftJoin('public_undertaking as u', 'u.id', 'e.undertaking_id')
    .select(['e.id', 'e.slug', 'e.acronym', 'e.title', 'e.summary', 'u.slug as undertaking'])
    .where('e.id', 'in', ids)
    // As on their own pages: a project of an initiative that is not public is not public either.
    .where((eb) => eb.or([eb('e.undertaking_id', 'is', null), eb('u.id', 'is not', null)]))
    .execute()
  return rows.map(({ id, slug, acronym, title, summary, undertaking }) => ({
    key: itemKey({ type: 'evidence', rowId: id }),
    type: 'evidence',
    passages: [{ title, text: summary, language: 'en' }],
    project: { slug, undertaking, name: acronym ?? title },
    terms: null,
  }))
}
