import type { Transaction } from 'kysely'
import type { Database } from '#db/schema.ts'
import { write } from '#db/write.ts'
import type { App } from '../context.server.ts'
import { type FormFaults, type Refusal, refusedFor } from '../http/form.server.ts'
import { askedTooOften, tooOften } from '../http/rate.server.ts'

type Writer = Pick<App, 'db' | 'now' | 'env'>
type Work<Result> = (trx: Transaction<Database>) => Promise<Result>

const secondsToWait = ({ db, env }: Writer, actorId: string) => tooOften(db, 'write', actorId, env.limitFactor)

/**
 * Writes in the name of a person at this moment: see `write`.
 * @throws a 429 for somebody who writes more often than people do, before anything is written
 */
export async function recorded<Result>(app: Writer, actorId: string, work: Work<Result>): Promise<Result> {
  const wait = await secondsToWait(app, actorId)
  if (wait !== null) throw askedTooOften(wait)
  return write(app.db, { id: actorId }, app.now(), work)
}

/**
 * Writes what a form asks, as `recorded` does.
 * @param typed what the form is shown with again when it is too often
 * @returns what came of it, or the form as it is refused to somebody who writes more often than people do
 */
export async function recordedForm<Result>(
  app: Writer,
  actorId: string,
  typed: FormFaults['values'],
  work: Work<Result>,
): Promise<{ result: Result; refusal: null } | { result: null; refusal: Refusal }> {
  const wait = await secondsToWait(app, actorId)
  if (wait !== null) return { result: null, refusal: refusedFor(wait, 'tooOften', typed) }
  return { result: await write(app.db, { id: actorId }, app.now(), work), refusal: null }
}
