import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import type { App } from '#app/context.server.ts'
import { readEnv } from '#app/env.server.ts'
import { listen } from '#app/server.ts'
import { measurePages, measureSuggestions, pageLimit, suggestionLimit } from './bench/pages.ts'
import { scratch } from './bench/scratch.ts'
import { measureOverhead, overheadLimit } from './bench/search.ts'

/**
 * Measures in one run, on data of its own, how long pages, suggestions and searches take against their limits. `--cordis PATH`
 * imports a CORDIS download first; `--json FILE` writes the figures.
 */
const rounds = 40

const { values } = parseArgs({ options: { json: { type: 'string' }, cordis: { type: 'string' } } })
process.env.NODE_ENV = 'production'
const quiet = { step() {}, end() {} }
const portal = await scratch({ examples: true, cordis: values.cordis, progress: quiet })
const { db, log, lexicon, search, engine, matcher, importSeconds, indexSeconds } = portal

const app: App = { env: readEnv({ PORT: '0' }), db, now: () => new Date(), search: engine, matcher, log }
const server = await listen(app)
server.ready(await import(pathToFileURL(join(process.cwd(), 'build/server/index.js')).href))

const pages = await measurePages(server.url, rounds)
const suggestions = await measureSuggestions(server.url)
const overhead = await measureOverhead(server.url, search, lexicon, rounds)
await server.close()
await portal.close()

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
