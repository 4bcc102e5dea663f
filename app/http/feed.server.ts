import { Feed } from 'feed'
import { escapeXml, type FeedRequest, machineResponse, printable, refuseUnknown } from './machine.server.ts'

export interface FeedItem {
  /** What it is known by for good, within the portal. */
  id: string
  title: string
  /** The address on this site. */
  path: string
  paragraphs: string[]
  date: Date
}

const maxAge = 900

/** Known by this wherever the portal moves to: a reader does not show everything anew. */
const tag = (id: string) => `tag:schakel,2026:${id.split('/').map(encodeURIComponent).join('/')}`

/** The address of a page in the language of the feed. */
export function feedHref({ origin, locale }: FeedRequest, path: string): string {
  return `${origin}${path}${locale === 'en' ? '?taal=en' : ''}`
}

/**
 * The items as RSS 2.0 or Atom 1.0, as the address ends in `.rss` or `.atom`. The same data gives the same bytes: it
 * was updated when its newest item was.
 * @throws a 400 Response when the address has a value that means nothing
 */
export function feedResponse(
  request: Request,
  asked: FeedRequest,
  channel: { id: string; title: string; description: string; path: string; items: FeedItem[] },
): Response {
  refuseUnknown(asked)
  const { pathname } = asked.query.url
  const atom = pathname.endsWith('.atom')
  const feed = new Feed({
    id: tag(`${channel.id}/${asked.locale}`),
    title: channel.title,
    description: channel.description,
    language: asked.locale,
    link: feedHref(asked, channel.path),
    feed: feedHref(asked, pathname),
    updated: new Date(Math.max(0, ...channel.items.map(({ date }) => date.getTime()))),
    generator: 'Schakel',
    author: { name: 'Schakel' },
  })
  for (const item of channel.items) {
    feed.addItem({
      id: tag(item.id),
      // The library marks Atom's titles as HTML, and closes a CDATA section at the second "]]>" of a text.
      title: atom ? escapeXml(item.title) : printable(item.title).replaceAll(']]>', ']] >'),
      link: feedHref(asked, item.path),
      description: item.paragraphs.map((text) => `<p>${escapeXml(text)}</p>`).join(''),
      date: item.date,
      published: item.date,
    })
  }
  const type = atom ? 'application/atom+xml' : 'application/rss+xml'
  return machineResponse(request, atom ? feed.atom1() : feed.rss2(), type, maxAge)
}
