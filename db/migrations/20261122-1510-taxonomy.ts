import { type Kysely, sql } from 'kysely'
import { auditOf } from './audit.ts'

/** Administrators edit the names of themes and technologies: what they changed is on record, and first content leaves it alone. */
const names = ['name_nl', 'name_en']
const statements = [
  'ALTER TABLE technology ADD COLUMN edited_by TEXT REFERENCES actor (id)',
  ...auditOf({ table: 'theme', columns: [...names, 'summary_nl', 'summary_en', 'edited_by'] }),
  ...auditOf({ table: 'technology', columns: [...names, 'edited_by'] }),
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
