import { expect, test } from 'vitest'
import { afterWorkingDays, easterSunday, isWorkingDay, publicHolidays, workingDaysBetween } from './working-days.ts'

test('Easter falls where the almanac has it, at its earliest and latest too', () => {
  const known = [
    ...[
      '1818-03-22',
      '1943-04-25',
      '1954-04-18',
      '1981-04-19',
      '2000-04-23',
      '2008-03-23',
      '2011-04-24',
      '2016-03-27',
    ],
    ...[
      '2024-03-31',
      '2025-04-20',
      '2026-04-05',
      '2027-03-28',
      '2028-04-16',
      '2029-04-01',
      '2030-04-21',
      '2038-04-25',
    ],
    ...['2049-04-18', '2076-04-19'],
  ]
  expect(known.map((day) => easterSunday(Number(day.slice(0, 4))))).toEqual(known)
})

test("the public holidays of 2026 and 2027; King's Day is on 26 April where the 27th is a Sunday", () => {
  expect([...publicHolidays(2026)].sort()).toEqual([
    ...['2026-01-01', '2026-04-03', '2026-04-06', '2026-04-27', '2026-05-05', '2026-05-14', '2026-05-25'],
    ...['2026-12-25', '2026-12-26'],
  ])
  expect([...publicHolidays(2027)].sort()).toEqual([
    ...['2027-01-01', '2027-03-26', '2027-03-29', '2027-04-27', '2027-05-05', '2027-05-06', '2027-05-17'],
    ...['2027-12-25', '2027-12-26'],
  ])
  expect([...publicHolidays(2025)]).toContain('2025-04-26')
  expect([...publicHolidays(2025)]).not.toContain('2025-04-27')
  // Ascension Day and 5 May may be one day.
  expect(publicHolidays(2016).has('2016-05-05')).toBe(true)
})

test('no weekend and no holiday is a working day', () => {
  for (const day of ['2026-11-21', '2026-11-22', '2026-12-25', '2026-04-27'])
    expect(isWorkingDay(day), day).toBe(false)
  for (const day of ['2026-11-20', '2026-11-23', '2026-12-24', '2026-12-31'])
    expect(isWorkingDay(day), day).toBe(true)
})

test('five working days go over weekends, over holidays and over a new year', () => {
  const five = (day: string) => afterWorkingDays(day, 5)
  expect(five('2026-11-20')).toBe('2026-11-27')
  expect(five('2026-11-21')).toBe('2026-11-27')
  expect(five('2026-11-22')).toBe('2026-11-27')
  expect(five('2026-11-23')).toBe('2026-11-30')
  // Good Friday and Easter Monday are between.
  expect(five('2026-04-01')).toBe('2026-04-10')
  expect(five('2026-12-23')).toBe('2026-12-31')
  expect(five('2026-12-24')).toBe('2027-01-04')
  expect(afterWorkingDays('2026-11-21', 0)).toBe('2026-11-21')
})

test('how many working days lie between two days is what was added', () => {
  for (const day of ['2026-11-20', '2026-11-22', '2026-04-01', '2026-12-24']) {
    for (const days of [1, 3, 5, 20]) expect(workingDaysBetween(day, afterWorkingDays(day, days))).toBe(days)
  }
  expect(workingDaysBetween('2026-11-20', '2026-11-20')).toBe(0)
  expect(workingDaysBetween('2026-11-20', '2026-11-22')).toBe(0)
  expect(workingDaysBetween('2026-11-22', '2026-11-20')).toBe(0)
})
