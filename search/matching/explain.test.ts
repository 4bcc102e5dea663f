import { beforeAll, expect, test } from 'vitest'
import type { Language } from '../lexicon/lexicon.ts'
import { Lexicon, readLexicon } from '../lexicon/lexicon.ts'
import { bagOf, type Passage } from './bag.ts'
import { analyse, type Quote, sharedBy } from './explain.ts'
import { MatchModel } from './model.ts'

const lexicon = new Lexicon(readLexicon())
/** Something that everybody says, so that it says nothing. */
const common = 'Onze organisatie ontwikkelt producten.'
let model: MatchModel
beforeAll(async () => {
  const texts = ['waterstof in zoutkoepels', 'een warmtepomp', 'insecten als veevoer', 'sensoren voor ammoniak']
  // Among so many others each of these is rare.
  const bags = [...texts, ...texts, ...Array.from({ length: 60 }, (_, at) => `bezigheid${at}`)]
  ;({ model } = await MatchModel.learn(
    bags.map((text) => bagOf(lexicon, [{ text: `${common} ${text}`, language: 'nl' }])),
  ))
})

const nl = (text: string): Passage => ({ text, language: 'nl' })
const en = (text: string): Passage => ({ text, language: 'en' })

function shared(ask: Passage[], item: Passage[], language: Language = 'nl') {
  return sharedBy(lexicon, model, language, analyse(lexicon, ask), analyse(lexicon, item))
}

const marksOf = (quote?: Quote) => quote?.segments.flatMap(({ text, match }) => (match ? [text] : []))
const textOf = (quote?: Quote) => quote?.segments.map(({ text }) => text).join('')

test('quotes mark what is shared in the words of each, and a short text comes whole', () => {
  const found = shared([nl('Wij zoeken opslag voor waterstof.')], [nl('Waterstofopslag onder de grond.')])
  expect(marksOf(found?.ask)).toEqual(['opslag', 'waterstof'])
  expect(textOf(found?.ask)).toBe('Wij zoeken opslag voor waterstof.')
  expect(marksOf(found?.item)).toEqual(['Waterstofopslag'])
  expect(textOf(found?.item)).toBe('Waterstofopslag onder de grond.')
})

test('a concept is shared across languages and named in both', () => {
  const found = shared([nl('Een warmtepomp gezocht')], [en('We install a heat pump in a day.')])
  expect(marksOf(found?.ask)).toEqual(['warmtepomp'])
  expect(marksOf(found?.item)).toEqual(['heat pump'])
  expect(found?.terms[0]).toEqual({ nl: 'warmtepomp', en: 'heat pump' })
})

test('a concept under the one that was asked for counts, and so does the one above', () => {
  const asked = [nl('Waterstof gezocht')]
  const offered = [nl('Ketels op groene waterstof')]
  expect(marksOf(shared(asked, offered)?.item)).toContain('groene waterstof')
  expect(marksOf(shared(offered, asked)?.item)).toEqual(['Waterstof'])
})

test('a text in both languages is quoted in that of the reader', () => {
  const item = [nl('Hier staat een warmtepomp.'), en('Here is a heat pump.')]
  const asked = [nl('Welke warmtepomp?'), en('Which heat pump?')]
  for (const [language, quote] of [
    ['nl', 'Hier staat een warmtepomp.'],
    ['en', 'Here is a heat pump.'],
  ] as const) {
    const found = shared(asked, item, language)
    expect(found?.item.language).toBe(language)
    expect(textOf(found?.item)).toBe(quote)
    expect(found?.ask.language).toBe(language)
  }
  expect(shared([en('heat pump')], [en('A heat pump')], 'nl')?.item.language).toBe('en')
})

test.each([
  ['nothing', 'Een warmtepomp', 'Insecten als voer'],
  ['what all say', common, common],
  ['stop words', 'wij zijn er voor de', 'zij zijn er voor het'],
  ['a number', '2024', '2024'],
  ['no text at all', '', ''],
])('when %s is shared there is nothing to show', (_what, ask, item) => {
  expect(shared([nl(ask)], [nl(item)])).toBeNull()
})

test('words that only look alike in two languages are not shared', () => {
  expect(shared([nl('brand')], [en('brand')])).toBeNull()
})

test('what is written as HTML or emoji comes through as the text it is', () => {
  const text = '<b onclick="x()">waterstof</b> & 🙂👩‍🔬 <script>'
  const found = shared([nl(text)], [nl(text)])
  expect(textOf(found?.ask)).toBe(text)
  expect(marksOf(found?.item)).toContain('waterstof')
})

const filler = 'Hier staat een lange zin die niets zegt over wat er verder komt en die maar door blijft gaan. '

test('of a long text the place where most is said is quoted, from the beginning of a sentence', () => {
  const text = `${filler.repeat(5)}Nu over een warmtepomp op waterstof met sensoren. ${filler.repeat(5)}`
  const found = shared([nl('Warmtepomp waterstof sensoren')], [nl(`waterstof ${text}`)])
  expect(textOf(found?.item)).toMatch(/^Nu over een warmtepomp op waterstof met sensoren\. .* …$/)
  expect(marksOf(found?.item)).toEqual(['warmtepomp', 'waterstof', 'sensoren'])
  expect(textOf(found?.item)?.length).toBeLessThan(210)
})

test('in the middle of a long sentence a quote begins and ends between words', () => {
  const long = filler.replaceAll('.', ',').repeat(4)
  const quote = textOf(shared([nl('warmtepomp')], [nl(`${long}een warmtepomp ${long}`)])?.item) ?? ''
  expect(quote).toMatch(/^… \S.*een warmtepomp .* …$/)
  const words = new Set(long.split(' '))
  for (const word of quote.split(' ').filter((one) => one !== '…')) {
    expect(words.has(word) || word === 'warmtepomp', word).toBe(true)
  }
})

test.each([
  ['before', `${'ja/nee/'.repeat(60)}warmtepomp`],
  ['behind', `warmtepomp${'/ja/nee'.repeat(60)}`],
  ['around', `${'🙂/'.repeat(60)}warmtepomp${'/🙂'.repeat(60)}`],
  ['a little before', `${'woord '.repeat(20)}${'ja/nee/'.repeat(8)}warmtepomp en verder${' woord'.repeat(80)}`],
])('a text without spaces %s what is shared shows that all the same', (_where, text) => {
  const quote = shared([nl('warmtepomp')], [nl(text)])?.item
  expect(marksOf(quote)).toEqual(['warmtepomp'])
  expect(textOf(quote)?.isWellFormed()).toBe(true)
})
