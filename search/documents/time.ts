import { type Kysely, sql } from 'kysely'
import type { Db } from '#db/client.ts'
import type { Database } from '#db/schema.ts'

/**
 * Queues what changed without anybody writing: offers and needs that expired, calls that opened or closed, projects and
 * participations that ended. Nothing happens when this was done for the day already.
 */
export async function queueWhatTimeChanged(db: Kysely<Database>, today: string): Promise<void> {
  const done = await lastDay(db)
  if (done === today) return
  await db.transaction().execute(async (trx) => {
    // Before the first time there is nothing in the index that could be out of date.
    if (done !== null) await queueBetween(trx, done, today)
    await trx
      .insertInto('setting')
      .values({ key: 'search-day', value: today })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: today }))
      .execute()
  })
}

async function lastDay(db: Db): Promise<string | null> {
  const row = await db.selectFrom('setting').select('value').where('key', '=', 'search-day').executeTakeFirst()
  return row?.value ?? null
}

async function queueBetween(db: Db, last: string, today: string): Promise<void> {
  // "From" days count from the day itself, "last" days until the day after: a day's margin covers both.
  const passed = (column: string) => sql`${sql.ref(column)} BETWEEN date(${last}, '-1 day') AND ${today}`
  const changed = [
    sql`SELECT 'organisation', organisation_id FROM listing WHERE ${passed('expires_on')}`,
    sql`SELECT 'organisation', organisation_id FROM organisation_rom
      WHERE ${passed('valid_from')} OR ${passed('valid_until')}`,
    sql`SELECT 'call', id FROM call WHERE ${passed('opens_on')} OR ${passed('deadline_on')}`,
    sql`SELECT 'evidence', id FROM evidence WHERE ${passed('ends_on')}`,
    sql`SELECT 'undertaking', undertaking_id FROM participation WHERE ${passed('valid_until')}`,
  ]
  for (const rows of changed) {
    await sql`INSERT INTO search_outbox (type, id) SELECT * FROM (${rows}) WHERE true ON CONFLICT DO NOTHING`.execute(
      db,
    )
  }
}
