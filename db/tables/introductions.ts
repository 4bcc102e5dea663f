import type { Generated } from 'kysely'
import type { DeclineReason } from './matching.ts'
import type { Day, Instant } from './reference.ts'

/** Who of a ROM accompanies an organisation ("mijn bedrijven"). */
export interface CompanyAdviserTable {
  id: string
  organisation_id: string
  rom_id: string
  account_id: string
  since_at: Instant
  ended_at: Instant | null
}

export type IntroductionState =
  | 'requested'
  | 'draft'
  | 'proposed'
  | 'consent'
  | 'introduced'
  | 'talking'
  | 'closed'
  | 'declined'
  | 'withdrawn'

/** How an introduction stands. How it came to that is in its events. */
export interface IntroductionTable {
  id: string
  state: IntroductionState
  /** `phone`: it was made outside the portal, and is on record here. */
  channel: 'portal' | 'phone'
  /** The ROM that proposes it. */
  rom_id: string
  /** Who does so there; null while a member's request waits for somebody. */
  adviser_id: string | null
  requested_by: string | null
  message: Generated<string>
  /** What is waited for now is due then; null when nothing is. */
  due_on: Day | null
  introduced_on: Day | null
  /** Goes up with every change of how it stands. */
  version: Generated<number>
  created_at: Instant
  updated_at: Instant
}

export interface IntroductionPartyTable {
  id: string
  introduction_id: string
  /** 0 is the organisation that it is for. */
  position: number
  organisation_id: string
  /** The ROM that speaks for it; null for one from outside the nine regions. */
  rom_id: string | null
  adviser_id: string | null
  /** Who is asked for it. */
  via: 'adviser' | 'transfer_office'
  /** Who consents for it and is introduced: one of these two, or nobody yet. */
  contact_person_id: string | null
  member_id: string | null
  answer: 'none' | 'asked' | 'accepted' | 'declined'
  consent: 'none' | 'asked' | 'given' | 'refused'
  reason: DeclineReason | null
}

export type IntroductionEventKind =
  | 'requested'
  | 'drafted'
  | 'edited'
  | 'proposed'
  | 'accepted'
  | 'declined'
  | 'consented'
  | 'refused'
  | 'introduced'
  | 'talking'
  | 'closed'
  | 'withdrawn'
  | 'reopened'
  | 'noted'
  | 'reminded'
  | 'outcome'

export type ToldBy = 'screen' | 'link' | 'phone'

export interface IntroductionEventTable {
  id: string
  introduction_id: string
  position: number
  at: Instant
  actor_id: string
  /** Of whom it is told; null when of the whole. */
  party_id: string | null
  kind: IntroductionEventKind
  told_by: ToldBy
  reason: DeclineReason | null
  text: string | null
}

export type OutcomeKind = 'talking' | 'pilot' | 'contract' | 'investment' | 'grant' | 'nothing'

export interface IntroductionOutcomeTable {
  id: string
  introduction_id: string
  /** 0: at the introduction itself; 6 and 12: as asked so many months later. */
  after_months: 0 | 6 | 12
  kind: OutcomeKind
  /** Whether it would have happened without the ROMs: not, later, yes. */
  without_roms: 'no' | 'later' | 'yes' | 'unknown'
  note: string | null
  recorded_at: Instant
  recorded_by: string
}

/** What a link in a mail opens, until it was used: then the row is gone. */
export interface IntroductionKeyTable {
  /** SHA-256 of what was mailed. */
  hash: string
  introduction_id: string
  /** null for an outcome, which is of the whole. */
  party_id: string | null
  purpose: 'answer' | 'consent' | 'outcome'
  after_months: 6 | 12 | null
  /** In whose name it is used when that is somebody with an account. */
  account_id: string | null
  created_at: Instant
  expires_at: Instant
}
