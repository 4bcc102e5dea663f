import type { Db } from '#db/client.ts'
import { hashOf } from '../../auth/keys.server.ts'
import { promisedDays } from './ask.server.ts'
import { addEvent, tellRom } from './events.server.ts'
import { findQuestion, type Question } from './queries.server.ts'
import { afterWorkingDays } from './working-days.ts'

/** So long after a question was closed its link still opens it. */
const keyDays = 90

const closedBefore = (now: Date) => new Date(now.getTime() - keyDays * 24 * 3_600_000).toISOString()

/** The question that a mailed key opens; undefined when it opens nothing (any more). */
export async function questionByKey(db: Db, key: string, now: Date): Promise<Question | undefined> {
  const row = await db
    .selectFrom('question_key as k')
    .innerJoin('question as q', 'q.id', 'k.question_id')
    .select('q.id')
    .where('k.hash', '=', hashOf(key))
    .where('q.forgotten_at', 'is', null)
    .where((eb) => eb.or([eb('q.closed_at', 'is', null), eb('q.closed_at', '>', closedBefore(now))]))
    .executeTakeFirst()
  return row && findQuestion(db, row.id)
}

/** Takes away the keys that open nothing any more. @returns how many */
export async function removeClosedKeys(db: Db, now: Date): Promise<number> {
  const gone = await db
    .deleteFrom('question_key')
    .where('question_id', 'in', (eb) =>
      eb.selectFrom('question').select('id').where('closed_at', '<=', closedBefore(now)),
    )
    .executeTakeFirst()
  return Number(gone.numDeletedRows)
}

/**
 * Adds what the asker writes: the ROM owes a reply again. What was pressed twice is added once. Call it within `write`.
 * @param day the day it is, as YYYY-MM-DD
 */
export async function writeOn(
  trx: Db,
  { id }: Pick<Question, 'id'>,
  { text, by, day }: { text: string; by: string; day: string },
  now: Date,
): Promise<void> {
  const question = await findQuestion(trx, id)
  if (!question || question.forgotten_at) return
  const last = await trx
    .selectFrom('question_event')
    .select(['kind', 'text'])
    .where('question_id', '=', id)
    .where('number', '=', question.events)
    .executeTakeFirst()
  if (last?.kind === 'wrote' && last.text === text) return
  const { rom_id, responsible_id, rom } = question
  // What waits already goes on waiting from when it began.
  const due_on = question.state === 'waiting' ? question.due_on : afterWorkingDays(day, promisedDays)
  const again = { waiting_since: now.toISOString(), due_on, reminders: 0, closed_at: null, outcome: null }
  const set = question.state === 'waiting' ? {} : { state: 'waiting' as const, ...again }
  await addEvent(trx, id, { kind: 'wrote', by_id: by, rom_id, text }, set, now)
  const params = { rom, due: due_on, link: `/werk/vragen/${id}` }
  await tellRom(trx, { romId: rom_id, responsibleId: responsible_id }, { template: 'questionWritten', params }, now)
}
