import { isDutch, isEnglish } from './dictionaries.ts'
import { wordsOf } from './words.ts'

/** So many words tell. */
const enough = 300

/** The language of a text, by which of the two has most of its words; Dutch when that is a draw. */
export function languageOf(text: string): 'nl' | 'en' {
  let lead = 0
  for (const { folded } of wordsOf(text.slice(0, enough * 12)).slice(0, enough)) {
    lead += Number(isDutch(folded)) - Number(isEnglish(folded))
  }
  return lead >= 0 ? 'nl' : 'en'
}
