import { type Kysely, sql } from 'kysely'

/** Reference data: who records, where facts come from, the ROMs and their areas, themes and technologies. */
const statements = [
  `CREATE TABLE actor (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('system', 'content', 'import', 'person')),
    name TEXT NOT NULL
  ) STRICT`,
  `INSERT INTO actor (id, kind, name) VALUES ('system', 'system', 'Schakel'), ('content', 'content', 'First content')`,

  `CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT`,

  `CREATE TABLE source (
    id TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    publisher TEXT NOT NULL,
    url TEXT CHECK (url LIKE 'http%'),
    published_on TEXT CHECK (length(published_on) IN (4, 7, 10)),
    retrieved_on TEXT NOT NULL CHECK (length(retrieved_on) = 10),
    licence TEXT
  ) STRICT`,

  `CREATE TABLE rom (
    id TEXT PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    short_name TEXT NOT NULL,
    full_name TEXT,
    website TEXT,
    head_office TEXT,
    founded TEXT CHECK (length(founded) IN (4, 7, 10)),
    summary_nl TEXT NOT NULL,
    summary_en TEXT NOT NULL,
    position INTEGER NOT NULL,
    edited_by TEXT REFERENCES actor (id)
  ) STRICT`,

  `CREATE TABLE province (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    position INTEGER NOT NULL
  ) STRICT`,

  // A ROM serves whole provinces, or a single area that lies in a province another ROM serves.
  `CREATE TABLE service_area (
    id TEXT PRIMARY KEY,
    rom_id TEXT NOT NULL REFERENCES rom (id),
    province_id TEXT NOT NULL REFERENCES province (id),
    name TEXT NOT NULL,
    whole_province INTEGER NOT NULL CHECK (whole_province IN (0, 1)),
    source_id TEXT REFERENCES source (id)
  ) STRICT`,
  `CREATE INDEX service_area_rom ON service_area (rom_id)`,
  `CREATE UNIQUE INDEX service_area_province ON service_area (province_id) WHERE whole_province = 1`,

  `CREATE TABLE postcode_range (
    first INTEGER PRIMARY KEY CHECK (first BETWEEN 1000 AND 9999),
    last INTEGER NOT NULL CHECK (last BETWEEN first AND 9999),
    service_area_id TEXT NOT NULL REFERENCES service_area (id)
  ) STRICT`,

  `CREATE TABLE theme (
    id TEXT PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('transition', 'challenge')),
    name_nl TEXT NOT NULL,
    name_en TEXT NOT NULL,
    summary_nl TEXT NOT NULL,
    summary_en TEXT NOT NULL,
    position INTEGER NOT NULL,
    edited_by TEXT REFERENCES actor (id)
  ) STRICT`,

  `CREATE TABLE core_task (
    id TEXT PRIMARY KEY CHECK (id IN ('innovate', 'internationalise', 'invest')),
    position INTEGER NOT NULL
  ) STRICT`,
  `INSERT INTO core_task (id, position) VALUES ('innovate', 1), ('internationalise', 2), ('invest', 3)`,

  `CREATE TABLE pillar (
    id INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 9),
    name_nl TEXT NOT NULL,
    name_en TEXT NOT NULL,
    summary_nl TEXT NOT NULL,
    summary_en TEXT NOT NULL,
    source_id TEXT REFERENCES source (id)
  ) STRICT`,

  `CREATE TABLE technology (
    id TEXT PRIMARY KEY,
    parent_id TEXT REFERENCES technology (id),
    kind TEXT NOT NULL CHECK (kind IN ('priority', 'cluster')),
    name_nl TEXT NOT NULL,
    name_en TEXT NOT NULL,
    position INTEGER NOT NULL,
    source_id TEXT REFERENCES source (id)
  ) STRICT`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
