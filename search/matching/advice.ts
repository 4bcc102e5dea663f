import { dutchStem, englishStem } from '../language/stems.ts'
import { wordsOf } from '../language/words.ts'
import type { Concept, Language, Lexicon } from '../lexicon/lexicon.ts'
import { bagOf, conceptsIn, isConcept, isPair, numberOf, type Passage } from './bag.ts'
import type { Criterion } from './criteria.ts'
import type { MatchModel } from './model.ts'
import type { OwnText, Profile } from './profile.ts'
import type { Match } from './question.ts'
import { type Ask, type Item, rank } from './rank.ts'
import type { ListingTerms } from './texts.ts'
import { advising, type Side } from './weights.ts'

/** One thing by which an organisation would be found better; numbers are counted, not estimated. */
export type Advice =
  /** There is none of these at all. */
  | { advice: 'offer' | 'need' | 'summary' | 'themes' }
  /** An offer or need that counts for nothing any more from a day on, YYYY-MM-DD. */
  | { advice: 'expires'; text: Named; on: string }
  /** A text that says of no subject that it is about it. */
  | { advice: 'vague'; text: Named }
  /** A text that is not there in a language. */
  | { advice: 'language'; text: Named; missing: Language }
  /** A concept that this many needs outside the region name, near to what the organisation does, and that nothing of it names. */
  | { advice: 'concept'; concept: Pick<Concept, 'id' | 'nl' | 'en'>; needs: number }
  /** What an offer or need does not state, and in how many of the best matches it is unknown because of that. */
  | { advice: 'trl' | 'kinds' | 'agreement'; unknown: number; of: number }

/** One of the organisation's own texts, by its beginning. */
export interface Named {
  side: Side
  language: Language
  text: string
}

export interface Wanted {
  concept: Concept
  needs: number
}

/**
 * What would make an organisation better found, the most valuable first: what is not there at all and what is about to go, then what
 * its texts do not say, then what cannot be compared.
 * @param vague the keys of its texts that are, see `isVague`
 * @param matches its best ones
 * @param today YYYY-MM-DD
 */
export function advise(
  { texts, themes }: Profile,
  facts: { vague: Set<string>; wanted: Wanted[]; matches: Match[] },
  today: string,
): Advice[] {
  const lacks = (side: Side) => !texts.some((text) => text.side === side)
  const soon = inAMonth(today)
  const expiring = texts
    .flatMap((text) => (text.terms && text.terms.expires <= soon ? [{ text, on: text.terms.expires }] : []))
    .sort((a, b) => (a.on < b.on ? -1 : 1))
  return [
    ...(lacks('offer') ? [{ advice: 'offer' as const }] : []),
    ...(lacks('need') ? [{ advice: 'need' as const }] : []),
    ...(lacks('field') ? [{ advice: 'summary' as const }] : []),
    ...expiring.map(({ text, on }) => ({ advice: 'expires' as const, text: named(text), on })),
    ...texts.flatMap((text) => (facts.vague.has(text.key) ? [{ advice: 'vague' as const, text: named(text) }] : [])),
    ...facts.wanted.map(({ concept: { id, nl, en }, needs }) => {
      return { advice: 'concept' as const, concept: { id, nl, en }, needs }
    }),
    ...texts.flatMap((text) => missingLanguage(text)),
    ...unstated(texts, facts.matches.slice(0, advising.matches)),
    ...(themes === 0 ? [{ advice: 'themes' as const }] : []),
  ]
}

/** The same day of the next month, or the last day of it when that is shorter. */
function inAMonth(day: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  const month = date.getUTCMonth() + 1
  date.setUTCMonth(month)
  if (date.getUTCMonth() !== month % 12) date.setUTCDate(0)
  return date.toISOString().slice(0, 10)
}

function named({ side, passages }: OwnText): Named {
  const [passage] = passages
  return { side, language: passage?.language ?? 'nl', text: passage?.text ?? '' }
}

function missingLanguage(text: OwnText): Advice[] {
  const missing = (['nl', 'en'] as const).filter(
    (language) => !text.passages.some((passage) => passage.language === language),
  )
  return missing.length === 1 && missing[0] ? [{ advice: 'language', text: named(text), missing: missing[0] }] : []
}

