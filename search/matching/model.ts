import { type Bag, isConcept, isPair, numberOf } from './bag.ts'
import { rightSingularVectors, type SparseRow } from './svd.ts'
import { dimensions, mostVocabulary } from './weights.ts'

/** A text as it is compared. */
export interface Features {
  /** The numbers of its terms, see `numberOf`. */
  terms: Uint32Array
  /** What each of them weighs: its rarity, dampened count, and the length of the text taken into account. */
  weights: Float32Array
  /** Where the text as a whole lies among the others, of length 1; null when no word of it is known. */
  meaning: Float32Array | null
}

/** This share of a text's length counts against what it shares, the rest is the usual length: else a short text would always be nearest. */
const lengthShare = 0.75

/**
 * What the texts of the portal together say about words: how rare each is, and which go together (latent semantic analysis, after
 * Deerwester and others, 1990). Made anew with the index, from the texts there are then; a word it has not seen counts as the rarest.
 */
export class MatchModel {
  /** How many texts it was learned from. */
  readonly size: number
  readonly #rarity: Map<number, number>
  readonly #usualLength: number
  /** The place of a term in the vectors. */
  readonly #places: Map<number, number>
  readonly #vectors: Float32Array
  readonly #rank: number

  private constructor(data: ModelData) {
    this.size = data.size
    this.#usualLength = data.usualLength
    this.#rarity = new Map(Array.from(data.terms, (term, at) => [term, data.rarity[at] as number]))
    this.#places = new Map(Array.from(data.words, (term, at) => [term, at]))
    this.#vectors = data.vectors
    this.#rank = data.words.length > 0 ? data.vectors.length / data.words.length : 0
  }

