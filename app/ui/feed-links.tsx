import { CalendarPlus, Rss } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useLocale } from './locale.ts'

const paths = { news: '/nieuws', calls: '/oproepen' }

/** Where to follow the news or the calls with a feed reader, and how. */
export function FeedLinks({ feed }: { feed: keyof typeof paths }) {
  const { t } = useTranslation()
  const search = useLocale() === 'en' ? '?taal=en' : ''
  return (
    <p className="no-print flex flex-wrap items-center gap-x-1 text-sm text-muted">
      <Rss className="size-2" aria-hidden="true" />
      <span>{t('feeds.follow')}:</span>
      {['rss', 'atom'].map((format) => (
        <a key={format} href={`${paths[feed]}.${format}${search}`} className="no-prefetch">
          {format === 'rss' ? 'RSS' : 'Atom'}
        </a>
      ))}
      <span>{t(`feeds.${feed}.help`)}</span>
    </p>
  )
}

/** Where to subscribe to the calendar, and how; of one year when the page shows one. */
export function CalendarLink({ year }: { year?: string | null }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const search = new URLSearchParams({
    ...(year ? { jaar: year } : {}),
    ...(locale === 'en' ? { taal: locale } : {}),
  })
  return (
    <p className="no-print flex flex-wrap items-center gap-x-1 text-sm text-muted">
      <CalendarPlus className="size-2" aria-hidden="true" />
      <a href={`/kalender.ics${search.size > 0 ? `?${search}` : ''}`} className="no-prefetch">
        {t('feeds.calendar.label')}
      </a>
      <span>{t('feeds.calendar.help')}</span>
    </p>
  )
}
