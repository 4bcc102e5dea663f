import type { Insertable, Updateable } from 'kysely'
import type { Db } from '#db/client.ts'
import type { QuestionEventTable, QuestionTable } from '#db/tables/questions.ts'
import { hashOf, newKey } from '../../auth/keys.server.ts'
import { type NewMail, queueMail } from '../../mail/queue.server.ts'
import { addresseesAt } from '../rom/addressees.server.ts'

type NewEvent = Pick<QuestionEventTable, 'kind' | 'by_id' | 'rom_id'> &
  Partial<Omit<Insertable<QuestionEventTable>, 'id' | 'question_id' | 'number' | 'at'>>

/** Adds what was said or done to a question, and says where it stands then. Call it within `write`. @returns the event's number */
export async function addEvent(
  trx: Db,
  questionId: string,
  event: NewEvent,
  set: Updateable<QuestionTable>,
  now: Date,
): Promise<number> {
  const { events } = await trx
    .updateTable('question')
    .set((eb) => ({ ...set, events: eb('events', '+', 1) }))
    .where('id', '=', questionId)
    .returning('events')
    .executeTakeFirstOrThrow()
  const row = { id: crypto.randomUUID(), question_id: questionId, number: events, at: now.toISOString() }
  await trx
    .insertInto('question_event')
    .values({ ...row, ...event })
    .execute()
  return events
}

/** The address of the asker's page, by a key of its own: it is nowhere else, since only its hash is kept. Call it within `write`. */
export async function statusLink(trx: Db, questionId: string, now: Date): Promise<string> {
  const key = newKey()
  await trx
    .insertInto('question_key')
    .values({ hash: hashOf(key), question_id: questionId, created_at: now.toISOString() })
    .execute()
  return `/vraag/status?${new URLSearchParams({ sleutel: key })}`
}

/**
 * Mails the asker, with the way to the page of the question. Nothing goes along that was typed there: anybody may have typed the address.
 * Call it within `write`.
 * @returns the address of that page; null for who was forgotten
 */
export async function tellAsker(
  trx: Db,
  questionId: string,
  { template, params }: Pick<NewMail, 'template' | 'params'>,
  now: Date,
): Promise<string | null> {
  const asker = await trx
    .selectFrom('question as q')
    .leftJoin('contact_person as p', 'p.id', 'q.person_id')
    .leftJoin('account as a', 'a.id', 'q.account_id')
    .select(['q.account_id', 'p.email', 'p.locale', 'a.locale as accountLocale'])
    .where('q.id', '=', questionId)
    .where('q.forgotten_at', 'is', null)
    .executeTakeFirst()
  const to = asker?.account_id ? { accountId: asker.account_id } : asker?.email ? { address: asker.email } : null
  if (!asker || !to) return null
  const link = await statusLink(trx, questionId, now)
  const locale = asker.locale ?? asker.accountLocale ?? 'nl'
  await queueMail(trx, { to, locale, template, params: { ...params, question: questionId, link } }, now)
  return link
}

/**
 * Mails those at a ROM who are to answer: whoever it is with, or all who work there, and the team inbox by its own rules. What was
 * asked stands behind the link, and is not left in a mailbox.
 */
export async function tellRom(
  trx: Db,
  { romId, responsibleId }: { romId: string; responsibleId: string | null },
  mail: Pick<NewMail, 'template' | 'params'>,
  now: Date,
): Promise<void> {
  for (const to of await addresseesAt(trx, romId, responsibleId === null ? [] : [responsibleId]))
    await queueMail(trx, { ...to, ...mail }, now)
}

/** Whom a mail goes to that is for one of the staff. */
export async function personally(trx: Db, accountId: string): Promise<Pick<NewMail, 'to' | 'locale'>> {
  const account = await trx.selectFrom('account').select('locale').where('id', '=', accountId).executeTakeFirst()
  return { to: { accountId }, locale: account?.locale ?? 'nl' }
}
