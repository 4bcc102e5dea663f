import { expect, test } from 'vitest'
import { dutchStem, englishStem } from '../language/stems.ts'
import { Lexicon, readLexicon } from '../lexicon/lexicon.ts'
import { bagOf, isConcept, isPair, numberOf, type Passage } from './bag.ts'
import { broaderWeight, conceptWeight, pairWeight, partWeight, titleWeight } from './weights.ts'

const lexicon = new Lexicon(readLexicon())

const bag = (...passages: Passage[]) => bagOf(lexicon, passages)
const dutch = (text: string) => bag({ text, language: 'nl' })
const english = (text: string) => bag({ text, language: 'en' })

test('words count by their stem, those of a title more, and stop words and numbers not', () => {
  expect(english('the pump of 2024')).toEqual(new Map([...english('pump')]))
  const found = bag({ title: 'Valves', text: 'A valve and a pump', language: 'en' })
  expect(found.get(englishStem('valve'))).toBe(titleWeight + 1)
  expect(found.get(englishStem('pump'))).toBe(1)
})

test('two neighbours count together, also over a stop word, but not over the end of a text', () => {
  const found = english('heart of failure')
  expect(found.get(`${englishStem('heart')} ${englishStem('failure')}`)).toBe(pairWeight)
  const apart = bag({ title: 'heart', text: 'failure', language: 'en' })
  expect([...apart.keys()].filter(isPair)).toEqual([])
})

test('a Dutch compound counts whole and by its parts, an English word does not', () => {
  const found = dutch('waterstofopslag')
  expect(found.get(dutchStem('waterstofopslag'))).toBe(1)
  expect(found.get('waterstof')).toBe(partWeight)
  expect(found.get(dutchStem('opslag'))).toBe(partWeight)
  expect(found.has('#hydrogen')).toBe(true)
  expect(english('waterstofopslag').has('waterstof')).toBe(false)
})

test('a concept is the same one in both languages, and brings what is broader along', () => {
  for (const found of [dutch('groene waterstof'), english('green hydrogen')]) {
    expect(found.get('#green-hydrogen')).toBe(conceptWeight)
    expect(found.get('#hydrogen')).toBe(broaderWeight)
    expect(found.get('#energy-carrier')).toBe(broaderWeight)
  }
  const concepts = (found: Map<string, number>) => [...found.keys()].filter(isConcept).sort()
  expect(concepts(dutch('warmtepomp en batterij'))).toEqual(concepts(english('heat pump and battery')))
})

test('of a text in two languages the higher count holds, so that a translation is no second text', () => {
  const nl: Passage = { text: 'Waterstof, waterstof en een batterij', language: 'nl' }
  const en: Passage = { text: 'Hydrogen and a battery, a battery, a battery', language: 'en' }
  const both = bag(nl, en)
  expect(both.get('#hydrogen')).toBe(2 * conceptWeight)
  expect(both.get('#battery')).toBe(3 * conceptWeight)
  expect(both).toEqual(bag(en, nl))
  expect(bag(nl, nl)).toEqual(bag(nl))
})

test('without text there is nothing, and what is no word adds nothing', () => {
  expect(bag()).toEqual(new Map())
  expect(bag({ title: null, text: '', language: 'nl' }, { text: null, language: 'en' })).toEqual(new Map())
  expect(english('🙂 — ⚡ !!! 1234')).toEqual(new Map())
})

test('however long a text is, it is read in no time', () => {
  const started = performance.now()
  const found = dutch('waterstofopslag in zoutkoepels. '.repeat(20_000))
  expect(performance.now() - started).toBeLessThan(3000)
  expect(found.get('#hydrogen')).toBeLessThan(1000)
})

test('a term has the same number each time, of 32 bits', () => {
  expect(numberOf('')).toBe(0x811c9dc5)
  // As the authors of the hash have it.
  expect(numberOf('a')).toBe(0xe40c292c)
  expect(numberOf('foobar')).toBe(0xbf9cf968)
})

test('a Dutch word that only has the stem of a concept names none', () => {
  const concepts = (text: string) => [...dutch(text).keys()].filter(isConcept)
  expect(concepts('geen keer per week gaan')).toEqual([])
  expect(concepts('peren')).toContain('#pear')
})
