import { type Kysely, sql } from 'kysely'

/** The indicator dictionary, measurements, money, and the joint agenda's goals. */
const statements = [
  `CREATE TABLE indicator (
    id TEXT PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    name_nl TEXT NOT NULL,
    name_en TEXT NOT NULL,
    unit TEXT NOT NULL CHECK (unit IN ('count', 'eur_cents', 'permille')),
    core_task_id TEXT REFERENCES core_task (id),
    position INTEGER NOT NULL,
    edited_by TEXT REFERENCES actor (id)
  ) STRICT`,
  // A value is comparable only with values of the same definition and population.
  `CREATE TABLE indicator_version (
    id TEXT PRIMARY KEY,
    indicator_id TEXT NOT NULL REFERENCES indicator (id),
    version INTEGER NOT NULL,
    definition_nl TEXT NOT NULL,
    definition_en TEXT NOT NULL,
    UNIQUE (indicator_id, version)
  ) STRICT`,
  `CREATE TABLE population (
    id TEXT PRIMARY KEY,
    name_nl TEXT NOT NULL,
    name_en TEXT NOT NULL
  ) STRICT`,
  `CREATE TABLE population_rom (
    population_id TEXT NOT NULL REFERENCES population (id),
    rom_id TEXT NOT NULL REFERENCES rom (id),
    PRIMARY KEY (population_id, rom_id)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE measurement (
    id TEXT PRIMARY KEY,
    indicator_version_id TEXT NOT NULL REFERENCES indicator_version (id),
    population_id TEXT NOT NULL REFERENCES population (id),
    rom_id TEXT REFERENCES rom (id),
    period_from TEXT NOT NULL CHECK (length(period_from) = 10),
    period_until TEXT NOT NULL CHECK (length(period_until) = 10),
    value INTEGER NOT NULL,
    qualifier TEXT NOT NULL CHECK (qualifier IN ('exact', 'more_than', 'about')),
    retracted INTEGER NOT NULL DEFAULT 0 CHECK (retracted IN (0, 1)),
    supersedes_id TEXT REFERENCES measurement (id),
    source_id TEXT NOT NULL REFERENCES source (id),
    recorded_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES actor (id),
    CHECK (period_from <= period_until)
  ) STRICT`,
  `CREATE INDEX measurement_indicator ON measurement (indicator_version_id, period_from)`,
  `CREATE INDEX measurement_supersedes ON measurement (supersedes_id)`,
  `CREATE TRIGGER measurement_no_update BEFORE UPDATE ON measurement BEGIN
    SELECT RAISE(ABORT, 'measurement is append-only');
  END`,
  `CREATE TRIGGER measurement_no_delete BEFORE DELETE ON measurement BEGIN
    SELECT RAISE(ABORT, 'measurement is append-only');
  END`,

  // Integer euro cents; states are never added up with each other.
  `CREATE TABLE contribution (
    id TEXT PRIMARY KEY,
    undertaking_id TEXT NOT NULL REFERENCES undertaking (id),
    funder_nl TEXT NOT NULL,
    funder_en TEXT NOT NULL,
    funder_organisation_id TEXT REFERENCES organisation (id),
    rom_id TEXT REFERENCES rom (id),
    state TEXT NOT NULL CHECK (state IN
      ('requested', 'pledged', 'granted', 'advanced', 'spent', 'settled', 'reclaimed')),
    amount_cents INTEGER NOT NULL CHECK (amount_cents > 0),
    qualifier TEXT NOT NULL DEFAULT 'exact' CHECK (qualifier IN ('exact', 'more_than', 'about')),
    per_year INTEGER NOT NULL DEFAULT 0 CHECK (per_year IN (0, 1)),
    year_from INTEGER CHECK (year_from BETWEEN 1990 AND 2100),
    year_until INTEGER CHECK (year_until BETWEEN 1990 AND 2100),
    note_nl TEXT,
    note_en TEXT,
    retracted INTEGER NOT NULL DEFAULT 0 CHECK (retracted IN (0, 1)),
    supersedes_id TEXT REFERENCES contribution (id),
    source_id TEXT NOT NULL REFERENCES source (id),
    recorded_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES actor (id)
  ) STRICT`,
  `CREATE INDEX contribution_undertaking ON contribution (undertaking_id)`,
  `CREATE INDEX contribution_supersedes ON contribution (supersedes_id)`,
  `CREATE TRIGGER contribution_no_update BEFORE UPDATE ON contribution BEGIN
    SELECT RAISE(ABORT, 'contribution is append-only');
  END`,
  `CREATE TRIGGER contribution_no_delete BEFORE DELETE ON contribution
    WHEN (SELECT is_example FROM undertaking WHERE id = OLD.undertaking_id) = 0 BEGIN
    SELECT RAISE(ABORT, 'contribution is append-only');
  END`,

  // The joint agenda: per theme an ambition, and what is to be reached by 2027 once it is agreed.
  `CREATE TABLE agenda_goal (
    id TEXT PRIMARY KEY,
    theme_id TEXT NOT NULL REFERENCES theme (id),
    version INTEGER NOT NULL,
    ambition_nl TEXT NOT NULL,
    ambition_en TEXT NOT NULL,
    goal_2027_nl TEXT,
    goal_2027_en TEXT,
    source_id TEXT NOT NULL REFERENCES source (id),
    recorded_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES actor (id),
    UNIQUE (theme_id, version)
  ) STRICT`,

  `CREATE VIEW current_measurement AS
    SELECT m.* FROM measurement m
    WHERE m.retracted = 0 AND NOT EXISTS (SELECT 1 FROM measurement s WHERE s.supersedes_id = m.id)`,
  `CREATE VIEW current_contribution AS
    SELECT c.* FROM contribution c
    WHERE c.retracted = 0 AND NOT EXISTS (SELECT 1 FROM contribution s WHERE s.supersedes_id = c.id)`,
  `CREATE VIEW current_organisation_rom AS
    SELECT a.* FROM organisation_rom a
    WHERE a.retracted = 0
      AND NOT EXISTS (SELECT 1 FROM organisation_rom s WHERE s.supersedes_id = a.id)
      AND (a.valid_from IS NULL OR a.valid_from <= date('now'))
      AND (a.valid_until IS NULL OR a.valid_until > date('now'))`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
