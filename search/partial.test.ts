import type { SearchResponse } from 'meilisearch'
import { expect, test } from 'vitest'
import { type Counted, type Found, mostTelling, unionOf } from './partial.ts'

const found = (key: string): Found => ({ type: 'project', key })
const answer = (total: number, ...keys: string[]) =>
  ({ hits: keys.map(found), estimatedTotalHits: total }) as unknown as SearchResponse<Found>

test('what answers the whole query goes first, once; then the rarest words count most', () => {
  const rare = answer(3, 'rare', 'both', 'whole')
  const common = answer(50_000, 'common', 'both', 'whole')
  const { hits, exact } = mostTelling([found('whole'), found('whole')], [rare, common])
  expect(exact).toBe(1)
  expect(hits.map(({ key }) => key)).toEqual(['whole', 'rare', 'both'])
})

test('two words together go before either alone', () => {
  const { hits } = mostTelling([], [answer(10, 'a', 'both'), answer(10, 'b', 'both')])
  expect(hits[0]?.key).toBe('both')
})

test('nothing gives nothing', () => {
  expect(mostTelling([], [answer(0), answer(0)])).toEqual({ hits: [], exact: 0 })
})

test('what answers either of two questions is counted once', () => {
  const answer = (ids: string[], themes: Record<string, number>): Counted => ({
    total: ids.length,
    hits: ids.map((id) => ({ type: 'project', id })),
    facets: {
      ...{ type: [], kind: [], rom: [], technology: [], status: [] },
      theme: Object.entries(themes).map(([value, n]) => ({ value, n })),
    },
  })
  const union = unionOf(
    answer(['a', 'b'], { energie: 2, water: 1 }),
    answer(['c', 'b'], { agrifood: 1, energie: 1 }),
    answer(['b'], { energie: 1 }),
  )
  expect(union.total).toBe(3)
  expect(union.hits.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
  expect(union.facets.theme).toEqual([
    { value: 'agrifood', n: 1 },
    { value: 'energie', n: 2 },
    { value: 'water', n: 1 },
  ])
})
