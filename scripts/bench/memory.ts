import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { SearchServer } from '#search/server.ts'
import { get } from './search.ts'

/** The most that the portal's process may take, in megabytes. */
export const memoryLimit = 700

/**
 * Starts the portal as its users do, on data and a search server that are there, lets it answer, and looks at what it took.
 * @param addresses paths that are asked for, one after the other
 * @returns megabytes of the portal and of the search server, each at its most
 */
export async function measureMemory(dataDir: string, search: SearchServer, addresses: string[]) {
  const portal = spawn(process.execPath, [join('scripts', 'start.ts')], {
    env: {
      ...process.env,
      DATA_DIR: dataDir,
      HOST: '127.0.0.1',
      PORT: '0',
      LOG_LEVEL: 'warn',
      LIMIT_FACTOR: '1000',
      MEILI_URL: search.url,
      MEILI_KEY: search.key,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    const url = await readyAt(portal.stdout)
    for (const address of addresses) await get(url + address)
    return { portal: megabytesOf(portal.pid ?? 0), search: searchMemory(dataDir) }
  } finally {
    portal.kill('SIGTERM')
    if (portal.exitCode === null) await once(portal, 'exit')
  }
}

async function readyAt(output: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface(output)) {
    const url = /ready: (http:\S+)/.exec(line)?.[1]
    if (url) return url
  }
  throw new Error('the portal did not start')
}

function searchMemory(dataDir: string): number {
  return megabytesOf(JSON.parse(readFileSync(join(dataDir, 'search.json'), 'utf8')).pid)
}

/** The most a process ever had in memory where the system tells (Linux), else what it has now. */
function megabytesOf(pid: number): number {
  const status = `/proc/${pid}/status`
  const kilobytes = existsSync(status)
    ? /VmHWM:\s+(\d+)/.exec(readFileSync(status, 'utf8'))?.[1]
    : execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })
  return Math.round(Number(kilobytes) / 1000)
}
