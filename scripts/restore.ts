import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { databaseFile, fail, lockDataDir, readSettings } from './data-dir.ts'

/** Puts a backup in the place of the database. What was there is kept beside it. The portal must be stopped. */
const [given] = process.argv.slice(2)
if (!given) fail('Which backup? npm run restore -- FILE')
const backup = resolve(given)
if (!existsSync(backup)) fail(`There is no file ${backup}.`)

try {
  const opened = new SqliteDatabase(backup, { readonly: true })
  const sound = opened.pragma('integrity_check', { simple: true })
  const ours = opened.prepare("SELECT count(*) AS n FROM sqlite_master WHERE name IN ('undertaking', 'rom')").get()
  opened.close()
  if (sound !== 'ok') fail(`${backup} is damaged: ${sound}`)
  if ((ours as { n: number }).n !== 2) fail(`${backup} is a database, but not one of Schakel.`)
} catch (error) {
  fail(`${backup} cannot be read as a backup: ${error instanceof Error ? error.message : error}`)
}

const { dataDir } = readSettings()
const lock = lockDataDir(dataDir)
if (!lock) fail('Schakel is running on this data. Stop it first; then restore.')
const file = databaseFile(dataDir)
const incoming = `${file}.incoming`
copyFileSync(backup, incoming)
if (existsSync(file)) {
  // Everything in the write-ahead log goes into the file first, so that what is kept is whole.
  const current = new SqliteDatabase(file)
  current.pragma('wal_checkpoint(TRUNCATE)')
  current.close()
  const kept = `${file}.before-restore-${new Date().toISOString().slice(0, 19).replace(/[:T]/g, '-')}`
  renameSync(file, kept)
  console.log(`The data that was there is kept: ${kept}`)
}
for (const rest of [`${file}-wal`, `${file}-shm`]) rmSync(rest, { force: true })
renameSync(incoming, file)
lock.close()
console.log(`Restored from ${backup}. Start the portal again: npm start`)
