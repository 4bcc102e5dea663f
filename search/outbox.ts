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

/** Asks whoever keeps the index to make it anew. */
export async function requestRebuild(db: Db): Promise<void> {
  await sql`INSERT INTO search_outbox (type, id) VALUES ('*', '*') ON CONFLICT DO NOTHING`.execute(db)
}

/** Whether somebody asked for that and it is not done yet. */
export async function rebuildAsked(db: Db): Promise<boolean> {
  const row = await db.selectFrom('search_outbox').select('seq').where('type', '=', '*').executeTakeFirst()
  return row !== undefined
}
