import type { TFunction } from 'i18next'
import type { Actor } from '../../../domain/account/types.ts'
import { taking, waitingFor } from '../../../domain/introduction/moves.ts'
import { speakersOf } from '../../../domain/introduction/parties.server.ts'
import { canRunIntroduction, canSeePerson, canSpeakFor, isMade } from '../../../domain/introduction/policy.ts'
import type {
  Earlier,
  eventsOf,
  Introduction,
  outcomesOf,
  Party,
} from '../../../domain/introduction/queries.server.ts'
import type { Pick } from '../../../domain/organisation/pick.server.ts'
import { formatDate } from '../../../i18n/format.ts'
import { type Locale, nameIn } from '../../../i18n/locale.ts'
import type { Asked } from './pick.tsx'

/** An earlier try with these two, in one line. */
export function earlierView({ id, state, on, rom, names, visible }: Earlier, t: TFunction, locale: Locale) {
  const told = { first: names[0], second: names[1], rom, date: formatDate(on, locale) }
  const key = state === 'declined' ? 'earlierDeclined' : isMade(state) ? 'earlierIntroduced' : 'earlierProposed'
  return { id, visible, text: t(`introduction.${key}`, told) }
}
export type EarlierView = ReturnType<typeof earlierView>

/** A field for an organisation, with the ones that may be meant. */
export function pickView(
  { name, typed, pick }: { name: Asked['name']; typed: string; pick: Pick },
  t: TFunction,
  locale: Locale,
): Asked {
  if (pick.one) return { name, typed: pick.one.slug, candidates: null }
  return {
    name,
    typed,
    candidates: pick.candidates.map((one) => ({
      slug: one.slug,
      name: nameIn(locale, one.name, one.name_en),
      detail: [t(`common.organisationKind.${one.kind}` as 'common.organisationKind.sme'), one.place, one.rom]
        .filter(Boolean)
        .join(', '),
      example: one.is_example === 1,
    })),
  }
}

interface Reader {
  actor: Actor
  db: Parameters<typeof speakersOf>[0]
  t: TFunction
  locale: Locale
}

/** Who takes part, how they stand, what the reader may decide for them, and whom to write to where the reader may know. */
export async function partyView(introduction: Introduction, party: Party, { actor, db, t, locale }: Reader) {
  const speaks = canSpeakFor(actor, introduction, party)
  const person = canSeePerson(actor, introduction, party)
  const all = person ? await speakersOf(db, party.organisation_id) : []
  const chosen = all.find(({ kind, id }) => id === (kind === 'person' ? party.contact_person_id : party.member_id))
  const waits = waitingFor(introduction.state, [party]).length > 0
  const ended = introduction.state === 'declined' || introduction.state === 'withdrawn'
  return {
    id: party.id,
    slug: party.slug,
    name: nameIn(locale, party.name, party.name_en),
    example: party.is_example === 1,
    first: party.position === 0,
    rom: party.rom ?? t('introduction.elsewhere'),
    adviser: party.adviser,
    office: party.via === 'transfer_office',
    institution: party.kind === 'knowledge_institution',
    out: taking([party]).length === 0,
    standing: standingOf(introduction, party, t),
    speaks,
    answers: speaks && waits && introduction.state === 'proposed',
    consents: speaks && waits && introduction.state === 'consent',
    // Before it is made, only who speaks for an organisation chooses who that is.
    chooses: speaks && !ended && !isMade(introduction.state) && party.consent !== 'given',
    person: chosen ? { name: chosen.name, email: chosen.email, phone: chosen.phone, job: chosen.job } : null,
    hidden: !person,
    ended,
    speakers: speaks
      ? all.map(({ kind, id, name, email }) => ({
          value: `${kind}:${id}`,
          label: `${name} (${email})`,
          chosen: id === chosen?.id,
        }))
      : [],
  }
}
export type PartyView = Awaited<ReturnType<typeof partyView>>

function standingOf({ state }: Introduction, { answer, consent, reason }: Party, t: TFunction): string | null {
  const why = reason ? t(`introduction.reason.${reason}`) : ''
  if (answer === 'declined' || consent === 'refused') return t('introduction.standing.declined', { reason: why })
  if (consent === 'given') return t('introduction.standing.consented')
  if (consent === 'asked')
    return t(state === 'consent' ? 'introduction.standing.consentAsked' : 'introduction.standing.ended')
  if (answer === 'accepted') return t('introduction.standing.accepted')
  return answer === 'asked'
    ? t(state === 'proposed' ? 'introduction.standing.asked' : 'introduction.standing.ended')
    : null
}

/** What was done and said, in words. */
export function eventView(
  { id, at, kind, told_by, reason, text, party_id, by, actor_kind }: Awaited<ReturnType<typeof eventsOf>>[number],
  { parties, message }: Introduction,
  { t, locale }: Words,
) {
  const party = parties.find((one) => one.id === party_id)
  const who = by ?? (actor_kind === 'person' ? t('introduction.somebody') : null)
  const organisation = party ? nameIn(locale, party.name, party.name_en) : ''
  return {
    id,
    on: formatDate(at, locale),
    what: t(`introduction.event.${kind}`, { organisation }),
    // A link in a mail says which organisation it was for, not whose mailbox it was opened in.
    who: [who, told_by === 'screen' ? null : t(`introduction.toldBy.${told_by}`)].filter(Boolean).join(', '),
    reason: reason && t(`introduction.reason.${reason}`),
    // What a reminder was about is for the job that sends it; what the proposal says stands above.
    text: kind === 'reminded' || text === message ? null : text,
  }
}
interface Words {
  t: TFunction
  locale: Locale
}

export function outcomeView(outcome: Awaited<ReturnType<typeof outcomesOf>>[number], { t, locale }: Words) {
  const { id, after_months, kind, without_roms, note, recorded_at, by } = outcome
  return {
    id,
    what: t(`introduction.outcome.${kind}`),
    without: t(`introduction.without.${without_roms}`),
    after: after_months === 0 ? null : t('introduction.afterMonths', { count: after_months }),
    on: formatDate(recorded_at, locale),
    by: by ?? t('introduction.somebody'),
    note,
  }
}

/** What the reader may do with the whole of it. */
export function rightsIn(introduction: Introduction, actor: Actor) {
  const runs = canRunIntroduction(actor, introduction)
  const { state } = introduction
  return {
    edits: runs && (state === 'requested' || state === 'draft'),
    withdraws: runs && ['requested', 'draft', 'proposed', 'consent'].includes(state),
    reopens: runs && (state === 'declined' || state === 'withdrawn'),
    talks: runs && state === 'introduced',
    closes: runs && (state === 'introduced' || state === 'talking'),
    records: runs && isMade(state),
  }
}
