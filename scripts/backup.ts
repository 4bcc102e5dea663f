import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { databaseFile, fail, readSettings, secretFile, secretTable } from './data-dir.ts'

/**
 * Copies the database to one file, while the portal runs, with the secret that the portal made for itself. Search is left out: it is
 * rebuilt from the database. What is in it is personal: the file is its owner's only.
 */
process.umask(0o077)
const { dataDir } = readSettings()
const source = databaseFile(dataDir)
if (!existsSync(source)) fail(`There is no data yet at ${source}. Nothing to back up.`)
const stamp = new Date().toISOString().slice(0, 19).replace(/[:T]/g, '-')
const target = resolve(process.argv[2] ?? join(dataDir, 'backups', `schakel-${stamp}.sqlite`))
if (existsSync(target)) fail(`${target} exists already. Choose another name.`)
mkdirSync(dirname(target), { recursive: true })

const database = new SqliteDatabase(source, { readonly: true })
const unfinished = `${target}.unfinished`
rmSync(unfinished, { force: true })
await database.backup(unfinished)
database.close()
const secret = secretFile(dataDir)
if (existsSync(secret)) {
  const copy = new SqliteDatabase(unfinished)
  copy.exec(`CREATE TABLE ${secretTable} (secret TEXT NOT NULL) STRICT`)
  copy.prepare(`INSERT INTO ${secretTable} VALUES (?)`).run(readFileSync(secret, 'utf8'))
  copy.close()
}
renameSync(unfinished, target)
console.log(`Backup written: ${target}`)
