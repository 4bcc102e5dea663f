import type { SearchResponse } from 'meilisearch'
import { type FacetName, facetNames, type HitType, type SearchAnswer } from './engine.ts'

/** The answer to one question. */
export type Counted = Omit<SearchAnswer, 'exact'>

/** What is needed of a hit to count it. */
export interface Found {
  type: HitType
  key: string
}

/** How many documents "every" is, for a word that all of them have: only the order of words by rarity hangs on it. */
const every = 100_000
/** What has less than this share of the best score is left out: it has the commonest words only. */
const least = 0.45
/** What is put together of several answers is not longer than this. */
export const mostHits = 200

/**
 * Ranks what has some of the words of a query, which Meilisearch does not: it demands the first word or the rarest, and weighs none.
 * Each word that a hit has counts for as much as it is rare (the logarithm of the inverse share of documents that have it), and less
 * further down the list of those that have it.
 * @param first what answers the whole query, the same things perhaps more than once: goes before the rest
 * @param perWord the answers for each word alone
 * @returns at most 200, the best first, and how many of them answer the whole query
 */
export function mostTelling(first: Found[], perWord: SearchResponse<Found>[]): { hits: Found[]; exact: number } {
  const whole = [...new Map(first.map((found) => [`${found.type} ${found.key}`, found])).values()]
  const scores = new Map<string, { found: Found; score: number }>()
  for (const { hits, estimatedTotalHits = 0 } of perWord) {
    const rarity = Math.log(every / Math.max(1, estimatedTotalHits))
    for (const [place, { type, key }] of hits.entries()) {
      const id = `${type} ${key}`
      const known = scores.get(id) ?? { found: { type, key }, score: 0 }
      known.score += rarity * (1 - place / hits.length / 2)
      scores.set(id, known)
    }
  }
  for (const { type, key } of whole) scores.delete(`${type} ${key}`)
  const rest = [...scores.values()].sort((a, b) => b.score - a.score)
  const best = rest[0]?.score ?? 0
  const telling = rest.filter(({ score }) => score >= best * least).map(({ found }) => found)
  return { hits: [...whole, ...telling].slice(0, mostHits), exact: whole.length }
}

/**
 * What answers either of two questions: the hits of the first before those of the second, each once.
 * @param first with all of its hits
 * @param both what answers both: its counts are in those of each
 */
export function unionOf(first: Counted, second: Counted, both: Counted): Counted {
  const hits = new Map([...first.hits, ...second.hits].map((hit) => [`${hit.type} ${hit.id}`, hit]))
  const facet = (name: FacetName) => {
    const counts = new Map<string, number>()
    for (const [{ facets }, sign] of [
      [first, 1],
      [second, 1],
      [both, -1],
    ] as const) {
      for (const { value, n } of facets[name]) counts.set(value, (counts.get(value) ?? 0) + sign * n)
    }
    const there = Array.from(counts, ([value, n]) => ({ value, n })).filter(({ n }) => n > 0)
    return there.sort((a, b) => (a.value < b.value ? -1 : 1))
  }
  return {
    total: first.total + second.total - both.total,
    hits: [...hits.values()],
    facets: Object.fromEntries(facetNames.map((name) => [name, facet(name)])) as Counted['facets'],
  }
}
