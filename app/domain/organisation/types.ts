import type { OrganisationKind } from '#db/tables/organisations.ts'

export const organisationKinds = [
  'startup',
  'scaleup',
  'sme',
  'knowledge_institution',
  'corporate',
  'government',
  'network',
] as const satisfies OrganisationKind[]

/** Of a summary, in characters, in each language. */
export const longestSummary = 1000
