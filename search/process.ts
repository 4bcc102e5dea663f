/** One Meilisearch on a folder of ours: start it, see whether it lives and answers, bring it back, end it. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import * as fs from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

const GRACE_MS = 5_000
const LOG_LIMIT = 5 * 1024 * 1024
const MAX_DELAY_MS = 30_000
const STEADY_MS = 60_000
const onLinux = process.platform === 'linux'
const POLL_MS = onLinux ? 20 : 150 // elsewhere every look starts a `ps`

/**
 * Runs in the child before Meilisearch takes its place, under the same process number. It ends when the
 * parent died before the death signal was set, and writes the pid file itself, so that at no moment a killed
 * parent leaves an unrecorded server. `set -C` lets only one of two simultaneous starts have the folder.
 */
const LAUNCHER = '[ "$PPID" = "$1" ] || exit 70; set -C; echo $$ > "$2" || exit 75; shift 2; exec "$@"'

/** Said of a folder of another version, half made (killed at its first start) or damaged. */
const UNREADABLE = /incompatible with your current engine|failed to infer the version|file is corrupted|MDB_/

export interface LaunchPlan {
  command: string[]
  /** A command that ties the child's life to ours, such as setpriv; empty where there is none. */
  tie: string[]
  key: string
  url: string
  folder: string
  db: string
  pidFile: string
  logFile: string
  addressFile: string
  timeoutMs: number
}

export interface Launched {
  child: ChildProcess
  /** Resolves when the process has ended, saying how; never rejects. */
  ended: Promise<string>
  /** Resolves when the server answers or will not; never rejects. */
  outcome: Promise<{ version: string } | { problem: 'port' | 'data' | 'other'; reason: string }>
}

/**
 * Starts a Meilisearch: its process exists when this returns, `outcome` tells how that went. One that is not
 * ready in time is ended. Throws when another process serves the folder or the log cannot be written.
 */
export function launch(plan: LaunchPlan): Launched {
  const other = recordedPid(plan)
  if (other) throw new Error(`process ${other} of another Schakel serves ${plan.db}`)
  fs.rmSync(plan.pidFile, { force: true })
  fs.mkdirSync(plan.folder, { recursive: true, mode: 0o700 })
  const output = fs.openSync(plan.logFile, 'a', 0o600)
  if (fs.fstatSync(output).size > LOG_LIMIT) fs.ftruncateSync(output)
  const logStart = fs.fstatSync(output).size

  const plain = { NO_COLOR: '1', RUST_BACKTRACE: '0' }
  const shell = ['/bin/sh', '-c', LAUNCHER, 'sh', String(process.pid), plan.pidFile]
  const [program = '', ...args] = [...plan.tie, ...shell, ...plan.command]
  // Not all of our environment: that holds secrets, and a MEILI_* in it would change its ways.
  const { HOME, LANG, NODE_ENV, PATH, TMPDIR } = process.env
  const child = spawn(program, args, {
    cwd: plan.folder, // Meilisearch reads a config.toml from where it is started
    // Of a session of its own, Ctrl-C in a terminal does not end it before we do; untied, it had better.
    detached: plan.tie.length > 0,
    env: { HOME, LANG, NODE_ENV, PATH, TMPDIR, ...plain, MEILI_MASTER_KEY: plan.key },
    stdio: ['ignore', output, output],
  })
  child.unref()
  fs.closeSync(output)

  let end: string | undefined
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('exit', (code, signal) => resolve(signal ? `signal ${signal}` : `exit code ${code}`))
  })
  const onExit = () => void child.kill() // where nothing else ties the child to us
  process.once('exit', onExit)
  void ended.then((how) => {
    end = how
    process.off('exit', onExit)
  })

  const settle = async (): Promise<Awaited<Launched['outcome']>> => {
    const deadline = Date.now() + plan.timeoutMs
    while (end === undefined && Date.now() < deadline) {
      // Another server may have taken the port: only ours knows the key.
      const version = (await isAvailable(plan.url)) ? await versionOf(plan.url, plan.key) : null
      if (version && end === undefined) return { version }
      await sleep(25)
    }
    const said = readSince(plan.logFile, logStart)
    if (end === undefined) {
      if (child.pid) await endMeilisearch(child.pid, plan.db).catch(() => child.kill('SIGKILL'))
      return { problem: 'other', reason: `not ready within ${plan.timeoutMs / 1000} s: ${lastLines(said)}` }
    }
    const dataOrOther = UNREADABLE.test(said) ? 'data' : 'other'
    const problem = said.includes('Address already in use') ? 'port' : dataOrOther
    return { problem, reason: `ended before it was ready (${end}): ${lastLines(said)}` }
  }
  return { child, ended, outcome: settle() }
}

/**
 * Publishes the address of a ready server and restarts it, on its own port and key, whenever it dies. Gives
 * the function that ends all this; that may be called again, and rejects when the process cannot be ended.
 */
