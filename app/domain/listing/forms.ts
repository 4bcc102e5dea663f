import { z } from 'zod'
import { paragraphs, version } from '../forms/texts.ts'
import { some } from '../organisation/profile-forms.ts'
import { organisationKinds } from '../organisation/types.ts'
import { audiences } from './policy.ts'
import { agreements, longestListing } from './types.ts'

const level = z
  .string()
  .default('')
  .refine((typed) => /^[1-9]?$/.test(typed), 'wrong')
  .transform((typed) => (typed === '' ? null : Number(typed)))

/** An offer or need; of these themes and technologies, by their ids. */
export const listingForm = (known: { themes: string[]; technologies: string[] }) =>
  z
    .strictObject({
      versie: version,
      text_nl: paragraphs(longestListing),
      text_en: paragraphs(longestListing),
      themes: some(known.themes),
      technologies: some(known.technologies),
      trl_min: level,
      trl_max: level,
      partner_kinds: some(organisationKinds),
      agreement: z
        .union([z.literal(''), z.enum(agreements)], 'wrong')
        .default('')
        .transform((typed) => typed || null),
      audience: z.enum(audiences, 'audience'),
    })
    .refine(({ text_nl, text_en }) => text_nl !== null || text_en !== null, {
      path: ['text_nl'],
      error: 'listingText',
    })
    .refine(({ trl_min, trl_max }) => trl_min === null || trl_max === null || trl_min <= trl_max, {
      path: ['trl_max'],
      error: 'trlOrder',
    })

export type ListingTexts = Omit<z.output<ReturnType<typeof listingForm>>, 'versie'>

/** What is done with one offer or need from the list. */
export const listingOrder = z.strictObject({
  doe: z.enum(['renew', 'withdraw'], 'wrong'),
  listing: z.string().max(200),
})

export const renewalForm = z.strictObject({ sleutel: z.string().max(200) })
