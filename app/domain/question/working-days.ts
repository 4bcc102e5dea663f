/**
 * The days on which nobody need answer: Saturday, Sunday, and what the Dutch law on terms counts as a public holiday
 * (Algemene termijnenwet, articles 1 and 3: https://wetten.overheid.nl/BWBR0002448). Good Friday and 5 May are among them, also where
 * people work on those days: a promise is better kept early.
 *
 * Days are written as YYYY-MM-DD.
 */

const dayMs = 86_400_000

const inWords = (time: number) => new Date(time).toISOString().slice(0, 10)
const timeOf = (day: string) => Date.parse(`${day}T00:00:00Z`)

/** A day so many days later. */
function later(day: string, days: number): string {
  return inWords(timeOf(day) + days * dayMs)
}

/** Easter Sunday of a year, by the anonymous Gregorian rule (Nature, 20 April 1876; Meeus, "Astronomical Algorithms", chapter 8). */
export function easterSunday(year: number): string {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const inCentury = year % 100
  const leaps = Math.floor(century / 4)
  const moon = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * golden + century - leaps - moon + 15) % 30
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451)
  const sum = epact + weekday - 7 * late + 114
  return inWords(Date.UTC(year, Math.floor(sum / 31) - 1, (sum % 31) + 1))
}

const weekdayOf = (day: string) => new Date(timeOf(day)).getUTCDay()

/** King's Day is on 27 April, or the day before where that is a Sunday. */
function kingsDay(year: number): string {
  const birthday = `${year}-04-27`
  return weekdayOf(birthday) === 0 ? later(birthday, -1) : birthday
}

const known = new Map<number, Set<string>>()

/** The public holidays of a year; those that always fall on a Sunday are left out. */
export function publicHolidays(year: number): Set<string> {
  const easter = easterSunday(year)
  const goodFriday = later(easter, -2)
  const [easterMonday, ascension, whitMonday] = [1, 39, 50].map((days) => later(easter, days)) as [
    string,
    string,
    string,
  ]
  const fixed = [`${year}-01-01`, `${year}-05-05`, `${year}-12-25`, `${year}-12-26`]
  const days = known.get(year) ?? new Set([...fixed, goodFriday, easterMonday, kingsDay(year), ascension, whitMonday])
  known.set(year, days)
  return days
}

export function isWorkingDay(day: string): boolean {
  const weekday = weekdayOf(day)
  return weekday !== 0 && weekday !== 6 && !publicHolidays(Number(day.slice(0, 4))).has(day)
}

/** The day that is so many working days after one, which itself does not count. */
export function afterWorkingDays(day: string, days: number): string {
  let [on, left] = [day, days]
  while (left > 0) {
    on = later(on, 1)
    if (isWorkingDay(on)) left -= 1
  }
  return on
}

/** How many working days there are after one day until and with another: 0 for the same day, and from Friday to Sunday. */
export function workingDaysBetween(from: string, until: string): number {
  let days = 0
  for (let on = later(from, 1); on <= until; on = later(on, 1)) if (isWorkingDay(on)) days += 1
  return days
}
