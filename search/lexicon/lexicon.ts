import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { Compounds } from '../language/compounds.ts'
import { dutchStem, englishStem } from '../language/stems.ts'
import { fold, type Word, wordsOf } from '../language/words.ts'

export type Language = 'nl' | 'en'

/** One thing that is said in several ways, in two languages. */
export interface Concept {
  id: string
  nl: string[]
  en: string[]
  broader: string[]
  themes: string[]
  technologies: string[]
}

export interface Occurrence {
  concept: Concept
  start: number
  end: number
}

const list = (separator: string) =>
  z.string().transform((text) => text.split(separator).flatMap((part) => part.trim() || []))
const row = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  nl: list(';').refine((labels) => labels.length > 0, 'a Dutch label is missing'),
  en: list(';').refine((labels) => labels.length > 0, 'an English label is missing'),
  broader: list(' '),
  themes: list(' '),
  technologies: list(' '),
})

/**
 * Reads the lexicon's files: tab-separated, one concept a line, labels separated by ";", the preferred one first.
 * @throws Error naming the file and line, for a line that does not have this form, a label that two concepts have in one
 * language, or a broader concept that is not there or comes back to itself
 */
export function readLexicon(directory = new URL('./', import.meta.url)): Concept[] {
  const concepts: Concept[] = []
  const seen = new Map<string, string>()
  for (const file of readdirSync(directory)
    .filter((name) => name.endsWith('.tsv'))
    .sort()) {
    const rows: unknown[] = parse(readFileSync(new URL(file, directory)), {
      columns: true,
      delimiter: '\t',
      quote: null,
      bom: true,
    })
    for (const [index, values] of rows.entries()) {
      const place = `search/lexicon/${file}, line ${index + 2}`
      const parsed = row.safeParse(values)
      if (!parsed.success) throw new Error(`${place}: ${z.prettifyError(parsed.error)}`)
      const own = parsed.data
      const names = [
        `id ${own.id}`,
        ...own.nl.map((label) => `nl ${fold(label)}`),
        ...own.en.map((l) => `en ${fold(l)}`),
      ]
      for (const name of names) {
        if (seen.has(name)) throw new Error(`${place}: "${name}" is at ${seen.get(name)} too`)
        seen.set(name, place)
      }
      concepts.push(own)
    }
  }
  checkBroader(concepts)
  return concepts
}

function checkBroader(concepts: Concept[]) {
  const byId = new Map(concepts.map((concept) => [concept.id, concept]))
  const visit = (concept: Concept, path: string[]) => {
    if (path.includes(concept.id))
      throw new Error(`lexicon: ${[...path, concept.id].join(' > ')} comes back to itself`)
    for (const id of concept.broader) {
      const broader = byId.get(id)
      if (!broader) throw new Error(`lexicon: ${concept.id} has the broader concept ${id}, which is not there`)
      visit(broader, [...path, concept.id])
    }
  }
  for (const concept of concepts) visit(concept, [])
}

const stemOf = { nl: dutchStem, en: englishStem }
/** "AI", "H2" and the like mean something in capitals only: "ai" may be anything. */
const abbreviation = /^(?=.*\p{Lu})[\p{Lu}\p{N}]{2,4}$/u

/** Finds concepts in texts and words in compounds. */
export class Lexicon {
  readonly compounds: Compounds
  readonly #byId: Map<string, Concept>
  /** By the stems of a label's words. */
  readonly #labels = { nl: new Map<string, Concept>(), en: new Map<string, Concept>() }
  readonly #abbreviations = new Map<string, Concept>()
  readonly #longest: number

  constructor(concepts: Concept[]) {
    this.#byId = new Map(concepts.map((concept) => [concept.id, concept]))
    const parts = new Set<string>()
    let longest = 1
    for (const concept of concepts) {
      for (const language of ['nl', 'en'] as const) {
        for (const label of concept[language]) {
          if (abbreviation.test(label)) {
            this.#abbreviations.set(label, concept)
            continue
          }
          const words = wordsOf(label)
          longest = Math.max(longest, words.length)
          const key = words.map((word) => stemOf[language](word.folded)).join(' ')
          // Two labels may have one stem; the first that claims it keeps it.
          if (!this.#labels[language].has(key)) this.#labels[language].set(key, concept)
          if (language === 'nl' && words.length === 1 && words[0]) parts.add(words[0].folded)
        }
      }
    }
    this.#longest = longest
    this.compounds = new Compounds(parts)
  }

  /** Whether some concept has this word as a whole label in a language, inflected or not. */
  knows(word: Word, language: Language): boolean {
    return (
      this.#labels[language].has(stemOf[language](word.folded)) || this.#abbreviations.has(word.raw.toUpperCase())
    )
  }

  /** The concepts that a text names, where it names them; the longest name counts, and compounds are looked into. */
  find(text: string, language: Language): Occurrence[] {
    const words = wordsOf(text)
    const stems = words.map((word) => stemOf[language](word.folded))
    const found: Occurrence[] = []
    for (let at = 0; at < words.length; ) {
      const taken = this.#longestAt(words, stems, at, language, found)
      at += taken
    }
    return found
  }

  /** Adds what begins at a word, and gives how many words that took. */
  #longestAt(words: Word[], stems: string[], at: number, language: Language, found: Occurrence[]): number {
    const word = words[at]
    if (!word) return 1
    for (let length = Math.min(this.#longest, words.length - at); length > 0; length--) {
      const last = words[at + length - 1]
      const concept = this.#labels[language].get(stems.slice(at, at + length).join(' '))
      if (concept && last) {
        found.push({ concept, start: word.start, end: last.end })
        return length
      }
    }
    const short = this.#abbreviations.get(word.raw)
    if (short) found.push({ concept: short, start: word.start, end: word.end })
    else if (language === 'nl') {
      for (const concept of this.#inCompound(word.folded)) found.push({ concept, start: word.start, end: word.end })
    }
    return 1
  }

  #inCompound(folded: string): Concept[] {
    const stems = this.compounds.split(folded).map(dutchStem)
    const found: Concept[] = []
    for (let at = 0; at < stems.length; ) {
      let length = stems.length - at
      while (length > 0 && !this.#labels.nl.has(stems.slice(at, at + length).join(' '))) length--
      const concept = this.#labels.nl.get(stems.slice(at, at + length).join(' '))
      if (concept) found.push(concept)
      at += Math.max(1, length)
    }
    return found
  }

  /** Concepts with all that is broader than they are, each once. */
  withBroader(concepts: Iterable<Concept>): Set<Concept> {
    const all = new Set<Concept>()
    const add = (concept: Concept) => {
      if (all.has(concept)) return
      all.add(concept)
      for (const id of concept.broader) {
        const broader = this.#byId.get(id)
        if (broader) add(broader)
      }
    }
    for (const concept of concepts) add(concept)
    return all
  }
}
