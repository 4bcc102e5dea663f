import { type Kysely, sql } from 'kysely'

/** Organisations, what they offer and need, and their earlier projects. */
const statements = [
  `CREATE TABLE organisation (
    id TEXT PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    name_en TEXT,
    kind TEXT NOT NULL CHECK (kind IN
      ('startup', 'scaleup', 'sme', 'knowledge_institution', 'corporate', 'government', 'network')),
    institution_kind TEXT CHECK (institution_kind IN
      ('university', 'applied_university', 'medical_centre', 'to2', 'national_institute', 'institute')),
    kvk_number TEXT UNIQUE CHECK (kvk_number GLOB '[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]'),
    website TEXT,
    postcode TEXT CHECK (postcode GLOB '[1-9][0-9][0-9][0-9]*'),
    place TEXT,
    province_id TEXT REFERENCES province (id),
    seat_rom_id TEXT REFERENCES rom (id),
    founded_year INTEGER CHECK (founded_year BETWEEN 1000 AND 2100),
    employees INTEGER CHECK (employees >= 0),
    summary_nl TEXT,
    summary_en TEXT,
    is_example INTEGER NOT NULL DEFAULT 0 CHECK (is_example IN (0, 1)),
    source_id TEXT REFERENCES source (id),
    published_at TEXT,
    withdrawn_at TEXT,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    edited_by TEXT REFERENCES actor (id),
    CHECK (institution_kind IS NULL OR kind = 'knowledge_institution')
  ) STRICT`,
  `CREATE INDEX organisation_name ON organisation (name COLLATE NOCASE)`,
  `CREATE INDEX organisation_seat ON organisation (seat_rom_id, kind)`,
  `CREATE INDEX organisation_kind ON organisation (kind)`,

  // Keys of other registers. One organisation may have several of one scheme (two PICs, say).
  `CREATE TABLE organisation_identifier (
    scheme TEXT NOT NULL CHECK (scheme IN ('pic', 'ror', 'vat', 'wikidata')),
    value TEXT NOT NULL,
    organisation_id TEXT NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
    PRIMARY KEY (scheme, value)
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX organisation_identifier_organisation ON organisation_identifier (organisation_id)`,

  // Which ROM accompanies an organisation (its seat is another thing), with both times.
  `CREATE TABLE organisation_rom (
    id TEXT PRIMARY KEY,
    organisation_id TEXT NOT NULL REFERENCES organisation (id),
    rom_id TEXT NOT NULL REFERENCES rom (id),
    valid_from TEXT CHECK (length(valid_from) = 10),
    valid_until TEXT CHECK (length(valid_until) = 10),
    retracted INTEGER NOT NULL DEFAULT 0 CHECK (retracted IN (0, 1)),
    supersedes_id TEXT REFERENCES organisation_rom (id),
    source_id TEXT REFERENCES source (id),
    recorded_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES actor (id)
  ) STRICT`,
  `CREATE INDEX organisation_rom_organisation ON organisation_rom (organisation_id)`,
  `CREATE INDEX organisation_rom_rom ON organisation_rom (rom_id)`,
  `CREATE INDEX organisation_rom_supersedes ON organisation_rom (supersedes_id)`,
  `CREATE TRIGGER organisation_rom_no_update BEFORE UPDATE ON organisation_rom BEGIN
    SELECT RAISE(ABORT, 'organisation_rom is append-only');
  END`,
  `CREATE TRIGGER organisation_rom_no_delete BEFORE DELETE ON organisation_rom
    WHEN (SELECT is_example FROM organisation WHERE id = OLD.organisation_id) = 0 BEGIN
    SELECT RAISE(ABORT, 'organisation_rom is append-only');
  END`,

  `CREATE TABLE organisation_theme (
    organisation_id TEXT NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
    theme_id TEXT NOT NULL REFERENCES theme (id),
    PRIMARY KEY (organisation_id, theme_id)
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX organisation_theme_theme ON organisation_theme (theme_id)`,
  `CREATE TABLE organisation_technology (
    organisation_id TEXT NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
    technology_id TEXT NOT NULL REFERENCES technology (id),
    PRIMARY KEY (organisation_id, technology_id)
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX organisation_technology_technology ON organisation_technology (technology_id)`,

  // One table for offers and needs: they are matched against each other both ways and have the same columns.
  `CREATE TABLE listing (
    id TEXT PRIMARY KEY,
    organisation_id TEXT NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
    side TEXT NOT NULL CHECK (side IN ('offer', 'need')),
    text_nl TEXT,
    text_en TEXT,
    trl_min INTEGER CHECK (trl_min BETWEEN 1 AND 9),
    trl_max INTEGER CHECK (trl_max BETWEEN 1 AND 9),
    partner_kinds TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(partner_kinds)),
    agreement TEXT CHECK (agreement IN
      ('research', 'technical', 'pilot', 'commercial', 'licence', 'investment', 'supply')),
    visibility TEXT NOT NULL CHECK (visibility IN ('own_rom', 'roms', 'public')),
    anonymous INTEGER NOT NULL DEFAULT 0 CHECK (anonymous IN (0, 1)),
    expires_on TEXT NOT NULL CHECK (length(expires_on) = 10),
    withdrawn_at TEXT,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    edited_by TEXT REFERENCES actor (id),
    CHECK (text_nl IS NOT NULL OR text_en IS NOT NULL),
    CHECK (trl_min IS NULL OR trl_max IS NULL OR trl_min <= trl_max)
  ) STRICT`,
  `CREATE INDEX listing_organisation ON listing (organisation_id, side)`,
  `CREATE TABLE listing_theme (
    listing_id TEXT NOT NULL REFERENCES listing (id) ON DELETE CASCADE,
    theme_id TEXT NOT NULL REFERENCES theme (id),
    PRIMARY KEY (listing_id, theme_id)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE listing_technology (
    listing_id TEXT NOT NULL REFERENCES listing (id) ON DELETE CASCADE,
    technology_id TEXT NOT NULL REFERENCES technology (id),
    PRIMARY KEY (listing_id, technology_id)
  ) STRICT, WITHOUT ROWID`,

  `CREATE TABLE evidence (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('cordis', 'rom_project')),
    acronym TEXT,
    title TEXT NOT NULL,
    summary TEXT,
    starts_on TEXT CHECK (length(starts_on) IN (4, 7, 10)),
    ends_on TEXT CHECK (length(ends_on) IN (4, 7, 10)),
    url TEXT,
    source_id TEXT NOT NULL REFERENCES source (id)
  ) STRICT`,
  `CREATE TABLE evidence_organisation (
    evidence_id TEXT NOT NULL REFERENCES evidence (id) ON DELETE CASCADE,
    organisation_id TEXT NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
    role TEXT NOT NULL CHECK (role IN ('coordinator', 'participant')),
    PRIMARY KEY (evidence_id, organisation_id)
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX evidence_organisation_organisation ON evidence_organisation (organisation_id)`,

  // What may be seen by everybody. The domain and the search index both read through these.
  `CREATE VIEW public_organisation AS
    SELECT * FROM organisation WHERE published_at IS NOT NULL AND withdrawn_at IS NULL`,
  `CREATE VIEW public_listing AS
    SELECT l.* FROM listing l JOIN public_organisation o ON o.id = l.organisation_id
    WHERE l.visibility = 'public' AND l.anonymous = 0 AND l.withdrawn_at IS NULL AND l.expires_on > date('now')`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
