import type { Locale } from './locale.ts'

const tags: Record<Locale, string> = { nl: 'nl-NL', en: 'en-GB' }
const timeZone = 'Europe/Amsterdam'

// Making a formatter costs some hundred kilobytes outside the heap: a page with two hundred dates would fill the memory.
const numberFormats = new Map<string, Intl.NumberFormat>()
const dateFormats = new Map<string, Intl.DateTimeFormat>()

function numberFormat(locale: Locale, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  const key = locale + JSON.stringify(options)
  const format = numberFormats.get(key) ?? new Intl.NumberFormat(tags[locale], options)
  numberFormats.set(key, format)
  return format
}

function dateFormat(tag: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = tag + JSON.stringify(options)
  const format = dateFormats.get(key) ?? new Intl.DateTimeFormat(tag, options)
  dateFormats.set(key, format)
  return format
}

/** "1.104" or "1,104". */
export function formatNumber(value: number, locale: Locale): string {
  return numberFormat(locale).format(value)
}

/** "45%" of 450 per mille. */
export function formatPermille(value: number, locale: Locale): string {
  return numberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(value / 1000)
}

const steps = [
  { from: 1e9, nl: 'mld', en: 'bn' },
  { from: 1e6, nl: 'mln', en: 'm' },
]

/** Whole euros, or millions and billions: "€ 2,5 mln", "€2.5m", "€ 20.000". */
export function formatMoney(cents: number, locale: Locale): string {
  const euros = cents / 100
  const gap = locale === 'nl' ? '\u00a0' : ''
  const step = steps.find(({ from }) => Math.abs(euros) >= from)
  const shown = numberFormat(locale, { maximumFractionDigits: step ? 1 : 0 }).format(euros / (step?.from ?? 1))
  return `€${gap}${shown}${step ? gap + step[locale] : ''}`
}

/** A date as precise as it is known: "3 maart 2026", "maart 2026" or "2026"; of a moment the day in the Netherlands. */
export function formatDate(date: string, locale: Locale): string {
  if (date.length === 4) return date
  const options: Intl.DateTimeFormatOptions =
    date.length === 7 ? { month: 'long', year: 'numeric' } : { day: 'numeric', month: 'long', year: 'numeric' }
  const day = date.length === 7 ? `${date}-01` : date.length > 10 ? dutchDay(new Date(date)) : date
  return dateFormat(tags[locale], { ...options, timeZone: 'UTC' }).format(new Date(`${day}T12:00:00Z`))
}

/** "2024 – 2030", "sinds 2024", "tot en met 2030"; empty when neither is known. */
export function formatPeriod(from: string | null, until: string | null, locale: Locale): string {
  if (from && until) {
    return from === until ? formatDate(from, locale) : `${formatDate(from, locale)} – ${formatDate(until, locale)}`
  }
  if (from) return `${locale === 'nl' ? 'sinds' : 'since'} ${formatDate(from, locale)}`
  if (until) return `${locale === 'nl' ? 'tot en met' : 'until'} ${formatDate(until, locale)}`
  return ''
}

/** A moment, in Dutch time: "3 maart 2026 om 13:05". */
export function formatMoment(at: string, locale: Locale): string {
  const options: Intl.DateTimeFormatOptions = { dateStyle: 'long', timeStyle: 'short', timeZone }
  return dateFormat(tags[locale], options).format(new Date(at))
}

/** A name inside a sentence: "Trekker buiten de ROM's" becomes "trekker buiten de ROM's"; "SME" stays. */
export function lowerFirst(text: string): string {
  return /^\p{Lu}\p{Lu}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1)
}

/** The day it is in the Netherlands, as YYYY-MM-DD. */
export function dutchDay(now: Date): string {
  return dateFormat('sv-SE', { timeZone }).format(now)
}

/** The moment a day begins in the Netherlands. @param day YYYY-MM-DD */
export function startOfDutchDay(day: string): Date {
  const [summer, winter] = ['+02:00', '+01:00'].map((offset) => new Date(`${day}T00:00:00${offset}`)) as [Date, Date]
  return dutchDay(summer) === day ? summer : winter
}
