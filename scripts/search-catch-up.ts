import { setTimeout } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import { pino } from 'pino'
import type { Env } from '#app/env.server.ts'
import { dutchDay } from '#app/i18n/format.ts'
import type { Database } from '#db/schema.ts'
import { Lexicon, readLexicon } from '#search/lexicon/lexicon.ts'
import { LiveLexicon } from '#search/lexicon/live.ts'
import { countWaiting } from '#search/outbox.ts'
import { readSearchAddress, startSearchServer } from '#search/server.ts'
import { IndexSync } from '#search/sync.ts'
import { lockDataDir } from './data-dir.ts'

/** A portal whose search server is away does not get on with it; then there is nothing to wait for. */
const patienceMs = 5_000
const upToDate = 'Search is up to date.'

/**
 * Waits until search knows all that was written: from the Schakel that runs on this data folder, or else by doing that work here,
 * with a search server of its own.
 * @param step told how many changes were waiting at first, and how many are dealt with
 * @returns in plain words, how that ended
 */
export async function catchUpSearch(
  env: Env,
  db: Kysely<Database>,
  step: (done: number, total: number) => void,
): Promise<string> {
  const total = await countWaiting(db)
  const watch = async () => {
    const waiting = await countWaiting(db)
    step(Math.max(0, total - waiting), total)
    return waiting
  }
  const lock = lockDataDir(env.dataDir)
  if (!lock) {
    return (await waitFor(env, watch)) ? upToDate : 'Search follows as soon as its server is back.'
  }
  try {
    const log = pino({ level: 'warn', base: null }, pino.destination({ dest: 2, sync: true }))
    const search = await startSearchServer({ dataDir: env.dataDir, url: env.meiliUrl, key: env.meiliKey, log })
    if (search.kind === 'none') return `Search follows at the next start: ${search.reason}.`
    const lexicon = new LiveLexicon(new Lexicon(readLexicon()))
    const today = () => dutchDay(new Date())
    await new IndexSync({ db, address: search, lexicon, log, today, progress: step }).catchUp()
    await search.stop()
    return upToDate
  } finally {
    lock.close()
  }
}

/** Whether the running Schakel gets done; not when it does nothing for a while and has no search server. */
async function waitFor(env: Env, watch: () => Promise<number>): Promise<boolean> {
  let before = Number.POSITIVE_INFINITY
  let since = performance.now()
  for (;;) {
    const waiting = await watch()
    if (waiting === 0) return true
    if (waiting !== before) since = performance.now()
    const idle = performance.now() - since > patienceMs
    if (idle && !env.meiliUrl && !readSearchAddress(env.dataDir)) return false
    before = waiting
    await setTimeout(200)
  }
}
