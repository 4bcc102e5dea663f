import type { Lexicon } from '../lexicon/lexicon.ts'
import { formsOf } from './forms.ts'
import { isAbbreviation, stopWords, type Word, wordsOf } from './words.ts'

/** Meilisearch reads no more words of a query, and says nothing about the rest. */
const mostWords = 10

/**
 * Brings what a person typed to the forms that `termsOf` gives a text: stems instead of inflections, and the parts of a compound
 * instead of the whole. Words that say nothing are left out, and of a long text the words of the lexicon go first. What is between
 * quotes stays as it is.
 * @param typing whether the last word may not have been typed to its end; a word that is known is, when this is false
 */
export function rewrite(lexicon: Lexicon, text: string, typing: boolean): string {
  const phrases: string[] = []
  const rest = text.replace(/"([^"]+)"/g, (_whole, phrase: string) => {
    phrases.push(`"${phrase}"`)
    return ' '
  })
  const words = wordsOf(rest)
  const telling = words.filter(({ folded }) => !stopWords.has(folded))
  const forms = (telling.length > 0 || phrases.length > 0 ? telling : words).map((word) => ({
    forms: isAbbreviation(word.raw) ? [word.folded] : formsOf(lexicon, word.folded),
    known: lexicon.knows(word.folded, 'nl') || lexicon.knows(word.folded, 'en'),
  }))
  const room = mostWords - phrases.length
  const kept = new Set(
    forms.length > room ? [...forms].sort((a, b) => Number(b.known) - Number(a.known)).slice(0, room) : forms,
  )
  const rewritten = forms.filter((word) => kept.has(word)).flatMap((word) => word.forms)
  const query = [...phrases.slice(0, mostWords), ...rewritten.slice(0, Math.max(0, room))].join(' ')
  const last = words.at(-1)
  // After a space Meilisearch takes the last word as it is; else every word that begins with it counts.
  return typing || !last || !isWhole(lexicon, last) ? query : `${query} `
}

/** Whether a word is one that people write, and not the beginning of one. */
export function isWhole(lexicon: Lexicon, { folded, raw }: Word): boolean {
  if (folded.length < 4 || isAbbreviation(raw)) return true
  return lexicon.knows(folded, 'nl') || lexicon.knows(folded, 'en') || lexicon.compounds.isDutch(folded)
}
