import { type Kysely, sql } from 'kysely'

/** Who is public is counted by region on nearly every page: by this, without reading the organisations themselves. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`CREATE INDEX organisation_public ON organisation (seat_rom_id, is_example, kind)
    WHERE published_at IS NOT NULL AND withdrawn_at IS NULL`.execute(db)
}
