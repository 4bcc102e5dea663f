import type { Transaction } from 'kysely'
import type { Database } from '#db/schema.ts'
import { write } from '#db/write.ts'
import type { App } from '../context.server.ts'
import { askedTooOften, tooOften } from '../http/rate.server.ts'

/**
 * Writes in the name of a person at this moment: see `write`.
 * @throws a 429 for somebody who writes more often than people do, before anything is written
 */
export async function recorded<Result>(
  { db, now, env }: Pick<App, 'db' | 'now' | 'env'>,
  actorId: string,
  work: (trx: Transaction<Database>) => Promise<Result>,
): Promise<Result> {
  const wait = await tooOften(db, 'write', actorId, env.limitFactor)
  if (wait !== null) throw askedTooOften(wait)
  return write(db, { id: actorId }, now(), work)
}
