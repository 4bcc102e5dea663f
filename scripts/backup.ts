import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { databaseFile, fail, readSettings } from './data-dir.ts'

/** Copies the database to one file, while the portal runs. Search is left out: it is rebuilt from the database. */
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
renameSync(unfinished, target)
console.log(`Backup written: ${target}`)
