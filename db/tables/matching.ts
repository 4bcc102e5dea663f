import type { Generated } from 'kysely'
import type { Flag, Instant } from './reference.ts'

/** What all pieces of text together say about words. A new one is current when all pieces were read by it. */
export interface MatchModelTable {
  id: Generated<number>
  is_current: Generated<Flag>
  made_at: Instant
  data: Buffer
}

/** A piece of text as matching compares it, by one model. It follows from other rows, and is made anew with the search index. */
export interface MatchItemTable {
  model_id: number
  /** Its type and the id of its row. */
  key: string
  type: 'organisation' | 'listing' | 'evidence'
  row_id: string
  /** null for a project, which speaks for all who took part. */
  organisation_id: string | null
  side: 'offer' | 'need' | 'field'
  /** YYYY-MM-DD, the first day on which it may not be seen any more; null when nobody said. */
  expires_on: string | null
  /** What is compared of it, packed; see `packFeatures`. */
  features: Buffer
}

export type FeedbackVerdict = 'shortlisted' | 'declined' | 'introduced' | 'cooperating' | 'withdrawn'
export type DeclineReason = 'no_capacity' | 'other_field' | 'too_early' | 'competitor' | 'known_already' | 'other'

/** What somebody made of a match; of one pair the last row holds. */
export interface MatchFeedbackTable {
  id: string
  asker_id: string
  candidate_id: string
  verdict: FeedbackVerdict
  reason: DeclineReason | null
  recorded_at: Instant
  recorded_by: string
}
