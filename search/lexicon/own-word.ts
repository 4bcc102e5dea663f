import { stopWords, wordsOf } from '../language/words.ts'
import { type Concept, inCapitalsOnly, labelKey, labelKeys, languages, type OwnWord } from './lexicon.ts'

/** Why a word cannot be added: it is none, texts are not searched for it, or a concept has it already. */
export type WordFault = { code: 'word' | 'wordSkipped' } | { code: 'wordTaken'; by: Concept }

/** What a label may hold: ";" parts the labels in a file, and other signs are in no word. */
const sane = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} '’.&/+-]*$/u

/**
 * Holds a word against the rules of the lexicon's files.
 * @param words that were added before
 * @returns what is wrong; null when it may be added
 */
export function faultOf(concepts: readonly Concept[], words: OwnWord[], word: OwnWord): WordFault | null {
  const { language, label } = word
  const [first] = wordsOf(label)
  if (!first || !sane.test(label) || !/\p{L}/u.test(label)) return { code: 'word' }
  // Where a text has a word like "de", no label is looked for.
  if (stopWords.has(first.folded) && !inCapitalsOnly(label)) return { code: 'wordSkipped' }
  // An abbreviation stands for one thing, whatever the language.
  const keys = (inCapitalsOnly(label) ? languages : [language]).map((one) => labelKey(one, label))
  const by =
    concepts.find((concept) => labelKeys(concept).some((key) => keys.includes(key))) ??
    concepts.find(({ id }) =>
      words.some((own) => own.concept === id && keys.includes(labelKey(own.language, own.label))),
    )
  return by ? { code: 'wordTaken', by } : null
}
