import type { Segment } from '../engine.ts'
import type { Concept, Language, Lexicon } from '../lexicon/lexicon.ts'
import { formsOf } from './rewrite.ts'
import { dutchStem, englishStem } from './stems.ts'
import { camelParts, stopWords, wordsOf } from './words.ts'

interface Asked {
  forms: Set<string>
  concepts: Set<Concept>
  /** The last word: it may not have been typed to its end. */
  prefix: string | null
  words: string[]
}

/**
 * Makes a function that marks in a text what answers a query: its words, inflected or as part of a compound, what means the same in
 * either language or falls under it, and words with a typing error of the size that the search forgives.
 */
export function marker(lexicon: Lexicon, query: string): (text: string, language: Language | null) => Segment[] {
  const words = wordsOf(query).filter(({ folded }) => !stopWords.has(folded))
  const last = words.at(-1)
  const asked: Asked = {
    forms: new Set(words.flatMap((word) => [word.folded, ...formsOf(lexicon, word)])),
    concepts: new Set(
      (['nl', 'en'] as const).flatMap((language) => lexicon.find(query, language).map(({ concept }) => concept)),
    ),
    prefix: last && last.folded.length > 1 ? last.folded : null,
    words: words.map(({ folded }) => folded),
  }
  return (text, language) => segments(text, matches(lexicon, asked, text, language))
}

type Range = { start: number; end: number }

function matches(lexicon: Lexicon, asked: Asked, text: string, language: Language | null): Range[] {
  const found: Range[] = []
  for (const word of wordsOf(text)) {
    if (answers(lexicon, asked, word.folded, word.raw, language)) found.push(word)
  }
  const languages: Language[] = language ? [language] : ['nl', 'en']
  for (const one of languages) {
    for (const { concept, start, end } of lexicon.find(text, one)) {
      if ([...lexicon.withBroader([concept])].some((broader) => asked.concepts.has(broader)))
        found.push({ start, end })
    }
  }
  return found
}

function answers(lexicon: Lexicon, asked: Asked, folded: string, raw: string, language: Language | null): boolean {
  if (stopWords.has(folded)) return false
  const forms = [folded, dutchStem(folded), englishStem(folded), ...camelParts(raw)]
  if (language !== 'en') forms.push(...lexicon.compounds.split(folded).map(dutchStem))
  if (forms.some((form) => asked.forms.has(form))) return true
  if (asked.prefix && folded.startsWith(asked.prefix)) return true
  return asked.words.some((word) => isTypo(word, folded))
}

/** Whether two words differ by no more than the search forgives: see `typoTolerance` in the settings. */
function isTypo(word: string, other: string): boolean {
  const allowed = word.length >= 9 ? 2 : word.length >= 5 ? 1 : 0
  if (allowed === 0 || Math.abs(word.length - other.length) > allowed || /\d/.test(word)) return false
  return distance(word, other) <= allowed && word[0] === other[0]
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
