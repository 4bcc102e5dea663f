import type { LoaderFunctionArgs } from '@remix-run/node'
import { listNews } from '../../domain/milestone/queries.server.ts'
import { feedResponse } from '../../http/feed.server.ts'
import { openFeed } from '../../http/machine.server.ts'
import { formatDate } from '../../i18n/format.ts'
import { localized } from '../../i18n/locale.ts'
import { undertakingHref } from '../../ui/cards.tsx'

/**
 * The newest milestones, as RSS or Atom. One of which only the month or year is known gets its first day, so that its
 * date never lies ahead and never changes; the text says what is known.
 */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const asked = openFeed({ request, context })
  const { locale, t, db, today } = asked
  const news = await listNews(db, today, 100)
  return feedResponse(request, asked, {
    id: 'mijlpalen',
    title: t('feeds.news.title'),
    description: t('feeds.news.description'),
    path: '/kalender',
    items: news.map((item) => ({
      id: `mijlpaal/${item.id}`,
      title: localized(item, 'title', locale),
      path: undertakingHref({ kind: item.undertaking_kind, slug: item.undertaking_slug }),
      paragraphs: [`${formatDate(item.starts_on, locale)}: ${localized(item, 'name', locale)}`],
      date: new Date(`${`${item.starts_on}-01-01`.slice(0, 10)}T00:00:00Z`),
    })),
  })
}
