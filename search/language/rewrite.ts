import type { Lexicon } from '../lexicon/lexicon.ts'
import { isDutch, isEnglish } from './dictionaries.ts'
import { formsOf, otherForms } from './forms.ts'
import { isAbbreviation, stopWords, type Word, wordsOf } from './words.ts'

/** Meilisearch reads no more words of a query, and says nothing about the rest. */
const mostWords = 10

/** What a person typed, as the search server is asked it. */
export interface Rewritten {
  query: string
  /** What must be there or must not be, whatever else is left out. */
  fixed: string
  /** The words that may be left out when few things have them all. */
  loose: string[]
  /**
   * The same question in other forms, for when few things have these; null when there are none. `unknown`: a word is in no list of
   * words, so it may be a name, a compound or an error.
   */
  other: { query: string; loose: string[]; unknown: boolean } | null
}

/**
 * Brings what a person typed to the forms that `termsOf` gives a text: stems instead of inflections, and the parts of a compound
 * instead of the whole. Words that say nothing are left out, and of a long text the words of the lexicon go first. What is between
 * quotes stays as it is. A word in no list of words is asked for as it is first, since it may be a name; what follows a minus must not occur. An abbreviation is asked for as it is: "PFAS" is not "PF" and "AS".
 * @param typing whether the last word may not have been typed to its end; a word that is known is, when this is false
 */
export function rewrite(lexicon: Lexicon, text: string, typing: boolean): Rewritten {
  const phrases: string[] = []
  const unwanted: string[] = []
  const rest = text
    .replace(/(^|\s)-(?=\p{L})(\S+)/gu, (_whole, _space, word: string) => {
      for (const { folded } of wordsOf(word)) unwanted.push(...formsOf(lexicon, folded))
      return ' '
    })
    .replace(/"([^"]+)"/g, (_whole, phrase: string) => {
      phrases.push(`"${phrase}"`)
      return ' '
    })
  const words = wordsOf(rest)
  const telling = words.filter(({ folded }) => !stopWords.has(folded))
  const last = words.at(-1)
  const formsFor = (word: Word, of: typeof formsOf) =>
    short(word) && !(typing && word === last) ? [`"${word.folded}"`] : of(lexicon, word.folded)
  const forms = (telling.length > 0 || phrases.length > 0 ? telling : words).map((word) => ({
    forms: formsFor(word, (_lexicon, folded) => (isKnown(lexicon, folded) ? formsOf(lexicon, folded) : [folded])),
    other: formsFor(word, otherForms),
    unknown: !short(word) && !isKnown(lexicon, word.folded),
    known: lexicon.knows(word.folded, 'nl') || lexicon.knows(word.folded, 'en'),
  }))
  const room = Math.max(0, mostWords - phrases.length)
  const kept = new Set(
    forms.length > room ? [...forms].sort((a, b) => Number(b.known) - Number(a.known)).slice(0, room) : forms,
  )
  const fixed = [...unwanted.map((form) => `-${form}`), ...phrases.slice(0, mostWords)].join(' ')
  // After a space Meilisearch takes the last word as it is; else every word that begins with it counts.
  const end = typing || !last || !isWhole(lexicon, last) ? '' : ' '
  const asked = (which: 'forms' | 'other') => {
    const loose = forms
      .filter((word) => kept.has(word))
      .flatMap((word) => word[which])
      .slice(0, room)
    return { query: [fixed, ...loose].filter(Boolean).join(' ') + end, loose }
  }
  const usual = asked('forms')
  const other = asked('other')
  const unknown = forms.some((word) => word.unknown)
  return { ...usual, fixed, other: other.query === usual.query ? null : { ...other, unknown } }
}

/** An abbreviation, or too short to be anything else. */
function short({ folded, raw }: Word): boolean {
  return folded.length < 4 || isAbbreviation(raw)
}

/** Whether a word is one that people write, and not the beginning of one. */
export function isWhole(lexicon: Lexicon, word: Word): boolean {
  const { folded } = word
  return short(word) || isKnown(lexicon, folded) || lexicon.compounds.split(folded).length > 0
}

function isKnown(lexicon: Lexicon, folded: string): boolean {
  return lexicon.knows(folded, 'nl') || lexicon.knows(folded, 'en') || isDutch(folded) || isEnglish(folded)
}
