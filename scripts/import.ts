import { setTimeout } from 'node:timers/promises'
import SqliteDatabase from 'better-sqlite3'
import type { Kysely } from 'kysely'
import type { Env } from '#app/env.server.ts'
import { openDatabase } from '#db/client.ts'
import { migrate } from '#db/migrate.ts'
import type { Database } from '#db/schema.ts'
import { loadContent } from '#db/seed/load.ts'
import { Lexicon, readLexicon } from '#search/lexicon/lexicon.ts'
import { ownWords } from '#search/lexicon/live.ts'
import { databaseFile, fail, lockDataDir, readSettings } from './data-dir.ts'
import { deriveWith } from './import/cordis/derive.ts'
import { importCordis } from './import/cordis/import.ts'
import { type Download, fileNames, readCordis } from './import/cordis/read.ts'
import { withFiles } from './import/files.ts'
import { showProgress } from './import/progress.ts'
import { summary } from './import/summary.ts'
import { Tally } from './import/tally.ts'
import { WrongInput } from './import/wrong-input.ts'
import { catchUpSearch } from './search-catch-up.ts'

const usage = `Use: npm run import -- cordis PATH
PATH is a folder or zip of the CORDIS download "projects under Horizon Europe" in CSV, with ${fileNames.join(', ')}.`

/** Whether the first content is in the database, which a Schakel that is just starting may still be loading. */
async function hasContent(db: Kysely<Database>): Promise<boolean> {
  const table = await db.introspection.getTables()
  if (!table.some(({ name }) => name === 'evidence')) return false
  const content = await db.selectFrom('setting').select('key').where('key', '=', 'content').executeTakeFirst()
  return content !== undefined
}

/**
 * Opens the database: beside a running Schakel as that left it, else brought up to date first as a start does. So this may
 * be the first command ever.
 */
async function open(env: Env): Promise<Kysely<Database>> {
  const lock = lockDataDir(env.dataDir)
  const db = openDatabase(databaseFile(env.dataDir))
  if (lock) {
    await migrate(db)
    await loadContent(db, { examples: env.mode === 'demonstration', now: new Date() })
    lock.close()
    return db
  }
  for (let patience = 20; !(await hasContent(db)); patience -= 1) {
    if (patience === 0) fail('The Schakel on this data folder is still starting. Try again when it is ready.')
    await setTimeout(500)
  }
  return db
}

async function main() {
  const [kind, path, ...rest] = process.argv.slice(2)
  if (kind !== 'cordis' || !path || rest.length > 0) fail(usage)
  const env = readSettings()
  const started = performance.now()
  const tally = new Tally()
  const progress = showProgress(process.stderr)

  let download: Download
  try {
    download = await withFiles(path, fileNames, (files) => readCordis(files, tally, progress))
  } catch (error) {
    if (!(error instanceof WrongInput)) throw error
    progress.end()
    fail(`${error.message}\n\nNothing was written. Mend it and run the same command again.`)
  }
  try {
    const db = await open(env)
    const derive = deriveWith(new Lexicon(readLexicon(), await ownWords(db)))
    const proposed = await importCordis(db, download, { now: new Date(), tally, progress, derive })
    const search = await catchUpSearch(env, db, (done, total) => progress.step('indexing', done, total))
    await db.destroy()
    progress.end()
    console.log(summary(tally, proposed, (performance.now() - started) / 1000))
    console.log(search)
  } catch (error) {
    // Whatever happens, the process ends here, and the system closes the file: each batch is in the database or not.
    progress.end()
    if (!(error instanceof SqliteDatabase.SqliteError)) throw error
    fail(
      `The database could not be written: ${error.message} (${error.code})\n\n` +
        `${tally.written} changes before that are kept, each whole. Running the same command again is safe and goes on.`,
    )
  }
}

await main()
