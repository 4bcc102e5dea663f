import { z } from 'zod'
import type { PartnerKind } from '#db/tables/undertakings.ts'
import { callState } from '../../../../domain/call/queries.server.ts'
import { findUndertaking } from '../../../../domain/undertaking/detail.server.ts'
import {
  countUndertakings,
  listUndertakings,
  type UndertakingSort,
} from '../../../../domain/undertaking/queries.server.ts'
import { initiativeKinds, undertakingStatuses } from '../../../../domain/undertaking/types.ts'
import { type Asked, operation } from '../../../../http/api.server.ts'
import { CallRef } from './calls.server.ts'
import {
  both,
  bothOrNull,
  chosenIds,
  Day,
  Fact,
  filters,
  isExample,
  listOf,
  named,
  orNothing,
  PartialDate,
  PartialText,
  pageOf,
  paging,
  RomRef,
  Source,
  slug,
  sourceIn,
  statements,
  TechnologyRef,
  Text,
  ThemeRef,
  UndertakingRef,
} from './common.server.ts'

const role = z.enum(['lead', 'partner', 'observer']).nullable().meta({ description: 'null: no source states it.' })
const summaryShape = {
  slug: slug('energiehubs'),
  name: Text,
  summary: Text,
  status: z.enum(undertakingStatuses).nullable().meta({ description: 'null: unknown.' }),
  starts_on: PartialDate.nullable(),
  ends_on: PartialDate.nullable(),
  themes: z.array(ThemeRef),
  roms: z
    .array(RomRef.extend({ role }).meta({ id: 'RomWithRole' }))
    .meta({ description: 'The ROMs that are known to take part now. Of the others nothing is said.' }),
  is_example: isExample,
  url: z.url().meta({ description: 'Its page on the portal.' }),
}
const kind = z.enum(initiativeKinds).nullable().meta({ description: 'null: unknown.' })
const ProgrammeItem = z.object(summaryShape).meta({ id: 'ProgrammeItem' })
const InitiativeItem = z.object({ ...summaryShape, kind }).meta({ id: 'InitiativeItem' })

const partnerKinds = [
  'commissioner',
  'external_lead',
  'fund_holder',
  'funder',
  'knowledge_partner',
  'company',
  'partner',
] as const satisfies PartnerKind[]
export const partnerKind = z.enum(partnerKinds)

export const qualifier = z
  .enum(['exact', 'more_than', 'about'])
  .meta({ description: 'How the source puts the number.' })
const Contribution = z
  .object({
    state: z
      .enum(['requested', 'pledged', 'granted', 'advanced', 'spent', 'settled', 'reclaimed'])
      .meta({ description: 'States are never added up with each other.' }),
    funder: Text,
    rom: RomRef.nullable(),
    amount_cents: z.int().meta({ description: 'Euro cents.', example: 250_000_000 }),
    qualifier,
    per_year: z.boolean().meta({ description: 'The amount is for each year.' }),
    year_from: z.int().nullable(),
    year_until: z.int().nullable(),
    note: PartialText.nullable(),
    source: Source.nullable(),
  })
  .meta({ id: 'Contribution', description: 'Money: who, how much, and how certain.' })

const Milestone = z
  .object({
    kind: z.enum(['event', 'decision', 'signing', 'publication', 'start', 'end', 'evaluation']),
    title: Text,
    starts_on: PartialDate,
    ends_on: PartialDate.nullable(),
    place: z.string().nullable(),
    source: Source.nullable(),
  })
  .meta({ id: 'Milestone' })

const detailShape = {
  parent: UndertakingRef.nullable().meta({ description: 'What it is a part of.' }),
  children: z.array(UndertakingRef),
  website: z.string().nullable(),
  pillar: z.object({ number: z.int(), name: Text }).nullable().meta({ description: 'Of the strategy 2024-2027.' }),
  core_tasks: z.array(z.enum(['innovate', 'internationalise', 'invest'])),
  technologies: z.array(TechnologyRef),
  caveat: PartialText.nullable().meta({ description: 'What to bear in mind when reading this.' }),
  reviewed_on: Day.meta({ description: 'When its content was last checked against the sources.' }),
  facts: z.array(Fact),
  partners: z.array(
    z
      .object({
        kind: partnerKind,
        name: Text,
        organisation: z.string().nullable().meta({ description: 'Its slug under /organisations, if it is there.' }),
        source: Source.nullable(),
      })
      .meta({ id: 'Partner', description: 'Another body than a ROM that takes part.' }),
  ),
  contributions: z.array(Contribution),
  milestones: z.array(Milestone),
  open_roles: z.array(
    z
      .object({ title: Text, description: PartialText.nullable(), closes_on: Day.nullable() })
      .meta({ id: 'OpenRole' }),
  ),
  calls: z.array(CallRef),
  sources: z.array(Source),
}
const Programme = z.object({ ...summaryShape, ...detailShape }).meta({ id: 'Programme' })
const Initiative = z.object({ ...summaryShape, kind, ...detailShape }).meta({ id: 'Initiative' })

