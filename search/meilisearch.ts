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
import { type Found, mostHits, mostTelling } from './partial.ts'
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
      const all = await this.#ask(this.#address, queriesFor(request, query, this.#uid))
      if (!all || all.total >= enough || request.sort !== 'relevance') return all && { ...all, exact: all.total }
      // Taking a known word apart ("water" and "stof") is for when it gives next to nothing.
      const further = other && (other.unknown || all.total < scarce) ? other : null
      const more = further && (await this.#ask(this.#address, queriesFor(request, further.query, this.#uid)))
      if (more && more.total > mostHits) return { ...more, exact: more.total }
      const words = new Set((further ?? { loose }).loose)
      const few = (more ?? all).total < enough && words.size > 1
      if (!few && !more) return { ...all, exact: all.total }
      const whole = further ? [query, further.query] : [query]
      return await this.#some(this.#address, request, whole, fixed, few ? [...words] : [])
    } catch (error) {
      if (error instanceof Unreachable) return null
      throw error
    }
  }

  /** What answers a whole query, and then what has the rarest of the words. */
  async #some(address: SearchAddress, request: SearchRequest, whole: string[], fixed: string, loose: string[]) {
    const uncounted = { ...request, facets: false, offset: 0 }
    const questions = [
      ...whole.map((query) => queriesFor({ ...uncounted, limit: mostHits }, query, this.#uid)[0]),
      ...loose.map(
        (word) => queriesFor({ ...uncounted, limit: perWord }, `${fixed} ${word} `.trimStart(), this.#uid)[0],
      ),
    ]
    const found = await this.#multi(address, questions)
    if (!found) return null
    const first = found.slice(0, whole.length).flatMap(({ hits }) => hits)
    const { hits, exact } = mostTelling(first, found.slice(whole.length))
    const ids = hits.map(({ type, key }) => documentId(type, key))
    const counted = await this.#ask(address, queriesFor({ ...request, limit: 0, offset: 0 }, '', this.#uid, ids))
    const page = hits.slice(request.offset, request.offset + request.limit)
    return counted && { ...counted, exact, hits: page.map(({ type, key }) => ({ type, id: key })) }
  }

  async #ask(address: SearchAddress, queries: Query[]): Promise<Counted | null> {
    const results = await this.#multi(address, queries)
    if (!results) return null
    const [main, ...others] = results
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

  /** null when there is no index yet: to whoever searches that is the same as no server. */
  async #multi(address: SearchAddress, queries: (Query | undefined)[]): Promise<Result[] | null> {
    const { status, body } = await ask(address, '/multi-search', { queries }, patienceMs)
    if (status === 200) return (body as { results: Result[] }).results
    if ((body as { code?: string }).code === 'index_not_found') return null
    throw new Error(`the search server refused the question: ${JSON.stringify(body)}`)
  }
}

type Result = SearchResponse<Found>
type Counted = Omit<SearchAnswer, 'exact'>
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
