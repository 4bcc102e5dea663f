import { readFileSync } from 'node:fs'
import { z } from 'zod'

/**
 * The shape of the files under `db/content`. Texts come in pairs, Dutch and English. A strict shape catches a
 * mistyped key when the file is read, not when somebody misses it on a page.
 */
const id = z.string().regex(/^[a-z0-9][a-z0-9_-]*$/)
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
const text = z.strictObject({ nl: z.string().trim().min(1), en: z.string().trim().min(1) })
const day = z.iso.date()
/** A year, a month or a day: what the source states and no more. */
const partialDate = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
const url = z.url({ protocol: /^https?$/ })
const year = z.number().int().min(1000).max(2100)

const fact = z.strictObject({ field: z.string().optional(), text: text.optional(), source: id })
export type FactContent = z.infer<typeof fact>

const source = z.strictObject({
  id,
  title: z.string(),
  publisher: z.string(),
  url: url.optional(),
  published_on: partialDate.optional(),
  retrieved_on: day,
  licence: z.string().optional(),
})

const reference = z.strictObject({
  roms: z.array(
    z.strictObject({
      id,
      slug,
      name: z.string(),
      short_name: z.string(),
      full_name: z.string().optional(),
      website: url.optional(),
      head_office: z.string().optional(),
      founded: partialDate.optional(),
      summary: text,
      identifiers: z.array(z.strictObject({ scheme: z.literal('pic'), value: z.string() })).default([]),
      facts: z.array(fact),
    }),
  ),
  provinces: z.array(z.strictObject({ id, name: z.string() })),
  service_areas: z.array(
    z.strictObject({
      id,
      rom: id,
      province: id,
      name: z.string(),
      whole_province: z.boolean(),
      source: id.optional(),
    }),
  ),
  themes: z.array(
    z.strictObject({
      id,
      slug,
      kind: z.enum(['transition', 'challenge']),
      name: text,
      summary: text,
      facts: z.array(fact),
    }),
  ),
  pillars: z.array(z.strictObject({ id: z.number().int(), name: text, summary: text, source: id })),
  technologies: z.array(z.strictObject({ id, kind: z.enum(['priority', 'cluster']), name: text, source: id })),
  agenda_goals: z.array(
    z.strictObject({ theme: id, version: z.number().int(), ambition: text, goal_2027: text.optional(), source: id }),
  ),
})

const organisationKind = z.enum([
  'startup',
  'scaleup',
  'sme',
  'knowledge_institution',
  'corporate',
  'government',
  'network',
])

/** Who may apply, as far as the source says. Of a list any will do; what is left out is not known. */
const eligibility = z.strictObject({
  kinds: z.array(organisationKind).min(1).optional(),
  roms: z.array(id).min(1).optional(),
  themes: z.array(id).min(1).optional(),
  most_employees: z.number().int().positive().optional(),
  source: id.optional(),
})
export type EligibilityContent = z.infer<typeof eligibility>

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

