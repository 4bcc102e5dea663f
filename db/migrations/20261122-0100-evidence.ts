import { type Kysely, sql } from 'kysely'

/**
 * Evidence that comes in by the thousands: an address of its own, keywords, money and themes; the keys by which an
 * import recognises ROMs and initiatives that are known already; and pairs of organisations that may be one.
 */
const statements = [
  // Nothing wrote evidence before this migration: the tables are made anew with what they lacked.
  `DROP TABLE evidence_organisation`,
  `DROP TABLE evidence`,
  `CREATE TABLE evidence (
    id TEXT PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('cordis', 'rom_project')),
    acronym TEXT,
    title TEXT NOT NULL,
    summary TEXT,
    keywords TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(keywords)),
    topic TEXT,
    status TEXT CHECK (status IN ('signed', 'closed', 'terminated')),
    starts_on TEXT CHECK (length(starts_on) IN (4, 7, 10)),
    ends_on TEXT CHECK (length(ends_on) IN (4, 7, 10)),
    grant_cents INTEGER CHECK (grant_cents >= 0),
    url TEXT,
    undertaking_id TEXT REFERENCES undertaking (id),
    source_id TEXT NOT NULL REFERENCES source (id),
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
  ) STRICT`,
  `CREATE INDEX evidence_start ON evidence (starts_on)`,
  `CREATE INDEX evidence_undertaking ON evidence (undertaking_id) WHERE undertaking_id IS NOT NULL`,
  `CREATE TABLE evidence_organisation (
    evidence_id TEXT NOT NULL REFERENCES evidence (id) ON DELETE CASCADE,
    organisation_id TEXT NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
    role TEXT NOT NULL CHECK (role IN ('coordinator', 'participant', 'associated', 'third_party')),
    PRIMARY KEY (evidence_id, organisation_id)
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX evidence_organisation_organisation ON evidence_organisation (organisation_id)`,
  `CREATE TABLE evidence_theme (
    evidence_id TEXT NOT NULL REFERENCES evidence (id) ON DELETE CASCADE,
    theme_id TEXT NOT NULL REFERENCES theme (id),
    PRIMARY KEY (evidence_id, theme_id)
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX evidence_theme_theme ON evidence_theme (theme_id)`,
  `CREATE TABLE evidence_technology (
    evidence_id TEXT NOT NULL REFERENCES evidence (id) ON DELETE CASCADE,
    technology_id TEXT NOT NULL REFERENCES technology (id),
    PRIMARY KEY (evidence_id, technology_id)
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX evidence_technology_technology ON evidence_technology (technology_id)`,
  // A project in which a ROM takes part is shown as an initiative, not a second time.
  `CREATE VIEW public_evidence AS SELECT * FROM evidence WHERE undertaking_id IS NULL`,

  `CREATE TABLE rom_identifier (
    scheme TEXT NOT NULL CHECK (scheme IN ('pic')),
    value TEXT NOT NULL,
    rom_id TEXT NOT NULL REFERENCES rom (id),
    PRIMARY KEY (scheme, value)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE undertaking_identifier (
    scheme TEXT NOT NULL CHECK (scheme IN ('cordis')),
    value TEXT NOT NULL,
    undertaking_id TEXT NOT NULL REFERENCES undertaking (id) ON DELETE CASCADE,
    PRIMARY KEY (scheme, value)
  ) STRICT, WITHOUT ROWID`,

  // Proposed, never guessed: a person says whether two organisations are one. The first id sorts before the second.
  `CREATE TABLE organisation_duplicate (
    first_id TEXT NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
    second_id TEXT NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
    reason TEXT NOT NULL CHECK (reason IN ('vat', 'name_place')),
    value TEXT NOT NULL,
    proposed_at TEXT NOT NULL,
    resolution TEXT CHECK (resolution IN ('merged', 'distinct')),
    resolved_at TEXT,
    PRIMARY KEY (first_id, second_id),
    CHECK (first_id < second_id),
    CHECK ((resolution IS NULL) = (resolved_at IS NULL))
  ) STRICT, WITHOUT ROWID`,

  `INSERT INTO actor (id, kind, name) VALUES ('cordis', 'import', 'CORDIS')`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
