import type { Segment } from '../engine.ts'
import { remember } from '../language/remember.ts'
import { dutchStem, englishStem } from '../language/stems.ts'
import { wordsOf } from '../language/words.ts'
import type { Concept, Language, Lexicon } from '../lexicon/lexicon.ts'
import { conceptsIn, longest, type Passage, tells } from './bag.ts'
import type { MatchModel } from './model.ts'

/** What two pieces of text have in common, in the words of each. */
export interface Shared {
  /** The names of what they share, the most telling first: of concepts in both languages, of other words as written. */
  terms: { nl: string; en: string }[]
  /** The place in each text where most of it is said, with what is shared marked. */
  ask: Quote
  item: Quote
}

export interface Quote {
  language: Language
  segments: Segment[]
}

const mostTerms = 5
/** About two lines on a phone. */
const quoteLength = 150

/** A concept, or the stem of a word with its language before it. */
type Sense = Concept | string

/** What two texts share, by what it is in either of them. */
type Common = Map<Sense, { named: Sense; weight: number }>

interface Found {
  start: number
  end: number
  sense: Sense
}

/** What is found in a text of one language. */
interface Reading {
  found: Found[]
  /** All that is in it, in the order in which it comes. */
  senses: ReadonlySet<Sense>
  /** Its concepts with all that is broader than they are. */
  under: ReadonlySet<Sense>
}

/** A text with all that can be shared of it. */
export interface Analysed {
  passages: { text: string; language: Language; found: Found[] }[]
  senses: ReadonlySet<Sense>
  under: ReadonlySet<Sense>
}

const known = new WeakMap<Lexicon, Record<Language, (text: string) => Reading>>()
/** The same projects come by for many askers; so many take about 40 MB. */
const mostKnown = 1500

/** Finds the concepts and words of a piece of text, with their places. */
export function analyse(lexicon: Lexicon, passages: Passage[]): Analysed {
  let read = known.get(lexicon)
  if (!read) {
    read = {
      nl: remember(mostKnown, (text) => readingOf(lexicon, text, 'nl')),
      en: remember(mostKnown, (text) => readingOf(lexicon, text, 'en')),
    }
    known.set(lexicon, read)
  }
  const reading = read
  const all = passages.map(({ title, text, language }) => {
    const whole = [title, text]
      .filter(Boolean)
      .join(title && text ? '. ' : '')
      .slice(0, longest)
    return { text: whole, language, ...reading[language](whole) }
  })
  return { passages: all, senses: together(all, 'senses'), under: together(all, 'under') }
}

/** Of one text, as most are, its own set; of several a new one. */
function together(readings: Reading[], which: 'senses' | 'under'): ReadonlySet<Sense> {
  const [only] = readings
  return only && readings.length === 1 ? only[which] : new Set(readings.flatMap((one) => [...one[which]]))
}

function readingOf(lexicon: Lexicon, text: string, language: Language): Reading {
  const words = wordsOf(text)
  const stem = language === 'nl' ? dutchStem : englishStem
  const occurrences = conceptsIn(lexicon, words, language)
  const found: Found[] = occurrences.map(({ concept, start, end }) => ({ start, end, sense: concept }))
  for (const { folded, start, end } of words) {
    if (!tells(folded)) continue
    found.push({ start, end, sense: `${language} ${stem(folded)}` })
  }
  return {
    found,
    senses: new Set(found.map(({ sense }) => sense)),
    under: lexicon.withBroader(new Set(occurrences.map(({ concept }) => concept))),
  }
}

/**
 * What two pieces of text share: concepts of which one is the other or falls under it, and words. null when that is nothing telling:
 * then all that can be said is that the descriptions are alike.
 * @param language of the reader: quotes are in it where the text is
 */
export function sharedBy(
  lexicon: Lexicon,
  model: MatchModel,
  language: Language,
  ask: Analysed,
  item: Analysed,
): Shared | null {
  const telling = (sense: Sense) =>
    model.rarityOf(typeof sense === 'string' ? sense.slice(3) : `#${sense.id}`) / Math.log(model.size + 2)
  const common: Common = new Map()
  for (const [own, others] of [
    [ask, item],
    [item, ask],
  ] as const) {
    for (const sense of own.senses) {
      const named = meeting(lexicon, sense, others)
      const weight = named === null ? 0 : telling(named)
      if (named !== null && weight >= leastTelling) common.set(sense, { named, weight })
    }
  }
  if (common.size === 0) return null
  const askQuote = quote(ask, common, language)
  const itemQuote = quote(item, common, language)
  if (!askQuote || !itemQuote) return null
  return { terms: termsOf(ask, common), ask: askQuote, item: itemQuote }
}

