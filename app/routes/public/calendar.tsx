import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { listCalendar } from '../../domain/milestone/queries.server.ts'
import { openPage } from '../../http/page.server.ts'
import { formatPeriod } from '../../i18n/format.ts'
import { localized } from '../../i18n/locale.ts'
import { undertakingHref } from '../../ui/cards.tsx'
import { DownloadLinks } from '../../ui/download-links.tsx'
import { CalendarLink } from '../../ui/feed-links.tsx'
import { useLocale } from '../../ui/locale.ts'
import { feedAlternates, pageMeta } from '../../ui/meta.ts'
import { PageHeader, Section } from '../../ui/page.tsx'
import { ExampleTag, Tag } from '../../ui/tags.tsx'

export const meta = pageMeta

export async function loader(args: LoaderFunctionArgs) {
  const { query, locale, t, db, today } = await openPage(args)
  const { milestones, calls } = await listCalendar(db)
  const entries = [
    ...milestones.map((milestone) => ({
      ...milestone,
      is_example: 0 as const,
      href:
        milestone.undertaking_kind && milestone.undertaking_slug
          ? undertakingHref({ kind: milestone.undertaking_kind, slug: milestone.undertaking_slug })
          : null,
    })),
    ...calls.map((call) => ({
      ...call,
      ends_on: null,
      place: null,
      name_nl: null,
      name_en: null,
      source_title: null,
      source_url: null,
      href: `/oproepen/${call.slug}`,
    })),
  ]
  // A year or month that is known no closer has not passed until it is over.
  const over = (entry: { starts_on: string; ends_on: string | null }) => {
    const last = entry.ends_on ?? entry.starts_on
    return last < today.slice(0, last.length)
  }
  const years = [...new Set(entries.map(({ starts_on }) => starts_on.slice(0, 4)))].sort().reverse()
  const year = query.choice('jaar', years)
  const shown = entries.filter(({ starts_on }) => !year || starts_on.startsWith(year))
  // What is known by its year or month only comes after the days in it.
  const place = ({ starts_on }: { starts_on: string }) => `${starts_on}-99`.slice(0, 10)
  shown.sort((a, b) => place(a).localeCompare(place(b)))
  return {
    title: t('calendar.title'),
    description: t('calendar.intro'),
    feeds: feedAlternates(t, locale, ['calendar', 'news']),
    upcoming: shown.filter((entry) => !over(entry)),
    past: shown.filter(over).reverse(),
    years: years.map((value) => ({
      value,
      href: query.href({ jaar: value === year ? null : value }),
      current: value === year,
    })),
    year,
    ignored: query.ignored,
  }
}

type Entry = Awaited<ReturnType<typeof loader>>['upcoming'][number]

export default function Calendar() {
  const { title, description, upcoming, past, years, year, ignored } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  return (
    <>
      <PageHeader title={title} intro={description} crumbs={[]} ignored={ignored} />
      <div className="no-print flex flex-wrap items-center justify-between gap-2">
        <nav aria-label={t('calendar.year')}>
          <ul className="flex flex-wrap gap-1">
            {years.map(({ value, href, current }) => (
              <li key={value}>
                <a
                  href={href}
                  aria-current={current ? 'true' : undefined}
                  className="block rounded-full border border-line px-1 py-0.5 text-sm no-underline aria-[current]:bg-action aria-[current]:text-on-action"
                >
                  {value}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <DownloadLinks path="/kalender" search={year ? `?jaar=${year}` : ''} />
      </div>
      <CalendarLink year={year} />
      <Section id="komend" title={t('calendar.upcoming')}>
        {upcoming.length === 0 ? <p>{t('calendar.none')}</p> : <Entries entries={upcoming} />}
      </Section>
      {past.length > 0 && (
        <Section id="geweest" title={t('calendar.past')}>
          <Entries entries={past} />
        </Section>
      )}
    </>
  )
}

function Entries({ entries }: { entries: Entry[] }) {
  const { t } = useTranslation()
  const locale = useLocale()
  return (
    <ol className="flex flex-col">
      {entries.map((entry) => (
        <li key={entry.id} className="grid gap-x-3 gap-y-0.5 border-b border-line py-1 sm:grid-cols-[232px_1fr]">
          <p className="text-muted tabular-nums">
            {formatPeriod(entry.starts_on, entry.ends_on ?? entry.starts_on, locale)}
          </p>
          <div>
            <p>
              {entry.href ? (
                <a href={entry.href}>{localized(entry, 'title', locale)}</a>
              ) : (
                localized(entry, 'title', locale)
              )}
            </p>
            <p className="flex flex-wrap items-center gap-1 text-sm text-muted">
              <Tag>{t(`common.milestoneKind.${entry.kind}`)}</Tag>
              {entry.is_example === 1 && <ExampleTag />}
              {[entry.place, localized(entry, 'name', locale)].filter(Boolean).join(' · ')}
              {entry.source_title && (
                <span>
                  {`${t('common.source')}: `}
                  {entry.source_url ? (
                    <a href={entry.source_url} rel="external noopener">
                      {entry.source_title}
                    </a>
                  ) : (
                    entry.source_title
                  )}
                </span>
              )}
            </p>
          </div>
        </li>
      ))}
    </ol>
  )
}
