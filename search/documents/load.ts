import type { Db } from '#db/client.ts'
import { breather } from '../breather.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import { callSources, instrumentSources, romSources, themeSources, undertakingSources } from './catalogue.ts'
import { type DocumentSource, documentId, documentOf, type SearchDocument } from './document.ts'
import { evidenceSources, organisationSources } from './organisations.ts'

/** The tables that documents are made of, by the name the outbox gives them, in the order in which a rebuild fills the index. */
export const rowTypes = ['theme', 'rom', 'undertaking', 'call', 'instrument', 'organisation', 'evidence'] as const
export type RowType = (typeof rowTypes)[number]

type Load = (db: Db, ids: string[], today: string) => Promise<DocumentSource[]>
const sources: Record<RowType, Load> = {
  theme: themeSources,
  rom: romSources,
  undertaking: undertakingSources,
  call: callSources,
  instrument: instrumentSources,
  organisation: organisationSources,
  evidence: evidenceSources,
}

const publicRows = {
  theme: 'theme',
  rom: 'rom',
  undertaking: 'public_undertaking',
  call: 'public_call',
  instrument: 'public_instrument',
  organisation: 'public_organisation',
  evidence: 'public_evidence',
} as const

/**
 * Reads rows again as they are now.
 * @returns the documents of those that everybody may see, and the keys in the index of those that are gone
 */
export async function documentsFor(
  db: Db,
  lexicon: Lexicon,
  type: RowType,
  ids: string[],
  today: string,
): Promise<{ put: SearchDocument[]; remove: string[] }> {
  const put: SearchDocument[] = []
  const breathe = breather()
  for (const source of await sources[type](db, ids, today)) {
    put.push(documentOf(lexicon, source))
    await breathe()
  }
  const there = new Set(put.map(({ id }) => id))
  const remove = ids.flatMap((id) => documentIds(type, id)).filter((id) => !there.has(id))
  return { put, remove }
}

/** The keys a row may have in the index. */
function documentIds(type: RowType, id: string): string[] {
  if (type === 'undertaking') return [documentId('programme', id), documentId('initiative', id)]
  return [documentId(type === 'evidence' ? 'project' : type, id)]
}

/** The ids of all rows of a type that everybody may see. */
export async function publicIds(db: Db, type: RowType): Promise<string[]> {
  const rows = await db.selectFrom(publicRows[type]).select('id').orderBy('id').execute()
  return rows.map(({ id }) => id)
}

/** How many documents the index should hold. */
export async function countPublic(db: Db): Promise<number> {
  const counts = await Promise.all(
    rowTypes.map((type) =>
      db
        .selectFrom(publicRows[type])
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow(),
    ),
  )
  return counts.reduce((sum, { n }) => sum + n, 0)
}
