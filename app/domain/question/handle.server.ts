import type { Db } from '#db/client.ts'
import { queueMail } from '../../mail/queue.server.ts'
import { inScope, type Scope } from '../account/policy.ts'
import { answersFor, staffOf } from '../rom/contacts.server.ts'
import { inboxInUse } from '../rom/inbox.server.ts'
import { promisedDays } from './ask.server.ts'
import { addEvent, personally, tellAsker, tellRom } from './events.server.ts'
import type { DeskOrder } from './forms.ts'
import { eventsOf, findQuestion, type Question, type QuestionEvent } from './queries.server.ts'
import { afterWorkingDays, workingDaysBetween } from './working-days.ts'

/** Somebody at a desk. */
export interface Handler {
  id: string
  name: string
  email: string
  /** The ROMs that they work for; null stands for all. */
  scope: Scope
}

/** The moment it is, as an instant and as a day in the Netherlands; and of an instant the day. */
export interface Clock {
  now: Date
  today: string
  dayOf: (at: string) => string
}

/** What is wrong: a colleague did something meanwhile; it is with another ROM now; the form asks what is not there. */
export type NotDone =
  | 'questionStale'
  | 'questionGone'
  | 'questionColleague'
  | 'questionRom'
  | 'questionOrganisation'
  | 'wrong'

interface Work {
  trx: Db
  question: Question
  by: Handler
  clock: Clock
  /** Adds an event, as `addEvent`. */
  add: (
    event: Omit<Parameters<typeof addEvent>[2], 'by_id' | 'rom_id'>,
    set?: Parameters<typeof addEvent>[3],
  ) => Promise<unknown>
}

/**
 * Does what somebody at the desk asks. Call it within `write`.
 * @returns why it was not done; null when it was, also when the same was pressed twice
 */
export async function handleQuestion(
  trx: Db,
  id: string,
  order: DeskOrder,
  by: Handler,
  clock: Clock,
): Promise<NotDone | null> {
  const question = await findQuestion(trx, id)
  if (!question) return 'questionGone'
  // Who reads along keeps notes of their own ROM, and does nothing else.
  const handles = inScope(by.scope, question.rom_id)
  const rom_id = handles ? question.rom_id : order.doe === 'note' ? question.copy_rom_id : null
  if (rom_id === null || !inScope(by.scope, rom_id)) return 'questionGone'
  const newer = (await eventsOf(trx, id)).filter(({ number }) => number > order.stand)
  if (newer.some((event) => isSame(event, order, by.id))) return null
  if (order.doe !== 'note' && newer.some(({ kind }) => !quiet.includes(kind))) return 'questionStale'
  if (question.forgotten_at && order.doe !== 'note') return 'wrong'
  const add: Work['add'] = (event, set = {}) => addEvent(trx, id, { ...event, by_id: by.id, rom_id }, set, clock.now)
  const work: Work = { trx, question, by, clock, add }
  return orders[order.doe](work, order as never)
}

/** These change nothing that somebody who acts should have seen first. */
const quiet: QuestionEvent['kind'][] = ['noted', 'reminded', 'linked']

const kinds: Record<DeskOrder['doe'], QuestionEvent['kind']> = {
  ...{ reply: 'replied', take: 'assigned', hand: 'assigned', pass: 'passed', note: 'noted', link: 'linked' },
  ...{ refer: 'referred', report: 'reported', close: 'closed' },
} as Record<DeskOrder['doe'], QuestionEvent['kind']>

const textOf = (order: DeskOrder): string | null => {
  if (order.doe === 'reply') return order.reply
  if (order.doe === 'pass') return order.why
  if (order.doe === 'note') return order.note
  if (order.doe === 'refer') return order.explanation
  if (order.doe === 'report') return order.report
  return order.doe === 'close' ? order.remark || null : null
}

/** Whether an event is what the same person has just asked: the button was pressed twice. */
function isSame(event: QuestionEvent, order: DeskOrder, by: string): boolean {
  const to = order.doe === 'take' ? by : order.doe === 'hand' ? order.colleague : null
  return (
    event.by_id === by &&
    event.kind === kinds[order.doe] &&
    event.text === textOf(order) &&
    (to === null || event.to_account_id === to)
  )
}

type Order<Doe extends DeskOrder['doe']> = Extract<DeskOrder, { doe: Doe }>

/** What a first reply sets; nothing when there was one before. */
function firstReply({ question, clock }: Work) {
  if (question.replied_at !== null) return {}
  const days = workingDaysBetween(clock.dayOf(question.asked_at), clock.today)
  return { replied_at: clock.now.toISOString(), replied_rom_id: question.rom_id, reply_days: days }
}

