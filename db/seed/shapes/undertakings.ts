import { z } from 'zod'
import { day, fact, id, partialDate, slug, text, url, year } from './common.ts'
import { organisationKind } from './organisations.ts'

/** Who may apply, as far as the source says. Of a list any will do; what is left out is not known. */
const eligibility = z.strictObject({
  kinds: z.array(organisationKind).min(1).optional(),
  roms: z.array(id).min(1).optional(),
  themes: z.array(id).min(1).optional(),
  most_employees: z.number().int().positive().optional(),
  source: id.optional(),
})
export type EligibilityContent = z.infer<typeof eligibility>

export const call = z.strictObject({
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

export const milestone = z.strictObject({
  id,
  kind: z.enum(['event', 'decision', 'signing', 'publication', 'start', 'end', 'evaluation']),
  title: text,
  starts_on: partialDate,
  ends_on: partialDate.optional(),
  place: z.string().optional(),
  source: id,
})
export type MilestoneContent = z.infer<typeof milestone>

export const undertaking = z.strictObject({
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

export const instrument = z.strictObject({
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
