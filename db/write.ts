import type { Kysely, Transaction } from 'kysely'
import type { Database } from './schema.ts'

/**
 * Writes in one transaction, all or nothing, in the name of somebody: what changes is in the audit log with who did it and when.
 * @param actor by its id in `actor`
 * @param at the moment it is
 * @returns what `work` gives
 * @throws whatever `work` throws, after which nothing was written
 */
export function write<Result>(
  db: Kysely<Database>,
  actor: { id: string },
  at: Date,
  work: (trx: Transaction<Database>) => Promise<Result>,
): Promise<Result> {
  return db.transaction().execute(async (trx) => {
    await trx.insertInto('writing').values({ id: 1, actor_id: actor.id, at: at.toISOString() }).execute()
    const result = await work(trx)
    await trx.deleteFrom('writing').execute()
    return result
  })
}
