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
  /** What the score was made of, the most telling first: looked for when asked, since of most that are ranked nobody asks. */
  pairs(): Pair[]
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
  const compared = compare(asks, items)
  const perOrganisation = new Map<string, Compared[]>()
  for (const one of compared) {
    for (const organisation of new Set(one.item.organisations)) {
      const list = perOrganisation.get(organisation)
      if (list) list.push(one)
      else perOrganisation.set(organisation, [one])
    }
  }
  const count = { need: 0, offer: 0, field: 0 }
  for (const { side } of asks) count[side]++
  const ranked: Ranked[] = []
  for (const [organisation, list] of perOrganisation) {
    let score = 0
    for (const [at, { side }] of asks.entries()) {
      const depth = side === 'field' ? profileDepth : questionDepth
      score += (sideWeight[side] / count[side]) * answered(list, at, depth)
    }
    if (score > 0) ranked.push({ organisation, score, pairs: () => mostTelling(asks, list) })
  }
  return ranked.sort((a, b) => b.score - a.score || (a.organisation < b.organisation ? -1 : 1))
}

/** What some pieces of text answer to one that asks. */
function answered(list: Compared[], ask: number, depth: number): number {
  const values = new Float64Array(list.length)
  let count = 0
  for (const { value } of list) {
    const own = value[ask] as number
    if (own <= 0) continue
    // Most organisations have one or two: putting each in its place is faster than sorting.
    let place = count++
    for (; place > 0 && (values[place - 1] as number) < own; place--) values[place] = values[place - 1] as number
    values[place] = own
  }
  let sum = 0
  for (let at = 0; at < count; at++) sum += (values[at] as number) ** 2 / (at + 1) ** depth
  return Math.sqrt(sum)
}

/** The pairs that tell most: few are kept of thousands, so that only those are made. */
function mostTelling(asks: Ask[], list: Compared[]): Pair[] {
  const best: { one: Compared; ask: number; tells: number; name: string }[] = []
  for (const one of list) {
    for (const [ask, { key, side }] of asks.entries()) {
      const tells = sideWeight[side] * (one.value[ask] as number)
      const least = best.length < pairsKept ? 0 : (best[pairsKept - 1]?.tells ?? 0)
      if (tells <= 0 || tells < least) continue
      const name = `${one.item.key} ${key}`
      const place = best.findIndex((other) => tells > other.tells || (tells === other.tells && name < other.name))
      best.splice(place === -1 ? best.length : place, 0, { one, ask, tells, name })
      if (best.length > pairsKept) best.pop()
    }
  }
  return best.map(({ one: { item, words, meaning, value }, ask }) => ({
    ask: asks[ask]?.key ?? '',
    item: item.key,
    side: asks[ask]?.side ?? 'field',
    words: words[ask] as number,
    meaning: meaning[ask] as number,
    value: value[ask] as number,
  }))
}

/** An item with what it has in common with each of the asks, by their places; a value of 0 where it answers nothing. */
interface Compared {
  item: Item
  words: Float64Array
  meaning: Float64Array
  value: Float64Array
}

/** Compares items with asks; those that answer none are left out. */
function compare(asks: Ask[], items: Item[]): Compared[] {
  const wanted = weightsByTerm(asks)
  return items.flatMap((item) => {
    const { side, features } = item
    const words = new Float64Array(asks.length)
    for (let i = 0; i < features.terms.length; i++) {
      const weights = wanted.get(placeOf(features.terms[i] as number))
      if (!weights) continue
      const own = features.weights[i] as number
      for (let at = 0; at < weights.length; at += 2) {
        ;(words[weights[at] as number] as number) += (weights[at + 1] as number) * own
      }
    }
    const meaning = new Float64Array(asks.length)
    const value = new Float64Array(asks.length)
    let answers = false
    for (let at = 0; at < asks.length; at++) {
      const ask = asks[at] as Ask
      const fits = complement[ask.side][side]
      if (fits === 0) continue
      const near = Math.max(0, cosine(ask.features.meaning, features.meaning))
      meaning[at] = near
      value[at] = fits * ((1 - meaningShare) * (words[at] as number) + meaningShare * meaningScale * near)
      answers ||= (value[at] as number) > 0
    }
    return answers ? [{ item, words, meaning, value }] : []
  })
}

/** Numbers of 31 bits and a sign are found in a map several times as fast as those above. */
const placeOf = (term: number) => term | 0

/** For each term the places of the asks that have it, each followed by what the term weighs in it. */
function weightsByTerm(asks: Ask[]): Map<number, Float64Array> {
  const lists = new Map<number, number[]>()
  for (const [at, { features }] of asks.entries()) {
    for (let i = 0; i < features.terms.length; i++) {
      const term = placeOf(features.terms[i] as number)
      const list = lists.get(term)
      if (list) list.push(at, features.weights[i] as number)
      else lists.set(term, [at, features.weights[i] as number])
    }
  }
  return new Map(Array.from(lists, ([term, list]) => [term, Float64Array.from(list)]))
}

function cosine(a: Float32Array | null, b: Float32Array | null): number {
  if (!a || !b) return 0
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number)
  return sum
}
