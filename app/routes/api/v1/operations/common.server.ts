import { z } from 'zod'
import type { Db } from '#db/client.ts'
import type { SourceTable } from '#db/tables/reference.ts'
import { organisationsBySlug } from '../../../../domain/organisation/queries.server.ts'
import { listChoices, listTechnologies } from '../../../../domain/reference/queries.server.ts'
import { type Asked, addressFrom } from '../../../../http/api.server.ts'
import { badParameters, nothingHere } from '../../../../http/problem.server.ts'

/** What every part of the API is made of: texts in two languages, dates, references, sources, filters and pages. */

export const Text = z
  .object({ nl: z.string(), en: z.string() })
  .meta({ id: 'Text', description: 'A text in both languages.', example: { nl: 'Energie', en: 'Energy' } })

export const PartialText = z.object({ nl: z.string().nullable(), en: z.string().nullable() }).meta({
  id: 'PartialText',
  description: 'A text that may exist in one language only.',
  example: { nl: 'Batterijen voor de scheepvaart', en: null },
})

export const Day = z.iso.date().meta({ id: 'Day', description: 'A day.', example: '2026-03-01' })

export const PartialDate = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
  .meta({
    id: 'PartialDate',
    description: 'A date as precise as its source: a year, a month or a day.',
    example: '2026-03',
  })

export const Instant = z.iso
  .datetime()
  .meta({ id: 'Instant', description: 'A moment in UTC.', example: '2026-03-01T12:00:00.000Z' })

export const isExample = z.boolean().meta({
  description: 'Made up for trying the portal out. Absent in production; never counted in figures.',
  example: false,
})

export const slug = (example: string) =>
  z.string().meta({ description: 'Its key in this API and on the portal.', example })

export const ThemeRef = z
  .object({ slug: slug('energie'), name: Text })
  .meta({ id: 'ThemeRef', description: 'A theme; all of them are at /themes.' })

export const RomRef = z
  .object({ slug: slug('bom'), name: z.string().meta({ example: 'BOM' }) })
  .meta({ id: 'RomRef', description: 'A regional development agency; all of them are at /roms.' })

export const TechnologyRef = z
  .object({ id: z.string().meta({ example: 'photonics' }), name: Text })
  .meta({ id: 'TechnologyRef', description: 'A key technology; all of them are at /technologies.' })

export const UndertakingRef = z
  .object({ type: z.enum(['programme', 'initiative']), slug: slug('energiehubs'), name: Text })
  .meta({ id: 'UndertakingRef', description: 'A programme or initiative.' })

export const Source = z
  .object({
    title: z.string(),
    publisher: z.string(),
    url: z.string().nullable(),
    published_on: PartialDate.nullable(),
    retrieved_on: Day,
    licence: z.string().nullable(),
  })
  .meta({ id: 'Source', description: 'Where a statement comes from. Name it when you use the statement.' })

export const Fact = z
  .object({ text: PartialText, source: Source })
  .meta({ id: 'Fact', description: 'A statement with its source.' })

/** Finds a source by the id that a row has; null when a row has none. */
export function sourceIn(sources: SourceTable[]) {
  return (id: string | null) => sources.find((source) => source.id === id) ?? null
}

/** The statements among facts, each with its source. */
export function statements(
  facts: { text_nl: string | null; text_en: string | null; source_id: string }[],
  sources: SourceTable[],
) {
  return facts.flatMap((fact) => {
    const source = sourceIn(sources)(fact.source_id)
    return source && (fact.text_nl ?? fact.text_en) !== null ? [{ text: both(fact, 'text'), source }] : []
  })
}

type Pair<Key extends string> = Record<`${Key}_nl` | `${Key}_en`, string | null>

/** The two columns of a text as one. */
export function both<Key extends string, Row extends Pair<Key>>(row: Row, key: Key) {
  return { nl: row[`${key}_nl`], en: row[`${key}_en`] } as { nl: Row[`${Key}_nl`]; en: Row[`${Key}_en`] }
}

/** The same; null when there is a text in neither language. */
export function bothOrNull<Key extends string>(row: Pair<Key>, key: Key) {
  const text = both(row, key)
  return text.nl === null && text.en === null ? null : text
}

/** A row that has a name in both languages, as a reference. */
export function named<Row extends { name_nl: string; name_en: string }>(row: Row) {
  return { ...row, name: both<'name', Row>(row, 'name') }
}

/** What a slug or id in a filter may be made of. */
export const keyPattern = /^[a-z0-9-]+$/

/** A filter by slug or id. */
export const key = (example: string) => z.string().max(100).regex(keyPattern).optional().meta({ example })

export const filters = {
  q: z
    .string()
    .max(200)
    .regex(/^\P{Cc}*$/u)
    .trim()
    .optional()
    .meta({ example: 'energie' }),
  theme: key('energie'),
  rom: key('bom'),
  technology: key('photonics'),
}

export const paging = {
  limit: z.int().min(1).max(100).default(20).meta({ example: 10 }),
  offset: z.int().min(0).max(2_147_483_647).default(0).meta({ example: 0 }),
}

export const total = z.int().min(0).meta({ description: 'How many there are, on all pages together.' })
export const next = z.url().nullable().meta({ description: 'The address of the next page; null on the last one.' })

/** The schema of a list: `{total, items, next}`. */
export function listOf<Item extends z.ZodType>(id: string, item: Item) {
  return z.object({ total, items: z.array(item), next }).meta({ id })
}

type Paged = Asked<{ limit: number; offset: number }>

/** One page of a list that was read by limit and offset. */
export function pageOf<Item>(asked: Paged, count: number, items: Item[]) {
  const after = asked.query.offset + asked.query.limit
  return { total: count, items, next: after < count ? addressFrom(asked, after) : null }
}

/** One page of a list that was read whole. */
export function slice<Item>(asked: Paged, all: Item[]) {
  const { limit, offset } = asked.query
  return pageOf(asked, all.length, all.slice(offset, offset + limit))
}

/**
 * The ids behind the theme, ROM, technology and organisation of a query; null for what is not given.
 * @throws Problem 400 that names what does not exist
 */
export async function chosenIds(
  db: Db,
  query: { theme?: string; rom?: string; technology?: string; organisation?: string },
) {
  const nothing = { theme: null, rom: null, technology: null, organisation: null }
  if (!query.theme && !query.rom && !query.technology && !query.organisation) return nothing
  const [{ themes, roms }, technologies, organisation] = await Promise.all([
    listChoices(db),
    listTechnologies(db),
    query.organisation ? organisationsBySlug(db, query.organisation) : [],
  ])
  const rows = {
    theme: themes,
    rom: roms,
    technology: technologies.map(({ id }) => ({ id, slug: id })),
    organisation,
  }
  const errors = []
  const ids: Record<keyof typeof rows, string | null> = { ...nothing }
  for (const name of ['theme', 'rom', 'technology', 'organisation'] as const) {
    const given = query[name]
    if (given === undefined) continue
    const id = rows[name].find((row) => row.slug === given)?.id
    if (id === undefined)
      errors.push({ parameter: name, detail: `There is none with this key; see ${places[name]}.` })
    else ids[name] = id
  }
  if (errors.length > 0) throw badParameters(errors)
  return ids
}

const places = {
  theme: '/api/v1/themes',
  rom: '/api/v1/roms',
  technology: '/api/v1/technologies',
  organisation: '/api/v1/organisations',
}

/** The value, or a 404 when there is none. */
export function orNothing<T>(value: T | undefined): T {
  if (value === undefined) throw nothingHere()
  return value
}
