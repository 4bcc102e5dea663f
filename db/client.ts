import SqliteDatabase from 'better-sqlite3'
import { type ControlledTransaction, Kysely, SqliteAdapter, SqliteDialect, type SqliteDialectConfig } from 'kysely'
import type { Database } from './schema.ts'

/** The database, or a transaction on it: queries take either. */
export type Db = Kysely<Database> | ControlledTransaction<Database>

/**
 * Kysely takes SQLite for a database that cannot undo a CREATE TABLE, and would run migrations without a transaction: a
 * process killed between two statements would leave half a migration, which never runs again.
 */
class Dialect extends SqliteDialect {
  override createAdapter() {
    return new Adapter()
  }
}

class Adapter extends SqliteAdapter {
  override get supportsTransactionalDdl() {
    return true
  }
}

/**
 * Opens (or makes) the database file, with foreign keys on, in WAL mode.
 * @returns the query builder; `destroy()` closes the file
 */
export function openDatabase(file: string): Kysely<Database> {
  const sqlite = new SqliteDatabase(file)
  sqlite.pragma('journal_mode = WAL')
  // WAL survives a killed process with NORMAL; FULL also survives a power cut, which a system of record wants.
  sqlite.pragma('synchronous = FULL')
  sqlite.pragma('foreign_keys = ON')
  // What is deleted is overwritten: otherwise a person who was forgotten could still be read in the file.
  sqlite.pragma('secure_delete = ON')
  sqlite.pragma('busy_timeout = 5000')
  // 64 MB instead of 2: a match reads some thousand rows from all over the file.
  sqlite.pragma('cache_size = -65536')
  return new Kysely<Database>({ dialect: new Dialect({ database: remembering(sqlite) }) })
}

const mostStatements = 500

/** Keeps prepared statements: preparing one takes about as long as most of our queries do. */
function remembering(sqlite: SqliteDatabase.Database): SqliteDialectConfig['database'] {
  const statements = new Map<string, SqliteDatabase.Statement>()
  return {
    close: () => sqlite.close(),
    prepare(text) {
      let statement = statements.get(text)
      if (statement) statements.delete(text)
      else statement = sqlite.prepare(text)
      // The last used is at the end, so that the first is the one to let go.
      statements.set(text, statement)
      if (statements.size > mostStatements) statements.delete(statements.keys().next().value ?? '')
      return statement
    },
  } as Extract<SqliteDialectConfig['database'], object>
}
