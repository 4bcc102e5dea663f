import { z } from 'zod'
import { fact, id, slug, text, url, year } from './common.ts'

export const organisationKind = z.enum([
  'startup',
  'scaleup',
  'sme',
  'knowledge_institution',
  'corporate',
  'government',
  'network',
])

const listing = z.strictObject({
  side: z.enum(['offer', 'need']),
  text: text.partial().refine((value) => value.nl ?? value.en, 'one language at least'),
  trl: z.tuple([z.number().int().min(1).max(9), z.number().int().min(1).max(9)]).optional(),
  partner_kinds: z.array(organisationKind).default([]),
  agreement: z.enum(['research', 'technical', 'pilot', 'commercial', 'licence', 'investment', 'supply']).optional(),
  visibility: z.enum(['own_rom', 'roms', 'public']).default('public'),
  anonymous: z.boolean().default(false),
  themes: z.array(id).default([]),
  technologies: z.array(id).default([]),
})

export const organisation = z.strictObject({
  id,
  slug,
  name: z.string(),
  name_en: z.string().optional(),
  kind: organisationKind,
  institution_kind: z
    .enum(['university', 'applied_university', 'medical_centre', 'to2', 'national_institute', 'institute'])
    .optional(),
  website: url.optional(),
  place: z.string().optional(),
  postcode: z.string().optional(),
  province: id.optional(),
  seat_rom: id.optional(),
  accompanied_by: z.array(z.strictObject({ rom: id, source: id.optional() })).default([]),
  founded_year: year.optional(),
  employees: z.number().int().optional(),
  summary: text.optional(),
  themes: z.array(id).default([]),
  technologies: z.array(id).default([]),
  identifiers: z
    .array(z.strictObject({ scheme: z.enum(['pic', 'ror', 'vat', 'wikidata']), value: z.string() }))
    .default([]),
  source: id.optional(),
  facts: z.array(fact).default([]),
  listings: z.array(listing).default([]),
})
export type OrganisationContent = z.infer<typeof organisation>
