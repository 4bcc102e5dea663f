import type { MetaDescriptor } from '@remix-run/node'
import type { TFunction } from 'i18next'
import type { Locale } from '../i18n/locale.ts'

export interface FeedAlternate {
  type: string
  title: string
  href: string
}

/** What a loader gives its page to tell programs where the page can be followed, in the language of the page. */
export function feedAlternates(t: TFunction, locale: Locale, feeds: ('news' | 'calls' | 'calendar')[]) {
  const search = locale === 'en' ? '?taal=en' : ''
  return feeds.flatMap((feed): FeedAlternate[] => {
    const title = t(`feeds.${feed}.title`)
    if (feed === 'calendar') return [{ type: 'text/calendar', title, href: `/kalender.ics${search}` }]
    const path = feed === 'news' ? '/nieuws' : '/oproepen'
    return ['rss', 'atom'].map((format) => ({
      type: `application/${format}+xml`,
      title: `${title} (${format === 'rss' ? 'RSS' : 'Atom'})`,
      href: `${path}.${format}${search}`,
    }))
  })
}

/** The links to feeds, for the head of the page. */
export function feedMeta(feeds: FeedAlternate[]): MetaDescriptor[] {
  return feeds.map((feed) => ({ tagName: 'link', rel: 'alternate', ...feed }))
}

/** Title, description and feeds of a page; without data an error page is shown, which has its own. */
export function pageMeta({ data }: { data: unknown }): MetaDescriptor[] {
  if (!data || typeof data !== 'object' || !('title' in data)) return []
  const description = 'description' in data && data.description ? String(data.description) : undefined
  return [
    { title: `${data.title} - Schakel` },
    ...(description ? [{ name: 'description', content: description.slice(0, 300) }] : []),
    ...('feeds' in data ? feedMeta(data.feeds as FeedAlternate[]) : []),
  ]
}
