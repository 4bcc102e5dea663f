import type { Concept, Language, Lexicon } from '../lexicon/lexicon.ts'
import { formsOf, phraseOf } from './forms.ts'
import { camelParts, stopWords, wordsOf } from './words.ts'

/**
 * What a text can be found by beside its own words: the forms of its words, and every label of its concepts and of what those fall
 * under, in both languages. A query is brought to the same forms by `rewrite`.
 * @param language of the text; null for a name, which may be in either
 */
export function termsOf(lexicon: Lexicon, text: string, language: Language | null): string[] {
  const terms = new Set<string>()
  for (const { folded, raw } of wordsOf(text)) {
    if (stopWords.has(folded)) continue
    for (const form of formsOf(lexicon, folded)) if (form !== folded) terms.add(form)
    for (const part of camelParts(raw)) for (const form of formsOf(lexicon, part)) terms.add(form)
  }
  const languages: Language[] = language ? [language] : ['nl', 'en']
  const concepts = languages.flatMap((one) => lexicon.find(text, one).map(({ concept }) => concept))
  for (const concept of lexicon.withBroader(concepts))
    for (const label of labelsOf(lexicon, concept)) terms.add(label)
  return [...terms]
}

const remembered = new WeakMap<Concept, string[]>()

/** Every label as a phrase, so that its words stay together. */
function labelsOf(lexicon: Lexicon, concept: Concept): string[] {
  let labels = remembered.get(concept)
  if (!labels) {
    labels = [...new Set([...concept.nl, ...concept.en].map((label) => phraseOf(lexicon, label)))]
    remembered.set(concept, labels)
  }
  return labels
}
