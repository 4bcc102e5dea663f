import type { LoaderFunctionArgs } from '@remix-run/node'
import { listCalendar } from '../../domain/milestone/queries.server.ts'
import { type CalendarEntry, calendarResponse } from '../../http/calendar.server.ts'
import { openFeed, refuseUnknown } from '../../http/machine.server.ts'
import { formatPeriod } from '../../i18n/format.ts'
import { localized } from '../../i18n/locale.ts'
import { undertakingHref } from '../../ui/cards.tsx'

/**
 * Milestones, and the opening and deadline of calls, as an iCalendar; `jaar` chooses a year, as on the page. Whatever
 * is known by its month or year only is left out: a calendar can only show it as if every day of it were meant. When
 * only the end is that vague, the first day is shown and the description says until when.
 */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const asked = openFeed({ request, context })
  const { query, locale, t, db } = asked
  const { milestones, calls } = await listCalendar(db)
  const years = [...new Set([...milestones, ...calls].map(({ starts_on }) => starts_on.slice(0, 4)))]
  const year = query.choice('jaar', years)
  refuseUnknown(asked)
  const entries: CalendarEntry[] = [
    ...milestones.map((row) => ({
      id: row.id,
      title: localized(row, 'title', locale),
      description: [
        localized(row, 'name', locale),
        row.ends_on && formatPeriod(row.starts_on, row.ends_on, locale),
        row.source_title && `${t('common.source')}: ${[row.source_title, row.source_url].filter(Boolean).join(', ')}`,
      ]
        .filter(Boolean)
        .join('\n'),
      place: row.place,
      path:
        row.undertaking_kind && row.undertaking_slug
          ? undertakingHref({ kind: row.undertaking_kind, slug: row.undertaking_slug })
          : '/kalender',
      category: t(`common.milestoneKind.${row.kind}`),
      from: row.starts_on,
      until: row.ends_on?.length === 10 ? row.ends_on : row.starts_on,
      known: row.retrieved_on ?? row.starts_on,
    })),
    ...calls.map((row) => {
      const title = localized(row, 'title', locale)
      return {
        id: row.id,
        title: `${t(`common.milestoneKind.${row.kind}`)}: ${row.is_example === 1 ? t('feeds.example', { title }) : title}`,
        description: row.is_example === 1 ? t('common.exampleHelp') : '',
        place: null,
        path: `/oproepen/${row.slug}`,
        category: t(`common.milestoneKind.${row.kind}`),
        from: row.starts_on,
        until: row.starts_on,
        known: row.published_at ?? row.starts_on,
      }
    }),
  ]
  return calendarResponse(request, asked, {
    title: t('feeds.calendar.title'),
    description: t('feeds.calendar.description'),
    entries: entries
      .filter(({ from }) => from.length === 10 && (!year || from.startsWith(year)))
      .sort((a, b) => a.from.localeCompare(b.from) || a.id.localeCompare(b.id)),
  })
}
