import { z } from 'zod'
import type { Db } from '#db/client.ts'
import type { EvidenceRole, EvidenceTable } from '#db/tables/organisations.ts'
import type { SourceTable } from '#db/tables/reference.ts'
import { evidenceOfOrganisation, findEvidence } from '../../../../domain/evidence/detail.server.ts'
import { countEvidence, type EvidenceSort, listEvidence } from '../../../../domain/evidence/queries.server.ts'
import { evidenceLanguage, evidenceStates } from '../../../../domain/evidence/types.ts'
import { organisationKinds } from '../../../../domain/organisation/types.ts'
import { sourcesById } from '../../../../domain/source/queries.server.ts'
import { base, Moved, operation } from '../../../../http/api.server.ts'
import {
  chosenIds,
  filters,
  isExample,
  key,
  listOf,
  named,
  orNothing,
  PartialDate,
  pageOf,
  paging,
  RomRef,
  Source,
  slug,
  TechnologyRef,
  Text,
  ThemeRef,
} from './common.server.ts'

const roles = ['coordinator', 'participant', 'associated', 'third_party'] as const satisfies EvidenceRole[]
const registered = ['signed', 'closed', 'terminated'] as const satisfies EvidenceTable['status'][]
const example = 'hope-101096275'

const CreditedSource = Source.extend({
  attribution: z.string().meta({
    description: 'Print this with what you take over.',
    example: 'CORDIS: EU research results. European Commission, © European Union. CC BY 4.0',
  }),
}).meta({ id: 'CreditedSource', description: 'Where all of it comes from, and how to name that.' })

const nameShape = {
  acronym: z.string().nullable().meta({ example: 'HOPE' }),
  title: z.string().meta({ description: 'As the source has it: not translated. `language` says in which language.' }),
  language: z
    .enum(['en'])
    .nullable()
    .meta({ description: 'Of title, keywords and objective; all of CORDIS is in English. null: unknown.' }),
  starts_on: PartialDate.nullable(),
  ends_on: PartialDate.nullable(),
}
const itemShape = {
  slug: slug(example),
  ...nameShape,
  status: z
    .enum(evidenceStates)
    .exclude(['unknown'])
    .nullable()
    .meta({ description: 'Today, by its dates. null: unknown.' }),
  register_status: z.enum(registered).nullable().meta({ description: 'What the source calls it. null: nothing.' }),
  topic: z
    .string()
    .nullable()
    .meta({ description: 'The call that paid for it, by its code.', example: 'HORIZON-CL5-2022-D5-01-12' }),
  keywords: z.array(z.string()),
  grant_cents: z.int().nullable().meta({ description: 'What is granted at most, in euro cents.' }),
  participant_count: z.int().min(0).meta({ description: 'How many of its participants are under /organisations.' }),
  roms: z.array(RomRef).meta({ description: 'The ROMs in whose regions those are established.' }),
  themes: z.array(ThemeRef),
  technologies: z.array(TechnologyRef),
  source: CreditedSource,
  source_url: z.string().nullable().meta({ description: 'Its own page at the source.' }),
  is_example: isExample,
  url: z.url().meta({ description: 'Its page on the portal.' }),
}
const ProjectItem = z.object(itemShape).meta({ id: 'ProjectItem' })

const Participant = z
  .object({
    slug: slug('technische-universiteit-delft'),
    name: Text,
    kind: z.enum(organisationKinds),
    rom: RomRef.nullable().meta({ description: 'The ROM of the region it is established in.' }),
    role: z.enum(roles),
  })
  .meta({
    id: 'Participant',
    description: 'An organisation that takes part; more of it is at /organisations/{slug}.',
  })
const Project = z
  .object({
    ...itemShape,
    objective: z.string().nullable().meta({ description: 'As the source has it.' }),
    participants: z
      .array(Participant)
      .meta({ description: 'Those under /organisations, whoever coordinates first.' }),
  })
  .meta({ id: 'Project' })

/** The schema of what an organisation did before. */
export const OrganisationProjects = z
  .object({
    total: z.int().min(0),
    latest: z
      .array(
        z
          .object({
            type: z
              .enum(['project', 'programme', 'initiative'])
              .meta({ description: 'Where it is: a project in which a ROM takes part is an initiative here.' }),
            slug: slug(example),
            ...nameShape,
            role: z.enum(roles).meta({ description: 'Of the organisation.' }),
            url: z.url().meta({ description: 'Its page on the portal.' }),
          })
          .meta({ id: 'OrganisationProject' }),
      )
      .max(8),
    all: z.url().meta({ description: 'The address in this API of those that are projects here.' }),
  })
  .meta({ id: 'OrganisationProjects', description: 'What it took part in before, newest first.' })

