import { type Kysely, sql } from 'kysely'

/**
 * All that the list of projects filters and counts by, without the objectives: those are most of the table, and
 * reading past them made every count twice as slow.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`CREATE INDEX evidence_list
    ON evidence (id, undertaking_id, starts_on, ends_on, status, acronym, title, keywords)`.execute(db)
}
