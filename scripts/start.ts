import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import SqliteDatabase from 'better-sqlite3'
import { pino } from 'pino'
import type { App } from '#app/context.server.ts'
import { type Env, readEnv } from '#app/env.server.ts'
import { listen, type PortalServer } from '#app/server.ts'
import { openDatabase } from '#db/client.ts'
import { migrate } from '#db/migrate.ts'
import { countExamples } from '#db/seed/examples.ts'
import { loadContent } from '#db/seed/load.ts'
import { searchHealth, startSearchServer } from '#search/server.ts'

function fail(message: string): never {
  console.error(`\n${message}\n`)
  process.exit(1)
}

/** One Schakel at a time per data folder: a lock that the system itself lets go of when the process dies. */
function lockDataDir(dataDir: string) {
  mkdirSync(dataDir, { recursive: true })
  const lock = new SqliteDatabase(join(dataDir, 'schakel.lock'), { timeout: 2000 })
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch {
    fail(`Another Schakel is using ${dataDir}. Stop that one, or set DATA_DIR to another folder.`)
  }
  return lock
}

async function occupied(env: Env): Promise<never> {
  const address = `http://${env.host}:${env.port}`
  const answer = await fetch(`${address}/healthz`, { signal: AbortSignal.timeout(2000) }).catch(() => null)
  const ours = answer?.headers.get('x-schakel') === 'healthy'
  fail(
    ours
      ? `Schakel is already running at ${address}.`
      : `Port ${env.port} is taken by another program. Choose another one: PORT=3001 npm start`,
  )
}

/** Starts everything and prints the address. The data folder is whole at every moment: a killed start starts again. */
async function main() {
  let env: Env
  try {
    env = readEnv()
  } catch (error) {
    fail(error instanceof Error ? error.message : String(error))
  }
  const dev = process.argv.includes('--dev')
  process.env.NODE_ENV = dev ? 'development' : 'production'
  const log = pino({ level: env.logLevel, base: null }, pino.destination({ dest: 2, sync: true }))
  const file = join(env.dataDir, 'schakel.sqlite')

  let searchReady: App['searchReady'] = async () => false
  const lock = lockDataDir(env.dataDir)
  const db = openDatabase(file)
  const app: App = { env, db, now: () => new Date(), searchReady: () => searchReady(), log }
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
  const search = await searching
  if (search.kind === 'none') log.warn({ reason: search.reason }, 'search is not available')
  else searchReady = () => searchHealth(search)

  if (dev) {
    const { createServer } = await import('vite')
    const vite = await createServer({ server: { middlewareMode: true } })
    server.ready(
      await vite.ssrLoadModule('virtual:remix/server-build').then((build) => build as never),
      vite.middlewares,
    )
  } else {
    const bundle = join(process.cwd(), 'build/server/index.js')
    if (!existsSync(bundle)) fail('The build is missing. Use: npm start')
    server.ready(await import(pathToFileURL(bundle).href))
  }

  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    await server.close()
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
