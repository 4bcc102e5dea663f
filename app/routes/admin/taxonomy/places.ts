import type { Term } from '../../../domain/taxonomy/terms.server.ts'

type Count = 'organisations' | 'programmes' | 'initiatives' | 'calls'

/** Where the term is edited. */
export function termPath({ table, slug }: Pick<Term, 'table' | 'slug'>): string {
  return `/beheer/taxonomie/${table === 'theme' ? 'themas' : 'technologieen'}/${slug}`
}

/** What a kind of term is counted in, with the public list of just that; clusters are in no filter, and no call has a technology. */
export function placesOf(kind: Term['kind']): { key: Count; href: ((term: Term) => string) | null }[] {
  const lists = [
    ['organisations', '/organisaties'],
    ['programmes', '/programmas'],
    ['initiatives', '/initiatieven'],
  ] as const
  if (kind === 'cluster') return lists.map(([key]) => ({ key, href: null }))
  const filter = kind === 'priority' ? 'technologie' : 'thema'
  const counted = lists.map(([key, path]) => ({ key, href: ({ slug }: Term) => `${path}?${filter}=${slug}` }))
  const calls = { key: 'calls' as const, href: ({ slug }: Term) => `/zoeken?soort=oproep&thema=${slug}` }
  return kind === 'priority' ? counted : [...counted, calls]
}
