import type { LoaderFunctionArgs } from '@remix-run/node'
import { suggest } from '../../domain/search/suggest.server.ts'
import type { Suggestions } from '../../domain/search/types.ts'
import { refusalFor } from '../../http/api-limit.server.ts'
import { openPage } from '../../http/page.server.ts'
import { problemResponse } from '../../http/problem.server.ts'
import { formatNumber } from '../../i18n/format.ts'
import { localized } from '../../i18n/locale.ts'

/** What the search box shows while one types. */
export async function loader(args: LoaderFunctionArgs) {
  const { query, locale, t, db } = await openPage(args)
  const { search } = args.context
  const q = query.text('q')
  const refusal = q && (await refusalFor(args.context, 'suggestions'))
  if (refusal) return problemResponse(refusal)
  const { total, groups } = q ? await suggest({ db, search }, q, locale) : { total: 0, groups: [] }
  const mark = search.marker({ text: q ?? '', typing: true })
  const shown = groups.reduce((sum, { hits }) => sum + hits.length, 0)
  const answer: Suggestions = {
    groups: groups.map(({ type, hits }) => ({
      type,
      title: t(`search.types.${type}`),
      items: hits.map((hit) => ({
        path: hit.path,
        name: mark(localized(hit, 'name', locale), hit.name_nl === hit.name_en ? null : locale),
        detail: hit.roms.length > 3 ? '' : hit.roms.map((rom) => localized(rom, 'name', locale)).join(', '),
        example: hit.is_example === 1 ? t('common.example') : null,
      })),
    })),
    all: total > 0 ? t('search.showAll', { n: formatNumber(total, locale) }) : null,
    status:
      total > 0 ? t('search.suggested', { n: shown, total: formatNumber(total, locale) }) : t('search.none', { q }),
  }
  return Response.json(answer, { headers: { 'Cache-Control': 'private, max-age=30', Vary: 'Cookie' } })
}
