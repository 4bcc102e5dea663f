import type { Mark, Segment } from '../engine.ts'
import type { Language, Lexicon, Occurrence } from '../lexicon/lexicon.ts'
import { formsOf } from './forms.ts'
import { remember } from './remember.ts'
import { isWhole } from './rewrite.ts'
import { camelParts, isAbbreviation, stopWords, type Word, wordsOf } from './words.ts'

/**
 * Makes a function that marks in a text what answers a query: its words, inflected or as part of a compound, what means the same in
 * either language or falls under it, and words with a typing error of the size that the search forgives.
 * @param typing whether the last word may not have been typed to its end
 */
export function marker(lexicon: Lexicon, query: string, typing: boolean): Mark {
  const words = wordsOf(query).filter(({ folded }) => !stopWords.has(folded))
  const last = words.at(-1)
  const prefix = last && last.folded.length > 1 && (typing || !isWhole(lexicon, last)) ? last.folded : null
  const asked = new Set(
    words.flatMap(({ folded, raw }) => (isAbbreviation(raw) ? [folded] : [folded, ...formsOf(lexicon, folded)])),
  )
  const concepts = new Set(
    (['nl', 'en'] as const).flatMap((language) => lexicon.find(query, language).map(({ concept }) => concept)),
  )

  // Only a word that nobody writes may be meant otherwise.
  const doubtful = words.filter((word) => !isWhole(lexicon, word)).map(({ folded }) => folded)
  const isAsked = (form: string) => asked.has(form) || (prefix !== null && form.startsWith(prefix))
  const answers = ({ folded, forms }: SeenWord) =>
    forms.some(isAsked) || doubtful.some((word) => isTypo(word, folded))
  const means = ({ concept }: Occurrence) => {
    for (const broader of lexicon.broaderOf(concept)) if (concepts.has(broader)) return true
    return false
  }

  const ranges = (text: string, language: Language | null): Range[] => {
    const seen = analysed(lexicon, text)
    const found: Range[] = seen.words.filter(answers)
    const languages: Language[] = language ? [language] : ['nl', 'en']
    for (const one of concepts.size > 0 ? languages : []) found.push(...seen[one]().filter(means))
    return found
  }

  return (text, language, enough = Number.POSITIVE_INFINITY) => {
    const found: Range[] = []
    let until = Number.POSITIVE_INFINITY
    for (const piece of enough < text.length ? pieces(text) : [{ text, start: 0 }]) {
      if (piece.start > until) break
      for (const { start, end } of ranges(piece.text, language)) {
        found.push({ start: start + piece.start, end: end + piece.start })
      }
      const first = found[0]
      if (first) until = first.start + enough
    }
    return segments(text, found)
  }
}

/** A long text in pieces of some sentences, each cut between words. */
function pieces(text: string): { text: string; start: number }[] {
  return Array.from(text.matchAll(/.{1,400}(?:\s+|$)|.{1,400}/gs), (match) => ({
    text: match[0],
    start: match.index,
  }))
}

/** A word with every form in which it may be asked for; none for a word that says nothing. */
interface SeenWord extends Word {
  forms: string[]
}

/** What is known of a text whoever asks: its words, and its concepts once they are needed. */
interface Analysed {
  words: SeenWord[]
  nl(): Occurrence[]
  en(): Occurrence[]
}

const texts = new WeakMap<Lexicon, (text: string) => Analysed>()

function analysed(lexicon: Lexicon, text: string): Analysed {
  let analyse = texts.get(lexicon)
  if (!analyse) {
    // What one search finds the next finds too: some thousands of pieces take about 20 MB.
    analyse = remember(3000, (piece) => {
      const words = wordsOf(piece).map((word) => ({ ...word, forms: allForms(lexicon, word) }))
      const found: { nl?: Occurrence[]; en?: Occurrence[] } = {}
      const find = (language: Language) => {
        found[language] ??= lexicon.find(words, language)
        return found[language]
      }
      return { words, nl: () => find('nl'), en: () => find('en') }
    })
    texts.set(lexicon, analyse)
  }
  return analyse(text)
}

function allForms(lexicon: Lexicon, { folded, raw }: Word): string[] {
  if (stopWords.has(folded)) return []
  return [...new Set([folded, ...[folded, ...camelParts(raw)].flatMap((part) => formsOf(lexicon, part))])]
}

type Range = { start: number; end: number }

/** Whether two words differ by no more than the search forgives: see `typoTolerance` in the settings. */
function isTypo(word: string, other: string): boolean {
  const allowed = word.length >= 9 ? 2 : word.length >= 5 ? 1 : 0
  if (allowed === 0 || Math.abs(word.length - other.length) > allowed || /\d/.test(word)) return false
  return word[0] === other[0] && distance(word, other) <= allowed
}

/** How many letters to add, remove or replace to make one word of the other (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next[j] = Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1)
    }
    row = next
  }
  return row[b.length] ?? 0
}

/** The text cut at the ranges; those that touch or overlap are one. */
function segments(text: string, ranges: Range[]): Segment[] {
  const result: Segment[] = []
  let at = 0
  for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (end <= at) continue
    const from = Math.max(start, at)
    if (from > at) result.push({ text: text.slice(at, from), match: false })
    const last = result.at(-1)
    if (last?.match) last.text += text.slice(from, end)
    else result.push({ text: text.slice(from, end), match: true })
    at = end
  }
  if (at < text.length) result.push({ text: text.slice(at), match: false })
  return result
}
