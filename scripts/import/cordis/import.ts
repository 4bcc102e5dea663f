import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'
import { batches, writing } from '../batches.ts'
import type { Progress } from '../progress.ts'
import { Tally } from '../tally.ts'
import { proposeDuplicates } from './duplicates.ts'
import { writeOrganisationThemes } from './organisation-themes.ts'
import { organisationOf } from './organisations.ts'
import type { Download } from './read.ts'
import { seats } from './seat.ts'
import { writeOrganisations } from './write-organisations.ts'
import { type Derive, writeProjects } from './write-projects.ts'

interface Options {
  now: Date
  /** Takes in each batch once it is written for good, so that it is right when a later one fails. */
  tally: Tally
  progress: Progress
  derive?: Derive
}

/**
 * Writes a download in small transactions, each of which leaves the database whole: stopped at any moment, the same
 * import goes on where it was. What is as it should be is not written.
 * @returns the pairs of organisations newly proposed as one
 */
export async function importCordis(db: Kysely<Database>, download: Download, options: Options) {
  const { tally, progress, derive } = options
  const now = options.now.toISOString()
  const identifiers = await db.selectFrom('rom_identifier').selectAll().where('scheme', '=', 'pic').execute()
  const roms = new Map(identifiers.map(({ value, rom_id }) => [value, rom_id]))
  const seatOf = await seats(db)

  const organisations = download.organisations
    .filter((row) => {
      const isRom = roms.has(row.organisationID)
      if (isRom) tally.leaveOut('organisation: it is a ROM, which has a page of its own', row.name)
      return !isRom
    })
    .map((row) => organisationOf(row, seatOf, tally))
  let done = 0
  const total = organisations.length + download.projects.length
  const written = (rows: number, batch: Tally) => {
    tally.add(batch)
    done += rows
    progress.step('writing', done, total)
  }
  for (const batch of batches(organisations)) {
    const counts = new Tally()
    await writing(db, (trx) => writeOrganisations(trx, batch, now, counts))
    written(batch.length, counts)
  }
  for (const batch of batches(download.projects)) {
    const counts = new Tally()
    await writing(db, (trx) => writeProjects({ trx, now, tally: counts, roms, derive }, batch))
    written(batch.length, counts)
  }
  await writing(db, async (trx) => {
    const differed = await writeOrganisationThemes(trx)
    if (differed > 0) tally.count('themes of organisations', 'changed', differed)
  })
  return proposeDuplicates(db, organisations, now)
}
