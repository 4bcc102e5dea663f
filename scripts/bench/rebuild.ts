import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'
import { TextIndex } from '#search/documents/text-index.ts'
import { IndexStore } from '#search/index-store.ts'
import type { IndexedDocuments } from '#search/indexed.ts'
import type { LiveLexicon } from '#search/lexicon/live.ts'
import { MatchIndex } from '#search/matching/match-index.ts'
import { clientFor, type SearchAddress } from '#search/meilisearch.ts'
import { timed } from './times.ts'

/** As many documents at once as Meilisearch takes in well. */
const piece = 10_000

/**
 * Times Meilisearch alone, on the same documents with the same settings: what a rebuild cannot be faster than.
 * @returns seconds per index, without the making of the documents
 */
export async function measureBare(db: Kysely<Database>, lexicon: LiveLexicon, address: SearchAddress) {
  const client = clientFor(address)
  const today = () => new Date().toISOString().slice(0, 10)
  const sources: Record<string, IndexedDocuments> = {
    search: new TextIndex(db, lexicon, today),
    match: new MatchIndex(db, lexicon),
  }
  const seconds: Record<string, number> = {}
  for (const [name, source] of Object.entries(sources)) {
    const store = new IndexStore(client, `bench-${name}`)
    await store.openShadow(source.settings)
    let waiting: { id: string }[] = []
    let taken = 0
    const send = async () => {
      taken += await timed(() => store.fillShadow(waiting))
      waiting = []
    }
    for (const type of source.rowTypes) {
      const ids = await source.ids(type)
      for (let at = 0; at < ids.length; at += 1000) {
        waiting.push(...(await source.documentsFor(type, ids.slice(at, at + 1000))).put)
        if (waiting.length >= piece) await send()
      }
    }
    if (waiting.length > 0) await send()
    await client.deleteIndex(`bench-${name}-shadow`)
    seconds[name] = taken / 1000
  }
  return seconds
}
