import { expect, test } from 'vitest'
import { Lexicon, readLexicon } from '../lexicon/lexicon.ts'
import { shortNames } from './short-names.ts'

const lexicon = new Lexicon(readLexicon())

test.each([
  ['Universitair Medisch Centrum Groningen', 'umcg'],
  ['Hogeschool van Amsterdam', 'hva'],
  ['Rijksinstituut voor Volksgezondheid en Milieu', 'rivm'],
  ['Nederlandse Voedsel en Warenautoriteit', 'nvwa'],
  ['2-B Energy Holding BV', '2b'],
  ['Blue-Cloud', 'bluecloud'],
])('%s is also called %s', (name, short) => {
  expect(shortNames(lexicon, [name, null])).toContain(short)
})

test('a name of two words has no initials, and nothing is given twice', () => {
  expect(shortNames(lexicon, ['Groene Energie', null])).toEqual([])
  expect(shortNames(lexicon, ['TNO', 'Technische Universiteit Delft', 'Technische Universiteit Delft'])).toEqual([
    'tud',
  ])
})
