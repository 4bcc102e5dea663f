import type { Db } from '#db/client.ts'

type Subject = 'rom_id' | 'theme_id' | 'organisation_id' | 'undertaking_id' | 'instrument_id'

/** What is stated about a subject, in order, each with its source. */
export function factsOf(db: Db, subject: Subject, id: string) {
  return db
    .selectFrom('fact')
    .innerJoin('source', 'source.id', 'fact.source_id')
    .where(`fact.${subject}`, '=', id)
    .select(['fact.id', 'fact.field', 'fact.text_nl', 'fact.text_en', 'fact.source_id'])
    .orderBy('fact.position')
    .execute()
}

/** The sources with these ids, by title. */
export async function sourcesById(db: Db, ids: Iterable<string | null>) {
  const wanted = [...new Set(ids)].filter((id) => id !== null)
  if (wanted.length === 0) return []
  return db.selectFrom('source').selectAll().where('id', 'in', wanted).orderBy('title').execute()
}

/** Every source, by publisher and title. */
export function listSources(db: Db) {
  return db.selectFrom('source').selectAll().orderBy('publisher').orderBy('title').execute()
}
