import type { Transaction } from 'kysely'
import type { Database } from '#db/schema.ts'
import { write } from '#db/write.ts'
import type { App } from '../context.server.ts'

/** Writes in the name of a person at this moment: see `write`. */
export function recorded<Result>(
  { db, now }: Pick<App, 'db' | 'now'>,
  actorId: string,
  work: (trx: Transaction<Database>) => Promise<Result>,
): Promise<Result> {
  return write(db, { id: actorId }, now(), work)
}
