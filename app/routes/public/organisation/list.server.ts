import type { LoaderFunctionArgs } from '@remix-run/node'
import {
  countOrganisations,
  listOrganisations,
  type OrganisationFilter,
  organisationFacets,
  organisationSorts,
} from '../../../domain/organisation/queries.server.ts'
import { organisationKinds } from '../../../domain/organisation/types.ts'
import { listChoices } from '../../../domain/reference/queries.server.ts'
import { listRoms } from '../../../domain/rom/queries.server.ts'
import { choicesNamed, facet, listChrome } from '../../../http/list.server.ts'
import { openPage } from '../../../http/page.server.ts'
import type { PageQuery } from '../../../http/query.ts'
import { mapRegions } from '../../../ui/map-regions.ts'

const columns = ['name', 'kind', 'place', 'region', 'themes', 'offers', 'needs', 'technologies', 'website'] as const

/** The filter that the query string asks for. Used by the page and by its downloads, so that they agree. */
export function organisationFilter(
  query: PageQuery,
  choices: Awaited<ReturnType<typeof listChoices>>,
): OrganisationFilter {
  return {
    q: query.text('q'),
    theme: query.bySlug('thema', choices.themes)?.id ?? null,
    rom: query.bySlug('rom', choices.roms)?.id ?? null,
    kind: query.choice('soort', organisationKinds),
    technology: query.bySlug('technologie', choices.technologies)?.id ?? null,
  }
}

const size = 24

/** One page of the list of organisations, with its filters and the map of how many each region has. */
export async function loadOrganisations(args: LoaderFunctionArgs) {
  const { query, locale, t, db } = await openPage(args)
  const choices = await listChoices(db)
  const filter = organisationFilter(query, choices)
  const sort = query.choice('sorteer', organisationSorts) ?? 'naam'
  const [{ total, examples }, counts, roms] = await Promise.all([
    countOrganisations(db, filter),
    organisationFacets(db, filter),
    listRoms(db),
  ])
  const { page, pages, offset } = query.page(total, size)
  const rows = await listOrganisations(db, filter, { sort, limit: size, offset })
  const named = choicesNamed(locale)
  const region = facet(query, 'rom', t('lists.facet.region'), named(choices.roms), counts.rom, filter.rom)
  const chrome = listChrome(query, t, locale, {
    q: filter.q,
    facets: [
      facet(
        query,
        'soort',
        t('lists.facet.kind'),
        organisationKinds.map((id) => ({ id, slug: id, label: t(`common.organisationKind.${id}`) })),
        counts.kind,
        filter.kind,
      ),
      facet(query, 'thema', t('lists.facet.theme'), named(choices.themes), counts.theme, filter.theme),
      region,
      facet(
        query,
        'technologie',
        t('lists.facet.technology'),
        named(choices.technologies),
        counts.technology,
        filter.technology,
      ),
    ],
    sorts: organisationSorts.map((value) => ({ value, label: t(`lists.sortBy.${value}`) })),
    sort,
    columns: columns.map((key) => ({
      key,
      label: t(`lists.column.${key}`),
      standard: key !== 'technologies' && key !== 'website',
    })),
    total,
    examples,
    size,
    page,
    pages,
  })
  return {
    title: t('lists.organisations.title'),
    description: t('lists.organisations.intro'),
    rows,
    chrome,
    map: mapRegions(roms, (rom) => ({
      count: counts.rom.find(({ value }) => value === rom.id)?.n ?? 0,
      href: query.href({ rom: filter.rom === rom.id ? null : rom.slug }),
      current: filter.rom === rom.id,
    })),
    ignored: query.ignored,
  }
}
