import { type SelectQueryBuilder, sql } from 'kysely'
import { among } from '#db/among.ts'
import type { Db } from '#db/client.ts'
import { contains } from '#db/like.ts'
import type { Database } from '#db/schema.ts'
import type { OrganisationKind } from '#db/tables/organisations.ts'
import { untilChange } from '#db/until-change.ts'
import { factsOf, sourcesById } from '../source/queries.server.ts'

export interface OrganisationFilter {
  q: string | null
  theme: string | null
  rom: string | null
  kind: OrganisationKind | null
  technology: string | null
}
type Dimension = 'theme' | 'rom' | 'kind' | 'technology'

export const organisationSorts = ['naam', 'plaats', 'nieuw'] as const
export type OrganisationSort = (typeof organisationSorts)[number]

type Query = SelectQueryBuilder<Database & { o: Database['public_organisation'] }, 'o', object>

function filtered(db: Db, filter: OrganisationFilter, except?: Dimension): Query {
  let query = db.selectFrom('public_organisation as o') as Query
  if (filter.q) {
    const pattern = contains(filter.q)
    query = query.where(
      sql<boolean>`(o.name LIKE ${pattern} ESCAPE '\\' OR o.name_en LIKE ${pattern} ESCAPE '\\'
        OR o.place LIKE ${pattern} ESCAPE '\\' OR o.summary_nl LIKE ${pattern} ESCAPE '\\'
        OR o.summary_en LIKE ${pattern} ESCAPE '\\'
        OR o.id IN (SELECT organisation_id FROM organisation_alias a WHERE a.name LIKE ${pattern} ESCAPE '\\')
        OR o.id IN (SELECT organisation_id FROM public_listing l
          WHERE l.text_nl LIKE ${pattern} ESCAPE '\\' OR l.text_en LIKE ${pattern} ESCAPE '\\'))`,
    )
  }
  if (filter.theme && except !== 'theme') {
    query = query.where(
      sql<boolean>`o.id IN (SELECT organisation_id FROM organisation_theme WHERE theme_id = ${filter.theme})`,
    )
  }
  if (filter.technology && except !== 'technology') {
    query = query.where(
      sql<boolean>`o.id IN (SELECT organisation_id FROM organisation_technology WHERE technology_id = ${filter.technology})`,
    )
  }
  if (filter.rom && except !== 'rom') query = query.where('o.seat_rom_id', '=', filter.rom)
  if (filter.kind && except !== 'kind') query = query.where('o.kind', '=', filter.kind)
  return query
}

/** How many there are under the filter, and how many of them were made up for trying the portal out. */
export function countOrganisations(db: Db, filter: OrganisationFilter): Promise<{ total: number; examples: number }> {
  const counted = filtered(db, filter)
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .select(sql<number>`coalesce(sum(o.is_example), 0)`.as('examples'))
  return untilChange(db, `organisations ${JSON.stringify(filter)}`, () => counted.executeTakeFirstOrThrow())
}

/** One page of organisations, each with its themes, technologies, seat and public offers and needs. */
export async function listOrganisations(
  db: Db,
  filter: OrganisationFilter,
  { sort, limit, offset }: { sort: OrganisationSort; limit: number; offset: number },
) {
  let query = filtered(db, filter)
    .leftJoin('rom', 'rom.id', 'o.seat_rom_id')
    .leftJoin('province', 'province.id', 'o.province_id')
    .selectAll('o')
    .select(['rom.slug as rom_slug', 'rom.name as rom_name', 'province.name as province'])
    .limit(limit)
    .offset(offset)
  if (sort === 'plaats') query = query.orderBy(sql`o.place IS NULL`).orderBy(sql`o.place COLLATE NOCASE`)
  if (sort === 'nieuw') query = query.orderBy('o.updated_at', 'desc')
  const rows = await query.orderBy(sql`o.name COLLATE NOCASE`).orderBy('o.id').execute()
  const ids = among(rows.map(({ id }) => id))
  const [themes, technologies, listings] = await Promise.all([
    db
      .selectFrom('organisation_theme as t')
      .innerJoin('theme', 'theme.id', 't.theme_id')
      .where('t.organisation_id', 'in', ids)
      .select(['t.organisation_id', 'theme.id', 'theme.slug', 'theme.kind', 'theme.name_nl', 'theme.name_en'])
      .orderBy('theme.position')
      .execute(),
    db
      .selectFrom('organisation_technology as t')
      .innerJoin('technology', 'technology.id', 't.technology_id')
      .where('t.organisation_id', 'in', ids)
      .select(['t.organisation_id', 'technology.id', 'technology.name_nl', 'technology.name_en'])
      .orderBy('technology.position')
      .execute(),
    db
      .selectFrom('public_listing')
      .where('organisation_id', 'in', ids)
      .select(['organisation_id', 'side', 'text_nl', 'text_en'])
      .orderBy('id')
      .execute(),
  ])
  // By organisation, since a download has all of them.
  const by = <Row extends { organisation_id: string }>(own: Row[]) => {
    const groups = Map.groupBy(own, ({ organisation_id }) => organisation_id)
    return (id: string) => groups.get(id) ?? []
  }
  const [themesOf, technologiesOf, listingsOf] = [by(themes), by(technologies), by(listings)]
  return rows.map(({ edited_by: _, ...row }) => ({
    ...row,
    themes: themesOf(row.id),
    technologies: technologiesOf(row.id),
    offers: listingsOf(row.id).filter(({ side }) => side === 'offer'),
    needs: listingsOf(row.id).filter(({ side }) => side === 'need'),
  }))
}

