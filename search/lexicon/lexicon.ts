import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { Compounds } from '../language/compounds.ts'
import { dutchStem, englishStem } from '../language/stems.ts'
import { fold, stopWords, type Word, wordsOf } from '../language/words.ts'

export const languages = ['nl', 'en'] as const
export type Language = (typeof languages)[number]

/** One thing that is said in several ways, in two languages. */
export interface Concept {
  id: string
  /** The name of the file it stands in, without its ending. */
  file: string
  nl: string[]
  en: string[]
  broader: string[]
  themes: string[]
  technologies: string[]
}

/** A label that was added to a concept beside those of the files. */
export interface OwnWord {
  /** By its id. */
  concept: string
  language: Language
  label: string
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
      const own = { ...parsed.data, file: file.replace('.tsv', '') }
      const names = [`id ${own.id}`, ...labelKeys(own)]
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

/** A label in a language, as labels are compared: no two concepts may have the same. */
export function labelKey(language: Language, label: string): string {
  return `${language} ${fold(label)}`
}

/** Every label of a concept, as labels are compared. */
export function labelKeys(concept: Concept): string[] {
  return languages.flatMap((language) => concept[language].map((label) => labelKey(language, label)))
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

/** Whether a label counts only where it is written in capitals, whatever the language. */
export const inCapitalsOnly = (label: string) => abbreviation.test(label)

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
  /** As the files have them. */
  readonly concepts: readonly Concept[]
  readonly #byId: Map<string, Concept>
  readonly #broader = new Map<Concept, ReadonlySet<Concept>>()
  /** By the words of a label as they are, and by their stems: as they are goes first, since stems may coincide. */
  readonly #exact: Record<Language, Branch> = { nl: { next: new Map() }, en: { next: new Map() } }
  readonly #stemmed: Record<Language, Branch> = { nl: { next: new Map() }, en: { next: new Map() } }
  readonly #abbreviations = new Map<string, Concept>()

  /** @param words that were added to the concepts; one that a file gives to a concept, or of a concept that is gone, counts for nothing */
  constructor(concepts: readonly Concept[], words: OwnWord[] = []) {
    this.concepts = concepts
    // Copies, since what is remembered of a concept belongs to one lexicon.
    this.#byId = new Map(concepts.map((one) => [one.id, { ...one, nl: [...one.nl], en: [...one.en] }]))
    const parts = new Set<string>()
    for (const concept of this.#byId.values()) {
      for (const language of languages) {
        for (const label of concept[language]) this.#plant(concept, language, label, parts)
      }
    }
    // After those of the files, which keep the stems that they have.
    const taken = new Set(concepts.flatMap(labelKeys))
    for (const { concept: id, language, label } of words) {
      const concept = this.#byId.get(id)
      if (!concept || taken.has(labelKey(language, label))) continue
      concept[language].push(label)
      this.#plant(concept, language, label, parts)
    }
    this.compounds = new Compounds(parts)
  }

  #plant(concept: Concept, language: Language, label: string, parts: Set<string>): void {
    if (inCapitalsOnly(label)) {
      if (!this.#abbreviations.has(label)) this.#abbreviations.set(label, concept)
      return
    }
    const words = wordsOf(label).map(({ folded }) => folded)
    plant(this.#exact[language], words, concept)
    plant(this.#stemmed[language], words.map(stemOf[language]), concept)
    if (language === 'nl' && words.length === 1 && words[0]) parts.add(words[0])
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
