import type { OrganisationKind } from '#db/tables/organisations.ts'
import type { Language } from '../lexicon/lexicon.ts'
import type { Passage } from './bag.ts'
import type { Criterion } from './criteria.ts'
import type { Shared } from './explain.ts'
import type { Candidate, Feedback } from './store.ts'
import type { ItemText } from './texts.ts'
import type { Side } from './weights.ts'

/** Who or what asks, and which answers are wanted. */
export interface MatchQuestion {
  /** The organisation that asks, by its id; or null. */
  organisation: string | null
  /** A need in words, or null. */
  text: Need | null
  /** More needs, each of which asks for itself: what a programme is about, and whom it looks for. */
  needs?: Need[]
  /** Only organisations of these regions; null for all. */
  roms: string[] | null
  /** Not those of these. */
  leaveOut: string[]
  /** Only these kinds and these themes; [] for all. */
  kinds: OrganisationKind[]
  themes: string[]
  /** Themes that speak for who has one and keep nobody out; without them, those of the organisation that asks. */
  about?: string[]
  /** Not these organisations, by their ids. */
  exclude: string[]
  /** Whether those that the asker worked with before are wanted too. */
  withPartners: boolean
  /** Whether what was made of earlier matches counts and is told: it is for the asker's own ROM only. */
  withFeedback: boolean
  language: Language
  limit: number
  offset: number
}

export interface Need {
  passages: Passage[]
  /** Concepts that are meant though the words do not say so, and those that are not meant though they do, by their ids. */
  added: string[]
  removed: string[]
}

/** Whose piece of text it is; of its words, only those that are quoted are kept. */
export type Cited = Omit<ItemText, 'passages'>

/** Why two belong together: a piece of text of each, and what they share; null when only the descriptions are alike. */
export interface Reason {
  side: Side
  /** null when it is the text that was typed. */
  ask: Cited | null
  item: Cited
  shared: Shared | null
}

export interface Match {
  organisation: Candidate
  /** Higher is better; comparable within one answer only. */
  score: number
  reasons: Reason[]
  criteria: Criterion[]
  feedback: Feedback | null
}

export interface MatchAnswer {
  /** How many are worth a look. */
  total: number
  matches: Match[]
}
