import {
  Meilisearch,
  MeilisearchApiError,
  MeilisearchRequestError,
  MeilisearchRequestTimeOutError,
  type SearchResponse,
} from 'meilisearch'
import { ask, Unreachable } from './ask.ts'
import { documentId } from './documents/document.ts'
import {
  type FacetName,
  facetNames,
  type IndexReport,
  type SearchAnswer,
  type SearchEngine,
  type SearchRequest,
} from './engine.ts'
import { shadowUid } from './index-store.ts'
import { marker } from './language/mark.ts'
import { rewrite } from './language/rewrite.ts'
import type { LiveLexicon } from './lexicon/live.ts'
import { matchUid } from './matching/match-index.ts'
import { type Counted, type Found, mostHits, mostTelling, unionOf } from './partial.ts'
import { searchHealth } from './server.ts'

/** How long a page waits for an answer; what makes the index is more patient. */
const patienceMs = 3000
const indexingPatienceMs = 30_000
/** With fewer than this, what has only some of the words is shown too. */
const plenty = 10
/** With fewer than this, a word may have been written as one that should be two. */
const scarce = 3
/** Of each word, the best this many count when few things have all of the words. */
const perWord = 200

const fields: Record<FacetName, string> = {
  type: 'type',
  kind: 'kind',
  theme: 'themes',
  rom: 'roms',
  technology: 'technologies',
  status: 'status',
}

export interface SearchAddress {
  url: string
  key: string
}

/** A client for what makes the index and looks after it. Pages are asked for without one. */
export function clientFor({ url, key }: SearchAddress, timeout = indexingPatienceMs): Meilisearch {
  return new Meilisearch({ host: url, apiKey: key || undefined, timeout })
}

/** Whether an error says that the server is away or not itself, and not that the question was wrong. */
export function isDown(error: unknown): boolean {
  if (error instanceof MeilisearchRequestError || error instanceof MeilisearchRequestTimeOutError) return true
  return error instanceof MeilisearchApiError && error.response.status >= 500
}

/** The search engine on Meilisearch. It is down until it is connected. */
export class MeilisearchEngine implements SearchEngine {
  readonly #lexicon: LiveLexicon
  readonly #uid: string
  #address: SearchAddress | null = null
  #health: Promise<boolean> | null = null

  constructor(lexicon: LiveLexicon, uid = 'schakel') {
    this.#lexicon = lexicon
    this.#uid = uid
  }

  connect(address: SearchAddress): void {
    this.#address = address
    this.#health = null
  }

