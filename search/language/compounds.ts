import { dutchDictionary, isDutch } from './dictionaries.ts'
import { remember } from './remember.ts'
import { dutchStem } from './stems.ts'

const shortest = 4
/** A first part often ends in a linking letter: "veiligheidssysteem", "plantenteelt", "zonnepaneel". */
const links = ['s', 'en', 'n', 'e', 'ne', '']

/**
 * Takes Dutch compounds apart. What is in the lexicon counts as a part from three letters on; any other word of the
 * dictionary from four. A word that the dictionary has as a whole is taken apart only at words of the lexicon, so that
 * "waterstofproductie" is split and "ondernemer" is not.
 */
export class Compounds {
  readonly #lexicon: ReadonlySet<string>
  readonly #lexiconStems: ReadonlySet<string>
  readonly #split = remember(100_000, (word) => this.#cut(word))

  /** @param lexicon folded words that may be parts */
  constructor(lexicon: ReadonlySet<string>) {
    this.#lexicon = lexicon
    this.#lexiconStems = new Set([...lexicon].filter((word) => word.length > shortest).map(dutchStem))
  }

  /** The parts of a folded word, in order; none when it is no compound. */
  split(word: string): string[] {
    if (word.length < 7 || word.length > 60 || dutchDictionary.names.has(word) || /\d/.test(word)) return []
    return this.#split(word)
  }

  /** The stems of the parts of a folded word, in order; none when it is no compound. */
  stems(word: string): string[] {
    return this.split(word).map((part) => (this.#isStem(part) ? part : dutchStem(part)))
  }

  /** What is no label but the stem of one, as a first part often is: "hersen" of "hersenen". */
  #isStem(part: string): boolean {
    return !this.#lexicon.has(part) && this.#lexiconStems.has(part)
  }

  #cut(word: string): string[] {
    const whole = isDutch(word) || this.#lexicon.has(word)
    const cost = (part: string) => {
      if (part === word) return null
      return whole ? this.#lexiconCost(part) : this.#cost(part)
    }
    return this.#best(word, cost) ?? []
  }

  /** The cheapest way to cut a word in parts that all have a cost; a part more costs 1. */
  #best(word: string, cost: (part: string) => number | null): string[] | null {
    const best: ({ cost: number; parts: string[] } | null)[] = [{ cost: 0, parts: [] }]
    for (let end = 1; end <= word.length; end++) {
      best[end] = null
      for (let start = Math.max(0, end - 30); start <= end - 3; start++) {
        const before = best[start]
        if (!before) continue
        const piece = word.slice(start, end)
        for (const link of end === word.length ? [''] : links) {
          if (!piece.endsWith(link)) continue
          const part = piece.slice(0, piece.length - link.length)
          const own = part.length >= 3 ? cost(part) : null
          if (own === null) continue
          const total = before.cost + own + 1 + (link ? 0.1 : 0)
          const known = best[end]
          // Of two ways at one cost, the longer first part: "stikstof" before "stik".
          if (!known || total <= known.cost) best[end] = { cost: total, parts: [...before.parts, part] }
        }
      }
    }
    return best[word.length]?.parts ?? null
  }

  /** A part as it is in the lexicon is surer than one that has a stem in common with it. */
  #lexiconCost(part: string): number | null {
    if (this.#lexicon.has(part)) return 0
    if (part.length <= shortest) return null
    return this.#lexiconStems.has(dutchStem(part)) || this.#isStem(part) ? 0.1 : null
  }

  #cost(part: string): number | null {
    const known = this.#lexiconCost(part)
    if (known !== null) return known
    if (part.length < shortest) return null
    if (dutchDictionary.words.has(part)) return 0.5
    return part.length > shortest && isDutch(part) ? 0.8 : null
  }
}
