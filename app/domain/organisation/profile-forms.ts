import { z } from 'zod'
import { oneLine, paragraphs, version } from '../forms/texts.ts'
import { longestSummary, organisationKinds } from './types.ts'

const optional = (most: number) => oneLine.pipe(z.string().max(most, 'tooLong')).default('')

/** "www.example.nl" is what people type, and is meant as an address. */
const website = optional(200).transform((typed, issues) => {
  if (typed === '') return null
  const address = /^[a-z][a-z0-9+.-]*:/i.test(typed) ? typed : `https://${typed}`
  const url = URL.canParse(address) ? new URL(address) : null
  const sound =
    url && /^https?:$/.test(url.protocol) && /^[^.]+(\.[^.]+)+$/.test(url.hostname) && !url.username && !url.password
  if (sound) return url.pathname === '/' && !url.search ? url.origin : url.href
  issues.addIssue({ code: 'custom', message: 'website' })
  return z.NEVER
})

/** A whole number that may be written with dots or spaces, or nothing. */
const whole = (least: number, most: () => number, fault: string) =>
  optional(20).transform((typed, issues) => {
    if (typed === '') return null
    const digits = typed.replace(/[.\s]/g, '')
    const value = /^\d{1,9}$/.test(digits) ? Number(digits) : Number.NaN
    if (value >= least && value <= most()) return value
    issues.addIssue({ code: 'custom', message: fault })
    return z.NEVER
  })

const kvk = optional(20).transform((typed, issues) => {
  const digits = typed.replace(/[.\s]/g, '')
  if (digits === '' || /^\d{8}$/.test(digits)) return digits || null
  issues.addIssue({ code: 'custom', message: 'kvk' })
  return z.NEVER
})

const postcode = optional(20).transform((typed, issues) => {
  if (typed === '') return null
  const [, digits, letters] = /^([1-9]\d{3}) ?([a-z]{2})?$/i.exec(typed) ?? []
  if (digits) return letters ? `${digits} ${letters.toUpperCase()}` : digits
  issues.addIssue({ code: 'custom', message: 'postcode' })
  return z.NEVER
})

/** What an organisation is. */
export const basicsForm = z.strictObject({
  versie: version,
  summary_nl: paragraphs(longestSummary),
  summary_en: paragraphs(longestSummary),
  kind: z.enum(organisationKinds, 'organisationKind'),
  website,
  employees: whole(0, () => 1_000_000, 'employees'),
  founded_year: whole(1000, () => new Date().getFullYear(), 'foundedYear'),
  kvk_number: kvk,
  postcode,
  place: optional(100).transform((typed) => typed || null),
})

export type Basics = Omit<z.output<typeof basicsForm>, 'versie'>

/** What an organisation works on: of these themes and technologies, by their ids. */
export const termsForm = (known: { themes: string[]; technologies: string[] }) =>
  z.strictObject({ versie: version, themes: some(known.themes), technologies: some(known.technologies) })

export interface Terms {
  themes: string[]
  technologies: string[]
}

/** Any of these, each once, in their own order. */
export const some = <Id extends string>(known: readonly Id[]) =>
  z
    .array(z.string())
    .default([])
    .refine((ids) => ids.every((id) => known.some((one) => one === id)), 'wrong')
    .transform((ids) => known.filter((id) => ids.includes(id)))
