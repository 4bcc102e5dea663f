import { type Kysely, sql } from 'kysely'
import { auditOf } from './audit.ts'

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

export async function up(db: Kysely<unknown>): Promise<void> {
  const triggers = [
    // Who somebody is elsewhere is theirs: the log does not hold it.
    ...auditOf({ table: 'account_identity', columns: ['account_id', 'issuer', 'linked_at'] }),
    ...auditOf({ table: 'session', columns: ['account_id', 'agent', 'second_factor', 'issuer_factor', 'ends_at'] }),
  ]
  for (const statement of [...statements, ...triggers]) await sql.raw(statement).execute(db)
}
