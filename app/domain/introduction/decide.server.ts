import type { Db } from '#db/client.ts'
import type { IntroductionEventKind, ToldBy } from '#db/tables/introductions.ts'
import { dutchDay } from '../../i18n/format.ts'
import { afterWorkingDays } from '../question/working-days.ts'
import { endKeys } from './keys.server.ts'
import { askForAnswer, askForConsent, introduce, tellStaff } from './mails.server.ts'
import { type Move, moved, type Standing, taking } from './moves.ts'
import { speakersOf } from './parties.server.ts'
import { findIntroduction, type Introduction, type Party } from './queries.server.ts'
import { answerDays } from './types.ts'
import { addEvent, tellMatching } from './write.server.ts'

export interface Decision {
  move: Move
  by: string
  toldBy?: ToldBy
  text?: string | null
  /** How the introduction stood when it was decided, where that matters. */
  version?: number
}

const eventOf: Record<Move['kind'], IntroductionEventKind> = {
  propose: 'proposed',
  accept: 'accepted',
  decline: 'declined',
  consent: 'consented',
  refuse: 'refused',
  talk: 'talking',
  close: 'closed',
  withdraw: 'withdrawn',
  reopen: 'reopened',
}

/**
 * Takes a decision on an introduction, and does what follows: whoever is waited for now is asked, whoever waited is told. Two that come at
 * once are taken one after the other. Call it within `write`.
 * @returns how it stands now; null when it is not to be decided (any more), after which nothing has changed
 */
export async function decide(trx: Db, id: string, decision: Decision, now: Date): Promise<Introduction | null> {
  const before = await findIntroduction(trx, id, null)
  if (!before || (decision.version !== undefined && decision.version !== before.version)) return null
  const { move, by, toldBy, text } = decision
  const after = moved(before, move)
  if (!after) return null
  await keepStanding(trx, before, after, { proposer: move.kind === 'propose' ? by : null }, now)
  const party = 'party' in move ? move.party : null
  if ((move.kind === 'accept' || move.kind === 'decline') && by !== 'system') await takeOn(trx, move.party, by)
  const reason = 'reason' in move ? move.reason : null
  await addEvent(trx, id, { kind: eventOf[move.kind], by, party, toldBy, reason, text }, now)
  const current = (await findIntroduction(trx, id, null)) as Introduction
  await follow(trx, { before, current, decision }, now)
  return current.state === 'consent' && before.state !== 'consent' ? consentOfOffices(trx, current, now) : current
}

async function keepStanding(
  trx: Db,
  before: Introduction,
  after: Standing,
  { proposer }: { proposer: string | null },
  now: Date,
): Promise<void> {
  const today = dutchDay(now)
  const waits = after.state === 'proposed' || after.state === 'consent'
  const renewed = after.state !== before.state
  await trx
    .updateTable('introduction')
    .set((eb) => ({
      state: after.state,
      adviser_id: before.adviser_id ?? proposer,
      due_on: waits ? (renewed ? afterWorkingDays(today, answerDays) : before.due_on) : null,
      introduced_on: after.state === 'introduced' ? today : before.introduced_on,
      version: eb('version', '+', 1),
      updated_at: now.toISOString(),
    }))
    .where('id', '=', before.id)
    .execute()
  for (const { id, answer, consent, reason } of after.parties) {
    await trx.updateTable('introduction_party').set({ answer, consent, reason }).where('id', '=', id).execute()
  }
}

/** Whoever answers for an organisation that was for all of a ROM goes on with it. */
async function takeOn(trx: Db, partyId: string, by: string): Promise<void> {
  await trx
    .updateTable('introduction_party')
    .set({ adviser_id: by })
    .where('id', '=', partyId)
    .where('adviser_id', 'is', null)
    .where('via', '=', 'adviser')
    .execute()
}

