import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { pino } from 'pino'
import { onTestFinished } from 'vitest'
import type { App } from '#app/context.server.ts'
import { type Env, readEnv } from '#app/env.server.ts'
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
    /** Settings that differ from those of an unconfigured start. */
    env?: Partial<Env>
    /** The moment it is, for a test in which time goes by. */
    clock?: () => Date
  } = {},
) {
  const bundle = join(process.cwd(), 'build/server/index.js')
  if (!existsSync(bundle)) throw new Error('Build first: node scripts/setup.mjs')
  const clock = options.clock ?? (() => now)
  const errors: string[] = []
  const lines: string[] = []
  const write = (line: string) => {
    lines.push(line)
    if (JSON.parse(line).level >= 50) errors.push(line)
  }
  const log = pino({ level: 'debug' }, { write })
  const db = await testDatabase()
  // What the portal writes and tidies away beside its database is never that of whoever runs the tests.
  const dataDir = mkdtempSync(join(tmpdir(), 'schakel-portal-'))
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
  const search = options.search?.(db) ?? { engine: searchAway(), matcher: new Matcher(db, lexicon()) }
  const app: App = {
    env: { ...readEnv({}), dataDir, port: 0, mode: options.mode ?? 'demonstration', ...options.env },
    db,
    now: clock,
    search: search.engine,
    matcher: search.matcher,
    lexicon: lexicon(),
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
    /** All that was logged, at every level. */
    lines,
    get: (path: string, init?: RequestInit) => fetch(new URL(path, server.url), { redirect: 'manual', ...init }),
  }
}

export type Portal = Awaited<ReturnType<typeof testPortal>>

/** A portal in which time goes by when a test says so. */
export async function portalInTime(options: Parameters<typeof testPortal>[0] = {}) {
  let time = now.getTime()
  const portal = await testPortal({ ...options, clock: () => new Date(time) })
  return {
    portal,
    pass(ms: number) {
      time += ms
    },
  }
}
