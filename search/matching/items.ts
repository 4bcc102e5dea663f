import type { Db } from '#db/client.ts'
import type { Passage } from './bag.ts'
import type { Side } from './weights.ts'

/** The rows that pieces of text come from, by the name the outbox gives them. */
export const matchedRows = ['organisation', 'evidence'] as const
export type MatchedRow = (typeof matchedRows)[number]

/** A piece of text by which organisations are matched, as everybody may see it. */
export interface ItemSource {
  type: 'organisation' | 'listing' | 'evidence'
  rowId: string
  /** null for a project, which speaks for all who took part. */
  organisationId: string | null
  side: Side
  passages: Passage[]
  roms: string[]
  kinds: string[]
  /** YYYY-MM-DD, of an offer or need. */
  expiresOn: string | null
}

export const itemKey = ({ type, rowId }: Pick<ItemSource, 'type' | 'rowId'>) => `${type}:${rowId}`

/** The pieces of text of some rows that are there now; what has no text is left out. */
export async function itemSources(db: Db, type: MatchedRow, ids: string[]): Promise<ItemSource[]> {
  return type === 'organisation' ? [...(await profiles(db, ids)), ...(await listings(db, ids))] : projects(db, ids)
}

/** What organisations say of themselves. */
async function profiles(db: Db, ids: string[]): Promise<ItemSource[]> {
  const rows = await db.selectFrom('public_organisation').selectAll().where('id', 'in', ids).execute()
  return rows
    .filter(({ summary_nl, summary_en }) => summary_nl || summary_en)
    .map((row) => ({
      type: 'organisation',
      rowId: row.id,
      organisationId: row.id,
      side: 'field',
      passages: [
        { text: row.summary_nl, language: 'nl' },
        { text: row.summary_en, language: 'en' },
      ],
      roms: known([row.seat_rom_id]),
      kinds: [row.kind],
      expiresOn: null,
    }))
}

async function listings(db: Db, organisationIds: string[]): Promise<ItemSource[]> {
  const rows = await db
    .selectFrom('public_listing as l')
    .innerJoin('public_organisation as o', 'o.id', 'l.organisation_id')
    .where('l.organisation_id', 'in', organisationIds)
    .select([
      'l.id',
      'l.organisation_id',
      'l.side',
      'l.text_nl',
      'l.text_en',
      'l.expires_on',
      'o.seat_rom_id',
      'o.kind',
    ])
    .execute()
  return rows.map((row) => ({
    type: 'listing',
    rowId: row.id,
    organisationId: row.organisation_id,
    side: row.side,
    passages: [
      { text: row.text_nl, language: 'nl' },
      { text: row.text_en, language: 'en' },
    ],
    roms: known([row.seat_rom_id]),
    kinds: [row.kind],
    expiresOn: row.expires_on,
  }))
}

/** Earlier projects; those in which a ROM takes part too. */
async function projects(db: Db, ids: string[]): Promise<ItemSource[]> {
  const [rows, participants] = await Promise.all([
    db
      .selectFrom('evidence as e')
      .leftJoin('public_undertaking as u', 'u.id', 'e.undertaking_id')
      .select(['e.id', 'e.title', 'e.summary'])
      .where('e.id', 'in', ids)
      // Of an initiative that is not published, the project is not either.
      .where((eb) => eb.or([eb('e.undertaking_id', 'is', null), eb('u.id', 'is not', null)]))
      .execute(),
    db
      .selectFrom('evidence_organisation as eo')
      .innerJoin('public_organisation as o', 'o.id', 'eo.organisation_id')
      .where('eo.evidence_id', 'in', ids)
      .select(['eo.evidence_id', 'o.seat_rom_id', 'o.kind'])
      .execute(),
  ])
  const by = Map.groupBy(participants, ({ evidence_id }) => evidence_id)
  return rows.map((row) => {
    const own = by.get(row.id) ?? []
    return {
      type: 'evidence',
      rowId: row.id,
      organisationId: null,
      side: 'field',
      passages: [{ title: row.title, text: row.summary, language: 'en' }],
      roms: known(own.map(({ seat_rom_id }) => seat_rom_id)),
      kinds: [...new Set(own.map(({ kind }) => kind))],
      expiresOn: null,
    }
  })
}

function known(values: (string | null)[]): string[] {
  return [...new Set(values.filter((value) => value !== null))]
}
