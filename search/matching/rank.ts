import type { Features } from './model.ts'
import {
  complement,
  meaningScale,
  meaningShare,
  profileDepth,
  questionDepth,
  type Side,
  sideWeight,
} from './weights.ts'

/** A piece of text that asks: a need, an offer, or what somebody is about. */
export interface Ask {
  key: string
  side: Side
  features: Features
}

/** A piece of text that may answer, with those it speaks for: a project has several. */
export interface Item {
  key: string
  side: Side
  features: Features
  organisations: string[]
}

/** How much one piece of text answers another. */
export interface Pair {
  ask: string
  item: string
  side: Side
  /** What they share in words and concepts, and how near their descriptions are; each from 0, about 1 at most. */
  words: number
  meaning: number
  /** Both together, after complementarity. */
  value: number
}

export interface Ranked {
  organisation: string
  score: number
  /** What the score was made of, the most telling first. */
  pairs: Pair[]
}

const pairsKept = 8

/**
 * Ranks organisations by how well their pieces of text answer those of an asker. The score of an organisation for one piece that
 * asks is the root of the sum of squared similarities, the n-th best divided by n to the depth of the question: one precise answer
 * outweighs many vague ones, and a long record still counts. Over the asks of one side it is the mean, over the sides a weighted sum.
 * @param asked whose meaning for the score is that of a whole profile when they are many on the side "field"
 * @returns all with a score above 0, the best first; of equals the first by id
 */
export function rank(asked: Ask[], items: Item[]): Ranked[] {
  // Sums of fractions depend on their order: in this one the same question gives the same score to the last digit.
  const asks = [...asked].sort((a, b) => (a.key < b.key ? -1 : 1))
  const perOrganisation = new Map<string, Pair[][]>()
  const compared = comparer(asks)
  for (const item of items) {
    const pairs = compared(item)
    for (const organisation of new Set(item.organisations)) {
      let lists = perOrganisation.get(organisation)
      if (!lists) {
        lists = asks.map(() => [])
        perOrganisation.set(organisation, lists)
      }
      for (const [at, pair] of pairs.entries()) if (pair) lists[at]?.push(pair)
    }
  }
  const count = { need: 0, offer: 0, field: 0 }
  for (const { side } of asks) count[side]++
  const ranked: Ranked[] = []
  for (const [organisation, lists] of perOrganisation) {
    let score = 0
    const pairs: Pair[] = []
    for (const [at, { side }] of asks.entries()) {
      const list = (lists[at] ?? []).sort((a, b) => b.value - a.value || (a.item < b.item ? -1 : 1))
      const depth = side === 'field' ? profileDepth : questionDepth
      score += (sideWeight[side] / count[side]) * answered(list, depth)
      pairs.push(...list.slice(0, pairsKept))
    }
    if (score <= 0) continue
    const telling = ({ side, value }: Pair) => sideWeight[side] * value
    pairs.sort((a, b) => telling(b) - telling(a) || (`${a.item} ${a.ask}` < `${b.item} ${b.ask}` ? -1 : 1))
    ranked.push({ organisation, score, pairs: pairs.slice(0, pairsKept) })
  }
  return ranked.sort((a, b) => b.score - a.score || (a.organisation < b.organisation ? -1 : 1))
}

function answered(pairs: Pair[], depth: number): number {
  let sum = 0
  for (const [at, { value }] of pairs.entries()) sum += value ** 2 / (at + 1) ** depth
  return Math.sqrt(sum)
}

/** Compares an item with each of the asks; null where it answers nothing. */
function comparer(asks: Ask[]): (item: Item) => (Pair | null)[] {
  const wanted = new Map<number, { ask: number; weight: number }[]>()
  for (const [at, { features }] of asks.entries()) {
    for (const [i, term] of features.terms.entries()) {
      const list = wanted.get(term) ?? []
      list.push({ ask: at, weight: features.weights[i] as number })
      wanted.set(term, list)
    }
  }
  return ({ key, side, features }) => {
    const shared = new Float64Array(asks.length)
    for (let i = 0; i < features.terms.length; i++) {
      const list = wanted.get(features.terms[i] as number)
      if (!list) continue
      for (const { ask, weight } of list) (shared[ask] as number) += weight * (features.weights[i] as number)
    }
    return asks.map((ask, at) => {
      const fits = complement[ask.side][side]
      if (fits === 0) return null
      const words = shared[at] as number
      const meaning = Math.max(0, cosine(ask.features.meaning, features.meaning))
      const value = fits * ((1 - meaningShare) * words + meaningShare * meaningScale * meaning)
      return value > 0 ? { ask: ask.key, item: key, side: ask.side, words, meaning, value } : null
    })
  }
}

function cosine(a: Float32Array | null, b: Float32Array | null): number {
  if (!a || !b) return 0
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number)
  return sum
}