/** What many texts have says nothing by itself: of 3,000 texts one in 25, of a hundred one in six. */
const leastTelling = 0.4

/** What a word or concept has in common with those of another text: of two of which one falls under the other, the wider. */
function meeting(lexicon: Lexicon, sense: Sense, { senses, under }: Analysed): Sense | null {
  if (senses.has(sense)) return sense
  if (typeof sense === 'string') return null
  for (const broader of lexicon.broaderOf(sense)) if (senses.has(broader)) return broader
  return under.has(sense) ? sense : null
}

/** Names for what is shared: a word that a concept was found in is named by the concept. */
function termsOf({ passages }: Analysed, common: Common): { nl: string; en: string }[] {
  const names = new Map<Sense, { nl: string; en: string; weight: number }>()
  for (const { text, found } of passages) {
    const concepts = found.filter(({ sense }) => typeof sense !== 'string' && common.has(sense))
    for (const { start, end, sense } of found) {
      const shared = common.get(sense)
      if (!shared) continue
      const { named, weight } = shared
      if (typeof named !== 'string') {
        names.set(named, { nl: named.nl[0] ?? named.id, en: named.en[0] ?? named.id, weight: weight + 1 })
      } else if (!concepts.some((concept) => concept.start <= start && end <= concept.end)) {
        const written = text.slice(start, end)
        if (!names.has(named)) names.set(named, { nl: written, en: written, weight })
      }
    }
  }
  return [...names.values()]
    .sort((a, b) => b.weight - a.weight)
    .slice(0, mostTerms)
    .map(({ nl, en }) => ({ nl, en }))
}

/** The window of a text that holds the most of what is shared; in the reader's language when the text is in both. */
function quote({ passages }: Analysed, common: Common, language: Language): Quote | null {
  const ordered = [...passages].sort((a, b) => Number(b.language === language) - Number(a.language === language))
  for (const passage of ordered) {
    const marks = passage.found.filter(({ sense }) => common.has(sense)).sort((a, b) => a.start - b.start)
    let best: { at: number; weight: number } | null = null
    const places = new Map([...new Set(marks.map(({ sense }) => sense))].map((sense, place) => [sense, place]))
    const sense = marks.map((mark) => places.get(mark.sense) as number)
    const weights = [...places.keys()].map((one) => common.get(one)?.weight ?? 0)
    // From which mark on each was last seen: a set per mark would take most of a page's time.
    const seen = new Int32Array(places.size).fill(-1)
    for (const [at, first] of marks.entries()) {
      let weight = 0
      for (let next = at; next < marks.length; next++) {
        if ((marks[next] as Found).end - first.start > quoteLength) break
        const place = sense[next] as number
        if (seen[place] !== at) weight += weights[place] as number
        seen[place] = at
      }
      if (!best || weight > best.weight) best = { at, weight }
    }
    const first = best && marks[best.at]
    if (first) return { language: passage.language, segments: cut(passage.text, first, marks) }
  }
  return null
}

/** A piece of a text from about a mark on, which is in it whole, cut between words, with ranges marked. */
function cut(text: string, first: Found, marks: Found[]): Segment[] {
  const lead = Math.max(0, first.start - quoteLength / 3)
  const sentence = Math.max(after(text, '. ', first.start), after(text, '\n', first.start))
  const word = lead === 0 ? 0 : text.indexOf(' ', lead) + 1 || first.start
  const start = Math.min(sentence >= lead ? sentence : word, first.start)
  const limit = start + quoteLength * 1.3
  const end = limit >= text.length ? text.length : Math.max(text.lastIndexOf(' ', limit), first.end)
  const result: Segment[] = []
  const add = (part: string, match: boolean) => {
    if (part) result.push({ text: part, match })
  }
  let at = start
  if (start > 0 && start !== sentence) add('… ', false)
  for (const mark of marks) {
    if (mark.end <= at || mark.start < start || mark.end > end) continue
    add(text.slice(at, mark.start), false)
    add(text.slice(Math.max(at, mark.start), mark.end), true)
    at = mark.end
  }
  add(text.slice(at, end), false)
  if (end < text.length) add(' …', false)
  return result
}

/** The place after the last of some characters before a place, or 0. */
function after(text: string, characters: string, place: number): number {
  const at = text.slice(0, place).lastIndexOf(characters)
  return at === -1 ? 0 : at + characters.length
}
