import { type Kysely, sql } from 'kysely'
import { auditOf } from './audit.ts'

/**
 * A colleague who was invited to manage an organisation. Until that is answered it holds a name and an address of somebody who may
 * have no account: the row goes when it is accepted, declined, withdrawn or too long ago, and history never has either of them.
 */
const statements = [
  `CREATE TABLE member_invitation (
    id TEXT PRIMARY KEY,
    organisation_id TEXT NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
    role TEXT NOT NULL CHECK (role IN ('owner', 'editor')),
    email TEXT NOT NULL CHECK (email = lower(trim(email)) AND email LIKE '%_@_%'),
    name TEXT NOT NULL,
    key_hash TEXT NOT NULL UNIQUE,
    invited_at TEXT NOT NULL,
    invited_by TEXT NOT NULL REFERENCES actor (id),
    expires_at TEXT NOT NULL,
    UNIQUE (organisation_id, email)
  ) STRICT`,
  `CREATE INDEX member_invitation_email ON member_invitation (email)`,
  ...auditOf({
    table: 'member_invitation',
    columns: ['organisation_id', 'role', 'invited_by', 'expires_at'],
    rom: '(SELECT seat_rom_id FROM organisation WHERE id = $.organisation_id)',
  }),
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
