import { type Kysely, sql } from 'kysely'
import { auditOf } from './audit.ts'

/**
 * People without an account whom the ROMs know: who speaks for an organisation, who asked something. Their personal values stand here
 * and nowhere else, so that somebody is forgotten by emptying one row. And who of a ROM is asked about which theme.
 */
const statements = [
  `CREATE TABLE contact_person (
    id TEXT PRIMARY KEY,
    -- Whom they speak for; null for somebody who asked something of their own.
    organisation_id TEXT REFERENCES organisation (id) ON DELETE CASCADE,
    name TEXT,
    email TEXT CHECK (email = lower(trim(email)) AND email LIKE '%_@_%'),
    phone TEXT,
    -- What they are there, as they say it themselves.
    job TEXT,
    locale TEXT NOT NULL DEFAULT 'nl' CHECK (locale IN ('nl', 'en')),
    is_example INTEGER NOT NULL DEFAULT 0 CHECK (is_example IN (0, 1)),
    forgotten_at TEXT,
    created_at TEXT NOT NULL,
    created_by TEXT NOT NULL REFERENCES actor (id),
    updated_at TEXT NOT NULL,
    CHECK (forgotten_at IS NULL OR (name IS NULL AND email IS NULL AND phone IS NULL AND job IS NULL)),
    CHECK (forgotten_at IS NOT NULL OR name IS NOT NULL)
  ) STRICT`,
  `CREATE INDEX contact_person_organisation ON contact_person (organisation_id)`,
  `CREATE INDEX contact_person_email ON contact_person (email)`,

  // Wie-is-wie. Without a theme: whoever is asked about all that nobody else is.
  `CREATE TABLE contact (
    id TEXT PRIMARY KEY,
    rom_id TEXT NOT NULL REFERENCES rom (id),
    theme_id TEXT REFERENCES theme (id),
    account_id TEXT NOT NULL REFERENCES account (id),
    deputy_id TEXT REFERENCES account (id) CHECK (deputy_id <> account_id),
    set_at TEXT NOT NULL,
    set_by TEXT NOT NULL REFERENCES actor (id)
  ) STRICT`,
  `CREATE UNIQUE INDEX contact_of ON contact (rom_id, coalesce(theme_id, ''))`,

  ...auditOf({
    table: 'contact_person',
    columns: ['organisation_id', 'locale', 'forgotten_at', 'created_by'],
    secret: ['name', 'email', 'phone', 'job'],
    rom: '(SELECT seat_rom_id FROM organisation WHERE id = $.organisation_id)',
  }),
  ...auditOf({ table: 'contact', columns: ['rom_id', 'theme_id', 'account_id', 'deputy_id'], rom: '$.rom_id' }),
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
