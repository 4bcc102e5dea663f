import { type Kysely, sql } from 'kysely'

/**
 * Who may apply to a call or an instrument, as far as its source says: each row allows one kind of organisation, one region, one
 * theme, or a size. Of rows of one sort any will do; of a sort without rows nothing is known.
 */
const statements = [
  `CREATE TABLE eligibility (
    id TEXT PRIMARY KEY,
    call_id TEXT REFERENCES call (id) ON DELETE CASCADE,
    instrument_id TEXT REFERENCES instrument (id) ON DELETE CASCADE,
    organisation_kind TEXT CHECK (organisation_kind IN
      ('startup', 'scaleup', 'sme', 'knowledge_institution', 'corporate', 'government', 'network')),
    rom_id TEXT REFERENCES rom (id),
    theme_id TEXT REFERENCES theme (id),
    most_employees INTEGER CHECK (most_employees > 0),
    source_id TEXT REFERENCES source (id),
    CHECK ((call_id IS NOT NULL) + (instrument_id IS NOT NULL) = 1),
    CHECK ((organisation_kind IS NOT NULL) + (rom_id IS NOT NULL) + (theme_id IS NOT NULL)
      + (most_employees IS NOT NULL) = 1)
  ) STRICT`,
  `CREATE INDEX eligibility_call ON eligibility (call_id) WHERE call_id IS NOT NULL`,
  `CREATE INDEX eligibility_instrument ON eligibility (instrument_id) WHERE instrument_id IS NOT NULL`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
