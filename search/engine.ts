/** What the portal asks of its search engine, whichever that is. Ids come back; what is shown is read from the database. */

export const hitTypes = [
  'theme',
  'rom',
  'programme',
  'initiative',
  'call',
  'instrument',
  'organisation',
  'project',
] as const
export type HitType = (typeof hitTypes)[number]

export const facetNames = ['type', 'kind', 'theme', 'rom', 'technology', 'status'] as const
export type FacetName = (typeof facetNames)[number]

export const searchSorts = ['relevance', 'name', 'newest'] as const
export type SearchSort = (typeof searchSorts)[number]

export interface SearchRequest {
  /** What a person typed; '' finds everything. */
  text: string
  /** One value per facet, an id; absent or null does not filter. */
  filter: Partial<Record<FacetName, string | null>>
  /** Only these types, whatever the filter says. */
  types?: HitType[]
  /** It is being typed: the last word may not be whole. */
  typing?: boolean
  sort: SearchSort
  language: 'nl' | 'en'
  limit: number
  offset: number
  /** Whether to count the facets: it takes most of a query's time. */
  facets: boolean
}

/** A piece of a text, and whether it answers the query. */
export interface Segment {
  text: string
  match: boolean
}

export interface SearchAnswer {
  total: number
  hits: { type: HitType; id: string }[]
  /** Per facet the values there are under the other filters, with how many. */
  facets: Record<FacetName, { value: string; n: number }[]>
  /** How many have all of the words: the first of them. The rest has some. */
  exact: number
}

/**
 * Gives a text in pieces, with what answers a query marked.
 * @param enough stop looking this many characters after the first match; the rest of the text is left unmarked
 */
export type Mark = (text: string, language: 'nl' | 'en' | null, enough?: number) => Segment[]

/** How one of the indexes is doing. */
export interface IndexReport {
  name: 'search' | 'match'
  documents: number
  /** When it was last made anew; null when there is none. */
  madeAt: string | null
  /** How many documents the one that will take its place has by now; null when none is being made. */
  growing: number | null
}

export interface SearchEngine {
  /** Whether it answers at this moment. */
  ready(): Promise<boolean>
  /** null when the server does not answer. */
  find(request: SearchRequest): Promise<SearchAnswer | null>
  /** The state of each index; null when the server does not answer. */
  report(): Promise<IndexReport[] | null>
  /** What answers a query, marked in a text: also inflected, compounded or translated. */
  marker(request: Pick<SearchRequest, 'text' | 'typing'>): Mark
}
