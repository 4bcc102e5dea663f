import { sql } from 'kysely'
import type { Db } from '#db/client.ts'
import { hitPaths } from '../search/types.ts'

/** Every public page about one thing, with when that last changed as far as it is kept. What was made up is not there. */
const addresses = sql`(
  SELECT ${`${hitPaths.theme}/`} || slug AS path, NULL AS updated_at FROM theme
  UNION ALL SELECT ${`${hitPaths.rom}/`} || slug, NULL FROM rom
  UNION ALL SELECT CASE kind WHEN 'programme' THEN ${`${hitPaths.programme}/`} ELSE ${`${hitPaths.initiative}/`} END
    || slug, updated_at FROM public_undertaking WHERE is_example = 0
  UNION ALL SELECT ${`${hitPaths.call}/`} || slug, NULL FROM public_call WHERE is_example = 0
  UNION ALL SELECT ${`${hitPaths.instrument}/`} || slug, NULL FROM public_instrument
  UNION ALL SELECT ${`${hitPaths.organisation}/`} || slug, updated_at FROM public_organisation WHERE is_example = 0
  UNION ALL SELECT ${`${hitPaths.project}/`} || slug, updated_at FROM public_evidence
)`

/** How many there are. */
export async function countAddresses(db: Db): Promise<number> {
  const { rows } = await sql<{ n: number }>`SELECT count(*) AS n FROM ${addresses}`.execute(db)
  return rows[0]?.n ?? 0
}

/** A part of them, in order of their path. */
export async function listAddresses(db: Db, { limit, offset }: { limit: number; offset: number }) {
  const { rows } = await sql<{ path: string; updated_at: string | null }>`
    SELECT path, updated_at FROM ${addresses} ORDER BY path LIMIT ${limit} OFFSET ${offset}`.execute(db)
  return rows
}
