import { z } from 'zod'
import type { Agreement, InstitutionKind, OrganisationIdentifierTable } from '#db/tables/organisations.ts'
import {
  countOrganisations,
  findOrganisation,
  listOrganisations as listRows,
  type OrganisationSort,
} from '../../../../domain/organisation/queries.server.ts'
import { organisationKinds } from '../../../../domain/organisation/types.ts'
import { operation } from '../../../../http/api.server.ts'
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
  PartialText,
  pageOf,
  paging,
  RomRef,
  Source,
  slug,
  statements,
  TechnologyRef,
  Text,
  ThemeRef,
  UndertakingRef,
} from './common.server.ts'
import { OrganisationProjects, projectsOf } from './projects.server.ts'
import { partnerKind } from './undertakings.server.ts'

const institutionKinds = [
  'university',
  'applied_university',
  'medical_centre',
  'to2',
  'national_institute',
  'institute',
] as const satisfies InstitutionKind[]
const agreements = [
  'research',
  'technical',
  'pilot',
  'commercial',
  'licence',
  'investment',
  'supply',
] as const satisfies Agreement[]
const schemes = ['pic', 'ror', 'vat', 'wikidata'] as const satisfies OrganisationIdentifierTable['scheme'][]
const kind = z.enum(organisationKinds)

const itemShape = {
  slug: slug('technische-universiteit-delft'),
  name: Text,
  kind,
  institution_kind: z.enum(institutionKinds).nullable(),
  kvk_number: z.string().nullable().meta({ description: 'Number in the Dutch trade register.', example: '27364265' }),
  place: z.string().nullable().meta({ example: 'Delft' }),
  province: z.string().nullable().meta({ example: 'Zuid-Holland' }),
  seat_rom: RomRef.nullable().meta({ description: 'The ROM of the region it is established in.' }),
  website: z.string().nullable(),
  summary: PartialText.nullable(),
  themes: z.array(ThemeRef),
  technologies: z.array(TechnologyRef),
  is_example: isExample,
  url: z.url().meta({ description: 'Its page on the portal.' }),
}
const OrganisationItem = z
  .object({ ...itemShape, offers: z.array(PartialText), needs: z.array(PartialText) })
  .meta({ id: 'OrganisationItem' })

const Listing = z
  .object({
    text: PartialText,
    technologies: z.array(TechnologyRef),
    trl_min: z.int().nullable().meta({ description: 'Technology readiness level, 1 to 9.' }),
    trl_max: z.int().nullable(),
    partner_kinds: z.array(kind).meta({ description: 'The kinds of partner looked for; empty: any.' }),
    agreement: z.enum(agreements).nullable(),
    expires_on: Day,
  })
  .meta({ id: 'Listing', description: 'What an organisation offers or needs, as far as it is public.' })

const Organisation = z
  .object({
    ...itemShape,
    offers: z.array(Listing),
    needs: z.array(Listing),
    accompanied_by: z
      .array(RomRef)
      .meta({ description: 'The ROMs that accompany it, which need not be that of its seat.' }),
    founded_year: z.int().nullable(),
    employees: z.int().nullable(),
    identifiers: z.array(z.object({ scheme: z.enum(schemes), value: z.string() }).meta({ id: 'Identifier' })),
    takes_part_in: z.array(UndertakingRef.extend({ as: partnerKind }).meta({ id: 'Activity' })),
    projects: OrganisationProjects,
    facts: z.array(Fact),
    sources: z.array(Source),
  })
  .meta({ id: 'Organisation' })

type Row = Awaited<ReturnType<typeof listRows>>[number]
type Detail = NonNullable<Awaited<ReturnType<typeof findOrganisation>>>

type Common = Omit<Row, 'offers' | 'needs' | 'themes' | 'technologies'> & Pick<Detail, 'themes' | 'technologies'>

function asItem(row: Common, origin: string) {
  return {
    ...row,
    name: { nl: row.name, en: row.name_en ?? row.name },
    seat_rom: row.rom_slug && row.rom_name ? { slug: row.rom_slug, name: row.rom_name } : null,
    summary: bothOrNull(row, 'summary'),
    themes: row.themes.map(named),
    technologies: row.technologies.map(named),
    is_example: row.is_example === 1,
    url: `${origin}/organisaties/${row.slug}`,
  }
}

const sorts = { name: 'naam', place: 'plaats', newest: 'nieuw' } as const satisfies Record<string, OrganisationSort>

export const listOrganisations = operation({
  id: 'listOrganisations',
  tag: 'organisations',
  path: '/organisations',
  query: z.object({
    ...filters,
    kind: kind.optional().meta({ example: 'startup' }),
    sort: z.enum(['name', 'place', 'newest']).default('name').meta({ example: 'place' }),
    ...paging,
  }),
  answer: listOf('OrganisationList', OrganisationItem),
  example: '/organisations?theme=energie&kind=knowledge_institution&limit=1',
  async read(asked) {
    const { db, query, origin } = asked
    const { limit, offset } = query
    const filter = { ...(await chosenIds(db, query)), q: query.q || null, kind: query.kind ?? null }
    const { total } = await countOrganisations(db, filter)
    const rows = await listRows(db, filter, { sort: sorts[query.sort], limit, offset })
    const items = rows.map((row) => ({
      ...asItem(row, origin),
      offers: row.offers.map((one) => both(one, 'text')),
      needs: row.needs.map((one) => both(one, 'text')),
    }))
    return pageOf(asked, total, items)
  },
})

function asListing(one: Detail['offers'][number]) {
  return { ...one, text: both(one, 'text'), technologies: one.technologies.map(named) }
}

export const getOrganisation = operation({
  id: 'getOrganisation',
  tag: 'organisations',
  path: '/organisations/{slug}',
  query: z.object({}),
  answer: Organisation,
  example: '/organisations/technische-universiteit-delft',
  async read({ db, slug: asked, origin }) {
    const row = orNothing(await findOrganisation(db, asked))
    return {
      ...asItem(row, origin),
      offers: row.offers.map(asListing),
      needs: row.needs.map(asListing),
      accompanied_by: row.accompanying,
      identifiers: row.identifiers,
      takes_part_in: row.activities.map(({ kind: as, ...activity }) => ({
        ...named(activity),
        type: activity.undertaking_kind,
        as,
      })),
      projects: await projectsOf(db, row, origin),
      facts: statements(row.facts, row.sources),
      sources: row.sources,
    }
  },
})
