import './node-env.ts'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import type { ServerBuild } from '@remix-run/node'
import { pino } from 'pino'
import type { App } from '#app/context.server.ts'
import { addExampleAccounts, hasExampleAccounts } from '#app/domain/account/demonstration.server.ts'
import { addExampleQuestions } from '#app/domain/question/demonstration.server.ts'
import type { Env } from '#app/env.server.ts'
import { dutchDay } from '#app/i18n/format.ts'
import { Jobs } from '#app/jobs/jobs.server.ts'
import { startJobs } from '#app/jobs/start.server.ts'
import { transportOf } from '#app/mail/transport.server.ts'
import { listen, type PortalServer } from '#app/server.ts'
import { openDatabase } from '#db/client.ts'
import { migrate } from '#db/migrate.ts'
import { countExamples } from '#db/seed/examples.ts'
import { loadContent } from '#db/seed/load.ts'
import { Lexicon, readLexicon } from '#search/lexicon/lexicon.ts'
import { LiveLexicon } from '#search/lexicon/live.ts'
import { Matcher } from '#search/matching/matcher.ts'
import { MeilisearchEngine } from '#search/meilisearch.ts'
import { startSearchServer } from '#search/server.ts'
import { IndexSync } from '#search/sync.ts'
import { databaseFile, fail, lockDataDir, readSettings, secretOf } from './data-dir.ts'

/** Ends with a message when a Schakel answers at the address already. */
async function alreadyRunning(env: Env): Promise<void> {
  const address = `http://${env.host}:${env.port}`
  const answer = await fetch(`${address}/healthz`, { signal: AbortSignal.timeout(2000) }).catch(() => null)
  if (answer?.headers.get('x-schakel') === 'healthy') fail(`Schakel is already running at ${address}`)
}

async function occupied(env: Env): Promise<never> {
  await alreadyRunning(env)
  fail(`Port ${env.port} is taken by another program. Choose another one: PORT=${env.port + 1} npm start`)
}

const searchPatience = 4000

/** Of so many organisations the page of partners is rehearsed: the fifth takes half as long as the first. */
const rehearsals = 5

/**
 * Asks for the pages that take longest, so that their code is compiled before somebody comes: the one about the API, and partners of
 * those that have most to ask. It never fails.
 */
async function rehearse({ db, log }: App, url: string, stopping: () => boolean): Promise<void> {
  try {
    const asking = await db
      .selectFrom('evidence_organisation as e')
      .innerJoin('public_organisation as o', 'o.id', 'e.organisation_id')
      .select('o.slug')
      .groupBy('o.id')
      .orderBy((eb) => eb.fn.countAll(), 'desc')
      .limit(rehearsals)
      .execute()
    for (const path of ['/api', ...asking.map(({ slug }) => `/organisaties/${slug}/partners`)]) {
      if (!stopping()) await (await fetch(url + path)).arrayBuffer()
    }
  } catch (error) {
    log.warn({ err: error }, 'a page could not be rehearsed')
  }
}

/** Starts everything and prints the address. The data folder is whole at every moment: a killed start starts again. */
async function main() {
  const env = readSettings()
  const dev = process.argv.includes('--dev')
  const log = pino({ level: env.logLevel, base: null }, pino.destination({ dest: 2, sync: true }))

  const lock = lockDataDir(env.dataDir)
  if (!lock) {
    await alreadyRunning(env)
    fail(`Another Schakel is using ${env.dataDir}. Stop that one, or set DATA_DIR to another folder.`)
  }
  const db = openDatabase(databaseFile(env.dataDir))
  const lexicon = new LiveLexicon(new Lexicon(readLexicon()))
  const engine = new MeilisearchEngine(lexicon)
  const matcher = new Matcher(db, lexicon)
  const now = () => new Date()
  const jobs = new Jobs({ now, log })
  const app: App = { env, db, now, search: engine, matcher, lexicon, log, jobs, secret: secretOf(env) }
  const server: PortalServer = await listen(app).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE') return occupied(env)
    fail(`Cannot listen on ${env.host}:${env.port}: ${error.message}`)
  })

  // Search comes up beside the rest: the portal works without it.
  const searching = startSearchServer({ dataDir: env.dataDir, url: env.meiliUrl, key: env.meiliKey, log })
  for (const name of await migrate(db)) log.info({ migration: name }, 'migrated')
  const content = await loadContent(db, { examples: env.mode === 'demonstration', now: app.now() })
  if (content === 'loaded') log.info('first content loaded')
  if (env.mode === 'production' && (await countExamples(db)) > 0) {
    fail(
      'This data holds made-up examples, which a production portal must not. Remove them first: npm run demo:remove',
    )
  }
  if (env.mode === 'demonstration') {
    await addExampleAccounts(db, app.now())
    await addExampleQuestions(db, app.now(), dutchDay)
  } else if (await hasExampleAccounts(db)) {
    fail(
      'This data holds made-up accounts, which a production portal must not. Remove them first: npm run demo:remove',
    )
  }
  const syncing = searching.then((search) => {
    if (search.kind === 'none') {
      log.warn({ reason: search.reason }, 'search is not available')
      return null
    }
    engine.connect(search)
    matcher.connect(search)
    const sync = new IndexSync({ db, address: search, lexicon, log, today: () => dutchDay(app.now()) })
    sync.start()
    return sync
  })
  // Usually it is there by now. A search server that takes long is not waited for: the pages say that it is not there yet.
  await Promise.race([syncing, setTimeout(searchPatience)])

  if (dev) {
    const { createServer } = await import('vite')
    const vite = await createServer({ server: { middlewareMode: true } })
    const load = () => vite.ssrLoadModule('virtual:remix/server-build')
    server.ready(load as () => Promise<ServerBuild>, vite.middlewares)
  } else {
    const bundle = join(process.cwd(), 'build/server/index.js')
    if (!existsSync(bundle)) fail('The build is missing. Use: npm start')
    server.ready(await import(pathToFileURL(bundle).href))
  }

  // The first visitor need not wait for the code of a page, or of a spreadsheet, to be compiled.
  for (const path of ['/', '/matrix', '/organisaties', '/programmas.xlsx']) {
    await fetch(server.url + path).then(
      (answer) => answer.arrayBuffer(),
      (error) => log.warn({ err: error, path }, 'a first page could not be asked for'),
    )
  }

  const transport = transportOf(env, now)
  startJobs(app, { transport, origin: env.origin ?? server.url })

  let stopping = false
  // Who comes meanwhile waits no longer than without.
  const rehearsed = rehearse(app, server.url, () => stopping)
  const stop = async () => {
    if (stopping) return
    stopping = true
    await rehearsed
    await server.close()
    await jobs.stop()
    transport.close()
    const [search, sync] = await Promise.all([searching, syncing])
    await sync?.stop()
    if (search.kind !== 'none') await search.stop()
    await db.destroy()
    lock.close()
    process.exit(0)
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  console.log(`\n  Schakel is ready: ${server.url}\n`)
}

await main()
