import type { Agreement } from '#db/tables/organisations.ts'

/** In characters, in each language. */
export const longestListing = 1000

export const agreements = [
  'research',
  'technical',
  'pilot',
  'commercial',
  'licence',
  'investment',
  'supply',
] as const satisfies Agreement[]
