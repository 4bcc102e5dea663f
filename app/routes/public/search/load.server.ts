import type { LoaderFunctionArgs } from '@remix-run/node'
import type { HitType, SearchRequest, SearchSort } from '#search/engine.ts'
import { organisationKinds } from '../../../domain/organisation/types.ts'
import { listChoices } from '../../../domain/reference/queries.server.ts'
import { findEverything } from '../../../domain/search/find.server.ts'
import { initiativeKinds, undertakingStatuses } from '../../../domain/undertaking/types.ts'
import { choicesNamed, facet, listChrome } from '../../../http/list.server.ts'
import { openPage } from '../../../http/page.server.ts'
import { shorten } from '../../../http/query.ts'
import { limitFrom } from '../../../http/rate.server.ts'
import { formatNumber } from '../../../i18n/format.ts'

/** The types in the words of the address, in the order in which they are shown. */
const types: { id: HitType; slug: string }[] = [
  { id: 'theme', slug: 'thema' },
  { id: 'rom', slug: 'rom' },
  { id: 'programme', slug: 'programma' },
  { id: 'initiative', slug: 'initiatief' },
  { id: 'call', slug: 'oproep' },
  { id: 'instrument', slug: 'regeling' },
  { id: 'organisation', slug: 'organisatie' },
  { id: 'project', slug: 'project' },
]
const callStates = ['open', 'upcoming', 'closed'] as const
const sorts = { relevantie: 'relevance', naam: 'name', nieuw: 'newest' } satisfies Record<string, SearchSort>
type Sort = keyof typeof sorts

const size = 20
/** A whole paragraph about a company is a question too. */
const longest = 1000

/** What was searched for, with its filters. Only the total is needed to know the pages, so the first question counts. */
export async function loadSearch(args: LoaderFunctionArgs) {
  await limitFrom(args.context, 'search')
  const { query, locale, t, db } = await openPage(args)
  const choices = await listChoices(db)
  const q = query.text('q', longest)
  const filter = {
    type: query.bySlug('soort', types)?.id ?? null,
    kind: query.choice('aard', [...organisationKinds, ...initiativeKinds]),
    theme: query.bySlug('thema', choices.themes)?.id ?? null,
    rom: query.bySlug('rom', choices.roms)?.id ?? null,
    technology: query.bySlug('technologie', choices.technologies)?.id ?? null,
    status: query.choice('status', [...undertakingStatuses, 'unknown', ...callStates]),
  }
  const sort = query.choice('sorteer', Object.keys(sorts) as Sort[]) ?? 'relevantie'
  const request: SearchRequest = {
    text: q ?? '',
    filter,
    sort: sorts[sort],
    language: locale,
    limit: size,
    offset: query.offset(size),
    facets: true,
  }
  let found = await findEverything({ db, search: args.context.search }, request)
  const { page, pages, offset } = query.page(found.total, size)
  // Only an address with a page that is not there asks twice.
  if (offset !== request.offset)
    found = await findEverything({ db, search: args.context.search }, { ...request, offset })
  const named = choicesNamed(locale)
  const { facets } = found
  const statuses = [
    ...undertakingStatuses.map((id) => ({ id, slug: id, label: t(`common.status.${id}`) })),
    { id: 'unknown', slug: 'unknown', label: t('common.status.unknown') },
    ...callStates.map((id) => ({ id, slug: id, label: t(`common.callState.${id}`) })),
  ]
  const kinds = [
    ...organisationKinds.map((id) => ({ id, slug: id, label: t(`common.organisationKind.${id}`) })),
    ...initiativeKinds.map((id) => ({ id, slug: id, label: t(`common.initiativeKind.${id}`) })),
  ]
  const chrome = listChrome(query, t, locale, {
    q,
    facets: [
      facet(
        query,
        'soort',
        t('lists.facet.kind'),
        types.map((type) => ({ ...type, label: t(`search.types.${type.id}`) })),
        facets.type,
        filter.type,
      ),
      facet(query, 'thema', t('lists.facet.theme'), named(choices.themes), facets.theme, filter.theme),
      facet(query, 'rom', t('lists.facet.rom'), named(choices.roms), facets.rom, filter.rom),
      facet(query, 'aard', t('search.kindOf'), kinds, facets.kind, filter.kind),
      facet(query, 'status', t('lists.facet.status'), statuses, facets.status, filter.status),
      facet(
        query,
        'technologie',
        t('lists.facet.technology'),
        named(choices.technologies),
        facets.technology,
        filter.technology,
      ),
    ],
    sorts: (Object.keys(sorts) as Sort[]).map((value) => ({ value, label: t(`search.sortBy.${value}`) })),
    sort,
    columns: [],
    downloads: false,
    total: found.total,
    examples: 0,
    size,
    page,
    pages,
  })
  return {
    title: q ? t('search.for', { q: shorten(q) }) : t('search.title'),
    q,
    hits: found.hits,
    plain: found.plain,
    // On a later page nobody asks any more which had all of the words.
    relaxed: found.exact < found.total && page === 1,
    exact: formatNumber(found.exact, locale),
    chrome,
    ignored: query.ignored,
  }
}
