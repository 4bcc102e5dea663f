import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { type HitKind, searchTitles } from '../../domain/search/queries.server.ts'
import { openPage } from '../../http/page.server.ts'
import { formatNumber } from '../../i18n/format.ts'
import { localized, localizedWithLanguage } from '../../i18n/locale.ts'
import { useLocale } from '../../ui/locale.ts'
import { pageMeta } from '../../ui/meta.ts'
import { PageHeader, Section } from '../../ui/page.tsx'
import { SearchForm } from '../../ui/search-form.tsx'
import { ExampleTag } from '../../ui/tags.tsx'

export const meta = pageMeta

const kinds: HitKind[] = ['theme', 'programme', 'initiative', 'call', 'instrument', 'organisation', 'rom']
const paths: Record<HitKind, string> = {
  programme: '/programmas',
  initiative: '/initiatieven',
  organisation: '/organisaties',
  rom: '/roms',
  theme: '/themas',
  instrument: '/regelingen',
  call: '/oproepen',
}
/** Lists that can be searched themselves: there one finds all of a kind. */
const searchable: HitKind[] = ['programme', 'initiative', 'organisation']

export async function loader(args: LoaderFunctionArgs) {
  const { query, locale, t, db } = await openPage(args)
  const q = query.text('q')
  const hits = q ? await searchTitles(db, q, 10) : []
  return {
    title: q ? t('search.for', { q }) : t('search.title'),
    q,
    groups: kinds.flatMap((kind) => {
      const own = hits.filter((hit) => hit.kind === kind)
      return own[0] ? [{ kind, hits: own, total: own[0].n }] : []
    }),
    total: formatNumber(
      kinds.reduce((sum, kind) => sum + (hits.find((hit) => hit.kind === kind)?.n ?? 0), 0),
      locale,
    ),
    ignored: query.ignored,
  }
}

export default function Search() {
  const { title, q, groups, total, ignored } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  const locale = useLocale()
  return (
    <>
      <PageHeader title={title} crumbs={[]} ignored={ignored} />
      <SearchForm q={q ?? ''} />
      <p className="pt-1 text-muted" role="status">
        {!q
          ? t('search.start')
          : groups.length === 0
            ? t('search.none', { q })
            : `${t('common.count.results', { count: Number(total.replace(/\D/g, '')), n: total })}. ${t('search.plain')}`}
      </p>
      {groups.map(({ kind, hits, total: n }) => (
        <Section
          key={kind}
          id={kind}
          title={t(`search.kinds.${kind}`)}
          aside={
            n > hits.length && searchable.includes(kind) ? (
              <a href={`${paths[kind]}?${new URLSearchParams({ q: q ?? '' })}`}>
                {t('search.allOf', { n: formatNumber(n, locale) })}
              </a>
            ) : undefined
          }
        >
          <ul className="flex flex-col">
            {hits.map((hit) => {
              const summary = localizedWithLanguage(hit, 'summary', locale)
              return (
                <li key={hit.slug} className="border-b border-line py-1">
                  <a href={`${paths[kind]}/${hit.slug}`} className="text-lg">
                    {localized(hit, 'name', locale)}
                  </a>{' '}
                  {hit.is_example === 1 && <ExampleTag />}
                  <p className="text-sm" lang={summary.language}>
                    {summary.text}
                  </p>
                </li>
              )
            })}
          </ul>
        </Section>
      ))}
    </>
  )
}
