import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, vi } from 'vitest'

const children: ChildProcess[] = []
const folders: string[] = []

afterEach(async () => {
  for (const child of children.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  for (const folder of folders.splice(0)) {
    // Meilisearch lets go a moment after its parent has died.
    await vi.waitFor(() => rmSync(folder, { recursive: true, force: true }), { timeout: 5000 })
  }
})

/** A data folder that is gone after the test. */
export function dataFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'schakel-start-'))
  folders.push(folder)
  return folder
}

/** Runs a command of the project as its user does, and gathers what it prints. */
export function run(script: string, env: Record<string, string>, args: string[] = []) {
  const child = spawn(process.execPath, [join('scripts', script), ...args], {
    env: {
      NODE_ENV: 'production',
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      HOST: '127.0.0.1',
      LOG_LEVEL: 'warn',
      ...env,
    },
  })
  children.push(child)
  let output = ''
  child.stdout.on('data', (data) => {
    output += data
  })
  child.stderr.on('data', (data) => {
    output += data
  })
  return {
    child,
    output: () => output,
    ready: () =>
      vi.waitFor(
        () => {
          const url = /ready: (http:\S+)/.exec(output)?.[1]
          if (!url) throw new Error(`not ready: ${output}`)
          return url
        },
        { timeout: 90_000, interval: 50 },
      ),
    ended: async () => {
      const code = child.exitCode ?? (await once(child, 'exit'))[0]
      return { code, output }
    },
  }
}
