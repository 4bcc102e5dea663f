import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import type { Transaction } from 'kysely'
import type { Database } from '#db/schema.ts'
import { recordedForm } from '../../../auth/record.server.ts'
import { deskRoms } from '../../../domain/account/policy.ts'
import type { Actor } from '../../../domain/account/types.ts'
import { askSomebodyElse, type Decision, decide } from '../../../domain/introduction/decide.server.ts'
import { type IntroductionOrder, introductionForm } from '../../../domain/introduction/forms.ts'
import type { Move } from '../../../domain/introduction/moves.ts'
import { columnsOf, speakersOf } from '../../../domain/introduction/parties.server.ts'
import { canRunIntroduction, canSpeakFor, isMade } from '../../../domain/introduction/policy.ts'
import { findIntroduction, type Introduction, type Party } from '../../../domain/introduction/queries.server.ts'
import { addEvent, addOutcome, editIntroduction } from '../../../domain/introduction/write.server.ts'
import { addContactPerson } from '../../../domain/organisation/contact-persons.server.ts'
import { parseForm, type Refusal, refused } from '../../../http/form.server.ts'
import { forbidden, found } from '../../../http/responses.ts'

interface Desk {
  trx: Transaction<Database>
  actor: Actor
  introduction: Introduction
  now: Date
}

/** The code of what is wrong; null when all went well. */
type Fault = 'introductionChanged' | 'speaker' | 'introductionLater' | null

/**
 * Does to an introduction what a form of its page asks.
 * @returns what is wrong with the form, or that somebody else decided meanwhile: what was typed stands in it again
 * @throws the redirect that follows when it is done; a 403 for what is not the actor's to do; a 404 for what is out of sight
 */
export async function carryOut({ request, params, context }: ActionFunctionArgs, actor: Actor): Promise<Refusal> {
  const introduction = found(await findIntroduction(context.db, params.id ?? '', deskRoms(actor)))
  const { data: order, refusal } = await parseForm(request, introductionForm)
  if (!order) return refusal
  const typed = Object.fromEntries(Object.entries(order).map(([name, value]) => [name, String(value ?? '')]))
  const now = context.now()
  const { result: fault, refusal: refusedNow } = await recordedForm(context, actor.id, typed, (trx) =>
    carry({ trx, actor, introduction, now }, order),
  )
  if (refusedNow) return refusedNow
  if (fault) return refused(fault === 'speaker' ? 'speaker' : '', fault, typed, fault === 'speaker' ? 400 : 409)
  throw redirect(`/werk/introducties/${introduction.id}?gedaan=${order.doe}`, 303)
}

const moves = { withdraw: 'withdraw', reopen: 'reopen', talk: 'talk' } as const

async function carry(desk: Desk, order: IntroductionOrder): Promise<Fault> {
  const { trx, actor, introduction, now } = desk
  switch (order.doe) {
    case 'save':
    case 'propose':
      return write(desk, order)
    case 'withdraw':
    case 'reopen':
    case 'talk': {
      const text = order.doe === 'withdraw' ? order.note : null
      return run(desk, { kind: moves[order.doe] }, { text, version: order.version })
    }
    case 'note':
      await addEvent(trx, introduction.id, { kind: 'noted', by: actor.id, text: order.note }, now)
      return null
    case 'accept':
    case 'consent':
      return speak(desk, { kind: order.doe, party: order.party }, order.note)
    case 'decline':
    case 'refuse':
      return speak(desk, { kind: order.doe, party: order.party, reason: order.reason }, order.note)
    case 'speaker':
      return chooseSpeaker(desk, partyIn(desk, order.party), order.speaker)
    case 'person': {
      const party = partyIn(desk, order.party)
      const { name, email, job, phone, office } = order
      const person = { organisationId: party.organisation_id, name, email, job, phone, locale: 'nl' as const }
      const own = { ...person, isTransferOffice: office === 'ja' }
      const id = await addContactPerson(trx, own, actor.id, now.toISOString())
      return chooseSpeaker(desk, party, `person:${id}`)
    }
    case 'outcome':
    case 'close':
      return recordOutcome(desk, order)
  }
}

/** Saves the words of a draft, and puts it forward when that is asked. */
async function write(
  { trx, actor, introduction, now }: Desk,
  { doe, version, message }: Extract<IntroductionOrder, { doe: 'save' | 'propose' }>,
): Promise<Fault> {
  if (!canRunIntroduction(actor, introduction)) throw forbidden()
  const edit = { message, speakers: new Map() }
  const saved = await editIntroduction(trx, introduction, edit, { by: actor.id, version }, now)
  if (!saved) return 'introductionChanged'
  if (doe === 'save') return null
  const decision = { move: { kind: 'propose' }, by: actor.id } as const
  return (await decide(trx, introduction.id, decision, now)) ? null : 'introductionChanged'
}

async function run(
  { trx, actor, introduction, now }: Desk,
  move: Move,
  { text, version }: Pick<Decision, 'text' | 'version'>,
): Promise<Fault> {
  if (!canRunIntroduction(actor, introduction)) throw forbidden()
  const decision = { move, by: actor.id, text, version }
  return (await decide(trx, introduction.id, decision, now)) ? null : 'introductionChanged'
}

/** Decides for an organisation; its consent is told to who speaks for it, by phone. */
async function speak(desk: Desk, move: Extract<Move, { party: string }>, text: string): Promise<Fault> {
  const { trx, actor, introduction, now } = desk
  partyIn(desk, move.party)
  const toldBy = move.kind === 'consent' || move.kind === 'refuse' ? 'phone' : 'screen'
  const decision: Decision = { move, by: actor.id, toldBy, text }
  return (await decide(trx, introduction.id, decision, now)) ? null : 'introductionLater'
}

/** @throws a 403 for one that another ROM speaks for */
function partyIn({ actor, introduction }: Pick<Desk, 'actor' | 'introduction'>, id: string): Party {
  const party = found(introduction.parties.find((one) => one.id === id))
  if (!canSpeakFor(actor, introduction, party)) throw forbidden()
  return party
}

async function chooseSpeaker({ trx, introduction, now }: Desk, party: Party, value: string): Promise<Fault> {
  if (isMade(introduction.state) || party.consent === 'given') return 'introductionLater'
  const speaker = (await speakersOf(trx, party.organisation_id)).find(({ kind, id }) => `${kind}:${id}` === value)
  if (!speaker) return 'speaker'
  await askSomebodyElse(trx, introduction, party.id, columnsOf(speaker), now)
  return null
}

async function recordOutcome(
  { trx, actor, introduction, now }: Desk,
  order: Extract<IntroductionOrder, { doe: 'outcome' | 'close' }>,
): Promise<Fault> {
  if (!canRunIntroduction(actor, introduction)) throw forbidden()
  if (!isMade(introduction.state)) return 'introductionLater'
  if (order.doe === 'close') {
    const decision = { move: { kind: 'close' }, by: actor.id, version: order.version } as const
    if (!(await decide(trx, introduction.id, decision, now))) return 'introductionChanged'
  }
  const outcome = { after_months: 0 as const, kind: order.kind, without_roms: order.without, note: order.note }
  await addOutcome(trx, introduction, outcome, { by: actor.id }, now)
  return null
}