/** For each value of each filter, how many there would be with the other filters as they are. */
export function organisationFacets(db: Db, filter: OrganisationFilter) {
  return untilChange(db, `organisation facets ${JSON.stringify(filter)}`, () => countFacets(db, filter))
}

async function countFacets(db: Db, filter: OrganisationFilter) {
  const count = sql<number>`count(*)`.as('n')
  const [theme, rom, kind, technology] = await Promise.all([
    filtered(db, filter, 'theme')
      .innerJoin('organisation_theme as t', 't.organisation_id', 'o.id')
      .select(['t.theme_id as value', count])
      .groupBy('t.theme_id')
      .execute(),
    filtered(db, filter, 'rom').select(['o.seat_rom_id as value', count]).groupBy('o.seat_rom_id').execute(),
    filtered(db, filter, 'kind').select(['o.kind as value', count]).groupBy('o.kind').execute(),
    filtered(db, filter, 'technology')
      .innerJoin('organisation_technology as t', 't.organisation_id', 'o.id')
      .select(['t.technology_id as value', count])
      .groupBy('t.technology_id')
      .execute(),
  ])
  return { theme, rom, kind, technology }
}

/** Everything an organisation's page shows to everybody; undefined when there is none to see. */
export async function findOrganisation(db: Db, slug: string) {
  const found = await db.selectFrom('public_organisation').select('id').where('slug', '=', slug).executeTakeFirst()
  if (!found) return undefined
  const { id } = found
  const [
    { edited_by: _, ...row },
    aliases,
    technologies,
    themes,
    listings,
    listingTechnologies,
    accompanying,
    identifiers,
    facts,
    activities,
  ] = await Promise.all([
    db
      .selectFrom('public_organisation as o')
      .leftJoin('rom', 'rom.id', 'o.seat_rom_id')
      .leftJoin('province', 'province.id', 'o.province_id')
      .selectAll('o')
      .select(['rom.slug as rom_slug', 'rom.name as rom_name', 'province.name as province'])
      .where('o.id', '=', id)
      .executeTakeFirstOrThrow(),
    db.selectFrom('organisation_alias').select('name').where('organisation_id', '=', id).orderBy('name').execute(),
    db
      .selectFrom('organisation_technology as t')
      .innerJoin('technology', 'technology.id', 't.technology_id')
      .where('t.organisation_id', '=', id)
      .select(['technology.id', 'technology.name_nl', 'technology.name_en'])
      .orderBy('technology.position')
      .execute(),
    db
      .selectFrom('organisation_theme as t')
      .innerJoin('theme', 'theme.id', 't.theme_id')
      .where('t.organisation_id', '=', id)
      .select(['theme.id', 'theme.slug', 'theme.kind', 'theme.name_nl', 'theme.name_en'])
      .orderBy('theme.position')
      .execute(),
    db
      .selectFrom('public_listing')
      // Not who wrote it, nor when: it could be compared with what has no name.
      .select(['id', 'side', 'text_nl', 'text_en', 'trl_min', 'trl_max', 'partner_kinds', 'agreement', 'expires_on'])
      .where('organisation_id', '=', id)
      .orderBy('id')
      .execute(),
    db
      .selectFrom('listing_technology as lt')
      .innerJoin('public_listing as l', 'l.id', 'lt.listing_id')
      .innerJoin('technology as t', 't.id', 'lt.technology_id')
      .where('l.organisation_id', '=', id)
      .select(['lt.listing_id', 't.id', 't.name_nl', 't.name_en'])
      .execute(),
    db
      .selectFrom('current_organisation_rom as a')
      .innerJoin('rom', 'rom.id', 'a.rom_id')
      .where('a.organisation_id', '=', id)
      .select(['rom.slug', 'rom.name', 'a.source_id'])
      .orderBy('rom.position')
      .execute(),
    db
      .selectFrom('organisation_identifier')
      .where('organisation_id', '=', id)
      .select(['scheme', 'value'])
      .orderBy('scheme')
      .execute(),
    factsOf(db, 'organisation_id', id),
    db
      .selectFrom('undertaking_partner as p')
      .innerJoin('public_undertaking as u', 'u.id', 'p.undertaking_id')
      .where('p.organisation_id', '=', id)
      .select(['u.kind as undertaking_kind', 'u.slug', 'u.name_nl', 'u.name_en', 'p.kind'])
      .orderBy('u.name_nl')
      .execute(),
  ])
  const sources = await sourcesById(db, [
    row.source_id,
    ...[...facts, ...accompanying].map(({ source_id }) => source_id),
  ])
  const withTechnologies = listings.map((listing) => ({
    ...listing,
    partner_kinds: JSON.parse(listing.partner_kinds) as OrganisationKind[],
    technologies: listingTechnologies.filter((technology) => technology.listing_id === listing.id),
  }))
  return {
    ...row,
    aliases: aliases.map(({ name }) => name),
    themes,
    technologies,
    offers: withTechnologies.filter((listing) => listing.side === 'offer'),
    needs: withTechnologies.filter((listing) => listing.side === 'need'),
    accompanying,
    identifiers,
    facts: facts.filter((fact) => fact.text_nl !== null),
    derivedThemes: facts.some((fact) => fact.field === 'themes'),
    activities,
    sources,
  }
}

/** The organisations that everybody may see with this address: one or none. To filter other lists by. */
export function organisationsBySlug(db: Db, slug: string) {
  return db
    .selectFrom('public_organisation')
    .select(['id', 'slug', 'name', 'seat_rom_id'])
    .where('slug', '=', slug)
    .execute()
}
