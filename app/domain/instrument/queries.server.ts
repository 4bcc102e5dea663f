import { sql } from 'kysely'
import type { Db } from '#db/client.ts'
import { factsOf, sourcesById } from '../source/queries.server.ts'

/** Every instrument by name. */
export function listInstruments(db: Db) {
  return db.selectFrom('public_instrument').selectAll().orderBy(sql`name_nl COLLATE NOCASE`).execute()
}

/** One instrument by its address with its facts and sources, or undefined. */
export async function findInstrument(db: Db, slug: string) {
  const instrument = await db.selectFrom('public_instrument').selectAll().where('slug', '=', slug).executeTakeFirst()
  if (!instrument) return undefined
  const facts = await factsOf(db, 'instrument_id', instrument.id)
  const sources = await sourcesById(db, [instrument.source_id, ...facts.map(({ source_id }) => source_id)])
  return { ...instrument, facts: facts.filter((fact) => fact.text_nl !== null), sources }
}