/** What a decision brings about. */
async function follow(
  trx: Db,
  { before, current, decision }: { before: Introduction; current: Introduction; decision: Decision },
  now: Date,
): Promise<void> {
  const { move, by } = decision
  if ('party' in move) await endKeys(trx, current.id, { partyId: move.party })
  if (move.kind === 'decline' || move.kind === 'refuse') await tellDeclined(trx, current, move, by, now)
  if (move.kind === 'accept') await tellAccepted(trx, current, move.party, now)
  if (current.state === 'proposed' && before.state !== 'proposed') {
    for (const party of current.parties.filter(({ answer }) => answer === 'asked')) {
      await askForAnswer(trx, current, party, 'introductionProposed', now)
    }
  }
  if (current.state === 'consent' && before.state !== 'consent') {
    for (const party of current.parties.filter(({ consent }) => consent === 'asked')) {
      if (!(await hasSaidYes(trx, party))) await askForConsent(trx, current, party, 'introductionConsent', now)
    }
  }
  if (current.state === 'introduced' && before.state !== 'introduced') {
    await addEvent(trx, current.id, { kind: 'introduced', by: 'system' }, now)
    await introduce(trx, current, taking(current.parties), now)
    await tellMatching(trx, taking(current.parties), { verdict: 'introduced', by }, now)
  }
  if (current.state === 'withdrawn' || current.state === 'declined') await endKeys(trx, current.id)
  if (current.state === 'withdrawn' && (before.state === 'proposed' || before.state === 'consent')) {
    for (const party of othersThan(current, taking(before.parties))) {
      await tellStaff(trx, current, party, { template: 'introductionWithdrawn' }, now)
    }
  }
}

/** The parties that another ROM speaks for, one of each. */
function othersThan({ rom_id }: Introduction, parties: Party[]): Party[] {
  const others = parties.filter((party) => party.rom_id !== null && party.rom_id !== rom_id)
  return others.filter((party, at) => others.findIndex((one) => one.rom_id === party.rom_id) === at)
}

async function tellDeclined(
  trx: Db,
  current: Introduction,
  move: Extract<Move, { reason: unknown }>,
  by: string,
  now: Date,
): Promise<void> {
  const party = current.parties.find(({ id }) => id === move.party) as Party
  const others = current.parties.filter(
    ({ id, position }) => id !== party.id && (position === 0 || party.position === 0),
  )
  // What is between these two only: of three, the others may still fit.
  const pairs = party.position === 0 ? current.parties : [...others, party]
  await tellMatching(trx, pairs, { verdict: 'declined', reason: move.reason, by }, now)
  const mail = { template: 'introductionDeclined', params: { organisation: party.name } } as const
  const told = [current, ...othersThan(current, taking(current.parties))]
  for (const of of told.filter(({ rom_id }) => rom_id !== party.rom_id || rom_id === current.rom_id)) {
    await tellStaff(trx, current, of, mail, now)
  }
}

async function tellAccepted(trx: Db, current: Introduction, partyId: string, now: Date): Promise<void> {
  const party = current.parties.find(({ id }) => id === partyId) as Party
  const mail = { template: 'introductionAccepted', params: { organisation: party.name } } as const
  await tellStaff(trx, current, current, mail, now)
}

/** A transfer office that is also whom the others would speak to has said yes for its organisation: it is not asked twice. */
async function hasSaidYes(db: Db, party: Party): Promise<boolean> {
  if (party.via !== 'transfer_office' || party.contact_person_id === null) return false
  const offices = (await speakersOf(db, party.organisation_id)).filter(({ isTransferOffice }) => isTransferOffice)
  return offices.some(({ id }) => id === party.contact_person_id)
}

async function consentOfOffices(trx: Db, introduction: Introduction, now: Date): Promise<Introduction> {
  let current = introduction
  for (const party of introduction.parties.filter(({ consent }) => consent === 'asked')) {
    if (!(await hasSaidYes(trx, party))) continue
    const move = { kind: 'consent', party: party.id } as const
    current = (await decide(trx, introduction.id, { move, by: 'system' }, now)) ?? current
  }
  return current
}

/** Sets whom to ask at an organisation that is waited for, and asks them. Call it within `write`. */
export async function askSomebodyElse(
  trx: Db,
  introduction: Introduction,
  partyId: string,
  speaker: Pick<Party, 'contact_person_id' | 'member_id'>,
  now: Date,
): Promise<void> {
  await trx.updateTable('introduction_party').set(speaker).where('id', '=', partyId).execute()
  await endKeys(trx, introduction.id, { partyId })
  const current = await findIntroduction(trx, introduction.id, null)
  const party = current?.parties.find(({ id }) => id === partyId)
  if (current?.state === 'consent' && party?.consent === 'asked') {
    await askForConsent(trx, current, party, 'introductionConsent', now)
  }
}
