import { sql } from 'kysely'
import type { Db } from '#db/client.ts'

/** How many changes the index has not heard of yet. */
export async function countWaiting(db: Db): Promise<number> {
  const { n } = await db
    .selectFrom('search_outbox')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return n
}

/** Asks whoever keeps the index to make it anew. Within `write` it is on record who did, and when. */
export async function requestRebuild(db: Db): Promise<void> {
  await sql`INSERT INTO search_outbox (type, id) VALUES ('*', '*') ON CONFLICT DO NOTHING`.execute(db)
  await sql`INSERT INTO audit_entry (at, actor_id, action, noun, row_id, after)
    SELECT at, actor_id, 'insert', 'search_rebuild', '*', '{}' FROM writing`.execute(db)
}

/** Whether somebody asked for that and it is not done yet. */
export async function rebuildAsked(db: Db): Promise<boolean> {
  const row = await db.selectFrom('search_outbox').select('seq').where('type', '=', '*').executeTakeFirst()
  return row !== undefined
}

/** Whether the indexes have yet to hear of a change of this row. */
export async function isWaiting(db: Db, type: string, id: string): Promise<boolean> {
  const row = await db
    .selectFrom('search_outbox')
    .select('seq')
    .where('type', '=', type)
    .where('id', '=', id)
    .executeTakeFirst()
  return row !== undefined
}
