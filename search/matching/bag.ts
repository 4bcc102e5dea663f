import { remember } from '../language/remember.ts'
import { dutchStem, englishStem } from '../language/stems.ts'
import { stopWords, type Word, wordsOf } from '../language/words.ts'
import type { Language, Lexicon, Occurrence } from '../lexicon/lexicon.ts'
import { broaderWeight, conceptWeight, pairWeight, partWeight, titleWeight } from './weights.ts'

/** How often a text has each of its terms: the stems of its words, pairs of neighbours, and its concepts as "#id". */
export type Bag = Map<string, number>

/** A text with its title, in one language. */
export interface Passage {
  title?: string | null
  text?: string | null
  language: Language
}

/** What is said in Dutch, in English, or in both. */
export function passagesIn(nl: string | null, en: string | null): Passage[] {
  return [
    ...(nl ? [{ text: nl, language: 'nl' as const }] : []),
    ...(en ? [{ text: en, language: 'en' as const }] : []),
  ]
}

export const isConcept = (term: string) => term.startsWith('#')
export const isPair = (term: string) => term.includes(' ')

/** More would say nothing more, and would let one pasted book hold up everybody else's page. */
export const longest = 20_000

/** Counts the terms of what may be one text in two languages: of a term that both have, the higher count holds. */
export function bagOf(lexicon: Lexicon, passages: Passage[]): Bag {
  const bag: Bag = new Map()
  for (const passage of passages) {
    for (const [term, count] of countsOf(lexicon, passage)) bag.set(term, Math.max(count, bag.get(term) ?? 0))
  }
  return bag
}

/** What anybody says who looks for somebody: it tells nothing of what for, however few texts there are to learn that from. */
const commonplace = new Set(
  `partner partij bedrijf bedrijven onderneming organisatie organisaties klant klanten samen samenwerken samenwerking nieuw nieuwe
  graag helpen helpt bieden biedt aanbieden leveren levert maken maakt gebruiken project projecten oplossing oplossingen techniek
  technologie ervaring kennis innovatief innovatieve ontwikkelen ontwikkelt hele veel meer goed goede beste krijgen krijgt kregen
  delen deelt plaats plek plekken heel brengen brengt houden houdt staan staat werken werkt elke eigen oud oude jaar jaren
  partners party company companies firm business organisation organisations customer customers together cooperate cooperation new
  help helps offer offers provide provides supply make makes use using seek seeks need needs solution solutions technology
  technologies experience knowledge innovative develop develops more good best get gets received receive receives
  used bring brings keep keeps every own`.split(/\s+/),
)

/** Whether a folded word says anything about what is meant. */
export function tells(folded: string): boolean {
  return folded.length > 1 && !stopWords.has(folded) && !commonplace.has(folded) && !/^\d+$/.test(folded)
}

/** To count, to date or to place something in the same words is not to be about the same; in few texts such words may seem rare. */
const counting = new Set(
  `een twee drie vier vijf zes tien eerste tweede derde half halve minstens hoogstens minder volgende buiten binnen elkaar kunnen
  willen plaats jaar jaren maand maanden week weken dag dagen open one two three four five six ten first second third half least
  most less next outside inside each other into want place year years month months week weeks day days`.split(/\s+/),
)

/** Whether a folded word only counts, dates or places something. */
export const onlyCounts = (folded: string) => counting.has(folded)

/** Dutch words that have the stem of a concept and never mean it: "per" is no pear, "geen" no gene and "gaan" no goose. */
const misread = new Set(['per', 'geen', 'keer', 'gaan', 'gaat'])

/** The concepts that a text names by more than commonplaces. */
export function conceptsIn(lexicon: Lexicon, words: Word[], language: Language): Occurrence[] {
  const nothing = ({ folded }: Word) => commonplace.has(folded) || (language === 'nl' && misread.has(folded))
  const found = lexicon.find(words, language)
  let at = 0
  return found.filter(({ start, end }) => {
    // Both are in the order of the text.
    while ((words[at]?.start ?? start) < start) at++
    const word = words[at]
    return !word || word.end !== end || !nothing(word)
  })
}

function countsOf(lexicon: Lexicon, { title, text, language }: Passage): Bag {
  const bag: Bag = new Map()
  const add = (term: string, count: number) => void bag.set(term, (bag.get(term) ?? 0) + count)
  for (const [part, weight] of [
    [title, titleWeight],
    [text, 1],
  ] as const) {
    if (!part) continue
    const words = wordsOf(part.slice(0, longest))
    let before: string | null = null
    for (const { folded } of words) {
      if (!tells(folded)) continue
      const stem = stemOf(folded, language)
      add(stem, weight)
      if (language === 'nl') for (const form of partsOf(lexicon, folded)) add(form, partWeight * weight)
      if (before !== null) add(`${before} ${stem}`, pairWeight * weight)
      before = stem
    }
    for (const { concept } of conceptsIn(lexicon, words, language)) {
      for (const one of lexicon.broaderOf(concept)) {
        add(`#${one.id}`, one === concept ? conceptWeight : broaderWeight)
      }
    }
  }
  return bag
}

function stemOf(folded: string, language: Language): string {
  return language === 'nl' ? dutchStem(folded) : englishStem(folded)
}

const remembered = new WeakMap<Lexicon, (folded: string) => string[]>()

function partsOf(lexicon: Lexicon, folded: string): string[] {
  let parts = remembered.get(lexicon)
  if (!parts) {
    parts = remember(100_000, (word) => lexicon.compounds.stems(word))
    remembered.set(lexicon, parts)
  }
  return parts(folded)
}

/** The same number for the same term, of 32 bits (FNV-1a): of a million terms, some hundred share theirs with another. */
export function numberOf(term: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < term.length; at++) {
    hash = Math.imul(hash ^ term.charCodeAt(at), 0x01000193)
  }
  return hash >>> 0
}
