import type { LoaderFunctionArgs } from '@remix-run/node'
import type { UndertakingKind } from '#db/tables/undertakings.ts'
import { listChoices } from '../../../domain/reference/queries.server.ts'
import {
  countUndertakings,
  listUndertakings,
  type UndertakingFilter,
  undertakingFacets,
  undertakingSorts,
} from '../../../domain/undertaking/queries.server.ts'
import { initiativeKinds, undertakingStatuses } from '../../../domain/undertaking/types.ts'
import { choicesNamed, facet, listChrome } from '../../../http/list.server.ts'
import { openPage } from '../../../http/page.server.ts'
import type { PageQuery } from '../../../http/query.ts'

export const undertakingColumns = [
  'name',
  'kind',
  'themes',
  'roms',
  'status',
  'period',
  'programme',
  'summary',
] as const

/** The filter that the query string asks for. Used by the page and by its downloads, so that they agree. */
export function undertakingFilter(
  query: PageQuery,
  kind: UndertakingKind,
  choices: Awaited<ReturnType<typeof listChoices>>,
): UndertakingFilter {
  return {
    kind,
    q: query.text('q'),
    theme: query.bySlug('thema', choices.themes)?.id ?? null,
    rom: query.bySlug('rom', choices.roms)?.id ?? null,
    status: query.choice('status', [...undertakingStatuses, 'unknown']),
    initiativeKind: kind === 'initiative' ? query.choice('soort', initiativeKinds) : null,
    technology: query.bySlug('technologie', choices.technologies)?.id ?? null,
  }
}

const size = 24

/** One page of the list of programmes or of initiatives, with its filters. */
export async function loadUndertakings(args: LoaderFunctionArgs, kind: UndertakingKind) {
  const { query, locale, t, db } = await openPage(args)
  const choices = await listChoices(db)
  const filter = undertakingFilter(query, kind, choices)
  const sort = query.choice('sorteer', undertakingSorts) ?? 'naam'
  const [total, counts] = await Promise.all([countUndertakings(db, filter), undertakingFacets(db, filter)])
  const { page, pages, offset } = query.page(total, size)
  const rows = await listUndertakings(db, filter, { sort, locale, limit: size, offset })
  const named = choicesNamed(locale)
  const statuses = [...undertakingStatuses, 'unknown' as const]
  const chrome = listChrome(query, t, locale, {
    q: filter.q,
    facets: [
      facet(query, 'thema', t('lists.facet.theme'), named(choices.themes), counts.theme, filter.theme),
      facet(query, 'rom', t('lists.facet.rom'), named(choices.roms), counts.rom, filter.rom),
      facet(
        query,
        'status',
        t('lists.facet.status'),
        statuses.map((id) => ({ id, slug: id, label: t(`common.status.${id}`) })),
        counts.status,
        filter.status,
      ),
      ...(kind === 'initiative'
        ? [
            facet(
              query,
              'soort',
              t('lists.facet.kind'),
              initiativeKinds.map((id) => ({ id, slug: id, label: t(`common.initiativeKind.${id}`) })),
              counts.initiativeKind,
              filter.initiativeKind,
            ),
          ]
        : []),
      facet(
        query,
        'technologie',
        t('lists.facet.technology'),
        named(choices.technologies),
        counts.technology,
        filter.technology,
      ),
    ],
    sorts: undertakingSorts.map((value) => ({ value, label: t(`lists.sortBy.${value}`) })),
    sort,
    columns: undertakingColumns
      .filter((key) => kind === 'initiative' || (key !== 'kind' && key !== 'programme'))
      .map((key) => ({
        key,
        label: t(`lists.column.${key}`),
        standard: key !== 'summary' && key !== 'programme',
      })),
    total,
    examples: 0,
    size,
    page,
    pages,
  })
  const list = kind === 'programme' ? ('programmes' as const) : ('initiatives' as const)
  return {
    title: t(`lists.${list}.title`),
    description: t(`lists.${list}.intro`),
    rows,
    chrome,
    ignored: query.ignored,
  }
}