type Row = Omit<Awaited<ReturnType<typeof listEvidence>>[number], 'id'>

function credited(sources: SourceTable[], id: string) {
  const source = sources.find((one) => one.id === id)
  if (!source) throw new Error(`There is no source ${id}`)
  const attribution = [source.title, source.publisher, source.licence].filter(Boolean).join('. ')
  return { ...source, attribution }
}

const romOf = (row: Row['participants'][number]) =>
  row.rom_slug && row.rom_short_name ? { slug: row.rom_slug, name: row.rom_short_name } : null

function asItem(row: Row, sources: SourceTable[], origin: string) {
  const roms = row.participants.flatMap((participant) => romOf(participant) ?? [])
  return {
    ...row,
    language: evidenceLanguage(row) ?? null,
    status: row.state === 'unknown' ? null : row.state,
    register_status: row.status,
    participant_count: row.participants.length,
    roms: [...new Map(roms.map((rom) => [rom.slug, rom])).values()],
    themes: row.themes.map(named),
    technologies: row.technologies.map(named),
    source: credited(sources, row.source_id),
    source_url: row.url,
    is_example: false,
    url: `${origin}/projecten/${row.slug}`,
  }
}

const paths = { project: 'projecten', programme: 'programmas', initiative: 'initiatieven' }
const shownOfOrganisation = 8

/** What an organisation did before, for its own answer. */
export async function projectsOf(db: Db, organisation: { id: string; slug: string }, origin: string) {
  const { total, latest } = await evidenceOfOrganisation(db, organisation.id, shownOfOrganisation)
  return {
    total,
    latest: latest.map((row) => {
      const type: keyof typeof paths = row.undertaking_kind ?? 'project'
      const own = row.undertaking_slug ?? row.slug
      const language = evidenceLanguage(row) ?? null
      return { ...row, type, slug: own, language, url: `${origin}/${paths[type]}/${own}` }
    }),
    all: `${origin}${base}/projects?organisation=${organisation.slug}`,
  }
}

const sorts = { newest: 'nieuw', name: 'naam' } as const satisfies Record<string, EvidenceSort>

export const listProjects = operation({
  id: 'listProjects',
  tag: 'projects',
  path: '/projects',
  query: z.object({
    ...filters,
    organisation: key('technische-universiteit-delft'),
    status: z.enum(evidenceStates).optional().meta({ example: 'running' }),
    year: z.int().min(1000).max(9999).optional().meta({ example: 2023 }),
    sort: z.enum(['newest', 'name']).default('newest').meta({ example: 'name' }),
    ...paging,
  }),
  answer: listOf('ProjectList', ProjectItem),
  example: '/projects?organisation=technische-universiteit-delft&status=running&limit=1',
  async read(asked) {
    const { db, query, origin, today } = asked
    const { limit, offset, year } = query
    const filter = {
      ...(await chosenIds(db, query)),
      q: query.q || null,
      state: query.status ?? null,
      year: year === undefined ? null : String(year),
      today,
    }
    const count = await countEvidence(db, filter)
    const rows = await listEvidence(db, filter, { sort: sorts[query.sort], limit, offset })
    const sources = await sourcesById(
      db,
      rows.map(({ source_id }) => source_id),
    )
    const items = rows.map((row) => asItem(row, sources, origin))
    return pageOf(asked, count, items)
  },
})

const places = { programme: 'programmes', initiative: 'initiatives' }

export const getProject = operation({
  id: 'getProject',
  tag: 'projects',
  path: '/projects/{slug}',
  query: z.object({}),
  answer: Project,
  example: `/projects/${example}`,
  moved: 'A ROM takes part in it, so it is shown once: as the initiative or programme at `Location`.',
  async read({ db, slug: asked, origin, today }) {
    const row = orNothing(await findEvidence(db, asked, today))
    const { undertaking } = row
    if (undertaking) throw new Moved(`${base}/${places[undertaking.kind]}/${undertaking.slug}`)
    return {
      ...asItem(row, row.sources, origin),
      objective: row.summary,
      participants: row.participants.map((one) => ({
        ...one,
        name: { nl: one.name, en: one.name_en ?? one.name },
        rom: romOf(one),
      })),
    }
  },
})
