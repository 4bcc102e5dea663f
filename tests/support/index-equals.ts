import type { Kysely } from 'kysely'
import type { Meilisearch } from 'meilisearch'
import { expect } from 'vitest'
import type { Database } from '#db/schema.ts'
import type { SearchDocument } from '#search/documents/document.ts'
import { documentsFor, publicIds, rowTypes } from '#search/documents/load.ts'
import { lexicon } from './search.ts'

/** Every document in an index, by its key. */
export async function documentsIn(client: Meilisearch, uid: string): Promise<Map<string, SearchDocument>> {
  const all = new Map<string, SearchDocument>()
  for (;;) {
    const { results } = await client.index<SearchDocument>(uid).getDocuments({ limit: 1000, offset: all.size })
    if (results.length === 0) return all
    for (const document of results) all.set(document.id, document)
  }
}

/** Fails unless the index holds exactly what the database says now, to the letter. */
export async function expectIndexEquals(client: Meilisearch, uid: string, db: Kysely<Database>, today: string) {
  const expected = new Map<string, SearchDocument>()
  for (const type of rowTypes) {
    const ids = await publicIds(db, type)
    for (let at = 0; at < ids.length; at += 500) {
      const { put } = await documentsFor(db, lexicon().now, type, ids.slice(at, at + 500), today)
      for (const document of put) expected.set(document.id, document)
    }
  }
  const actual = await documentsIn(client, uid)
  expect([...actual.keys()].sort()).toEqual([...expected.keys()].sort())
  for (const [id, document] of expected) expect(actual.get(id), id).toEqual(document)
}
