import { type Kysely, sql } from 'kysely'
import type { Db } from '#db/client.ts'
import type { Database } from '#db/schema.ts'

/** So many items per transaction: a live server that wants to write waits for some hundredths of a second. */
const batchSize = 200

/**
 * Runs a function in a transaction that may write from its start: what is read in it is still so when it is written.
 * (One that begins by reading fails when another process writes in between, however long it is willing to wait.)
 */
export async function writing<Result>(db: Kysely<Database>, run: (trx: Db) => Promise<Result>): Promise<Result> {
  return db.connection().execute(async (connection) => {
    await sql`BEGIN IMMEDIATE`.execute(connection)
    try {
      const result = await run(connection)
      await sql`COMMIT`.execute(connection)
      return result
    } catch (error) {
      await sql`ROLLBACK`.execute(connection)
      throw error
    }
  })
}

/** The items in batches. */
export function* batches<Item>(items: Item[]): Generator<Item[]> {
  for (let from = 0; from < items.length; from += batchSize) yield items.slice(from, from + batchSize)
}
