import type { Kysely } from 'kysely'
import type { Db } from '#db/client.ts'
import type { Database } from '#db/schema.ts'
import { write } from '#db/write.ts'
import { dutchDay } from '../../i18n/format.ts'
import { workingDaysBetween } from '../question/working-days.ts'
import { staffOf } from '../rom/contacts.server.ts'
import { askForAnswer, askForConsent, askForOutcome, tellStaff } from './mails.server.ts'
import { waitingFor } from './moves.ts'
import { findIntroduction, type Introduction } from './queries.server.ts'
import { askedAgainAfter, waitingStates } from './types.ts'
import { addEvent } from './write.server.ts'

/** Working days before an answer is due on which whoever is waited for is reminded. */
const remindedBefore = 3

/**
 * Reminds whoever is waited for, tells those involved when an answer is late, and asks what came of introductions of half a year and a year
 * ago. Each is done once, also when it runs more often or is cut off.
 * @returns how many introductions something was sent about
 */
export async function remindOfIntroductions(db: Kysely<Database>, now: Date): Promise<number> {
  const today = dutchDay(now)
  let sent = 0
  const waiting = await db
    .selectFrom('introduction')
    .select(['id', 'due_on'])
    .where('state', 'in', ['requested', ...waitingStates])
    .where('due_on', 'is not', null)
    .execute()
  for (const { id, due_on } of waiting) {
    const day = due_on as string
    const stage = today > day ? 'late' : workingDaysBetween(today, day) <= remindedBefore ? 'soon' : null
    if (stage && (await once(db, id, `${stage} ${day}`, now, (trx, one) => remind(trx, one, stage, now)))) sent += 1
  }
  for (const { id, months } of await askedAgain(db, today)) {
    if (await once(db, id, `outcome ${months}`, now, (trx, one) => askForOutcome(trx, one, months, now))) sent += 1
  }
  return sent
}

async function once(
  db: Kysely<Database>,
  id: string,
  mark: string,
  now: Date,
  work: (trx: Db, introduction: Introduction) => Promise<void>,
): Promise<boolean> {
  const known = (from: Db) =>
    from
      .selectFrom('introduction_event')
      .select('id')
      .where('introduction_id', '=', id)
      .where('kind', '=', 'reminded')
      .where('text', '=', mark)
      .executeTakeFirst()
  if (await known(db)) return false
  return write(db, { id: 'system' }, now, async (trx) => {
    const introduction = await findIntroduction(trx, id, null)
    if (!introduction || (await known(trx))) return false
    await work(trx, introduction)
    await addEvent(trx, id, { kind: 'reminded', by: 'system', text: mark }, now)
    return true
  })
}

async function remind(trx: Db, introduction: Introduction, stage: 'soon' | 'late', now: Date): Promise<void> {
  const { state, parties } = introduction
  const waited = waitingFor(state, parties)
  if (stage === 'soon') {
    for (const party of waited) {
      if (state === 'proposed') await askForAnswer(trx, introduction, party, 'introductionReminder', now)
      else await askForConsent(trx, introduction, party, 'introductionConsentReminder', now)
    }
    return
  }
  const mail = { template: 'introductionOverdue' } as const
  const involved = [introduction, ...waited.filter(({ rom_id }) => rom_id && rom_id !== introduction.rom_id)]
  for (const { rom_id, adviser_id } of involved) {
    await tellStaff(trx, introduction, { rom_id, adviser_id }, mail, now)
    const coordinators = (await staffOf(trx, rom_id ?? '')).filter(
      ({ id, coordinates }) => coordinates && id !== adviser_id,
    )
    // Where nobody in particular answers, all who work there have just been told.
    if (adviser_id === null) continue
    for (const { id } of coordinators) await tellStaff(trx, introduction, { rom_id, adviser_id: id }, mail, now)
  }
}

/** Introductions that were made so many months ago and of which nobody has said since what came of them. */
async function askedAgain(db: Db, today: string): Promise<{ id: string; months: 6 | 12 }[]> {
  const rows = await db
    .selectFrom('introduction as i')
    .leftJoin('introduction_outcome as o', (join) =>
      join.onRef('o.introduction_id', '=', 'i.id').on('o.after_months', '>', 0),
    )
    .select(['i.id', 'i.introduced_on'])
    .select((eb) => eb.fn.max<number | null>('o.after_months').as('told'))
    .where('i.introduced_on', '<=', monthsBefore(today, askedAgainAfter[0]))
    .where('i.introduced_on', '>', monthsBefore(today, 24))
    .where('i.state', 'in', ['introduced', 'talking', 'closed'])
    .groupBy('i.id')
    .execute()
  return rows.flatMap(({ id, introduced_on, told }) => {
    const due = askedAgainAfter.filter((months) => (introduced_on ?? '') <= monthsBefore(today, months)).at(-1)
    return due && (told ?? 0) < due ? [{ id, months: due }] : []
  })
}

/** The same day so many months earlier, or the last of a shorter month. */
export function monthsBefore(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month - months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 - months, Math.min(date, last))).toISOString().slice(0, 10)
}
