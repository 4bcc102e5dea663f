import { copyFileSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { databaseFile, fail, lockDataDir, readSettings, secretFile, secretTable } from './data-dir.ts'

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
const kept = (name: string) => `${name}.before-restore-${new Date().toISOString().slice(0, 19).replace(/[:T]/g, '-')}`
copyFileSync(backup, incoming)
const secret = takeSecret(incoming)
if (existsSync(file)) {
  // Everything in the write-ahead log goes into the file first, so that what is kept is whole.
  const current = new SqliteDatabase(file)
  current.pragma('wal_checkpoint(TRUNCATE)')
  current.close()
  const before = kept(file)
  renameSync(file, before)
  console.log(`The data that was there is kept: ${before}`)
}
for (const rest of [`${file}-wal`, `${file}-shm`]) rmSync(rest, { force: true })
renameSync(incoming, file)
if (secret !== null) putSecret(secret)
lock.close()
console.log(`Restored from ${backup}. Start the portal again: npm start`)

/** The secret that came with a backup, which does not stay in the database; null when the portal has a configured one. */
function takeSecret(path: string): string | null {
  const database = new SqliteDatabase(path)
  const there = database.prepare('SELECT 1 FROM sqlite_master WHERE name = ?').get(secretTable)
  const row = there && database.prepare(`SELECT secret FROM ${secretTable}`).get()
  database.pragma('secure_delete = ON')
  database.exec(`DROP TABLE IF EXISTS ${secretTable}`)
  database.close()
  return row ? (row as { secret: string }).secret : null
}

function putSecret(secret: string): void {
  const own = secretFile(dataDir)
  if (existsSync(own) && readFileSync(own, 'utf8') !== secret) renameSync(own, kept(own))
  writeFileSync(own, secret, { mode: 0o600 })
}
