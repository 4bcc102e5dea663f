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
import { startSearchServer } from '#search/server.ts'
import { IndexSync } from '#search/sync.ts'
import { measurePages, measureSuggestions, pageLimit, suggestionLimit } from './bench/pages.ts'
import { measureOverhead, overheadLimit } from './bench/search.ts'
import { fail } from './data-dir.ts'
import { deriveWith } from './import/cordis/derive.ts'
import { importCordis } from './import/cordis/import.ts'
import { fileNames, readCordis } from './import/cordis/read.ts'
import { withFiles } from './import/files.ts'
import { Tally } from './import/tally.ts'

/**
 * Measures in one run, on data of its own, how long pages, suggestions and searches take against their limits. `--cordis PATH`
 * imports a CORDIS download first; `--json FILE` writes the figures.
 */
const rounds = 40

const { values } = parseArgs({ options: { json: { type: 'string' }, cordis: { type: 'string' } } })
process.env.NODE_ENV = 'production'
const dataDir = mkdtempSync(join(tmpdir(), 'schakel-bench-'))
const log = pino({ level: 'error' })
const db = openDatabase(join(dataDir, 'schakel.sqlite'))
await migrate(db)
await loadContent(db, { examples: true, now: new Date() })
const lexicon = new Lexicon(readLexicon())

const quiet = { step() {}, end() {} }
let importSeconds: number | null = null
if (values.cordis) {
  const start = performance.now()
  const tally = new Tally()
  const download = await withFiles(values.cordis, fileNames, (files) => readCordis(files, tally, quiet))
  const derive = deriveWith(lexicon)
  await importCordis(db, download, { now: new Date(), tally, progress: quiet, derive })
  importSeconds = (performance.now() - start) / 1000
}

const search = await startSearchServer({ dataDir, log })
if (search.kind === 'none') fail(`There is no search server to measure with: ${search.reason}`)
const engine = new MeilisearchEngine(lexicon)
engine.connect(search)
const indexStart = performance.now()
const today = () => new Date().toISOString().slice(0, 10)
await new IndexSync({ db, address: search, lexicon, log, today }).catchUp()
const indexSeconds = (performance.now() - indexStart) / 1000

const app: App = { env: readEnv({ PORT: '0' }), db, now: () => new Date(), search: engine, log }
const server = await listen(app)
server.ready(await import(pathToFileURL(join(process.cwd(), 'build/server/index.js')).href))

const pages = await measurePages(server.url, rounds)
const suggestions = await measureSuggestions(server.url)
const overhead = await measureOverhead(server.url, search, lexicon, rounds)
await server.close()
await search.stop()
await db.destroy()
rmSync(dataDir, { recursive: true, force: true })

console.log(`Server time per page in ms (limit ${pageLimit}), ${rounds} requests each, one at a time\n`)
console.table(pages)
console.log(`\nSuggestions while typing, server time in ms (limit ${suggestionLimit})\n`)
console.table({ suggestions })
console.log(
  `\nSearch through the API against the bare question to Meilisearch, in ms (limit ${overheadLimit} more)\n`,
)
console.table({ ...overhead.rows, 'all, p50': overhead.p50, 'all, p95': overhead.p95 })
const seconds = (value: number) => `${Math.round(value * 10) / 10} s`
if (importSeconds !== null) console.log(`\nImport of CORDIS ${seconds(importSeconds)}`)
console.log(`Making the search index ${seconds(indexSeconds)}`)
console.log(`Memory of this process: ${Math.round(process.memoryUsage().rss / 1e6)} MB`)
if (values.json) {
  const figures = { rounds, pages, suggestions, overhead, importSeconds, indexSeconds }
  writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`)
}
