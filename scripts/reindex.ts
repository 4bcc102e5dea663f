import { existsSync } from 'node:fs'
import { openDatabase } from '#db/client.ts'
import { requestRebuild } from '#search/outbox.ts'
import { databaseFile, fail, readSettings } from './data-dir.ts'
import { showProgress } from './import/progress.ts'
import { catchUpSearch } from './search-catch-up.ts'

/** Makes the search index anew, beside a running Schakel or by itself. The old one answers until the new one is there. */
const env = readSettings()
if (!existsSync(databaseFile(env.dataDir)))
  fail(`There is no data in ${env.dataDir} yet. Start Schakel first: npm start`)
const db = openDatabase(databaseFile(env.dataDir))
await requestRebuild(db)
const progress = showProgress(process.stderr)
const outcome = await catchUpSearch(env, db, (done, total) => progress.step('indexing', done, total))
progress.end()
await db.destroy()
console.log(outcome)
