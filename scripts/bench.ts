import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { pino } from 'pino'
import type { App } from '#app/context.server.ts'
import { readEnv } from '#app/env.server.ts'
import { listen } from '#app/server.ts'
import { openDatabase } from '#db/client.ts'
import { migrate } from '#db/migrate.ts'
import { loadContent } from '#db/seed/load.ts'
import { Lexicon, readLexicon } from '#search/lexicon/lexicon.ts'
import { MeilisearchEngine } from '#search/meilisearch.ts'

/**
 * Measures how long the server takes for each page, as it tells itself in Server-Timing, against the limit of
 * 100 ms a page. `--json FILE` writes the figures.
 */
const limit = 100
const rounds = 60
const pages = [
  '/',
  '/themas/energie',
  '/programmas',
  '/programmas/energiehubs',
  '/initiatieven?weergave=tabel',
  '/organisaties',
  '/organisaties?thema=energie&weergave=tabel',
  '/organisaties/technische-universiteit-delft',
  '/roms/bom',
  '/matrix',
  '/agenda',
  '/kalender',
  '/cijfers',
  '/zoeken?q=energie',
  '/bronnen',
  '/api',
  '/api/v1/organisations',
  '/api/v1/programmes/energiehubs',
  '/api/v1/search?q=energie',
  '/organisaties.csv',
  '/organisaties.xlsx',
]

function quantile(sorted: number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

const { values } = parseArgs({ options: { json: { type: 'string' } } })
process.env.NODE_ENV = 'production'
const dataDir = mkdtempSync(join(tmpdir(), 'schakel-bench-'))
const db = openDatabase(join(dataDir, 'schakel.sqlite'))
await migrate(db)
await loadContent(db, { examples: true, now: new Date() })
const log = pino({ level: 'error' })
const app: App = {
  env: readEnv({ PORT: '0' }),
  db,
  now: () => new Date(),
  search: new MeilisearchEngine(new Lexicon(readLexicon())),
  log,
}
const server = await listen(app)
server.ready(await import(pathToFileURL(join(process.cwd(), 'build/server/index.js')).href))

async function serverTime(path: string): Promise<number> {
  const answer = await fetch(server.url + path)
  await answer.arrayBuffer()
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`)
  return Number(/dur=([\d.]+)/.exec(answer.headers.get('server-timing') ?? '')?.[1])
}

const results = []
for (const path of pages) {
  const first = await serverTime(path)
  const times: number[] = []
  for (let round = 0; round < rounds; round++) times.push(await serverTime(path))
  times.sort((a, b) => a - b)
  const p95 = quantile(times, 0.95)
  results.push({ path, first, p50: quantile(times, 0.5), p95, ofLimit: p95 / limit })
}
await server.close()
await db.destroy()
rmSync(dataDir, { recursive: true, force: true })

console.log(`Server time per page in ms (limit ${limit}), ${rounds} requests each, one at a time\n`)
console.table(
  Object.fromEntries(
    results.map(({ path, first, p50, p95, ofLimit }) => [
      path,
      { first, p50, p95, 'p95 of limit': `${Math.round(ofLimit * 100)}%` },
    ]),
  ),
)
const memory = Math.round(process.memoryUsage().rss / 1e6)
console.log(`Memory of this process: ${memory} MB`)
if (values.json) writeFileSync(values.json, `${JSON.stringify({ limit, rounds, memory, results }, null, 2)}\n`)
