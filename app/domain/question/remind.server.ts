import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'
import { write } from '#db/write.ts'
import { queueMail } from '../../mail/queue.server.ts'
import { staffOf, standInFor } from '../rom/contacts.server.ts'
import { addEvent, personally, tellRom } from './events.server.ts'
import { isWorkingDay, workingDaysBetween } from './working-days.ts'

/** Of the five working days there are so many left when the first reminder goes out. */
const leftAtFirst = 2

/** How far a question has waited: 1 from the third working day on, 2 on the last day, 3 when that is over; else 0. */
function stageOf(dueOn: string, today: string): 0 | 1 | 2 | 3 {
  if (today > dueOn) return 3
  if (today === dueOn) return 2
  return workingDaysBetween(today, dueOn) <= leftAtFirst ? 1 : 0
}

const templates = { 1: 'questionReminder', 2: 'questionDue', 3: 'questionOverdue' } as const

/**
 * Reminds those who owe a reply, each time once: halfway, on the last day, and when that is over, the coordinators too. On working days
 * only; what a time without mail skipped is not made up for.
 * @param today the day it is, as YYYY-MM-DD
 * @returns how many questions somebody was reminded of
 */
export async function remindOfQuestions(db: Kysely<Database>, today: string, now: Date): Promise<number> {
  if (!isWorkingDay(today)) return 0
  const waiting = await db
    .selectFrom('question as q')
    .innerJoin('rom', 'rom.id', 'q.rom_id')
    .select(['q.id', 'q.rom_id', 'q.responsible_id', 'q.due_on', 'q.reminders', 'rom.name as rom'])
    .where('q.state', '=', 'waiting')
    .where('q.is_example', '=', 0)
    .where('q.reminders', '<', 3)
    .orderBy('q.due_on')
    .orderBy('q.id')
    .execute()
  let reminded = 0
  for (const question of waiting) {
    const stage = stageOf(question.due_on, today)
    if (stage === 0 || stage <= question.reminders) continue
    reminded += await write(db, { id: 'system' }, now, async (trx) => {
      const { id, rom_id, due_on, rom } = question
      const still = await trx
        .selectFrom('question')
        .select('id')
        .where('id', '=', id)
        .where('state', '=', 'waiting')
        .where('rom_id', '=', rom_id)
        .where('due_on', '=', due_on)
        .where('reminders', '<', stage)
        .executeTakeFirst()
      if (!still) return 0
      await addEvent(trx, id, { kind: 'reminded', by_id: 'system', rom_id }, { reminders: stage }, now)
      const staff = await staffOf(trx, rom_id)
      const own = staff.find((one) => one.id === question.responsible_id)
      const responsible = own ? await standInFor(trx, own.id, today) : null
      const mail = { template: templates[stage], params: { rom, due: due_on, link: `/werk/vragen/${id}` } }
      if (responsible === null) await tellRom(trx, { romId: rom_id, responsibleId: null }, mail, now)
      // One's own promise: a team inbox that gets the mail in one's place does not change that.
      else await queueMail(trx, { ...(await personally(trx, responsible)), ...mail }, now)
      if (stage < 3 || responsible === null) return 1
      for (const one of staff.filter(({ id: person, coordinates }) => coordinates && person !== responsible)) {
        await queueMail(trx, { to: { accountId: one.id }, locale: one.locale, ...mail }, now)
      }
      return 1
    })
  }
  return reminded
}