  /**
   * Learns from texts. It takes seconds for thousands, in which others get their turn.
   * @param others that only make words less rare than the first do: they are about much else beside
   */
  static async learn(bags: Bag[], others: Bag[] = []): Promise<{ model: MatchModel; data: Buffer }> {
    const texts = countTerms(bags)
    const several = [...texts].filter(([, count]) => count > 1)
    const rarity = new Map(several.map(([term, count]) => [numberOf(term), Math.log((bags.length + 1) / count)]))
    for (const [term, count] of countTerms(others)) {
      const number = numberOf(term)
      const both = count + (texts.get(term) ?? 0)
      if (both === 1) continue
      const among = Math.log((bags.length + others.length + 1) / both)
      rarity.set(number, Math.min(among, rarity.get(number) ?? among))
    }
    const words = several
      .filter(([term]) => !isPair(term))
      .sort((a, b) => b[1] - a[1])
      .slice(0, mostVocabulary)
      .map(([term]) => numberOf(term))
    const unmeasured = new MatchModel({
      size: bags.length,
      usualLength: 1,
      terms: Uint32Array.from(rarity.keys()),
      rarity: Float32Array.from(rarity.values()),
      // Of two words with one number only the first has a place, or all that follow would have another's.
      words: Uint32Array.from(new Set(words)),
      vectors: new Float32Array(),
    })
    const rows = bags.map((bag) => unmeasured.#row(bag))
    const { vectors } = await rightSingularVectors(rows, unmeasured.#places.size, dimensions)
    const lengths = bags.map((bag) => unmeasured.#weigh(bag).length).filter((length) => length > 0)
    const data: ModelData = {
      size: bags.length,
      usualLength: lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length) || 1,
      terms: Uint32Array.from(unmeasured.#rarity.keys()),
      rarity: Float32Array.from(unmeasured.#rarity.values()),
      words: Uint32Array.from(unmeasured.#places.keys()),
      vectors,
    }
    return { model: new MatchModel(data), data: packed(data) }
  }

  /** The model that `learn` gave as data. */
  static from(data: Buffer): MatchModel {
    return new MatchModel(unpacked(data))
  }

  /** How rare a term is: the natural logarithm of the inverse share of texts that have it. A pair of words that is new says nothing. */
  rarityOf(term: string): number {
    return this.#rarity.get(numberOf(term)) ?? (isPair(term) ? 0 : Math.log(Math.max(1, this.size) + 1))
  }

  /** Whether several of the texts it was learned from have a term, by its number. */
  knows(term: number): boolean {
    return this.#rarity.has(term)
  }

  /** A text as it is compared. */
  encode(bag: Bag): Features {
    const { entries, length } = this.#weigh(bag)
    const norm = lengthShare * length + (1 - lengthShare) * this.#usualLength
    return {
      terms: Uint32Array.from(entries, ([term]) => numberOf(term)),
      weights: Float32Array.from(entries, ([, weight]) => weight / norm),
      meaning: this.#meaning(bag),
    }
  }

  /** The terms of a text that say most of it, the first the most. */
  tellingTerms(bag: Bag): string[] {
    return this.#weigh(bag)
      .entries.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .map(([term]) => term)
  }

  /**
   * What each term weighs in a text, and how long the text is. Concepts do not count in the length: to say in one more way what was
   * said already must never make a text less like another.
   */
  #weigh(bag: Bag): { entries: [term: string, weight: number][]; length: number } {
    const entries: [string, number][] = []
    let squares = 0
    for (const [term, count] of bag) {
      const weight = Math.log1p(count) * this.rarityOf(term)
      if (weight <= 0) continue
      entries.push([term, weight])
      if (!isConcept(term)) squares += weight * weight
    }
    return { entries, length: Math.sqrt(squares) }
  }

  /** A text by the places of its terms, of length 1. */
  #row(bag: Bag): SparseRow {
    const found: [place: number, weight: number][] = []
    let squares = 0
    for (const [term, weight] of this.#weigh(bag).entries) {
      const place = isPair(term) ? undefined : this.#places.get(numberOf(term))
      if (place === undefined) continue
      found.push([place, weight])
      squares += weight * weight
    }
    const norm = Math.sqrt(squares) || 1
    return {
      columns: Uint32Array.from(found, ([place]) => place),
      values: Float32Array.from(found, ([, weight]) => weight / norm),
    }
  }

  #meaning(bag: Bag): Float32Array | null {
    const { columns, values } = this.#row(bag)
    const result = new Float32Array(dimensions)
    for (const [at, place] of columns.entries()) {
      for (let i = 0; i < this.#rank; i++) {
        ;(result[i] as number) += (values[at] as number) * (this.#vectors[place * this.#rank + i] as number)
      }
    }
    const norm = Math.hypot(...result)
    return norm > 0 ? result.map((value) => value / norm) : null
  }
}

/** In how many texts each term is. */
function countTerms(bags: Bag[]): Map<string, number> {
  const texts = new Map<string, number>()
  for (const bag of bags) for (const term of bag.keys()) texts.set(term, (texts.get(term) ?? 0) + 1)
  return texts
}

interface ModelData {
  size: number
  usualLength: number
  terms: Uint32Array
  rarity: Float32Array
  words: Uint32Array
  /** For each word its coordinates, `dimensions` or fewer. */
  vectors: Float32Array
}

const headBytes = 32

function packed({ size, usualLength, terms, rarity, words, vectors }: ModelData): Buffer {
  const head = Buffer.alloc(headBytes)
  head.writeUInt32LE(size, 0)
  head.writeDoubleLE(usualLength, 8)
  head.writeUInt32LE(terms.length, 16)
  head.writeUInt32LE(words.length, 20)
  head.writeUInt32LE(vectors.length, 24)
  return Buffer.concat([head, bytesOf(terms), bytesOf(rarity), bytesOf(words), bytesOf(vectors)])
}

function unpacked(data: Buffer): ModelData {
  let at = headBytes
  const take = (count: number) => {
    const from = at
    at += count * 4
    return data.subarray(from, at)
  }
  const count = data.readUInt32LE(16)
  const words = data.readUInt32LE(20)
  return {
    size: data.readUInt32LE(0),
    usualLength: data.readDoubleLE(8),
    terms: integersOf(take(count)),
    rarity: numbersOf(take(count)),
    words: integersOf(take(words)),
    vectors: numbersOf(take(data.readUInt32LE(24))),
  }
}

/** What is compared of a text as little-endian numbers of 32 bits: how many terms, their numbers, their weights, and the meaning. */
export function packFeatures({ terms, weights, meaning }: Features): Buffer {
  const parts = [Uint32Array.of(terms.length), terms, weights, ...(meaning ? [meaning] : [])]
  return Buffer.concat(parts.map(bytesOf))
}

/** What `packFeatures` packed. */
export function unpackFeatures(bytes: Buffer): Features {
  const { buffer, byteLength } = new Uint8Array(bytes)
  const count = new Uint32Array(buffer, 0, 1)[0] ?? 0
  const end = (1 + 2 * count) * 4
  return {
    terms: new Uint32Array(buffer, 4, count),
    weights: new Float32Array(buffer, (1 + count) * 4, count),
    meaning: end < byteLength ? new Float32Array(buffer, end) : null,
  }
}

function bytesOf(array: Uint32Array | Float32Array): Buffer {
  return Buffer.from(array.buffer, array.byteOffset, array.byteLength)
}

/** A copy, since the bytes of a database row may begin at any address and numbers may not. */
function integersOf(bytes: Buffer): Uint32Array {
  return new Uint32Array(new Uint8Array(bytes).buffer)
}

function numbersOf(bytes: Buffer): Float32Array {
  return new Float32Array(new Uint8Array(bytes).buffer)
}