/** Only what a match could be compared by, had the organisation stated it: a blank on the other side is not its doing. */
function unstated(texts: OwnText[], matches: Match[]): Advice[] {
  const blank = {
    trl: ({ trl }: ListingTerms) => trl === null,
    kinds: ({ kinds }: ListingTerms) => kinds.length === 0,
    agreement: ({ agreement }: ListingTerms) => agreement === null,
  }
  const criterion = { trl: 'trl', kinds: 'kind', agreement: 'agreement' } as const satisfies Record<
    keyof typeof blank,
    Criterion['criterion']
  >
  return (['trl', 'kinds', 'agreement'] as const)
    .flatMap((advice) => {
      if (!texts.some(({ terms }) => terms && !terms[advice])) return []
      const unknown = matches.filter(
        ({ criteria, reasons }) =>
          criteria.some((one) => one.criterion === criterion[advice] && one.verdict === 'unknown') &&
          reasons.some(({ ask, item }) => {
            if (!ask?.terms || !blank[advice](ask.terms)) return false
            return advice === 'kinds' || (item.terms !== null && !blank[advice](item.terms))
          }),
      ).length
      return unknown > 0 ? [{ advice, unknown, of: matches.length }] : []
    })
    .sort((a, b) => b.unknown - a.unknown)
}

/** Whether a text says so little that hardly anything can be found by it: no concept that tells, and next to no word that others use too. */
export function isVague(lexicon: Lexicon, model: MatchModel, passages: Passage[]): boolean {
  const telling = [...bagOf(lexicon, passages).keys()].filter((term) => !isPair(term) && tells(model, term))
  const words = telling.filter((term) => !isConcept(term) && model.knows(numberOf(term)))
  return !telling.some(isConcept) && words.length < advising.words
}

function tells(model: MatchModel, term: string, least: number = advising.rarity): boolean {
  return model.rarityOf(term) / Math.log(model.size + 2) >= least
}

/** The keys of the needs that lie nearest to what an organisation offers and is about, by the method by which it is matched. */
export function nearestNeeds(asks: Ask[], needs: Item[]): string[] {
  const each = needs.map((need) => ({ ...need, organisations: [need.key] }))
  return rank(asks, each)
    .slice(0, advising.needs)
    .map(({ organisation }) => organisation)
}

/**
 * The concepts that several organisations ask for in needs that touch on what an organisation does, and that nothing of it names.
 * @param own the numbers of all terms that the organisation's texts and projects have
 * @param needs those outside its region
 * @param near the texts of those that lie nearest, by their keys: only these are looked at and counted
 */
export function wantedConcepts(
  lexicon: Lexicon,
  model: MatchModel,
  own: Set<number>,
  needs: Item[],
  near: Map<string, Passage[]>,
): Wanted[] {
  const number = ({ id }: Concept) => numberOf(`#${id}`)
  const asked = new Map<Concept, Item[]>()
  for (const need of needs) {
    const passages = near.get(need.key) ?? []
    const about = lexicon.withBroader(passages.flatMap((passage) => occurrences(lexicon, passage)))
    const touches = [...about].some(
      (concept) =>
        own.has(number(concept)) && isSubject(lexicon, concept) && tells(model, `#${concept.id}`, advising.shared),
    )
    if (!touches) continue
    for (const concept of new Set(passages.flatMap((passage) => occurrences(lexicon, passage, true)))) {
      if (own.has(number(concept)) || !namesSubject(concept) || !tells(model, `#${concept.id}`)) continue
      asked.set(concept, [...(asked.get(concept) ?? []), need])
    }
  }
  const askers = (list: Item[]) => new Set(list.flatMap(({ organisations }) => organisations)).size
  const wanted = [...asked]
    .map(([concept, list]) => ({ concept, askers: askers(list), needs: list.length }))
    .filter((one) => one.askers >= advising.askers)
  return wanted
    .filter(
      // Of two that the same needs name, the narrower says more.
      (one) =>
        !wanted.some(
          (other) => other !== one && other.needs === one.needs && lexicon.broaderOf(other.concept).has(one.concept),
        ),
    )
    .sort((a, b) => b.askers - a.askers || b.needs - a.needs || (a.concept.id < b.concept.id ? -1 : 1))
    .slice(0, advising.concepts)
    .map(({ concept, needs: count }) => ({ concept, needs: count }))
}

/**
 * The concepts that a text names.
 * @param whole only by a label of theirs: what is a part of a longer word may be another thing, as a key is in "keyboard"
 */
function occurrences(lexicon: Lexicon, { text, language }: Passage, whole = false): Concept[] {
  const stem = language === 'nl' ? dutchStem : englishStem
  const stems = (words: string) =>
    wordsOf(words)
      .map(({ folded }) => stem(folded))
      .join(' ')
  return conceptsIn(lexicon, wordsOf(text ?? ''), language).flatMap(({ concept, start, end }) => {
    const written = stems((text ?? '').slice(start, end))
    return !whole || concept[language].some((label) => stems(label) === written) ? [concept] : []
  })
}

/** Whether a concept belongs to a theme or technology, by itself or by what it falls under: "supplier" and "test" do not. */
function isSubject(lexicon: Lexicon, concept: Concept): boolean {
  return [...lexicon.broaderOf(concept)].some(namesSubject)
}

/** Whether a concept is a subject by itself: a crate belongs to packaging, and is nobody's field of work. */
function namesSubject({ themes, technologies }: Concept): boolean {
  return themes.length + technologies.length > 0
}
