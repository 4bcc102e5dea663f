import { type Kysely, sql } from 'kysely'

/**
 * Programmes and initiatives share one table: they have the same life cycle, participations, partners, calls and
 * money, and an initiative may lie under a programme.
 */
const statements = [
  `CREATE TABLE undertaking (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('programme', 'initiative')),
    slug TEXT NOT NULL,
    parent_id TEXT REFERENCES undertaking (id),
    initiative_kind TEXT CHECK (initiative_kind IN
      ('project', 'community', 'trade_mission', 'event', 'study', 'agreement', 'hub')),
    name_nl TEXT NOT NULL,
    name_en TEXT NOT NULL,
    summary_nl TEXT NOT NULL,
    summary_en TEXT NOT NULL,
    status TEXT CHECK (status IN
      ('idea', 'exploration', 'aligned', 'preparation', 'running', 'completed', 'stopped')),
    starts_on TEXT CHECK (length(starts_on) IN (4, 7, 10)),
    ends_on TEXT CHECK (length(ends_on) IN (4, 7, 10)),
    pillar_id INTEGER REFERENCES pillar (id),
    website TEXT,
    in_matrix INTEGER NOT NULL DEFAULT 1 CHECK (in_matrix IN (0, 1)),
    caveat_nl TEXT,
    caveat_en TEXT,
    is_example INTEGER NOT NULL DEFAULT 0 CHECK (is_example IN (0, 1)),
    reviewed_on TEXT NOT NULL CHECK (length(reviewed_on) = 10),
    published_at TEXT,
    withdrawn_at TEXT,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    edited_by TEXT REFERENCES actor (id),
    UNIQUE (kind, slug),
    CHECK (kind = 'initiative' OR (parent_id IS NULL AND initiative_kind IS NULL))
  ) STRICT`,
  `CREATE INDEX undertaking_parent ON undertaking (parent_id)`,
  `CREATE INDEX undertaking_list ON undertaking (kind, status, starts_on)`,

  `CREATE TABLE undertaking_theme (
    undertaking_id TEXT NOT NULL REFERENCES undertaking (id) ON DELETE CASCADE,
    theme_id TEXT NOT NULL REFERENCES theme (id),
    PRIMARY KEY (undertaking_id, theme_id)
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX undertaking_theme_theme ON undertaking_theme (theme_id)`,
  `CREATE TABLE undertaking_core_task (
    undertaking_id TEXT NOT NULL REFERENCES undertaking (id) ON DELETE CASCADE,
    core_task_id TEXT NOT NULL REFERENCES core_task (id),
    PRIMARY KEY (undertaking_id, core_task_id)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE undertaking_technology (
    undertaking_id TEXT NOT NULL REFERENCES undertaking (id) ON DELETE CASCADE,
    technology_id TEXT NOT NULL REFERENCES technology (id),
    PRIMARY KEY (undertaking_id, technology_id)
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX undertaking_technology_technology ON undertaking_technology (technology_id)`,

  // Who else is in it: an organisation we list, or a body known by a name (dated by its source, as ministries are renamed).
  `CREATE TABLE undertaking_partner (
    id TEXT PRIMARY KEY,
    undertaking_id TEXT NOT NULL REFERENCES undertaking (id) ON DELETE CASCADE,
    organisation_id TEXT REFERENCES organisation (id),
    name_nl TEXT NOT NULL,
    name_en TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN
      ('commissioner', 'external_lead', 'fund_holder', 'funder', 'knowledge_partner', 'company', 'partner')),
    source_id TEXT REFERENCES source (id)
  ) STRICT`,
  `CREATE INDEX undertaking_partner_undertaking ON undertaking_partner (undertaking_id)`,
  `CREATE INDEX undertaking_partner_organisation ON undertaking_partner (organisation_id)`,

  // One ROM in one programme or initiative. Append-only: a change or correction is a new row that supersedes.
  `CREATE TABLE participation (
    id TEXT PRIMARY KEY,
    undertaking_id TEXT NOT NULL REFERENCES undertaking (id),
    rom_id TEXT NOT NULL REFERENCES rom (id),
    role TEXT CHECK (role IN ('lead', 'partner', 'observer')),
    status TEXT NOT NULL CHECK (status IN ('invited', 'requested', 'confirmed', 'declined', 'left', 'retracted')),
    valid_from TEXT CHECK (length(valid_from) = 10),
    valid_until TEXT CHECK (length(valid_until) = 10),
    note_nl TEXT,
    note_en TEXT,
    correction INTEGER NOT NULL DEFAULT 0 CHECK (correction IN (0, 1)),
    supersedes_id TEXT REFERENCES participation (id),
    source_id TEXT REFERENCES source (id),
    recorded_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES actor (id),
    CHECK (valid_from IS NULL OR valid_until IS NULL OR valid_from < valid_until),
    CHECK (correction = 0 OR supersedes_id IS NOT NULL)
  ) STRICT`,
  `CREATE INDEX participation_undertaking ON participation (undertaking_id, rom_id)`,
  `CREATE INDEX participation_rom ON participation (rom_id)`,
  `CREATE INDEX participation_supersedes ON participation (supersedes_id, recorded_at)`,
  `CREATE TRIGGER participation_no_update BEFORE UPDATE ON participation BEGIN
    SELECT RAISE(ABORT, 'participation is append-only');
  END`,
  `CREATE TRIGGER participation_no_delete BEFORE DELETE ON participation
    WHEN (SELECT is_example FROM undertaking WHERE id = OLD.undertaking_id) = 0 BEGIN
    SELECT RAISE(ABORT, 'participation is append-only');
  END`,

  `CREATE TABLE open_role (
    id TEXT PRIMARY KEY,
    undertaking_id TEXT NOT NULL REFERENCES undertaking (id) ON DELETE CASCADE,
    title_nl TEXT NOT NULL,
    title_en TEXT NOT NULL,
    description_nl TEXT,
    description_en TEXT,
    closes_on TEXT CHECK (length(closes_on) = 10),
    filled_at TEXT
  ) STRICT`,
  `CREATE INDEX open_role_undertaking ON open_role (undertaking_id)`,

  `CREATE TABLE call (
    id TEXT PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    undertaking_id TEXT REFERENCES undertaking (id),
    theme_id TEXT REFERENCES theme (id),
    title_nl TEXT NOT NULL,
    title_en TEXT NOT NULL,
    summary_nl TEXT NOT NULL,
    summary_en TEXT NOT NULL,
    eligible_nl TEXT,
    eligible_en TEXT,
    offered_nl TEXT,
    offered_en TEXT,
    opens_on TEXT CHECK (length(opens_on) = 10),
    deadline_on TEXT CHECK (length(deadline_on) = 10),
    url TEXT,
    is_example INTEGER NOT NULL DEFAULT 0 CHECK (is_example IN (0, 1)),
    source_id TEXT REFERENCES source (id),
    published_at TEXT,
    withdrawn_at TEXT,
    edited_by TEXT REFERENCES actor (id),
    CHECK (is_example = 1 OR source_id IS NOT NULL)
  ) STRICT`,
  `CREATE INDEX call_deadline ON call (deadline_on)`,
  `CREATE INDEX call_undertaking ON call (undertaking_id)`,

  `CREATE TABLE milestone (
    id TEXT PRIMARY KEY,
    undertaking_id TEXT REFERENCES undertaking (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('event', 'decision', 'signing', 'publication', 'start', 'end', 'evaluation')),
    title_nl TEXT NOT NULL,
    title_en TEXT NOT NULL,
    starts_on TEXT NOT NULL CHECK (length(starts_on) IN (4, 7, 10)),
    ends_on TEXT CHECK (length(ends_on) IN (4, 7, 10)),
    place TEXT,
    source_id TEXT NOT NULL REFERENCES source (id)
  ) STRICT`,
  `CREATE INDEX milestone_date ON milestone (starts_on)`,
  `CREATE INDEX milestone_undertaking ON milestone (undertaking_id)`,

  `CREATE TABLE instrument (
    id TEXT PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    name_nl TEXT NOT NULL,
    name_en TEXT NOT NULL,
    summary_nl TEXT NOT NULL,
    summary_en TEXT NOT NULL,
    provider TEXT NOT NULL,
    audience_nl TEXT NOT NULL,
    audience_en TEXT NOT NULL,
    apply_nl TEXT NOT NULL,
    apply_en TEXT NOT NULL,
    max_amount_cents INTEGER CHECK (max_amount_cents > 0),
    facts_as_of TEXT NOT NULL CHECK (length(facts_as_of) IN (4, 7, 10)),
    stated_until TEXT CHECK (length(stated_until) = 10),
    needs_recheck INTEGER NOT NULL CHECK (needs_recheck IN (0, 1)),
    website TEXT,
    source_id TEXT NOT NULL REFERENCES source (id),
    published_at TEXT,
    withdrawn_at TEXT,
    edited_by TEXT REFERENCES actor (id)
  ) STRICT`,

  // A sourced statement about one subject. With a field it says where that column's value comes from.
  `CREATE TABLE fact (
    id TEXT PRIMARY KEY,
    rom_id TEXT REFERENCES rom (id) ON DELETE CASCADE,
    theme_id TEXT REFERENCES theme (id) ON DELETE CASCADE,
    organisation_id TEXT REFERENCES organisation (id) ON DELETE CASCADE,
    undertaking_id TEXT REFERENCES undertaking (id) ON DELETE CASCADE,
    instrument_id TEXT REFERENCES instrument (id) ON DELETE CASCADE,
    field TEXT,
    text_nl TEXT,
    text_en TEXT,
    source_id TEXT NOT NULL REFERENCES source (id),
    position INTEGER NOT NULL DEFAULT 0,
    CHECK ((rom_id IS NOT NULL) + (theme_id IS NOT NULL) + (organisation_id IS NOT NULL)
      + (undertaking_id IS NOT NULL) + (instrument_id IS NOT NULL) = 1),
    CHECK ((text_nl IS NULL) = (text_en IS NULL)),
    CHECK (field IS NOT NULL OR text_nl IS NOT NULL)
  ) STRICT`,
  `CREATE INDEX fact_rom ON fact (rom_id) WHERE rom_id IS NOT NULL`,
  `CREATE INDEX fact_theme ON fact (theme_id) WHERE theme_id IS NOT NULL`,
  `CREATE INDEX fact_organisation ON fact (organisation_id) WHERE organisation_id IS NOT NULL`,
  `CREATE INDEX fact_undertaking ON fact (undertaking_id) WHERE undertaking_id IS NOT NULL`,
  `CREATE INDEX fact_instrument ON fact (instrument_id) WHERE instrument_id IS NOT NULL`,

  `CREATE VIEW public_undertaking AS
    SELECT * FROM undertaking WHERE published_at IS NOT NULL AND withdrawn_at IS NULL`,
  `CREATE VIEW public_call AS
    SELECT * FROM call WHERE published_at IS NOT NULL AND withdrawn_at IS NULL`,
  `CREATE VIEW public_instrument AS
    SELECT * FROM instrument WHERE published_at IS NOT NULL AND withdrawn_at IS NULL`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
