import { type Kysely, sql } from 'kysely'

/** Other names that an organisation is known and looked for by: "TU Delft", "WUR". */
const follow = (name: string, event: string, row: string) => `
  CREATE TRIGGER search_organisation_alias_${name} AFTER ${event} ON organisation_alias BEGIN
    DELETE FROM search_outbox WHERE type = 'organisation' AND id = ${row}.organisation_id;
    INSERT INTO search_outbox (type, id) VALUES ('organisation', ${row}.organisation_id);
  END`

const statements = [
  `CREATE TABLE organisation_alias (
    organisation_id TEXT NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    source_id TEXT REFERENCES source (id),
    PRIMARY KEY (organisation_id, name)
  ) STRICT, WITHOUT ROWID`,
  follow('insert', 'INSERT', 'NEW'),
  follow('delete', 'DELETE', 'OLD'),
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