  /** Asks at most once in two seconds: every page says whether search works. */
  ready(): Promise<boolean> {
    if (!this.#address) return Promise.resolve(false)
    if (!this.#health) {
      this.#health = searchHealth(this.#address)
      setTimeout(() => {
        this.#health = null
      }, 2000).unref()
    }
    return this.#health
  }

  async report(): Promise<IndexReport[] | null> {
    if (!this.#address) return null
    try {
      const client = clientFor(this.#address, patienceMs)
      const [{ indexes }, { results }] = await Promise.all([client.getStats(), client.getRawIndexes({ limit: 1000 })])
      return [['search', this.#uid] as const, ['match', matchUid(this.#uid)] as const].map(([name, uid]) => ({
        name,
        documents: indexes[uid]?.numberOfDocuments ?? 0,
        madeAt: results.find((index) => index.uid === uid)?.createdAt?.toString() ?? null,
        growing: indexes[shadowUid(uid)]?.numberOfDocuments ?? null,
      }))
    } catch (error) {
      if (isDown(error)) return null
      throw error
    }
  }

  marker({ text, typing = false }: Pick<SearchRequest, 'text' | 'typing'>) {
    return marker(this.#lexicon.now, text, typing)
  }

  async find(request: SearchRequest): Promise<SearchAnswer | null> {
    if (!this.#address) return null
    const { query, fixed, loose, other } = rewrite(this.#lexicon.now, request.text, request.typing ?? false)
    // While somebody types there is no time to look further, unless there is nothing to show at all.
    const enough = request.typing ? 1 : plenty
    try {
      const asked = await this.#multi(this.#address, queriesFor(request, query, this.#uid))
      const all = asked && counted(asked)
      if (!all || all.total >= enough || request.sort !== 'relevance') return all && { ...all, exact: all.total }
      // Taking a known word apart ("water" and "stof") is for when it gives next to nothing.
      const further = other && (other.unknown || all.total < scarce) ? other : null
      return await this.#further(this.#address, request, { all, query, fixed, loose, further }, enough)
    } catch (error) {
      if (error instanceof Unreachable) return null
      throw error
    }
  }

  /** Looks for more than the few that have all of the words: in other forms, and then by each word. */
  async #further(
    address: SearchAddress,
    request: SearchRequest,
    few: Few,
    enough: number,
  ): Promise<SearchAnswer | null> {
    const { all, query, fixed, loose, further } = few
    const uncounted = { ...request, facets: false, offset: 0 }
    const ids = all.hits.map(({ type, id }) => documentId(type, id))
    const asked =
      further &&
      (await this.#multi(address, [
        ...queriesFor(request, further.query, this.#uid),
        // Which of the few answer in the other forms too.
        ...queriesFor({ ...request, offset: 0, limit: ids.length }, further.query, this.#uid, ids),
      ]))
    const more = asked && counted(asked.slice(0, asked.length / 2))
    if (more && more.total > mostHits) return { ...more, exact: more.total }
    const words = [...new Set((further ?? { loose }).loose)]
    const some = (more ?? all).total < enough && words.length > 1
    if (!some && !more) return { ...all, exact: all.total }
    // What a filter counts beside is not in the few: then all are asked for, and counted by themselves.
    const filtered = Object.values(request.filter).some(Boolean)
    if (asked && more && !some && !filtered && request.offset === 0 && ids.length === all.total) {
      const union = unionOf(all, more, counted(asked.slice(asked.length / 2)))
      if (union.total <= mostHits) return { ...union, hits: union.hits.slice(0, request.limit), exact: union.total }
    }
    const [first, second, each] = await Promise.all([
      this.#whole(address, request, query, all),
      further && more ? this.#whole(address, request, further.query, more) : [],
      some
        ? this.#multi(
            address,
            words.flatMap((word) =>
              queriesFor({ ...uncounted, limit: perWord }, `${fixed} ${word} `.trimStart(), this.#uid),
            ),
          )
        : [],
    ])
    if (!first || !second || !each) return null
    const { hits, exact } = mostTelling([...first, ...second], each)
    const page = hits.slice(request.offset, request.offset + request.limit)
    const answer = { exact, hits: page.map(({ type, key }) => ({ type, id: key })) }
    if (!request.facets) return { ...counted([]), ...answer, total: hits.length }
    const found = hits.map(({ type, key }) => documentId(type, key))
    const counts = await this.#multi(address, queriesFor({ ...request, limit: 0, offset: 0 }, '', this.#uid, found))
    return counts && { ...counted(counts), ...answer }
  }

  /** All that answers a query, at most 200: asked for when the answer that there is does not hold it. */
  async #whole(address: SearchAddress, request: SearchRequest, query: string, { hits, total }: Counted) {
    if (request.offset === 0 && hits.length === total) return hits.map(({ type, id }) => ({ type, key: id }))
    const all = { ...request, facets: false, offset: 0, limit: mostHits }
    const found = await this.#multi(address, queriesFor(all, query, this.#uid))
    return found && (found[0]?.hits ?? [])
  }

  /** null when there is no index yet: to whoever searches that is the same as no server. */
  async #multi(address: SearchAddress, queries: (Query | undefined)[]): Promise<Result[] | null> {
    const { status, body } = await ask(address, '/multi-search', { queries }, patienceMs)
    if (status === 200) return (body as { results: Result[] }).results
    if ((body as { code?: string }).code === 'index_not_found') return null
    throw new Error(`the search server refused the question: ${JSON.stringify(body)}`)
  }
}

type Result = SearchResponse<Found>

/** What few things have, and what else may be asked for. */
interface Few {
  all: Counted
  query: string
  fixed: string
  loose: string[]
  further: { query: string; loose: string[] } | null
}

/** The answer to `queriesFor`: the hits are those of the first, the counts those of all. */
function counted([main, ...others]: Result[]): Counted {
  const distribution = Object.assign({}, main?.facetDistribution, ...others.map((one) => one.facetDistribution))
  return {
    total: main?.estimatedTotalHits ?? 0,
    hits: (main?.hits ?? []).map(({ type, key }) => ({ type, id: key })),
    facets: Object.fromEntries(
      facetNames.map((name) => [
        name,
        Object.entries(distribution[fields[name]] ?? {}).map(([value, n]) => ({ value, n: Number(n) })),
      ]),
    ) as SearchAnswer['facets'],
  }
}

type Query = ReturnType<typeof queriesFor>[number]

/**
 * The question for the hits, and for each facet that is filtered by, one that counts its values without that filter: so that a
 * person sees what another choice would give.
 * @param ids only among these documents
 */
export function queriesFor(request: SearchRequest, q: string, indexUid: string, ids?: string[]) {
  const { filter, sort, language, limit, offset } = request
  const clauses = facetNames.flatMap((name) => {
    const value = filter[name]
    return value ? [{ name, clause: `${fields[name]} = ${JSON.stringify(value)}` }] : []
  })
  const always = [
    ...(request.types ? [`type IN [${request.types.join(', ')}]`] : []),
    ...(ids ? [`id IN [${ids.join(', ')}]`] : []),
  ]
  const filterBut = (except?: FacetName) => [
    ...always,
    ...clauses.filter(({ name }) => name !== except).map(({ clause }) => clause),
  ]
  const chosen = new Set(clauses.map(({ name }) => name))
  const sorts = { relevance: undefined, name: [`name_${language}:asc`], newest: ['date:desc'] }
  const main = {
    indexUid,
    q,
    limit,
    offset,
    filter: filterBut(),
    sort: sorts[sort],
    matchingStrategy: 'all',
    attributesToRetrieve: ['type', 'key'],
    facets: request.facets ? facetNames.filter((name) => !chosen.has(name)).map((name) => fields[name]) : undefined,
  }
  if (!request.facets) return [main]
  const counting = clauses.map(({ name }) => ({
    ...main,
    limit: 0,
    offset: 0,
    sort: undefined,
    filter: filterBut(name),
    facets: [fields[name]],
  }))
  return [main, ...counting]
}
