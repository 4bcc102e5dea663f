import type { IntroductionState, OutcomeKind } from '#db/tables/introductions.ts'
import type { DeclineReason } from '#db/tables/matching.ts'

/** In the order in which a reason comes to mind. */
export const declineReasons = [
  'no_capacity',
  'other_field',
  'too_early',
  'competitor',
  'known_already',
  'other',
] as const satisfies DeclineReason[]

export const outcomeKinds = [
  'talking',
  'pilot',
  'contract',
  'investment',
  'grant',
  'nothing',
] as const satisfies OutcomeKind[]

export const withoutRoms = ['no', 'later', 'yes', 'unknown'] as const

/** The columns of the board, each with the states it holds, in the order of the work. */
export const boardColumns = {
  draft: ['requested', 'draft'],
  proposed: ['proposed'],
  consent: ['consent'],
  introduced: ['introduced'],
  talking: ['talking'],
  closed: ['closed', 'declined', 'withdrawn'],
} as const satisfies Record<string, IntroductionState[]>
export type BoardColumn = keyof typeof boardColumns

/** States in which something is waited for, by a day. */
export const waitingStates = ['proposed', 'consent'] as const satisfies IntroductionState[]

/** Working days within which is answered: product rule 5. */
export const answerDays = 10
/** When it is asked again what came of an introduction. */
export const askedAgainAfter = [6, 12] as const
