import type { Agreement, OrganisationKind } from '#db/tables/organisations.ts'
import type { ListingTerms } from './texts.ts'
import { criterionWeight } from './weights.ts'

/** match: it is known to fit; gap: it is known not to; unknown: one of the two does not say. */
export type Verdict = 'match' | 'gap' | 'unknown'

/** What is compared beside the texts themselves, with what there is to say of it. */
export type Criterion =
  | { criterion: 'themes'; verdict: Verdict; themes: string[]; wanted: string[] }
  | { criterion: 'kind'; verdict: Verdict; kind: OrganisationKind; wanted: OrganisationKind[] }
  | { criterion: 'trl'; verdict: Verdict; own: Trl | null; other: Trl | null }
  | { criterion: 'agreement'; verdict: Verdict; own: Agreement | null; other: Agreement | null }
  | { criterion: 'evidence'; verdict: Verdict; projects: number }

/** From which technology readiness level to which, 1 to 9. */
type Trl = [number, number]

export interface Facts {
  themes: string[]
  kind: OrganisationKind
  /** The offers and needs that the match rests on, of each side; those of the asker first. */
  listings: [ask: ListingTerms | undefined, item: ListingTerms | undefined][]
  /** How many of the candidate's projects the match rests on. */
  projects: number
}

/**
 * Judges a candidate by each criterion.
 * @param themes of the asker, or those that were asked for
 * @param kinds that were asked for, or [] when any will do
 */
export function judge(themes: string[], kinds: OrganisationKind[], facts: Facts): Criterion[] {
  const shared = themes.filter((theme) => facts.themes.includes(theme))
  const themed = themes.length === 0 || facts.themes.length === 0 ? 'unknown' : shared.length > 0 ? 'match' : 'gap'
  const wanted = [...new Set([...kinds, ...facts.listings.flatMap(([ask]) => ask?.kinds ?? [])])]
  const [ask, item] = facts.listings.find(([own, other]) => own && other) ?? facts.listings[0] ?? []
  const own = ask?.trl ?? null
  const other = item?.trl ?? null
  const agreed = { own: ask?.agreement ?? null, other: item?.agreement ?? null }
  return [
    { criterion: 'themes', verdict: themed, themes: shared, wanted: themes },
    {
      criterion: 'kind',
      verdict: wanted.length === 0 ? 'unknown' : wanted.includes(facts.kind) ? 'match' : 'gap',
      kind: facts.kind,
      wanted,
    },
    { criterion: 'trl', verdict: compared(own, other, overlap), own, other },
    { criterion: 'agreement', verdict: compared(agreed.own, agreed.other, (a, b) => a === b), ...agreed },
    { criterion: 'evidence', verdict: facts.projects > 0 ? 'match' : 'unknown', projects: facts.projects },
  ]
}

function compared<Value>(own: Value | null, other: Value | null, fits: (a: Value, b: Value) => boolean): Verdict {
  if (own === null || other === null) return 'unknown'
  return fits(own, other) ? 'match' : 'gap'
}

function overlap(a: Trl, b: Trl): boolean {
  return a[0] <= b[1] && b[0] <= a[1]
}

/** What the criteria make of a score: a factor around 1. */
export function factorOf(criteria: Criterion[]): number {
  let factor = 1
  for (const { criterion, verdict } of criteria) {
    if (criterion === 'evidence') continue
    if (verdict === 'match') factor += criterionWeight[criterion]
    if (verdict === 'gap') factor -= criterionWeight[criterion]
  }
  return factor
}
