import { z } from 'zod'
import { day, fact, id, partialDate, slug, text, url } from './common.ts'

export const source = z.strictObject({
  id,
  title: z.string(),
  publisher: z.string(),
  url: url.optional(),
  published_on: partialDate.optional(),
  retrieved_on: day,
  licence: z.string().optional(),
})

export const reference = z.strictObject({
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

export const figures = z.strictObject({
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
