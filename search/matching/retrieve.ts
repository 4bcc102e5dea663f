import { ask, Unreachable } from '../ask.ts'
import type { SearchAddress } from '../meilisearch.ts'
import { tagOf } from './match-index.ts'
import type { MatchModel } from './model.ts'
import type { Ask } from './rank.ts'
import { complement, manyTexts, mostNear, mostQuestions, mostTagged, mostTags, type Side } from './weights.ts'

const patienceMs = 3000

/** Which pieces of text may come back. */
export interface Narrowing {
  /** Only of organisations in these regions; null for all, and those of which the region is not known. */
  roms: string[] | null
  /** Only of organisations of these kinds; null for all. */
  kinds: string[] | null
  /** Only of this side; without, of all that answer. */
  side?: Side
  /** How many by tags and by meaning, each; without, as many as a match takes. */
  most?: number
}

/** One question to the search server: what shares some of these tags. */
interface Question {
  sides: Side[]
  tags: string[]
}

/** Another: what lies near this. */
interface Place {
  sides: Side[]
  meaning: Float32Array
}

/**
 * Asks the search server for the pieces of text that may answer best, by their tags and by what they mean.
 * @param read told the keys of each answer when it comes, none twice, so that they are read while the server works on the others
 * @returns what was read; null when the server does not answer
 */
export async function retrieve<Read>(
  address: SearchAddress,
  uid: string,
  model: MatchModel,
  asks: Ask[],
  narrowing: Narrowing,
  read: (keys: string[]) => Promise<Read[]>,
): Promise<Read[] | null> {
  const questions = questionsOf(model, asks)
  if (questions.length === 0) return []
  const places = placesOf(asks)
  const near = narrowing.most ?? mostNear[model.size < manyTexts ? 'few' : 'many']
  const each = Math.ceil(near / Math.max(1, places.length))
  const sent = [
    ...federated(uid, questions, narrowing),
    ...places.map((place) => nearest(uid, place, narrowing, each)),
  ]
  const known = new Set<string>()
  const readOf = async ({ path, body }: Sent) => {
    const keys = await hitsOf(address, path, body)
    const fresh = keys?.filter((key) => !known.has(key))
    for (const key of fresh ?? []) known.add(key)
    return fresh && read(fresh)
  }
  try {
    const parts = await Promise.all(sent.map(readOf))
    return parts.some((part) => !part) ? null : parts.flatMap((part) => part ?? [])
  } catch (error) {
    if (error instanceof Unreachable) return null
    throw error
  }
}

/** null when there is no index yet: to whoever asks that is the same as no server. */
async function hitsOf(address: SearchAddress, path: string, question: object): Promise<string[] | null> {
  const { status, body } = await ask(address, path, question, patienceMs)
  if (status === 200) return (body as { hits: { key: string }[] }).hits.map(({ key }) => key)
  if ((body as { code?: string }).code === 'index_not_found') return null
  throw new Error(`the search server refused the question: ${JSON.stringify(body)}`)
}

/** Needs and offers each ask for themselves; of what an organisation is about, all together first, then the latest. */
function questionsOf(model: MatchModel, asks: Ask[]): Question[] {
  const field = asks.filter(({ side }) => side === 'field')
  const together = field.length > 1 ? [combined(field)] : []
  const chosen = [...asks.filter(({ side }) => side !== 'field'), ...together, ...field].slice(0, mostQuestions)
  // However many needs there are, what the organisation is about is asked for too.
  if (field[0] && !chosen.some(({ side }) => side === 'field')) chosen.splice(-1, 1, together[0] ?? field[0])
  return chosen.map(({ side, features }) => {
    const weighed = Array.from(features.terms, (term, at) => ({ term, weight: features.weights[at] as number }))
    weighed.sort((a, b) => b.weight - a.weight)
    const known = weighed.filter(({ term }) => model.knows(term))
    // A word that came after the model was learned may still be the one that two texts share.
    const fresh = weighed.filter(({ term }) => !model.knows(term)).slice(0, mostTags / 4)
    const tags = [...known.slice(0, mostTags - fresh.length), ...fresh].map(({ term }) => tagOf(term))
    return { sides: answering([side]), tags }
  })
}