const organisation = z.strictObject({
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

const call = z.strictObject({
  id,
  slug,
  undertaking: id.optional(),
  theme: id.optional(),
  title: text,
  summary: text,
  eligible: text.optional(),
  eligibility: eligibility.optional(),
  offered: text.optional(),
  opens_on: day.optional(),
  deadline_on: day.optional(),
  /** For examples only: days from the day of loading, so that a demonstration always has open calls. */
  opens_in_days: z.number().int().optional(),
  deadline_in_days: z.number().int().optional(),
  url: url.optional(),
  source: id.optional(),
})
export type CallContent = z.infer<typeof call>

const milestone = z.strictObject({
  id,
  kind: z.enum(['event', 'decision', 'signing', 'publication', 'start', 'end', 'evaluation']),
  title: text,
  starts_on: partialDate,
  ends_on: partialDate.optional(),
  place: z.string().optional(),
  source: id,
})
export type MilestoneContent = z.infer<typeof milestone>

const undertaking = z.strictObject({
  id,
  slug,
  parent: id.optional(),
  initiative_kind: z.enum(['project', 'community', 'trade_mission', 'event', 'study', 'agreement', 'hub']).optional(),
  name: text,
  summary: text,
  status: z.enum(['idea', 'exploration', 'aligned', 'preparation', 'running', 'completed', 'stopped']).optional(),
  starts_on: partialDate.optional(),
  ends_on: partialDate.optional(),
  pillar: z.number().int().optional(),
  website: url.optional(),
  in_matrix: z.boolean().default(true),
  caveat: text.optional(),
  reviewed_on: day,
  identifiers: z.array(z.strictObject({ scheme: z.literal('cordis'), value: z.string() })).default([]),
  themes: z.array(id),
  core_tasks: z.array(z.enum(['innovate', 'internationalise', 'invest'])).default([]),
  technologies: z.array(id).default([]),
  facts: z.array(fact),
  partners: z
    .array(
      z.strictObject({
        organisation: id.optional(),
        name: text,
        kind: z.enum([
          'commissioner',
          'external_lead',
          'fund_holder',
          'funder',
          'knowledge_partner',
          'company',
          'partner',
        ]),
        source: id,
      }),
    )
    .default([]),
  participations: z
    .array(
      z.strictObject({
        rom: id,
        role: z.enum(['lead', 'partner', 'observer']).optional(),
        valid_from: day.optional(),
        valid_until: day.optional(),
        note: text.optional(),
        source: id,
      }),
    )
    .default([]),
  contributions: z
    .array(
      z.strictObject({
        id,
        funder: text,
        rom: id.optional(),
        state: z.enum(['requested', 'pledged', 'granted', 'advanced', 'spent', 'settled', 'reclaimed']),
        amount_cents: z.number().int().positive(),
        qualifier: z.enum(['exact', 'more_than', 'about']).default('exact'),
        per_year: z.boolean().default(false),
        year_from: year.optional(),
        year_until: year.optional(),
        note: text.optional(),
        source: id,
      }),
    )
    .default([]),
  milestones: z.array(milestone).default([]),
  open_roles: z
    .array(z.strictObject({ id, title: text, description: text.optional(), closes_on: day.optional() }))
    .default([]),
})
export type UndertakingContent = z.infer<typeof undertaking>

const instrument = z.strictObject({
  id,
  slug,
  name: text,
  summary: text,
  provider: z.string(),
  audience: text,
  eligibility: eligibility.optional(),
  apply: text,
  max_amount_cents: z.number().int().positive().optional(),
  facts_as_of: partialDate,
  stated_until: day.optional(),
  needs_recheck: z.boolean(),
  website: url.optional(),
  source: id,
  facts: z.array(fact),
})
export type InstrumentContent = z.infer<typeof instrument>

const figures = z.strictObject({
  populations: z.array(z.strictObject({ id, name: text, roms: z.array(id).min(1) })),
  indicators: z.array(
    z.strictObject({
      id,
      slug,
      name: text,
      unit: z.enum(['count', 'eur_cents', 'permille']),
      core_task: z.enum(['innovate', 'internationalise', 'invest']).optional(),
      versions: z.array(z.strictObject({ version: z.number().int(), definition: text })).min(1),
    }),
  ),
  measurements: z.array(
    z.strictObject({
      id,
      indicator: id,
      version: z.number().int(),
      population: id,
      rom: id.optional(),
      period_from: day,
      period_until: day,
      value: z.number().int(),
      qualifier: z.enum(['exact', 'more_than', 'about']).default('exact'),
      source: id,
    }),
  ),
})

const files = {
  sources: z.array(source),
  reference,
  postcodes: z.strictObject({
    source: id,
    ranges: z.array(z.tuple([z.number().int(), z.number().int(), id])),
  }),
  institutions: z.array(organisation),
  companies: z.array(organisation),
  programmes: z.array(undertaking),
  initiatives: z.array(undertaking),
  milestones: z.array(milestone),
  figures,
  instruments: z.array(instrument),
  examples: z.strictObject({ organisations: z.array(organisation), calls: z.array(call) }),
}

export type Content = { [Name in keyof typeof files]: z.infer<(typeof files)[Name]> }

/**
 * Reads and checks every content file.
 * @returns the content, by file name
 * @throws Error naming the file and the place in it, when a file does not have its shape
 */
export function readContent(directory = new URL('../content/', import.meta.url)): Content {
  const entries = Object.entries(files).map(([name, shape]) => {
    const file = new URL(`${name}.json`, directory)
    const parsed = z.safeParse(shape as z.ZodType, JSON.parse(readFileSync(file, 'utf8')))
    if (!parsed.success) throw new Error(`db/content/${name}.json: ${z.prettifyError(parsed.error)}`)
    return [name, parsed.data]
  })
  return Object.fromEntries(entries) as Content
}
