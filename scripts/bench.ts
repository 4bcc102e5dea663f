import './node-env.ts'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import type { App } from '#app/context.server.ts'
import { readEnv } from '#app/env.server.ts'
import { Jobs } from '#app/jobs/jobs.server.ts'
import { listen } from '#app/server.ts'
import { measureAgainstEmpty } from './bench/empty.ts'
import { knownLimit, matchRatio, measureMatching, measureNewcomers } from './bench/matching.ts'
import { measureMemory, memoryLimit } from './bench/memory.ts'
import {
  measureDownloads,
  measurePages,
  measureSuggestions,
  pageLimit,
  pages,
  suggestionLimit,
} from './bench/pages.ts'
import { measureBare } from './bench/rebuild.ts'
import { scratch } from './bench/scratch.ts'
import { measureOverhead, overheadLimit } from './bench/search.ts'
import { burstRatio, measureKnown, measureSignIns } from './bench/sign-in.ts'
import { round } from './bench/times.ts'
import { fail } from './data-dir.ts'
import { showProgress } from './import/progress.ts'

/** One run, since figures of different runs cannot be compared: what the portal takes against its limits, and as a ratio of the bare thing. */
const usage = `Use: npm run bench [-- --organisations N] [--cordis PATH] [--no-rebuild] [--sign-in] [--json FILE]
Measures on data of its own: N made-up organisations (100000), and a CORDIS download when its PATH is given.
--no-rebuild leaves out the longest part, Meilisearch alone on the same documents. --sign-in measures only signing in. --json writes the figures to FILE.`

const rounds = 40
const organisationPage = '/organisaties/made-up-000007'

const { values } = readArguments()
const organisations = Number(values.organisations)
if (!Number.isInteger(organisations) || organisations < 0) fail(usage)
const progress = showProgress(process.stderr)
const portal = await scratch({ examples: true, cordis: values.cordis, organisations, progress })
progress.end()
const { dataDir, db, log, lexicon, search, engine, matcher, importSeconds, indexSeconds } = portal

const now = () => new Date()
const app: App = {
  // All that is measured is asked from one address.
  env: readEnv({ PORT: '0', LIMIT_FACTOR: '1000' }),
  db,
  now,
  search: engine,
  matcher,
  lexicon,
  log,
  jobs: new Jobs({ now, log }),
  secret: 'of a bench',
}
const build = await import(pathToFileURL(join(process.cwd(), 'build/server/index.js')).href)
const server = await listen(app)
server.ready(build)

section(`Public pages during a burst of sign-ins from 50 addresses, in ms (limit ${burstRatio} times the idle p95)`)
const signIns = await measureSignIns(app, build)
console.table({ pages: signIns })

section('Forms of strangers for an address with an account and for one without, in turns, in ms')
const knownAddresses = await measureKnown(app, server.url)
console.table(knownAddresses)
if (values['sign-in']) {
  await server.close()
  await portal.close()
  process.exit(0)
}

section(`Server time per page in ms (limit ${pageLimit}), ${rounds} requests each, one at a time`)
const made = organisations > 6 ? [organisationPage, `${organisationPage}/partners`] : []
const pageTimes = await measurePages(server.url, [...pages(values.cordis !== undefined), ...made], rounds)
console.table(pageTimes)

section(`Suggestions while typing, server time in ms (limit ${suggestionLimit})`)
const suggestions = await measureSuggestions(server.url)
console.table({ suggestions })

section(
  `Search through the API against the bare question to Meilisearch, in ms (limit ${overheadLimit} more at one client)`,
)
const overhead = await measureOverhead(server.url, search, lexicon.now, rounds)
console.table({ ...overhead.rows, all: { more: overhead.more } })
console.table(overhead.atOnce)

const matching = organisations >= 1000 ? await measureMatching(db, matcher, search, 200) : null
if (matching) {
  section(
    `Twenty explained matches against the bare question by tags, in ms (limit ${matchRatio} times at one client)`,
  )
  console.table(matching.atOnce)
  console.log(`The same again: p50 ${matching.known.p50} ms, p95 ${matching.known.p95} ms (limit ${knownLimit})`)
}

section('Pages against a Remix route with nothing on it, from the client, in ms')
const againstEmpty = await measureAgainstEmpty(app, build, server.url, rounds * 5)
for (const [path, times] of Object.entries(againstEmpty)) {
  console.log(path)
  console.table(times)
}

const newcomers = await measureNewcomers(db, matcher, portal.index)
section('Newcomers with one offer, written and then looked for by a need in the other language')
console.log(
  `Known to the search server after ${newcomers.seconds} s (limit 5); their places: ${newcomers.places.join(', ')}`,
)

const addresses = Array.from({ length: 5 }, () => Object.keys(pageTimes)).flat()
const memory = await measureMemory(dataDir, search, addresses)
section('Memory at most, in MB, of a portal started on this data')
console.log(`Schakel ${memory.portal} (limit ${memoryLimit}), Meilisearch ${memory.search}`)

section('Making the search indexes anew, in seconds')
if (importSeconds !== null) console.log(`Import of CORDIS: ${round(importSeconds)}`)
const bare = values['no-rebuild'] ? null : await measureBare(db, lexicon, search)
const bareSeconds = bare && Object.values(bare).reduce((sum, one) => sum + one, 0)
console.log(`Both: ${round(indexSeconds)}`)
if (bare && bareSeconds) {
  console.log(
    `Meilisearch alone: ${Object.entries(bare)
      .map(([name, own]) => `${name} ${round(own)}`)
      .join(', ')}`,
  )
  console.log(`Ratio: ${round(indexSeconds / bareSeconds, 2)}`)
}

section('Downloads of all organisations, in seconds')
const downloads = await measureDownloads(server.url)
console.table(downloads)

await server.close()
await portal.close()
if (values.json) {
  const figures = {
    organisations,
    rounds,
    signIns,
    knownAddresses,
    pages: pageTimes,
    suggestions,
    overhead,
    matching,
    againstEmpty,
    downloads,
    newcomers,
    memory,
    importSeconds,
    indexSeconds,
    bareSeconds: bare,
  }
  writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`)
}

function section(title: string) {
  console.log(`\n${title}\n`)
}

function readArguments() {
  try {
    return parseArgs({
      options: {
        json: { type: 'string' },
        cordis: { type: 'string' },
        organisations: { type: 'string', default: '100000' },
        'sign-in': { type: 'boolean', default: false },
        'no-rebuild': { type: 'boolean', default: false },
      },
    })
  } catch {
    fail(usage)
  }
}
