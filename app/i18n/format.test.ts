import { expect, test } from 'vitest'
import { dutchDay, formatDate, formatMoney, formatNumber, formatPeriod, formatPermille } from './format.ts'

test.each([
  [250_000_000, '€\u00a02,5\u00a0mln', '€2.5m'],
  [110_000_000_000, '€\u00a01,1\u00a0mld', '€1.1bn'],
  [2_000_000, '€\u00a020.000', '€20,000'],
  [14_370_000_000, '€\u00a0143,7\u00a0mln', '€143.7m'],
])('%i cents', (cents, nl, en) => {
  expect(formatMoney(cents, 'nl')).toBe(nl)
  expect(formatMoney(cents, 'en')).toBe(en)
})

test('numbers and shares in both notations', () => {
  expect(formatNumber(1104, 'nl')).toBe('1.104')
  expect(formatNumber(1104, 'en')).toBe('1,104')
  expect(formatPermille(450, 'nl')).toBe('45%')
})

test('a date is shown as precisely as it is known', () => {
  expect(formatDate('2026-03-03', 'nl')).toBe('3 maart 2026')
  expect(formatDate('2026-03', 'en')).toBe('March 2026')
  expect(formatDate('2026', 'nl')).toBe('2026')
  expect(formatDate('2026-11-21T23:30:00.000Z', 'nl')).toBe('22 november 2026')
  expect(formatPeriod('2024', '2030', 'nl')).toBe('2024 – 2030')
  expect(formatPeriod('2024', null, 'nl')).toBe('sinds 2024')
  expect(formatPeriod(null, null, 'nl')).toBe('')
})

test('the day is that of the Netherlands, in summer and in winter', () => {
  expect(dutchDay(new Date('2026-06-30T22:30:00Z'))).toBe('2026-07-01')
  expect(dutchDay(new Date('2026-11-21T22:59:00Z'))).toBe('2026-11-21')
})
