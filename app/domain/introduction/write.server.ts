import { among } from '#db/among.ts'
import type { Db } from '#db/client.ts'
import type {
  IntroductionEventKind,
  IntroductionOutcomeTable,
  IntroductionTable,
  ToldBy,
} from '#db/tables/introductions.ts'
import type { DeclineReason, FeedbackVerdict } from '#db/tables/matching.ts'
import { dutchDay } from '../../i18n/format.ts'
import { afterWorkingDays } from '../question/working-days.ts'
import { type Spoken, spokenFor } from './parties.server.ts'
import { findIntroduction, type Introduction, type Party } from './queries.server.ts'
import { answerDays } from './types.ts'

export interface Event {
  kind: IntroductionEventKind
  by: string
  party?: string | null
  toldBy?: ToldBy
  reason?: DeclineReason | null
  text?: string | null
}

/** Adds to what was done and said. Call it within `write`. */
export async function addEvent(trx: Db, introductionId: string, event: Event, now: Date): Promise<void> {
  const { last } = await trx
    .selectFrom('introduction_event')
    .select((eb) => eb.fn.max<number | null>('position').as('last'))
    .where('introduction_id', '=', introductionId)
    .executeTakeFirstOrThrow()
  await trx
    .insertInto('introduction_event')
    .values({
      id: crypto.randomUUID(),
      introduction_id: introductionId,
      position: (last ?? 0) + 1,
      at: now.toISOString(),
      actor_id: event.by,
      party_id: event.party ?? null,
      kind: event.kind,
      told_by: event.toldBy ?? 'screen',
      reason: event.reason ?? null,
      text: event.text || null,
    })
    .execute()
}

/** What is told of a pair from now on: of the organisation that it is for, and each other. Call it within `write`. */
export async function tellMatching(
  trx: Db,
  parties: Pick<Party, 'organisation_id' | 'position'>[],
  { verdict, reason = null, by }: { verdict: FeedbackVerdict; reason?: DeclineReason | null; by: string },
  now: Date,
): Promise<void> {
  const first = parties.find(({ position }) => position === 0)
  if (!first) return
  const others = parties.filter(({ position }) => position !== 0)
  const pairs = others.flatMap((other) => [
    { asker_id: first.organisation_id, candidate_id: other.organisation_id },
    { asker_id: other.organisation_id, candidate_id: first.organisation_id },
  ])
  for (const pair of pairs) {
    const own = { id: crypto.randomUUID(), ...pair, verdict, reason, recorded_at: now.toISOString(), recorded_by: by }
    await trx.insertInto('match_feedback').values(own).execute()
  }
}

export interface NewIntroduction {
  romId: string
  /** Who proposes it; null for what a member asks. */
  adviserId: string | null
  requestedBy: string | null
  /** By their ids, at least two; the first is the one that it is for. */
  organisations: string[]
  message: string
}

/** Writes down that organisations may belong together; nobody is told yet. Call it within `write`. @returns its id */
export async function draftIntroduction(trx: Db, draft: NewIntroduction, by: string, now: Date): Promise<string> {
  const id = await insertIntroduction(
    trx,
    draft,
    { state: draft.adviserId ? 'draft' : 'requested', channel: 'portal' },
    now,
  )
  await addEvent(trx, id, { kind: draft.adviserId ? 'drafted' : 'requested', by, text: draft.message }, now)
  return id
}

export interface PhoneIntroduction {
  romId: string
  adviserId: string
  organisations: string[]
  /** YYYY-MM-DD. */
  on: string
  note: string
}

/** Puts an introduction on record that was made by phone: it counts as any other. Call it within `write`. @returns its id */
export async function recordIntroduction(trx: Db, made: PhoneIntroduction, now: Date): Promise<string> {
  const { adviserId, on, note } = made
  const id = await insertIntroduction(
    trx,
    { ...made, requestedBy: null, message: note },
    { state: 'introduced', channel: 'phone', introduced_on: on },
    now,
  )
  await addEvent(trx, id, { kind: 'introduced', by: adviserId, toldBy: 'phone', text: note }, now)
  const parties = await trx
    .selectFrom('introduction_party')
    .select(['organisation_id', 'position'])
    .where('introduction_id', '=', id)
    .execute()
  await tellMatching(trx, parties, { verdict: 'introduced', by: adviserId }, now)
  return id
}

