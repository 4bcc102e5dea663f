import type { LoaderFunctionArgs } from '@remix-run/node'
import {
  countEvidence,
  type EvidenceFilter,
  evidenceFacets,
  evidenceSorts,
  evidenceYears,
  listEvidence,
} from '../../../domain/evidence/queries.server.ts'
import { evidenceStates } from '../../../domain/evidence/types.ts'
import { organisationsBySlug } from '../../../domain/organisation/queries.server.ts'
import { listChoices } from '../../../domain/reference/queries.server.ts'
import { choicesNamed, facet, listChrome } from '../../../http/list.server.ts'
import { openPage } from '../../../http/page.server.ts'
import type { PageQuery } from '../../../http/query.ts'

export const projectColumns = [
  'project',
  'participants',
  'period',
  'state',
  'themes',
  'regions',
  'technologies',
  'grant',
  'topic',
  'keywords',
] as const

const wide: readonly string[] = ['technologies', 'grant', 'topic', 'keywords']

/** The filter that the query string asks for, and what it was chosen from. Used by the page and by its downloads. */
export async function projectFilter({
  query,
  db,
  today,
}: {
  query: PageQuery
  db: Parameters<typeof listChoices>[0]
  today: string
}) {
  const slug = query.text('organisatie')
  const [choices, years, organisations] = await Promise.all([
    listChoices(db),
    evidenceYears(db),
    slug ? organisationsBySlug(db, slug) : [],
  ])
  const organisation = query.bySlug('organisatie', organisations)
  const filter: EvidenceFilter = {
    q: query.text('q'),
    theme: query.bySlug('thema', choices.themes)?.id ?? null,
    rom: query.bySlug('rom', choices.roms)?.id ?? null,
    technology: query.bySlug('technologie', choices.technologies)?.id ?? null,
    state: query.choice('status', evidenceStates),
    year: query.choice('jaar', years),
    organisation: organisation?.id ?? null,
    today,
  }
  return { filter, choices, years, organisation }
}

const size = 24

/** One page of the list of earlier projects, with its filters. `none`: there are none at all yet. */
export async function loadProjects(args: LoaderFunctionArgs) {
  const page = await openPage(args)
  const { query, locale, t, db } = page
  const { filter, choices, years, organisation } = await projectFilter(page)
  const sort = query.choice('sorteer', evidenceSorts) ?? 'nieuw'
  const [total, counts] = await Promise.all([countEvidence(db, filter), evidenceFacets(db, filter)])
  const place = query.page(total, size)
  const rows = await listEvidence(db, filter, { sort, limit: size, offset: place.offset })
  const named = choicesNamed(locale)
  const chosen = organisation ? [{ id: organisation.id, slug: organisation.slug, label: organisation.name }] : []
  const chrome = listChrome(query, t, locale, {
    q: filter.q,
    facets: [
      facet(
        query,
        'organisatie',
        t('projects.facet.organisation'),
        chosen,
        [{ value: filter.organisation, n: total }],
        filter.organisation,
      ),
      facet(query, 'thema', t('lists.facet.theme'), named(choices.themes), counts.theme, filter.theme),
      facet(query, 'rom', t('projects.facet.region'), named(choices.roms), counts.rom, filter.rom),
      facet(
        query,
        'status',
        t('projects.column.state'),
        evidenceStates.map((id) => ({ id, slug: id, label: t(`projects.state.${id}`) })),
        counts.state,
        filter.state,
      ),
      facet(
        query,
        'jaar',
        t('projects.facet.year'),
        years.map((year) => ({ id: year, slug: year, label: year })),
        counts.year,
        filter.year,
      ),
      facet(
        query,
        'technologie',
        t('lists.facet.technology'),
        named(choices.technologies),
        counts.technology,
        filter.technology,
      ),
    ],
    sorts: evidenceSorts.map((value) => ({ value, label: t(`projects.sortBy.${value}`) })),
    sort,
    columns: projectColumns.map((key) => ({
      key,
      label: t(`projects.column.${key}`),
      standard: !wide.includes(key),
    })),
    total,
    examples: 0,
    size,
    page: place.page,
    pages: place.pages,
  })
  return {
    title: t('projects.title'),
    description: t('projects.intro'),
    none: years.length === 0 && total === 0 && !filter.q && chrome.active.length === 0,
    rows,
    chrome,
    ignored: query.ignored,
  }
}