export function keepAlive(
  first: Launched,
  plan: LaunchPlan,
  log: { info(o: object, msg: string): void; warn(o: object, msg: string): void },
): () => Promise<void> {
  let current = first
  let failures = 0
  let timer: NodeJS.Timeout | undefined
  let stopping: Promise<void> | undefined

  const { addressFile, key, url } = plan
  const watch = async (launched: Launched) => {
    const since = Date.now()
    try {
      writePrivate(addressFile, JSON.stringify({ url, key, pid: launched.child.pid }))
    } catch (error) {
      log.warn({ err: error }, 'commands run beside this server will not find Meilisearch')
    }
    const how = await launched.ended
    if (Date.now() - since > STEADY_MS) failures = 0
    restartLater(how)
  }

  const restartLater = (reason: string) => {
    if (stopping) return
    const delayMs = Math.min(1_000 * 2 ** failures++, MAX_DELAY_MS)
    log.warn({ reason, delayMs }, 'Meilisearch is gone and will be restarted')
    timer = setTimeout(() => restart().catch((error: Error) => restartLater(error.message)), delayMs)
    timer.unref()
  }

  const restart = async () => {
    current = launch(plan)
    const outcome = await current.outcome
    if ('reason' in outcome) return restartLater(outcome.reason)
    if (stopping) return
    log.info({ url, pid: current.child.pid }, 'Meilisearch is back')
    void watch(current)
  }

  const end = async () => {
    clearTimeout(timer)
    current.child.ref()
    if (current.child.pid) await endMeilisearch(current.child.pid, plan.db)
    await current.ended
    if (recordedPid(plan)) return // another Schakel has taken over: these are its files
    for (const file of [plan.pidFile, addressFile]) fs.rmSync(file, { force: true })
  }

  void watch(first)
  return () => {
    stopping ??= end()
    return stopping
  }
}

/** Gives the process in the pid file if that is alive and serves this folder, else null. Never throws. */
export function recordedPid({ pidFile, db }: { pidFile: string; db: string }): number | null {
  try {
    const pid = Number.parseInt(fs.readFileSync(pidFile, 'utf8'), 10)
    return isMeilisearchOn(pid, db) ? pid : null
  } catch {
    return null // no such file
  }
}

/**
 * Says whether `pid` is alive and is a Meilisearch (or the shell about to become one) on the database folder
 * `db`. Goes by the command line, because process numbers are given out again. Never throws.
 */
export function isMeilisearchOn(pid: number, db: string): boolean {
  const command = commandLine(pid)
  return command.includes('meilisearch') && command.includes(` --db-path ${db} `)
}

function commandLine(pid: number): string {
  try {
    if (onLinux) return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
    return execFileSync('/bin/ps', ['-ww', '-o', 'command=', '-p', `${pid}`], { encoding: 'utf8' })
  } catch {
    return '' // no such process
  }
}

/**
 * Ends the Meilisearch `pid` on the database folder `db`: TERM, five seconds of patience, then KILL. Comes
 * back when it is gone, at once when it was not there. Throws when it survives KILL or is not ours to end.
 */
export async function endMeilisearch(pid: number, db: string): Promise<void> {
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    const deadline = Date.now() + GRACE_MS
    try {
      if (isMeilisearchOn(pid, db)) process.kill(pid, signal)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
    }
    while (Date.now() < deadline) {
      if (!isMeilisearchOn(pid, db)) return
      await sleep(POLL_MS)
    }
  }
  throw new Error(`Meilisearch (process ${pid}) could not be ended`)
}

/** Says whether the server at `url` calls itself available within a second. Never throws. */
export async function isAvailable(url: string): Promise<boolean> {
  return (await getJson(`${url.replace(/\/+$/, '')}/health`))?.status === 'available'
}

async function versionOf(url: string, key: string): Promise<string | null> {
  return (await getJson(`${url}/version`, { authorization: `Bearer ${key}` }))?.pkgVersion ?? null
}

async function getJson(url: string, headers = {}): Promise<Record<string, string> | null> {
  try {
    const response = await fetch(url, { headers, signal: AbortSignal.timeout(1_000) })
    const body = (await response.json()) as Record<string, string> | null
    return response.ok ? body : null
  } catch {
    return null
  }
}

/** Writes a file that only its owner may read, whole or not at all. Throws when that cannot be written. */
export function writePrivate(file: string, text: string): void {
  const temporary = `${file}.${process.pid}.tmp`
  fs.writeFileSync(temporary, text, { mode: 0o600 })
  fs.renameSync(temporary, file)
}

function readSince(file: string, from: number): string {
  return fs.existsSync(file) ? fs.readFileSync(file).subarray(from).toString('utf8') : ''
}

function lastLines(text: string): string {
  const lines = text.split(/\s*\n\s*/).filter(Boolean)
  return lines.slice(-4).join(' | ') || 'it said nothing'
}
