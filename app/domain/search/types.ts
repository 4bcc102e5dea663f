import type { FacetName, HitType, Segment } from '#search/engine.ts'

export const hitPaths: Record<HitType, string> = {
  theme: '/themas',
  rom: '/roms',
  programme: '/programmas',
  initiative: '/initiatieven',
  call: '/oproepen',
  instrument: '/regelingen',
  organisation: '/organisaties',
  project: '/projecten',
}

interface Named {
  id: string
  slug: string
  name_nl: string
  name_en: string
}

/** One thing found, as it is in the database now. */
export interface Hit {
  type: HitType
  id: string
  slug: string
  /** Its address on this site. */
  path: string
  name_nl: string
  name_en: string
  summary_nl: string | null
  summary_en: string | null
  /** The kind of organisation or initiative. */
  kind: string | null
  status: string | null
  themes: Named[]
  roms: Named[]
  is_example: 0 | 1
}

/** A text in the reader's language, or else in the other; null for a name, which is in none. */
export interface MarkedText {
  language: 'nl' | 'en' | null
  segments: Segment[]
}

export interface MarkedHit extends Hit {
  /** What answers the query is marked. `text` is one more text of it, when neither name nor summary shows why it was found. */
  marked: { name: MarkedText; summary: MarkedText | null; text: MarkedText | null }
}

export interface Found {
  total: number
  hits: MarkedHit[]
  /** In plain search, only those of `type`. */
  facets: Record<FacetName, { value: string; n: number }[]>
  /** How many have all of the words: the first of them. The rest has some. */
  exact: number
  /** The search server was not there: these are names and summaries that hold the words, by the database alone. */
  plain: boolean
}

/** What the search box shows while one types, in the reader's language. */
export interface Suggestions {
  groups: {
    type: HitType
    title: string
    items: { path: string; name: Segment[]; detail: string; example: string | null }[]
  }[]
  /** The way to all results; null when there are none. */
  all: string | null
  /** For those who do not see the list. */
  status: string
}
