import { type Kysely, sql } from 'kysely'
import { auditOf } from './audit.ts'

/** Whose profile it is: the ROM that accompanies the organisation, else that of its seat. Of several that accompany it, the first. */
const romOf = (id: string, seat: string) => `coalesce((
  SELECT a.rom_id FROM current_organisation_rom a JOIN rom r ON r.id = a.rom_id
  WHERE a.organisation_id = ${id} ORDER BY r.position LIMIT 1), ${seat})`
const romOfId = (id: string) => romOf(id, `(SELECT o.seat_rom_id FROM organisation o WHERE o.id = ${id})`)

/** A theme or technology that an organisation gets or loses is a change of the organisation. */
function auditOfTerms(table: string, column: string): string[] {
  const trigger = (event: string, row: string, before: string, after: string) =>
    `CREATE TRIGGER audit_${table}_${event} AFTER ${event.toUpperCase()} ON ${table}
     WHEN EXISTS (SELECT 1 FROM writing) AND EXISTS (SELECT 1 FROM organisation WHERE id = ${row}.organisation_id) BEGIN
       INSERT INTO audit_entry (at, actor_id, action, noun, row_id, rom_id, before, after)
       SELECT at, actor_id, 'update', 'organisation', ${row}.organisation_id, ${romOfId(`${row}.organisation_id`)},
         ${before}, ${after} FROM writing;
     END`
  const name = (row: string) =>
    `json_object('name', (SELECT name FROM organisation WHERE id = ${row}.organisation_id), '${column}', ${row}.${column})`
  const without = (row: string) =>
    `json_object('name', (SELECT name FROM organisation WHERE id = ${row}.organisation_id), '${column}', NULL)`
  return [
    trigger('insert', 'NEW', without('NEW'), name('NEW')),
    trigger('delete', 'OLD', name('OLD'), without('OLD')),
  ]
}

const statements = [
  ...auditOf({
    table: 'organisation',
    columns: [
      ...['name', 'kind', 'institution_kind', 'kvk_number', 'website', 'postcode', 'place', 'province_id'],
      ...['seat_rom_id', 'founded_year', 'employees', 'summary_nl', 'summary_en', 'published_at', 'withdrawn_at'],
    ],
    rom: romOf('$.id', '$.seat_rom_id'),
  }),
  ...auditOfTerms('organisation_theme', 'theme_id'),
  ...auditOfTerms('organisation_technology', 'technology_id'),
  ...auditOf({
    table: 'listing',
    columns: [
      ...['organisation_id', 'side', 'text_nl', 'text_en', 'trl_min', 'trl_max', 'partner_kinds', 'agreement'],
      ...['visibility', 'anonymous', 'expires_on', 'withdrawn_at'],
    ],
    rom: romOfId('$.organisation_id'),
  }),

  // What is public without a name is known by a code that says nothing: the id of a listing can hold that of its organisation.
  `CREATE TABLE listing_code (
    listing_id TEXT PRIMARY KEY REFERENCES listing (id) ON DELETE CASCADE,
    code TEXT NOT NULL UNIQUE
  ) STRICT, WITHOUT ROWID`,
  ...['INSERT', 'UPDATE OF anonymous'].map(
    (event, at) => `CREATE TRIGGER listing_code_${at} AFTER ${event} ON listing
      WHEN NEW.anonymous = 1 AND NOT EXISTS (SELECT 1 FROM listing_code WHERE listing_id = NEW.id) BEGIN
      INSERT INTO listing_code (listing_id, code) VALUES (NEW.id, upper(hex(randomblob(5))));
    END`,
  ),
  `INSERT INTO listing_code (listing_id, code) SELECT id, upper(hex(randomblob(5))) FROM listing WHERE anonymous = 1`,
  // All that everybody may see of it: no day either, since that on which it was written may be known of its owner.
  `CREATE VIEW anonymous_listing AS
    SELECT c.code, l.side, l.text_nl, l.text_en, l.trl_min, l.trl_max, l.partner_kinds, l.agreement,
      o.is_example
    FROM listing l JOIN listing_code c ON c.listing_id = l.id JOIN public_organisation o ON o.id = l.organisation_id
    WHERE l.visibility = 'public' AND l.anonymous = 1 AND l.withdrawn_at IS NULL AND l.expires_on > date('now')`,

  // One mail about what an organisation has that is about to expire, with the key that renews it; once of each day that it expires on.
  `CREATE TABLE listing_reminder (
    id TEXT PRIMARY KEY,
    organisation_id TEXT NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
    key_hash TEXT UNIQUE,
    sent_at TEXT NOT NULL
  ) STRICT`,
  `CREATE INDEX listing_reminder_organisation ON listing_reminder (organisation_id)`,
  `CREATE TABLE listing_reminded (
    listing_id TEXT NOT NULL REFERENCES listing (id) ON DELETE CASCADE,
    expires_on TEXT NOT NULL CHECK (length(expires_on) = 10),
    reminder_id TEXT NOT NULL REFERENCES listing_reminder (id) ON DELETE CASCADE,
    PRIMARY KEY (listing_id, expires_on)
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX listing_reminded_reminder ON listing_reminded (reminder_id)`,
  `CREATE INDEX listing_expires ON listing (expires_on) WHERE withdrawn_at IS NULL`,
]

/** Who keeps a profile writes it: every change is logged, what has no name has a code, and what is about to expire is told once. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
