import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { openDatabase } from '#db/client.ts'
import { migrate } from '#db/migrate.ts'
import { loadContent } from '#db/seed/load.ts'
import { Lexicon, readLexicon } from '#search/lexicon/lexicon.ts'
import { LiveLexicon } from '#search/lexicon/live.ts'
import { Matcher } from '#search/matching/matcher.ts'
import { MeilisearchEngine } from '#search/meilisearch.ts'
import { startSearchServer } from '#search/server.ts'
import { IndexSync } from '#search/sync.ts'
import { databaseFile, fail } from '../data-dir.ts'
import { deriveWith } from '../import/cordis/derive.ts'
import { importCordis } from '../import/cordis/import.ts'
import { type Download, fileNames, newestRows, readCordis } from '../import/cordis/read.ts'
import { withFiles } from '../import/files.ts'
import type { Progress } from '../import/progress.ts'
import { Tally } from '../import/tally.ts'
import { addOrganisations } from './organisations.ts'

interface Options {
  examples: boolean
  /** A CORDIS download to import, of which only the projects that started before a day when one is given. */
  cordis?: string
  before?: string
  /** How many made-up organisations there are beside. */
  organisations?: number
  progress: Progress
}

/** A portal's data and search server in a folder of its own, to measure on; `close` leaves nothing behind. */
export async function scratch({ examples, cordis, before, organisations = 0, progress }: Options) {
  const dataDir = mkdtempSync(join(tmpdir(), 'schakel-measure-'))
  const log = pino({ level: 'error' })
  const db = openDatabase(databaseFile(dataDir))
  await migrate(db)
  await loadContent(db, { examples, now: new Date() })
  const concepts = readLexicon()
  const lexicon = new LiveLexicon(new Lexicon(concepts))
  let importSeconds: number | null = null
  const participations = new Map<string, number>()
  if (cordis) {
    const start = performance.now()
    const tally = new Tally()
    const all = await withFiles(cordis, fileNames, (files) => readCordis(files, tally, progress))
    const download = before ? startedBefore(all, before) : all
    await importCordis(db, download, { now: new Date(), tally, progress, derive: deriveWith(lexicon.now) })
    for (const { organisationID } of download.projects.flatMap((project) => project.participants)) {
      participations.set(organisationID, (participations.get(organisationID) ?? 0) + 1)
    }
    importSeconds = (performance.now() - start) / 1000
  }
  const step = (done: number) => progress.step('making organisations', done, organisations)
  await addOrganisations(db, concepts, organisations, step)
  const search = await startSearchServer({ dataDir, log })
  if (search.kind === 'none') fail(`There is no search server to measure with: ${search.reason}`)
  const start = performance.now()
  const index = async () => {
    const today = () => new Date().toISOString().slice(0, 10)
    const step = (done: number, total: number) => progress.step('indexing', done, total)
    await new IndexSync({ db, address: search, lexicon, log, today, progress: step }).catchUp()
  }
  await index()
  const engine = new MeilisearchEngine(lexicon)
  engine.connect(search)
  const matcher = new Matcher(db, lexicon)
  matcher.connect(search)
  return {
    dataDir,
    db,
    log,
    lexicon,
    search,
    engine,
    matcher,
    /** How often the imported projects name each PIC. */
    participations,
    importSeconds,
    indexSeconds: (performance.now() - start) / 1000,
    /** Brings the indexes up to date with what was written since. */
    index,
    async close() {
      await search.stop()
      await db.destroy()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** What could have been known on a day: nothing of what began later, not even an address. */
function startedBefore({ projects }: Download, before: string): Download {
  const known = projects.filter(({ row }) => row.startDate !== null && row.startDate < before)
  return { projects: known, organisations: newestRows(known) }
}