async function insertIntroduction(
  trx: Db,
  { romId, adviserId, requestedBy, organisations, message }: NewIntroduction,
  own: Pick<IntroductionTable, 'state' | 'channel'> & { introduced_on?: string },
  now: Date,
): Promise<string> {
  const id = crypto.randomUUID()
  const at = now.toISOString()
  await trx
    .insertInto('introduction')
    .values({
      id,
      rom_id: romId,
      adviser_id: adviserId,
      requested_by: requestedBy,
      message,
      due_on: own.state === 'requested' ? afterWorkingDays(dutchDay(now), answerDays) : null,
      created_at: at,
      updated_at: at,
      ...own,
    })
    .execute()
  const asking = { romId, adviserId }
  const rows = await organisationsIn(trx, organisations)
  for (const [position, organisation] of rows.entries()) {
    const spoken = await spokenFor(trx, organisation, { asking, day: dutchDay(now) })
    await insertParty(trx, id, { position, organisation_id: organisation.id, spoken })
  }
  return id
}

async function organisationsIn(db: Db, ids: string[]) {
  const rows = await db
    .selectFrom('organisation')
    .select(['id', 'kind', 'seat_rom_id'])
    .where('id', 'in', among(ids))
    .execute()
  return ids.flatMap((id) => rows.find((row) => row.id === id) ?? [])
}

async function insertParty(
  trx: Db,
  introductionId: string,
  { position, organisation_id, spoken }: { position: number; organisation_id: string; spoken: Spoken },
): Promise<void> {
  await trx
    .insertInto('introduction_party')
    .values({
      id: crypto.randomUUID(),
      introduction_id: introductionId,
      position,
      organisation_id,
      answer: 'none',
      consent: 'none',
      ...spoken,
    })
    .execute()
}

/** How an introduction is set by who writes it: it has not been put to anybody yet. */
export interface Edit {
  message: string
  /** Whom to ask at each organisation, by the id of its party. */
  speakers: Map<string, Pick<Party, 'contact_person_id' | 'member_id'>>
}

/**
 * Changes a draft; whoever edits a member's request takes it on. Call it within `write`.
 * @returns false when it was changed since the version that the edit is of
 */
export async function editIntroduction(
  trx: Db,
  introduction: Introduction,
  { message, speakers }: Edit,
  { by, version }: { by: string; version: number },
  now: Date,
): Promise<boolean> {
  const current = await findIntroduction(trx, introduction.id, null)
  if (current?.version !== version || !['requested', 'draft'].includes(current.state)) return false
  await trx
    .updateTable('introduction')
    .set((eb) => ({
      message,
      state: 'draft',
      adviser_id: current.adviser_id ?? by,
      due_on: null,
      version: eb('version', '+', 1),
      updated_at: now.toISOString(),
    }))
    .where('id', '=', introduction.id)
    .execute()
  for (const [partyId, speaker] of speakers) {
    await trx
      .updateTable('introduction_party')
      .set(speaker)
      .where('id', '=', partyId)
      .where('introduction_id', '=', introduction.id)
      .execute()
  }
  if (message !== current.message) await addEvent(trx, introduction.id, { kind: 'edited', by, text: message }, now)
  return true
}

export type NewOutcome = Pick<IntroductionOutcomeTable, 'after_months' | 'kind' | 'without_roms' | 'note'>

/** What of an outcome shows that they work together. */
const cooperating: IntroductionOutcomeTable['kind'][] = ['pilot', 'contract', 'investment', 'grant']

/** Puts on record what came of an introduction. Call it within `write`. */
export async function addOutcome(
  trx: Db,
  introduction: Introduction,
  outcome: NewOutcome,
  { by, toldBy = 'screen' }: { by: string; toldBy?: ToldBy },
  now: Date,
): Promise<void> {
  await trx
    .insertInto('introduction_outcome')
    .values({
      id: crypto.randomUUID(),
      introduction_id: introduction.id,
      ...outcome,
      note: outcome.note || null,
      recorded_at: now.toISOString(),
      recorded_by: by,
    })
    .execute()
  await addEvent(trx, introduction.id, { kind: 'outcome', by, toldBy, text: outcome.note }, now)
  if (cooperating.includes(outcome.kind)) {
    await tellMatching(trx, introduction.parties, { verdict: 'cooperating', by }, now)
  }
}