const allSides = Object.keys(complement) as Side[]

/** The sides that answer any of some. */
function answering(asking: Side[]): Side[] {
  return allSides.filter((other) => asking.some((side) => complement[side][other] > 0))
}

/**
 * Each such question takes the server as long as all tags together, so that there are two at most: what is needed, and what the asker
 * has and does.
 */
function placesOf(asks: Ask[]): Place[] {
  return [asks.filter(({ side }) => side === 'need'), asks.filter(({ side }) => side !== 'need')].flatMap((some) => {
    const { meaning } = combined(some).features
    return meaning ? [{ sides: answering(some.map(({ side }) => side)), meaning }] : []
  })
}

/** Several pieces of text as one. */
function combined(asks: Ask[]): Ask {
  const weights = new Map<number, number>()
  const meaning = new Float32Array(asks.find(({ features }) => features.meaning)?.features.meaning?.length ?? 0)
  for (const { features } of asks) {
    for (const [at, term] of features.terms.entries()) {
      weights.set(term, (weights.get(term) ?? 0) + (features.weights[at] as number))
    }
    for (const [at, value] of features.meaning?.entries() ?? []) (meaning[at] as number) += value
  }
  const features = {
    terms: Uint32Array.from(weights.keys()),
    weights: Float32Array.from(weights.values()),
    meaning: meaning.length > 0 ? meaning : null,
  }
  return { key: '', side: 'field', features }
}

interface Sent {
  path: string
  body: object
}

/** The question by tags alone, as it is sent: what the rest is measured against. */
export function tagQuestion(uid: string, model: MatchModel, asks: Ask[], narrowing: Narrowing): Sent | undefined {
  return federated(uid, questionsOf(model, asks), narrowing)[0]
}

/** First what has three of the five tags that say most, then two of eight, then one of all. */
const tiers = [
  { of: 5, all: 3 },
  { of: 8, all: 2 },
  { of: mostTags, all: 1 },
]

function tierFilters(tags: string[]): string[] {
  return tiers.flatMap(({ of, all }) => {
    const sets = choices(tags.slice(0, of), all)
    return sets.length > 0
      ? [sets.map((set) => `(${set.map((tag) => `tags = "${tag}"`).join(' AND ')})`).join(' OR ')]
      : []
  })
}

/** Every way to choose some of a list. */
function choices<Value>(list: Value[], count: number): Value[][] {
  if (count === 0) return [[]]
  return list.flatMap((first, at) => choices(list.slice(at + 1), count - 1).map((rest) => [first, ...rest]))
}

function filtersOf({ sides }: Pick<Question, 'sides'>, { roms, kinds, side }: Narrowing): string[] {
  return [
    `side IN [${(side ? sides.filter((one) => one === side) : sides).join(', ')}]`,
    ...(roms ? [`roms IN [${roms.join(', ')}]`] : []),
    ...(kinds ? [`kinds IN [${kinds.join(', ')}]`] : []),
  ]
}

/** With an empty query Meilisearch gives the answers of the first question first, then those of the second. */
function federated(uid: string, questions: Question[], narrowing: Narrowing): Sent[] {
  const queries = questions.flatMap((question) =>
    tierFilters(question.tags).map((tier) => ({
      indexUid: uid,
      q: '',
      filter: [...filtersOf(question, narrowing), tier],
      attributesToRetrieve: ['key'],
    })),
  )
  const federation = { limit: narrowing.most ?? mostTagged }
  return queries.length > 0 ? [{ path: '/multi-search', body: { federation, queries } }] : []
}

function nearest(uid: string, place: Place, narrowing: Narrowing, limit: number): Sent {
  const body = {
    vector: Array.from(place.meaning),
    hybrid: { embedder: 'meaning', semanticRatio: 1 },
    filter: filtersOf(place, narrowing),
    limit,
    attributesToRetrieve: ['key'],
  }
  return { path: `/indexes/${uid}/search`, body }
}
