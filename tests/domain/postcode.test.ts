import { expect, test } from 'vitest'
import { postcodeDigits, romByPostcode } from '#app/domain/rom/queries.server.ts'
import { testDatabase } from '../support/database.ts'

test.each([
  ['5611', 5611],
  ['5611 AB', 5611],
  [' 5611ab ', 5611],
  ['0123', null],
  ['561', null],
  ['56111', null],
  ['Eindhoven', null],
  ['5611 A1', null],
])('"%s" is read as %s', (text, digits) => {
  expect(postcodeDigits(text)).toBe(digits)
})

// A place in each service area, and places that lie at a border.
test.each([
  ['Groningen', 9712, 'nom'],
  ['Leeuwarden', 8911, 'nom'],
  ['Assen', 9401, 'nom'],
  ['Zwolle', 8011, 'oostnl'],
  ['Arnhem', 6811, 'oostnl'],
  ['Eindhoven', 5611, 'bom'],
  ['Maastricht', 6211, 'liof'],
  ['Lelystad', 8232, 'horizon'],
  ['Den Haag', 2511, 'iq'],
  ['Middelburg', 4331, 'impuls'],
  ['Utrecht', 3511, 'romutrecht'],
  ['Amsterdam', 1012, 'rominwest'],
  ['Weesp, in Amsterdam since 2022', 1381, 'rominwest'],
  ['Vianen, in Utrecht since 2019', 4131, 'romutrecht'],
])('%s (%i) is served by %s', async (_place, digits, rom) => {
  const answer = await romByPostcode(await testDatabase(), digits)
  expect(answer?.rom.id).toBe(rom)
  expect(answer?.provincial).toBeUndefined()
})

test.each([
  ['Hilversum', 1211],
  ['Bussum', 1402],
  ['Laren', 1251],
  ['Loosdrecht', 1231],
])('%s lies in Noord-Holland and is served by ROM Utrecht Region; both are told', async (_place, digits) => {
  const answer = await romByPostcode(await testDatabase(), digits)
  expect(answer?.rom.id).toBe('romutrecht')
  expect(answer?.area.name).toBe('Gooi en Vechtstreek')
  expect(answer?.provincial?.id).toBe('rominwest')
})

test('a postcode that nobody has is not guessed', async () => {
  expect(await romByPostcode(await testDatabase(), 1299)).toBeNull()
})

test('no two ranges overlap', async () => {
  const db = await testDatabase()
  const ranges = await db.selectFrom('postcode_range').selectAll().orderBy('first').execute()
  ranges.reduce((last, range) => {
    expect(range.first).toBeGreaterThan(last)
    return range.last
  }, 0)
  expect(ranges.length).toBeGreaterThan(100)
})
