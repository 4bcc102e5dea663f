import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { pino } from 'pino'
import { onTestFinished } from 'vitest'
import type { App } from '#app/context.server.ts'
import { readEnv } from '#app/env.server.ts'
import { Jobs } from '#app/jobs/jobs.server.ts'
import { listen } from '#app/server.ts'
import type { SearchEngine } from '#search/engine.ts'
import { Matcher } from '#search/matching/matcher.ts'
import { now, testDatabase } from './database.ts'
import { lexicon, searchAway } from './search.ts'

/** The real portal on a free port: real server, real build, real database. Only the clock and the log are stand-ins. */
export async function testPortal(
  options: {
    search?: (db: App['db']) => { engine: SearchEngine; matcher: Matcher }
    mode?: 'demonstration' | 'production'
    /** How many times more than usual may be tried. */
    limitFactor?: number
    /** The moment it is, for a test in which time goes by. */
    clock?: () => Date
  } = {},
) {
  const bundle = join(process.cwd(), 'build/server/index.js')
  if (!existsSync(bundle)) throw new Error('Build first: node scripts/setup.mjs')
  const clock = options.clock ?? (() => now)
  const errors: string[] = []
  const log = pino({ level: 'error' }, { write: (line: string) => void errors.push(line) })
  const db = await testDatabase()
  const search = options.search?.(db) ?? { engine: searchAway(), matcher: new Matcher(db, lexicon()) }
  const app: App = {
    env: { ...readEnv({}), port: 0, mode: options.mode ?? 'demonstration', limitFactor: options.limitFactor ?? 1 },
    db,
    now: clock,
    search: search.engine,
    matcher: search.matcher,
    log,
    jobs: new Jobs({ now: clock, log }),
    secret: 'a secret of the tests, which is long enough',
  }
  const server = await listen(app)
  onTestFinished(() => server.close())
  server.ready(await import(pathToFileURL(bundle).href))
  return {
    ...app,
    url: server.url,
    /** What was logged as an error, so that a test can see that nothing was. */
    errors,
    get: (path: string, init?: RequestInit) => fetch(new URL(path, server.url), { redirect: 'manual', ...init }),
  }
}
