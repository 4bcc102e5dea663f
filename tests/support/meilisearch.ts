import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import type { TestProject } from 'vitest/node'
import type { SearchAddress } from '#search/meilisearch.ts'
import { startSearchServer } from '#search/server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    meilisearch: SearchAddress
  }
}

/** One real Meilisearch for the whole run; each test has an index of its own in it. */
export default async function setup(project: TestProject) {
  const dataDir = mkdtempSync(join(tmpdir(), 'schakel-meilisearch-'))
  const server = await startSearchServer({ dataDir, log: pino({ level: 'silent' }) })
  if (server.kind === 'none') throw new Error(`The tests need a search server: ${server.reason}`)
  project.provide('meilisearch', { url: server.url, key: server.key })
  return async () => {
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
