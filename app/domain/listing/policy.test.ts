import { expect, test } from 'vitest'
import { audienceOf, audiences, expiryFrom, monthAfter, seenBy, stateOf, tellsWhose } from './policy.ts'

test('who sees it is kept as it was chosen; what only the own ROM sees has its name', () => {
  for (const audience of audiences) expect(audienceOf(seenBy(audience))).toBe(audience)
  expect(seenBy('public_anonymous')).toEqual({ visibility: 'public', anonymous: 1 })
  expect(seenBy('roms')).toEqual({ visibility: 'roms', anonymous: 0 })
  expect(audienceOf({ visibility: 'own_rom', anonymous: 1 })).toBe('own_rom')
})

test.each([
  ['2026-11-21', '2026-12-21'],
  ['2026-12-31', '2027-01-31'],
  ['2027-01-31', '2027-02-28'],
  ['2028-01-30', '2028-02-29'],
])('a month after %s is %s', (day, after) => {
  expect(monthAfter(day)).toBe(after)
})

test('a year is 365 days', () => {
  expect(expiryFrom('2026-11-21')).toBe('2027-11-21')
  expect(expiryFrom('2027-11-21')).toBe('2028-11-20')
})

test.each([
  [null, '2026-12-22', 'shown'],
  [null, '2026-12-21', 'ending'],
  [null, '2026-11-22', 'ending'],
  [null, '2026-11-21', 'expired'],
  ['2026-11-01T00:00:00.000Z', '2027-11-21', 'withdrawn'],
] as const)('withdrawn %s and until %s, today it is %s', (withdrawn_at, expires_on, state) => {
  expect(stateOf({ withdrawn_at, expires_on }, '2026-11-21')).toBe(state)
})

test.each([
  ['Bij Dollard  Chemie zoeken we zout.', true],
  ['Kijk op www.DOLLARD.example voor meer.', true],
  ['dollard-chemie: zout', true],
  ['Wij zoeken chemie aan de Dollard.', false],
  ['', false],
])('"%s" tells whose it is: %s', (text, tells) => {
  const owner = { names: ['Dollard Chemie', ''], website: 'https://www.dollard.example/over' }
  expect(tellsWhose(text, owner)).toBe(tells)
})
