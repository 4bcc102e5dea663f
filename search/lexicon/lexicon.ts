import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { Compounds } from '../language/compounds.ts'
import { dutchStem, englishStem } from '../language/stems.ts'
import { fold, stopWords, type Word, wordsOf } from '../language/words.ts'

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

/** Labels by their words, one after the other. */
interface Branch {
  concept?: Concept
  next: Map<string, Branch>
}

function plant(root: Branch, words: string[], concept: Concept) {
  let branch = root
  for (const word of words) {
    const next = branch.next.get(word) ?? { next: new Map() }
    branch.next.set(word, next)
    branch = next
  }
  // Two labels may have one stem; the first that claims it keeps it.
  branch.concept ??= concept
}

/** The longest label that begins at a place, and how many words it has. */
function longestAt(root: Branch, words: string[], at: number): { concept: Concept; length: number } | null {
  let longest: { concept: Concept; length: number } | null = null
  let branch = root.next.get(words[at] ?? '')
  for (let length = 1; branch; length++) {
    if (branch.concept) longest = { concept: branch.concept, length }
    branch = branch.next.get(words[at + length] ?? '')
  }
  return longest
}

/** Finds concepts in texts and words in compounds. */
export class Lexicon {
  readonly compounds: Compounds
  readonly #byId: Map<string, Concept>
  readonly #broader = new Map<Concept, ReadonlySet<Concept>>()
  /** By the words of a label as they are, and by their stems: as they are goes first, since stems may coincide. */
  readonly #exact: Record<Language, Branch> = { nl: { next: new Map() }, en: { next: new Map() } }
  readonly #stemmed: Record<Language, Branch> = { nl: { next: new Map() }, en: { next: new Map() } }
  readonly #abbreviations = new Map<string, Concept>()

  constructor(concepts: Concept[]) {
    this.#byId = new Map(concepts.map((concept) => [concept.id, concept]))
    const parts = new Set<string>()
    for (const concept of concepts) {
      for (const language of ['nl', 'en'] as const) {
        for (const label of concept[language]) {
          if (abbreviation.test(label)) {
            this.#abbreviations.set(label, concept)
            continue
          }
          const words = wordsOf(label).map(({ folded }) => folded)
          plant(this.#exact[language], words, concept)
          plant(this.#stemmed[language], words.map(stemOf[language]), concept)
          if (language === 'nl' && words.length === 1 && words[0]) parts.add(words[0])
        }
      }
    }
    this.compounds = new Compounds(parts)
  }

  /** Whether some concept has this folded word as a whole label in a language, inflected or not. */
  knows(folded: string, language: Language): boolean {
    return (
      this.#stemmed[language].next.get(stemOf[language](folded))?.concept !== undefined ||
      this.#abbreviations.has(folded.toUpperCase())
    )
  }

  /** The concepts that a text names, where it names them; the longest name counts, and compounds are looked into. */
  find(text: string | Word[], language: Language): Occurrence[] {
    const words = typeof text === 'string' ? wordsOf(text) : text
    const folded = words.map((word) => word.folded)
    const stems = folded.map(stemOf[language])
    const found: Occurrence[] = []
    for (let at = 0; at < words.length; ) {
      const word = words[at]
      if (!word) break
      const label = stopWords.has(word.folded) ? null : this.#labelAt(folded, stems, at, language)
      const end = words[at + (label?.length ?? 1) - 1]?.end ?? word.end
      const concepts = label ? [label.concept] : this.#within(word, language)
      for (const concept of concepts) found.push({ concept, start: word.start, end })
      at += label?.length ?? 1
    }
    return found
  }

  #labelAt(folded: string[], stems: string[], at: number, language: Language) {
    const exact = longestAt(this.#exact[language], folded, at)
    const stemmed = longestAt(this.#stemmed[language], stems, at)
    return stemmed && stemmed.length > (exact?.length ?? 0) ? stemmed : exact
  }

  /** What a word means that is no label itself: as an abbreviation, or by the parts of a compound. */
  #within(word: Word, language: Language): Concept[] {
    const short = this.#abbreviations.get(word.raw)
    if (short) return [short]
    if (language === 'en') return []
    const stems = this.compounds.stems(word.folded)
    const found: Concept[] = []
    for (let at = 0; at < stems.length; ) {
      const label = longestAt(this.#stemmed.nl, stems, at)
      if (label) found.push(label.concept)
      at += label?.length ?? 1
    }
    return found
  }

  /** Concepts with all that is broader than they are, each once. */
  withBroader(concepts: Iterable<Concept>): Set<Concept> {
    const all = new Set<Concept>()
    for (const concept of concepts) for (const broader of this.broaderOf(concept)) all.add(broader)
    return all
  }

  /** A concept and all that is broader. */
  broaderOf(concept: Concept): ReadonlySet<Concept> {
    let known = this.#broader.get(concept)
    if (!known) {
      const broader = concept.broader.flatMap((id) => this.#byId.get(id) ?? [])
      known = new Set([concept, ...broader.flatMap((one) => [...this.broaderOf(one)])])
      this.#broader.set(concept, known)
    }
    return known
  }
}
