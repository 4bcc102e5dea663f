import type { Concept, Language, Lexicon } from '../lexicon/lexicon.ts'
import { dutchStem, englishStem } from './stems.ts'
import { camelParts, stopWords, wordsOf } from './words.ts'

/**
 * What a text can be found by beside its own words: the stems of its words in both languages (a name or a borrowed word has
 * none of its own), the parts of its Dutch compounds, and every label of its concepts and of what those fall under. A query is
 * brought to the same forms by `rewrite`.
 * @param language of the text; null for a name, which may be in either
 */
export function termsOf(lexicon: Lexicon, text: string, language: Language | null): string[] {
  const terms = new Set<string>()
  for (const { folded, raw } of wordsOf(text)) {
    if (stopWords.has(folded)) continue
    addStems(terms, folded)
    for (const part of camelParts(raw)) addStems(terms, part, true)
    if (language !== 'en') for (const part of lexicon.compounds.split(folded)) addStems(terms, part, true)
  }
  const languages: Language[] = language ? [language] : ['nl', 'en']
  const concepts = languages.flatMap((one) => lexicon.find(text, one).map(({ concept }) => concept))
  for (const concept of lexicon.withBroader(concepts)) for (const label of labelTerms(concept)) terms.add(label)
  return [...terms]
}

function addStems(terms: Set<string>, word: string, whole = false) {
  if (whole) terms.add(word)
  for (const stem of [dutchStem(word), englishStem(word)]) if (stem !== word) terms.add(stem)
}

const remembered = new WeakMap<Concept, string[]>()

/** Every label as a phrase of stems, so that its words stay together, and the other language's stems of its words. */
function labelTerms(concept: Concept): string[] {
  let terms = remembered.get(concept)
  if (!terms) {
    const all = new Set<string>()
    for (const label of [...concept.nl, ...concept.en]) {
      const words = wordsOf(label).map(({ folded }) => folded)
      for (const stem of [dutchStem, englishStem]) all.add(words.map(stem).join(' '))
    }
    terms = [...all]
    remembered.set(concept, terms)
  }
  return terms
}
