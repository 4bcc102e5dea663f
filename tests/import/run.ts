import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'
import { importCordis } from '../../scripts/import/cordis/import.ts'
import { fileNames, readCordis } from '../../scripts/import/cordis/read.ts'
import type { Derive } from '../../scripts/import/cordis/write-projects.ts'
import { withFiles } from '../../scripts/import/files.ts'
import { Tally } from '../../scripts/import/tally.ts'
import { now } from '../support/database.ts'
import { download, type Rows, writeFolder } from './download.ts'

const quiet = { step() {}, end() {} }

/** Imports made-up rows, read from files as the command does. */
export async function run(
  db: Kysely<Database>,
  rows: Rows,
  { at = now, derive }: { at?: Date; derive?: Derive } = {},
) {
  const tally = new Tally()
  const read = await withFiles(writeFolder(download(rows)), fileNames, (files) => readCordis(files, tally, quiet))
  const proposed = await importCordis(db, read, { now: at, tally, progress: quiet, derive })
  return { tally, proposed, counts: Object.fromEntries(tally.counts) }
}
