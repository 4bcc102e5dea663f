import { type Kysely, sql } from 'kysely'

/** What somebody typed whose session had ended, until that person is signed in again: see app/auth/kept-form.server.ts. */
const statements = [
  `CREATE TABLE kept_form (
    id TEXT PRIMARY KEY,
    path TEXT NOT NULL,
    sealed TEXT NOT NULL,
    account_id TEXT REFERENCES account (id),
    expires_at TEXT NOT NULL
  ) STRICT`,
  `CREATE INDEX kept_form_expires ON kept_form (expires_at)`,
  `CREATE INDEX kept_form_account ON kept_form (account_id)`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
