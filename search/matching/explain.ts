import type { Segment } from '../engine.ts'
import { dutchStem, englishStem } from '../language/stems.ts'
import { stopWords, wordsOf } from '../language/words.ts'
import type { Concept, Language, Lexicon } from '../lexicon/lexicon.ts'
import type { Passage } from './bag.ts'
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

interface Found {
  start: number
  end: number
  /** A concept, or the stem of a word with its language before it. */
  sense: Concept | string
}

/** A text with all that can be shared of it. */
export interface Analysed {
  passages: { text: string; language: Language; found: Found[] }[]
}

/** Finds the concepts and words of a piece of text, with their places. */
export function analyse(lexicon: Lexicon, passages: Passage[]): Analysed {
  return {
    passages: passages.map(({ title, text, language }) => {
      const whole = [title, text].filter(Boolean).join(title && text ? '. ' : '')
      const words = wordsOf(whole)
      const stem = language === 'nl' ? dutchStem : englishStem
      const found: Found[] = lexicon
        .find(words, language)
        .map(({ concept, start, end }) => ({ start, end, sense: concept }))
      for (const { folded, start, end } of words) {
        if (stopWords.has(folded) || folded.length < 3 || /^\d+$/.test(folded)) continue
        found.push({ start, end, sense: `${language} ${stem(folded)}` })
      }
      return { text: whole, language, found }
    }),
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
  const senses = (text: Analysed) => new Set(text.passages.flatMap(({ found }) => found.map(({ sense }) => sense)))
  const asked = senses(ask)
  const offered = senses(item)
  const meets = (sense: Concept | string, others: Set<Concept | string>) =>
    others.has(sense) ||
    (typeof sense !== 'string' &&
      ([...lexicon.broaderOf(sense)].some((broader) => others.has(broader)) || narrower(lexicon, sense, others)))
  const telling = (sense: Concept | string) =>
    model.rarityOf(typeof sense === 'string' ? sense.slice(3) : `#${sense.id}`) / Math.log(model.size + 2)
  const common = new Map<Concept | string, number>()
  for (const sense of new Set([...asked, ...offered])) {
    const weight = telling(sense)
    if (weight < leastTelling) continue
    if (meets(sense, asked) && meets(sense, offered)) common.set(sense, weight)
  }
  if (common.size === 0) return null
  const askQuote = quote(ask, common, language)
  const itemQuote = quote(item, common, language)
  if (!askQuote || !itemQuote) return null
  return { terms: termsOf([ask, item], common), ask: askQuote, item: itemQuote }
}

/** What many texts have says nothing by itself: of 3,000 texts one in seven, of a hundred one in three. */
const leastTelling = 0.25

function narrower(lexicon: Lexicon, sense: Concept, others: Set<Concept | string>): boolean {
  for (const other of others) if (typeof other !== 'string' && lexicon.broaderOf(other).has(sense)) return true
  return false
}

/** Names for what is shared: a word that a concept was found in is named by the concept. */
function termsOf(texts: Analysed[], common: Map<Concept | string, number>): { nl: string; en: string }[] {
  const names = new Map<string, { nl: string; en: string; weight: number }>()
  for (const { passages } of texts) {
    for (const { text, found } of passages) {
      const concepts = found.filter(({ sense }) => typeof sense !== 'string' && common.has(sense))
      for (const { start, end, sense } of found) {
        const weight = common.get(sense)
        if (weight === undefined) continue
        if (typeof sense !== 'string') {
          names.set(`#${sense.id}`, { nl: sense.nl[0] ?? sense.id, en: sense.en[0] ?? sense.id, weight: weight + 1 })
        } else if (!concepts.some((concept) => concept.start <= start && end <= concept.end)) {
          const written = text.slice(start, end)
          if (!names.has(sense)) names.set(sense, { nl: written, en: written, weight })
        }
      }
    }
  }
  return [...names.values()]
    .sort((a, b) => b.weight - a.weight)
    .slice(0, mostTerms)
    .map(({ nl, en }) => ({ nl, en }))
}

/** The window of a text that holds the most of what is shared; in the reader's language when the text is in both. */
function quote({ passages }: Analysed, common: Map<Concept | string, number>, language: Language): Quote | null {
  const ordered = [...passages].sort((a, b) => Number(b.language === language) - Number(a.language === language))
  for (const passage of ordered) {
    const marks = passage.found.filter(({ sense }) => common.has(sense)).sort((a, b) => a.start - b.start)
    let best: { at: number; weight: number } | null = null
    for (const [at, first] of marks.entries()) {
      const seen = new Set<Concept | string>()
      let weight = 0
      for (const mark of marks.slice(at)) {
        if (mark.end - first.start > quoteLength) break
        if (!seen.has(mark.sense)) weight += common.get(mark.sense) ?? 0
        seen.add(mark.sense)
      }
      if (!best || weight > best.weight) best = { at, weight }
    }
    const first = best && marks[best.at]
    if (first) return { language: passage.language, segments: cut(passage.text, first.start, marks) }
  }
  return null
}

/** A piece of a text from about a place on, cut between words, with ranges marked. */
function cut(text: string, from: number, marks: Found[]): Segment[] {
  const lead = Math.max(0, from - quoteLength / 3)
  // Of a place at the very start nothing is before it: lastIndexOf would still look there.
  const before = text.slice(0, from)
  const stop = before.lastIndexOf('. ')
  const sentence = Math.max(stop === -1 ? 0 : stop + 2, before.lastIndexOf('\n') + 1)
  const start = sentence >= lead && sentence <= from ? sentence : lead === 0 ? 0 : text.indexOf(' ', lead) + 1
  const limit = start + quoteLength * 1.3
  const end = limit >= text.length ? text.length : Math.max(text.lastIndexOf(' ', limit), from + 1)
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
