import { isDutch, isEnglish } from './dictionaries.ts'
import { stopWordsOf, wordsOf } from './words.ts'

/** Enough to tell, however long the text is. */
const wordsRead = 300
/** Some fifteen letters a word: so much of a text has that many words. */
const lettersRead = 5000

/** The language that most words of a text are of, small words included; Dutch when that is not to be told. */
export function languageOf(text: string): 'nl' | 'en' {
  let dutch = 0
  let english = 0
  for (const { folded } of wordsOf(text.slice(0, lettersRead)).slice(0, wordsRead)) {
    // A small word counts twice when the dictionary has it too: those are seldom borrowed.
    dutch += Number(isDutch(folded)) + Number(stopWordsOf.nl.has(folded))
    english += Number(isEnglish(folded)) + Number(stopWordsOf.en.has(folded))
  }
  return english > dutch ? 'en' : 'nl'
}
