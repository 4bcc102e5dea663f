import type { Kysely } from 'kysely'
import { pino } from 'pino'
import { inject, onTestFinished } from 'vitest'
import type { Database } from '#db/schema.ts'
import { Lexicon, readLexicon } from '#search/lexicon/lexicon.ts'
import { LiveLexicon } from '#search/lexicon/live.ts'
import { Matcher } from '#search/matching/matcher.ts'
import { clientFor, MeilisearchEngine } from '#search/meilisearch.ts'
import { IndexSync } from '#search/sync.ts'
import { now } from './database.ts'

let read: Lexicon | undefined

/** The lexicon of the files, which are read once; what is added to it stays with one test. */
export function lexicon(): LiveLexicon {
  read ??= new Lexicon(readLexicon())
  return new LiveLexicon(read)
}

/** An engine that no server stands behind, as when that is away. */
export function searchAway(): MeilisearchEngine {
  return new MeilisearchEngine(lexicon())
}

/**
 * A real engine on an index of its own, with what keeps it equal to a database; `sync.catchUp()` does so at once, in half the time
 * when a test needs only one of the two indexes.
 */
export function testSearch(db: Kysely<Database>, options: { today?: () => string; only?: 'search' | 'match' } = {}) {
  const address = inject('meilisearch')
  const uid = `test-${crypto.randomUUID()}`
  const errors: string[] = []
  const log = pino({ level: 'error' }, { write: (line: string) => void errors.push(line) })
  const client = clientFor(address)
  const live = lexicon()
  const engine = new MeilisearchEngine(live, uid)
  engine.connect(address)
  const matcher = new Matcher(db, live, uid)
  matcher.connect(address)
  const today = options.today ?? (() => now.toISOString().slice(0, 10))
  const sync = new IndexSync({ db, address, lexicon: live, log, today, uid, only: options.only })
  onTestFinished(async () => {
    await sync.stop()
    for (const name of [uid, `${uid}-match`]) {
      for (const index of [name, `${name}-state`, `${name}-shadow`]) await client.deleteIndex(index)
    }
  })
  return { engine, matcher, sync, client, uid, errors }
}
