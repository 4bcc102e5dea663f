import type { Generated } from 'kysely'
import type { Day, Flag, Instant } from './reference.ts'

export type QuestionKind = 'question' | 'interest'
/** Waiting for the ROM, answered by it, or done with. */
export type QuestionState = 'waiting' | 'answered' | 'closed'
export type QuestionOutcome = 'helped' | 'partner' | 'joined' | 'referred' | 'nothing' | 'withdrawn'
export type ReferredTo = 'rvo' | 'invest_nl' | 'fund' | 'rom' | 'other'

/** What somebody asks a ROM, or where an organisation would join; how it stands now. */
export interface QuestionTable {
  id: string
  kind: QuestionKind
  /** Who asks, without an account or with one: exactly one of them is there. */
  person_id: string | null
  account_id: string | null
  /** Four digits. Null once forgotten, as are the other values that were typed. */
  postcode: number | null
  organisation_name: string | null
  text: string | null
  /** The ROM that answers. */
  rom_id: string
  /** The organisation's own ROM, which reads along where another one answers. */
  copy_rom_id: string | null
  theme_id: string | null
  organisation_id: string | null
  undertaking_id: string | null
  call_id: string | null
  open_role_id: string | null
  /** Who of the ROM; null for whoever takes it. */
  responsible_id: string | null
  state: QuestionState
  /** The number of its last event. */
  events: Generated<number>
  asked_at: Instant
  waiting_since: Instant
  due_on: Day
  /** Of this time of waiting: 1 halfway, 2 on the last day, 3 when it was over. */
  reminders: Generated<number>
  /** The first reply, the ROM that gave it, and after how many working days. */
  replied_at: Instant | null
  replied_rom_id: string | null
  reply_days: number | null
  closed_at: Instant | null
  outcome: QuestionOutcome | null
  forgotten_at: Instant | null
  is_example: Generated<Flag>
}

export type QuestionEventKind =
  | 'asked'
  | 'wrote'
  | 'replied'
  | 'assigned'
  | 'passed'
  | 'noted'
  | 'linked'
  | 'referred'
  | 'reported'
  | 'closed'
  | 'reminded'
  | 'forgotten'

/** What was said and done of a question: only added to, save that a text goes when its asker is forgotten. */
export interface QuestionEventTable {
  id: string
  question_id: string
  /** From 1 on, within its question. */
  number: number
  kind: QuestionEventKind
  at: Instant
  /** The asker without an account is 'system'. */
  by_id: string
  /** The ROM that it was with. */
  rom_id: string
  text: string | null
  to_account_id: string | null
  to_rom_id: string | null
  organisation_id: string | null
  referred_to: ReferredTo | null
  /** Of a referral, the number of its event. */
  about_number: number | null
  outcome: string | null
  /** 1 for a reply that was given by telephone or in a mail of one's own. */
  elsewhere: Generated<Flag>
}

/** What opens the asker's page: SHA-256 of what was mailed. */
export interface QuestionKeyTable {
  hash: string
  question_id: string
  created_at: Instant
}
