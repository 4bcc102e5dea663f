import { copyFileSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import type { Kysely } from 'kysely'
import { onTestFinished } from 'vitest'
import { openDatabase } from '#db/client.ts'
import { migrate } from '#db/migrate.ts'
import type { Database } from '#db/schema.ts'
import { loadContent } from '#db/seed/load.ts'

/** The day it is in tests. */
export const now = new Date('2026-11-21T12:00:00Z')

const folder = mkdtempSync(join(tmpdir(), 'schakel-test-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
const template = join(folder, 'template.sqlite')

/** A real database file of its own, with the first content, copied from a template that is made once. */
export async function testDatabase(): Promise<Kysely<Database>> {
  if (!existsSync(template)) {
    const making = `${template}.making`
    const db = openDatabase(making)
    await migrate(db)
    await loadContent(db, { examples: true, now })
    await db.destroy()
    // Into one file, so that a copy is whole.
    const file = new SqliteDatabase(making)
    file.pragma('wal_checkpoint(TRUNCATE)')
    file.pragma('journal_mode = DELETE')
    file.close()
    renameSync(making, template)
  }
  const copy = join(folder, `${crypto.randomUUID()}.sqlite`)
  copyFileSync(template, copy)
  const db = openDatabase(copy)
  onTestFinished(() => db.destroy())
  return db
}
