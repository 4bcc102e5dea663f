import type { Db } from '#db/client.ts'
import type { HitType, SearchEngine, SearchRequest } from '#search/engine.ts'
import { plainSearch } from './plain.server.ts'
import { readHits } from './read.server.ts'
import type { Hit } from './types.ts'

const perGroup = 4
/** Earlier projects are many: asked for apart, they do not push the rest out. */
const few: HitType[] = ['theme', 'rom', 'programme', 'initiative', 'call', 'instrument', 'organisation']

/**
 * What a person may be typing the name of, a few of each type, the type with the best hit first.
 * @returns also how many there are in all
 */
export async function suggest(
  { db, search }: { db: Db; search: SearchEngine },
  text: string,
  language: 'nl' | 'en',
): Promise<{ total: number; groups: { type: HitType; hits: Hit[] }[] }> {
  const request = (types: HitType[], limit: number): SearchRequest => ({
    text,
    typing: true,
    filter: {},
    types,
    sort: 'relevance',
    language,
    limit,
    offset: 0,
    facets: false,
  })
  const requests = [request(few, 24), request(['project'], perGroup)]
  const answers = await Promise.all(
    requests.map(async (one) => {
      const answer = await search.find(one)
      if (answer) return answer
      const plain = await plainSearch(db, one)
      return { ...plain, exact: plain.total }
    }),
  )
  // What has only some of the words is no suggestion when something has all.
  const exact = answers.some((answer) => answer.exact > 0)
  const used = answers.map((answer) => ({
    total: exact ? answer.exact : answer.total,
    hits: exact ? answer.hits.slice(0, answer.exact) : answer.hits,
  }))
  const hits = await readHits(
    db,
    used.flatMap((answer) => answer.hits),
  )
  const groups = [...Map.groupBy(hits, ({ type }) => type)].map(([type, own]) => ({
    type,
    hits: own.slice(0, perGroup),
  }))
  return { total: used.reduce((sum, answer) => sum + answer.total, 0), groups }
}
