import type { Lexicon } from '../lexicon/lexicon.ts'
import { isDutch, isEnglish } from './dictionaries.ts'
import { remember } from './remember.ts'
import { dutchStem, englishStem } from './stems.ts'
import { type Word, wordsOf } from './words.ts'

const remembered = new WeakMap<Lexicon, (folded: string) => string[]>()

/**
 * The forms in which a word is compared, whatever its language: its stem, or those of the parts of a compound. Texts and queries are
 * brought to them alike, so that what belongs together meets.
 */
export function formsOf(lexicon: Lexicon, folded: string): string[] {
  let forms = remembered.get(lexicon)
  if (!forms) {
    forms = remember(100_000, (word) => made(lexicon, word))
    remembered.set(lexicon, forms)
  }
  return forms(folded)
}

function made(lexicon: Lexicon, folded: string): string[] {
  if (lexicon.knows(folded, 'nl')) return [dutchStem(folded)]
  if (lexicon.knows(folded, 'en')) return [englishStem(folded)]
  const parts = lexicon.compounds.stems(folded)
  if (parts.length > 0) return parts
  if (isDutch(folded)) return [dutchStem(folded)]
  // A name, or a word with a typing error: a stem would lead away from what was meant.
  return [isEnglish(folded) ? englishStem(folded) : folded]
}

/** The forms of the words of a label, as one phrase. */
export function phraseOf(lexicon: Lexicon, label: string): string {
  return wordsOf(label)
    .flatMap(({ folded }: Word) => formsOf(lexicon, folded))
    .join(' ')
}

/**
 * Other forms of a word, for when few texts have the usual ones: the parts of a compound that is known as a whole, and the stem of a
 * word that nobody knows, which may be one with a typing error.
 */
export function otherForms(lexicon: Lexicon, folded: string): string[] {
  const parts = lexicon.compounds.stems(folded)
  if (parts.length > 0) return parts
  const stem = dutchStem(folded)
  // An error within the last letters keeps the stemmer from its ending: "katalysatroen".
  return [stem === folded ? folded.replace(/^(.{5,}?)(?:en|s)$/, '$1') : stem]
}
