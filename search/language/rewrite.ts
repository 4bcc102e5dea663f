import type { Lexicon } from '../lexicon/lexicon.ts'
import { dutchStem, englishStem } from './stems.ts'
import { stopWords, type Word, wordsOf } from './words.ts'

/** Meilisearch reads no more words of a query, and says nothing about the rest. */
const mostWords = 10

/**
 * Brings what a person typed to the forms that `termsOf` gives a text: stems instead of inflections, and the parts of a compound
 * instead of the whole. Words that say nothing are left out, and of a long text the words of the lexicon go first. What is between
 * quotes stays as it is.
 */
export function rewrite(lexicon: Lexicon, text: string): string {
  const phrases: string[] = []
  const rest = text.replace(/"([^"]+)"/g, (_whole, phrase: string) => {
    phrases.push(`"${phrase}"`)
    return ' '
  })
  const words = wordsOf(rest)
  const telling = words.filter(({ folded }) => !stopWords.has(folded))
  const forms = (telling.length > 0 || phrases.length > 0 ? telling : words).map((word) => ({
    forms: formsOf(lexicon, word),
    known: lexicon.knows(word, 'nl') || lexicon.knows(word, 'en'),
  }))
  const room = mostWords - phrases.length
  const kept = new Set(
    forms.length > room ? [...forms].sort((a, b) => Number(b.known) - Number(a.known)).slice(0, room) : forms,
  )
  const rewritten = forms.filter((word) => kept.has(word)).flatMap((word) => word.forms)
  return [...phrases.slice(0, mostWords), ...rewritten.slice(0, Math.max(0, room))].join(' ')
}

/** The forms of one word of a query: one, or those of the parts of a compound. */
export function formsOf(lexicon: Lexicon, word: Word): string[] {
  const { folded } = word
  if (lexicon.knows(word, 'nl')) return [dutchStem(folded)]
  if (lexicon.knows(word, 'en')) return [englishStem(folded)]
  const parts = lexicon.compounds.split(folded)
  if (parts.length > 0) return parts.map(dutchStem)
  return [lexicon.compounds.isDutch(folded) ? dutchStem(folded) : englishStem(folded)]
}
