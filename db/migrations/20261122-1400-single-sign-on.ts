import { type Kysely, sql } from 'kysely'

/** Signing in with the account of one's own organisation: who somebody is at an issuer, and how a session came about. */
const statements = [
  // One of each issuer, so that an address that went to somebody else there does not open this account to them.
  `CREATE TABLE account_identity (
    id TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES account (id),
    issuer TEXT NOT NULL,
    subject TEXT NOT NULL,
    linked_at TEXT NOT NULL,
    UNIQUE (issuer, subject),
    UNIQUE (account_id, issuer)
  ) STRICT`,
  `ALTER TABLE session ADD COLUMN issuer_factor INTEGER NOT NULL DEFAULT 0 CHECK (issuer_factor IN (0, 1))`,
  ...['insert', 'update', 'delete'].map((event) => `DROP TRIGGER audit_session_${event}`),
]

/** As in the migration of accounts. Who somebody is elsewhere is theirs: the log does not hold it. */
function auditOf(table: string, columns: string[]): string[] {
  const values = (row: string) =>
    `json_object(${columns.map((column) => `'${column}', ${row}.${column}`).join(', ')})`
  const differs = columns.map((column) => `OLD.${column} IS NOT NEW.${column}`).join(' OR ')
  const trigger = (event: string, row: string, when: string, before: string, now: string) =>
    `CREATE TRIGGER audit_${table}_${event} AFTER ${event.toUpperCase()} ON ${table}
     WHEN EXISTS (SELECT 1 FROM writing)${when} BEGIN
       INSERT INTO audit_entry (at, actor_id, action, noun, row_id, rom_id, before, after)
       SELECT at, actor_id, '${event}', '${table}', ${row}.id, NULL, ${before}, ${now} FROM writing;
     END`
  return [
    trigger('insert', 'NEW', '', 'NULL', values('NEW')),
    trigger('update', 'NEW', ` AND (${differs})`, values('OLD'), values('NEW')),
    trigger('delete', 'OLD', '', values('OLD'), 'NULL'),
  ]
}

export async function up(db: Kysely<unknown>): Promise<void> {
  const triggers = [
    ...auditOf('account_identity', ['account_id', 'issuer', 'linked_at']),
    ...auditOf('session', ['account_id', 'agent', 'second_factor', 'issuer_factor', 'ends_at']),
  ]
  for (const statement of [...statements, ...triggers]) await sql.raw(statement).execute(db)
}
