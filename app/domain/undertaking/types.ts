import type { InitiativeKind, UndertakingStatus } from '#db/tables/undertakings.ts'

/** The life cycle, in its order. */
export const undertakingStatuses = [
  'idea',
  'exploration',
  'aligned',
  'preparation',
  'running',
  'completed',
  'stopped',
] as const satisfies UndertakingStatus[]

export const initiativeKinds = [
  'project',
  'hub',
  'community',
  'agreement',
  'trade_mission',
  'event',
  'study',
] as const satisfies InitiativeKind[]
