import { existsSync } from 'node:fs'
import { removeExampleAccounts } from '#app/domain/account/demonstration.server.ts'
import { openDatabase } from '#db/client.ts'
import { migrate } from '#db/migrate.ts'
import { removeExamples } from '#db/seed/examples.ts'
import { databaseFile, fail, readSettings } from './data-dir.ts'

/** Removes everything made up for trying the portal out. It may run beside a live server. */
const file = databaseFile(readSettings().dataDir)
if (!existsSync(file)) fail(`There is no data yet at ${file}. Nothing to remove.`)
const db = openDatabase(file)
await migrate(db)
const accounts = await removeExampleAccounts(db, new Date())
const { organisations, calls } = await removeExamples(db)
await db.destroy()
console.log(
  `Removed ${organisations} example organisations, ${calls} example calls and ${accounts} example accounts. They will not come back.`,
)