const shared = {
  q: filters.q,
  theme: filters.theme,
  rom: filters.rom,
  status: z
    .enum([...undertakingStatuses, 'unknown'])
    .optional()
    .meta({ example: 'running' }),
  technology: filters.technology,
}
const order = { sort: z.enum(['name', 'start', 'roms']).default('name').meta({ example: 'start' }), ...paging }
const ListQuery = z.object({ ...shared, ...order })
const InitiativeQuery = z.object({
  ...shared,
  kind: z.enum(initiativeKinds).optional().meta({ example: 'project' }),
  ...order,
})
const sorts = { name: 'naam', start: 'start', roms: 'roms' } as const satisfies Record<string, UndertakingSort>

type Row = Awaited<ReturnType<typeof listUndertakings>>[number]
type Kind = 'programme' | 'initiative'
const paths = { programme: 'programmas', initiative: 'initiatieven' }

function asItem(row: Omit<Row, 'parent_nl' | 'parent_en'>, origin: string) {
  return {
    ...row,
    name: both(row, 'name'),
    summary: both(row, 'summary'),
    kind: row.initiative_kind,
    themes: row.themes.map(named),
    roms: row.roms.map((rom) => ({ ...rom, name: rom.short_name })),
    is_example: row.is_example === 1,
    url: `${origin}/${paths[row.kind]}/${row.slug}`,
  }
}

async function list(asked: Asked<z.output<typeof InitiativeQuery>>, only: Kind) {
  const { db, query, origin } = asked
  const filter = {
    kind: only,
    ...(await chosenIds(db, query)),
    q: query.q || null,
    status: query.status ?? null,
    initiativeKind: query.kind ?? null,
  }
  const { limit, offset } = query
  const count = await countUndertakings(db, filter)
  const rows = await listUndertakings(db, filter, { sort: sorts[query.sort], locale: 'nl', limit, offset })
  const items = rows.map((row) => asItem(row, origin))
  return pageOf(asked, count, items)
}

async function detail({ db, slug: asked, origin, today }: Asked, only: Kind) {
  const row = orNothing(await findUndertaking(db, only, asked))
  const source = sourceIn(row.sources)
  const reference = (other: { kind: Kind; slug: string; name_nl: string; name_en: string }) => ({
    type: other.kind,
    ...named(other),
  })
  return {
    ...asItem(row, origin),
    parent: row.parent ? reference(row.parent) : null,
    children: row.children.map(reference),
    pillar: row.pillar ? { number: row.pillar.id, name: both(row.pillar, 'name') } : null,
    core_tasks: row.coreTasks,
    technologies: row.technologies.map(named),
    caveat: bothOrNull(row, 'caveat'),
    facts: statements(row.facts, row.sources),
    partners: row.partners.map((partner) => ({ ...named(partner), source: source(partner.source_id) })),
    contributions: row.contributions.map((one) => ({
      ...one,
      funder: both(one, 'funder'),
      rom: one.rom && one.rom_slug ? { slug: one.rom_slug, name: one.rom } : null,
      per_year: one.per_year === 1,
      note: bothOrNull(one, 'note'),
      source: source(one.source_id),
    })),
    milestones: row.milestones.map((one) => ({ ...one, title: both(one, 'title'), source: source(one.source_id) })),
    sources: row.sources,
    open_roles: row.openRoles.map((one) => ({
      ...one,
      title: both(one, 'title'),
      description: bothOrNull(one, 'description'),
    })),
    calls: row.calls.map((call) => ({
      ...call,
      title: both(call, 'title'),
      state: callState(call, today),
      is_example: call.is_example === 1,
    })),
  }
}

export const listProgrammes = operation({
  id: 'listProgrammes',
  tag: 'undertakings',
  path: '/programmes',
  query: ListQuery,
  answer: listOf('ProgrammeList', ProgrammeItem),
  example: '/programmes?theme=energie&limit=1',
  read: (asked) => list(asked, 'programme'),
})

export const getProgramme = operation({
  id: 'getProgramme',
  tag: 'undertakings',
  path: '/programmes/{slug}',
  query: z.object({}),
  answer: Programme,
  example: '/programmes/energiehubs',
  read: (asked) => detail(asked, 'programme'),
})

export const listInitiatives = operation({
  id: 'listInitiatives',
  tag: 'undertakings',
  path: '/initiatives',
  query: InitiativeQuery,
  answer: listOf('InitiativeList', InitiativeItem),
  example: '/initiatives?kind=project&sort=start&limit=1',
  read: (asked) => list(asked, 'initiative'),
})

export const getInitiative = operation({
  id: 'getInitiative',
  tag: 'undertakings',
  path: '/initiatives/{slug}',
  query: z.object({}),
  answer: Initiative,
  example: '/initiatives/protix-2023',
  read: (asked) => detail(asked, 'initiative'),
})