const orders: { [Doe in DeskOrder['doe']]: (work: Work, order: Order<Doe>) => Promise<NotDone | null> } = {
  async reply(work, { reply, elsewhere }) {
    const { trx, question, by, clock, add } = work
    const told = elsewhere === 'ja'
    // Whoever answers what was nobody's has it from then on.
    const set = { state: 'answered' as const, responsible_id: question.responsible_id ?? by.id, ...firstReply(work) }
    const reopened = { closed_at: null, outcome: null }
    await add({ kind: 'replied', text: reply, elsewhere: told ? 1 : 0 }, { ...set, ...reopened })
    if (told) return null
    const inbox = await inboxInUse(trx, question.rom_id)
    const params = { rom: question.rom, by: by.name, message: reply, replyTo: inbox?.address ?? by.email }
    await tellAsker(trx, question.id, { template: 'questionReplied', params }, clock.now)
    return null
  },

  async take({ by, add }) {
    await add({ kind: 'assigned', to_account_id: by.id }, { responsible_id: by.id })
    return null
  },

  async hand({ trx, question, by, clock, add }, { colleague }) {
    const staff = await staffOf(trx, question.rom_id)
    if (!staff.some(({ id }) => id === colleague)) return 'questionColleague'
    await add({ kind: 'assigned', to_account_id: colleague }, { responsible_id: colleague })
    if (colleague === by.id) return null
    const params = { rom: question.rom, due: question.due_on, link: `/werk/vragen/${question.id}` }
    const to = await personally(trx, colleague)
    await queueMail(trx, { ...to, template: 'questionHanded', params }, clock.now)
    return null
  },

  async pass({ trx, question, clock, add }, { rom, why }) {
    const to = await trx.selectFrom('rom').select(['id', 'name']).where('id', '=', rom).executeTakeFirst()
    if (!to || to.id === question.rom_id) return 'questionRom'
    const { today, now } = clock
    const due_on = afterWorkingDays(today, promisedDays)
    const responsible_id = await answersFor(trx, { romId: to.id, themeId: question.theme_id, day: today })
    await add(
      { kind: 'passed', text: why, to_rom_id: to.id },
      {
        rom_id: to.id,
        copy_rom_id: question.copy_rom_id === to.id ? null : question.copy_rom_id,
        responsible_id,
        ...{
          state: 'waiting',
          waiting_since: now.toISOString(),
          due_on,
          reminders: 0,
          closed_at: null,
          outcome: null,
        },
      },
    )
    const params = { rom: to.name, from: question.rom, due: due_on }
    const link = `/werk/vragen/${question.id}`
    const mail = { template: 'questionPassedTo' as const, params: { ...params, link } }
    await tellRom(trx, { romId: to.id, responsibleId: responsible_id }, mail, now)
    await tellAsker(trx, question.id, { template: 'questionPassed', params }, now)
    return null
  },

  async note({ add }, { note }) {
    await add({ kind: 'noted', text: note })
    return null
  },

  async link({ trx, add }, { organisation }) {
    const found = await trx
      .selectFrom('public_organisation')
      .select('id')
      .where('slug', '=', organisation)
      .executeTakeFirst()
    if (organisation && !found) return 'questionOrganisation'
    await add({ kind: 'linked', organisation_id: found?.id ?? null }, { organisation_id: found?.id ?? null })
    return null
  },

  async refer(work, { to, explanation }) {
    const { trx, question, by, clock, add } = work
    const set = { state: 'answered' as const, responsible_id: question.responsible_id ?? by.id, ...firstReply(work) }
    await add({ kind: 'referred', text: explanation, referred_to: to }, { ...set, closed_at: null, outcome: null })
    const inbox = await inboxInUse(trx, question.rom_id)
    const params = { rom: question.rom, by: by.name, message: explanation, replyTo: inbox?.address ?? by.email }
    await tellAsker(trx, question.id, { template: 'questionReferred', params }, clock.now)
    return null
  },

  async report({ trx, question, add }, { about, report }) {
    const referral = (await eventsOf(trx, question.id)).find(({ number }) => number === about)
    if (referral?.kind !== 'referred') return 'wrong'
    await add({ kind: 'reported', text: report, about_number: about })
    return null
  },

  async close({ trx, question, clock, add }, { outcome, remark }) {
    const closed = { state: 'closed' as const, closed_at: clock.now.toISOString(), outcome }
    await add({ kind: 'closed', text: remark || null, outcome }, closed)
    // Whoever never had an answer is not left waiting for one.
    if (question.replied_at === null) {
      const params = { rom: question.rom }
      await tellAsker(trx, question.id, { template: 'questionClosed', params }, clock.now)
    }
    return null
  },
}
