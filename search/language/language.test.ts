import { expect, test } from 'vitest'
import { Lexicon, readLexicon } from '../lexicon/lexicon.ts'
import { marker } from './mark.ts'
import { rewrite } from './rewrite.ts'
import { termsOf } from './terms.ts'
import { fold, wordsOf } from './words.ts'

const lexicon = new Lexicon(readLexicon())

const asked = (text: string, typing: boolean) => rewrite(lexicon, text, typing).query

/** Whether a query, brought to its forms, is in the words and terms of a text. */
function meets(query: string, text: string, language: 'nl' | 'en'): boolean {
  const there = new Set(
    [...wordsOf(text).map(({ folded }) => folded), ...termsOf(lexicon, text, language)].flatMap((term) =>
      term.split(' '),
    ),
  )
  const { query: usual, other } = rewrite(lexicon, query, false)
  return (other?.unknown ? other.query : usual)
    .trim()
    .split(' ')
    .every((word) => there.has(word.replace(/"/g, '')))
}

function marked(query: string, text: string, language: 'nl' | 'en' | null, typing = false): string[] {
  const segments = marker(lexicon, query, typing)(text, language)
  expect(segments.map((segment) => segment.text).join('')).toBe(text)
  return segments.filter(({ match }) => match).map((segment) => segment.text)
}

test('words are folded, with their places', () => {
  expect(wordsOf("Fryslân's CO₂-opslag").map(({ folded }) => folded)).toEqual(['fryslan', 'co2', 'opslag'])
  const [first, second] = wordsOf('een Test')
  expect([first?.start, first?.end, second?.start, second?.raw]).toEqual([0, 3, 4, 'Test'])
  expect(fold('ĳs')).toBe('ijs')
})

test.each([
  ['waterstof', 'Zij maken groenewaterstofproductie betaalbaar.', 'nl'],
  ['waterstof', 'Electrolysers for green hydrogen', 'en'],
  ['hydrogen', 'Opslag van waterstof in zoutholtes', 'nl'],
  ['technologie', 'een nieuwe membraantechnologie', 'nl'],
  ['waterstofopslag', 'Storage of hydrogen in salt caverns', 'en'],
  ['sensoren', 'Een sensor voor ammoniak', 'nl'],
  ['sensor', 'Sensoren voor ammoniak', 'nl'],
  ['batterijen', 'battery recycling', 'en'],
  ['batteries', 'een batterij die lang meegaat', 'nl'],
  ['kunstmatige intelligentie', 'AI for small manufacturers', 'en'],
  ['AI', 'Toepassing van kunstmatige intelligentie', 'nl'],
  ['technologieën', 'technologie voor de zorg', 'nl'],
  ['photonics', 'geïntegreerde fotonica', 'nl'],
  ['subsidies', 'een subsidie voor het mkb', 'nl'],
  ['hersenimplantaten', 'Brain implants for speech', 'en'],
] as const)('“%s” is met by “%s”', (query, text, language) => {
  expect(meets(query, text, language)).toBe(true)
})

test.each([
  ['knowledge', 'We acknowledge the support of many.', 'en'],
  ['bouw', 'Precisielandbouw met drones', 'nl'],
  ['land', 'Een bedrijf in Zeeland', 'nl'],
  ['nemer', 'Steun voor ondernemers', 'nl'],
  ['overheid', 'Een project over bodem', 'nl'],
] as const)('“%s” is not met by “%s”', (query, text, language) => {
  expect(meets(query, text, language)).toBe(false)
})

test('a query keeps phrases and at most ten words, those of the lexicon first', () => {
  expect(asked('de "groene haven" van waterstof', false)).toBe('"groene haven" waterstof ')
  const long = `${Array.from({ length: 20 }, (_, index) => `qqq${index}x`).join(' ')} waterstof`
  const words = asked(long, true).split(' ')
  expect(words).toHaveLength(10)
  expect(words).toContain('waterstof')
  expect(asked('de het een', true)).toBe('"de" "het" een')
  expect(asked('  ', true)).toBe('')
})

test('what follows a minus is not wanted, and what is short is meant as it is', () => {
  expect(asked('zonnecel -perovskiet', true)).toMatch(/^-perovskiet \S+/)
  expect(asked('PFAS in water', false)).toBe('"pfas" water ')
  expect(rewrite(lexicon, '"groene haven"', false).loose).toEqual([])
  expect(rewrite(lexicon, 'waterstofopslag', false).other?.loose).toEqual(['waterstof', 'opslag'])
})

test('a word that is whole is not taken for the beginning of one, unless it is being typed', () => {
  expect(asked('AI', false)).toBe('"ai" ')
  expect(asked('AI', true)).toBe('ai')
  expect(asked('membraantechnol', false)).toBe(asked('membraantechnol', true))
})

test('what answers is marked: inflected, in a compound, translated, with a typing error', () => {
  expect(marked('waterstof', 'Groenewaterstofproductie en hydrogen', 'nl')).toEqual(['Groenewaterstofproductie'])
  expect(marked('waterstof', 'Storing hydrogen under ground', 'en')).toEqual(['hydrogen'])
  expect(marked('sensoren', 'Een sensor', 'nl')).toEqual(['sensor'])
  expect(marked('fotnica', 'Alles over fotonica', 'nl')).toEqual(['fotonica'])
  expect(marked('knowledge', 'We acknowledge it', 'en')).toEqual([])
  expect(marked('waterst', 'Kanaalwaterstof', null, true)).toEqual(['Kanaalwaterstof'])
  expect(marked('de', 'de haven', 'nl')).toEqual([])
  expect(marked('<b>', 'a <b> & c', 'en')).toEqual(['b'])
})

test('an error within a plural ending leaves a stem to look further with', () => {
  expect(rewrite(lexicon, 'katalysatroen', false).other?.query.trim()).toBe('katalysatro')
  expect(rewrite(lexicon, 'sensors', false).other).toBeNull()
})
