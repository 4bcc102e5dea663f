import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { type Env, readEnv } from '#app/env.server.ts'

/** Ends the command with a message in plain words. */
export function fail(message: string): never {
  console.error(`\n${message}\n`)
  process.exit(1)
}

/** The settings of this command, which ends with a line that names those that are wrong. */
export function readSettings(): Env {
  try {
    return readEnv()
  } catch (error) {
    fail(error instanceof Error ? error.message : String(error))
  }
}

/** What the portal seals with: as configured, else one that is made once and kept beside the data. */
export function secretOf({ secret, dataDir }: Env): string {
  if (secret) return secret
  mkdirSync(dataDir, { recursive: true })
  const file = secretFile(dataDir)
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64'), { mode: 0o600 })
  return readFileSync(file, 'utf8')
}

/** Where a portal without a configured secret keeps its own. */
export function secretFile(dataDir: string): string {
  return join(dataDir, 'secret')
}

/** The table in which a backup has that secret: without it, nobody's second factor could be read again. */
export const secretTable = 'backup_secret'

/** The database file of a data folder. */
export function databaseFile(dataDir: string): string {
  return join(dataDir, 'schakel.sqlite')
}

/**
 * Takes the data folder for this process alone: a lock that the system itself lets go of when the process dies.
 * @returns the lock, or null when another process has it
 */
export function lockDataDir(dataDir: string): SqliteDatabase.Database | null {
  mkdirSync(dataDir, { recursive: true })
  const lock = new SqliteDatabase(join(dataDir, 'schakel.lock'), { timeout: 2000 })
  try {
    lock.exec('BEGIN EXCLUSIVE')
    return lock
  } catch (error) {
    lock.close()
    if (error instanceof SqliteDatabase.SqliteError && error.code.startsWith('SQLITE_BUSY')) return null
    throw error
  }
}
