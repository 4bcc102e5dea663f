import { type Kysely, sql } from 'kysely'
import { auditOf } from './audit.ts'

/**
 * The address of a team, where mail about the work of a ROM arrives. Of each ROM there is one in use at most, and one that waits until
 * a link that was mailed to it is used.
 */
const statements = [
  `CREATE TABLE team_inbox (
    id TEXT PRIMARY KEY,
    rom_id TEXT NOT NULL REFERENCES rom (id),
    address TEXT NOT NULL CHECK (address = lower(trim(address)) AND address LIKE '%_@_%'),
    persons_too INTEGER NOT NULL CHECK (persons_too IN (0, 1)),
    key_hash TEXT UNIQUE,
    asked_at TEXT NOT NULL,
    asked_by TEXT NOT NULL REFERENCES actor (id),
    confirmed_at TEXT,
    CHECK ((key_hash IS NULL) = (confirmed_at IS NOT NULL))
  ) STRICT`,
  `CREATE UNIQUE INDEX team_inbox_rom ON team_inbox (rom_id, confirmed_at IS NULL)`,
  ...auditOf({
    table: 'team_inbox',
    columns: ['rom_id', 'address', 'persons_too', 'asked_by', 'confirmed_at'],
    rom: '$.rom_id',
  }),
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
