import { createHash } from 'node:crypto'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { dutchDay } from '../i18n/format.ts'
import { locales } from '../i18n/locale.ts'
import { translator } from '../i18n/translator.server.ts'
import { PageQuery } from './query.ts'

/**
 * What a feed or sitemap needs: its query, the language asked for in the address (a cookie says nothing about who
 * reads a feed; Dutch when none is asked for), and the address of this site.
 */
export function openFeed({ request, context }: Pick<LoaderFunctionArgs, 'request' | 'context'>) {
  const query = new PageQuery(request)
  const locale = query.choice('taal', locales) ?? 'nl'
  return {
    query,
    locale,
    t: translator(locale),
    today: dutchDay(context.now()),
    db: context.db,
    /** Without a slash at the end. */
    origin: context.env.origin ?? query.url.origin,
  }
}

export type FeedRequest = ReturnType<typeof openFeed>

/**
 * Throws a 400 that names what was not understood: a program that reads a feed sees no notice, and must not get
 * something else than it asked for.
 */
export function refuseUnknown({ query, t }: FeedRequest): void {
  if (query.ignored.length === 0) return
  throw new Response(`${t('feeds.bad', { values: query.ignored.slice(0, 5).join(', ') })}\n`, {
    status: 400,
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  })
}

/**
 * A text that anybody may keep for `maxAge` seconds, with an ETag: 304 without a body when the reader has it already.
 * @param type the content type, without its charset
 * @param more headers that both answers have
 */
export function machineResponse(
  request: Request,
  body: string,
  type: string,
  maxAge: number,
  more: Record<string, string> = {},
): Response {
  const tag = createHash('sha256').update(body).digest('base64url').slice(0, 27)
  // Weak, as compression on the way changes the bytes, but not what they say.
  const headers = { ...more, ETag: `W/"${tag}"`, 'Cache-Control': `public, max-age=${maxAge}` }
  const known = (request.headers.get('if-none-match') ?? '').split(',').map((value) => value.trim())
  if (known.some((value) => value === '*' || value.replace(/^W\//, '') === `"${tag}"`)) {
    return new Response(null, { status: 304, headers })
  }
  return new Response(body, { headers: { ...headers, 'Content-Type': `${type}; charset=utf-8` } })
}

// Tab, line ends, and what is no control character, surrogate or non-character: all that XML 1.0 can hold.
const impossible = /[^\t\n\r\u{20}-\u{7e}\u{85}\u{a0}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu

/** The text without what can stand in no XML and no calendar, not even escaped. */
export function printable(text: string): string {
  return text.replace(impossible, '')
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** The text as it stands in XML or HTML, in an element or in an attribute. */
export function escapeXml(text: string): string {
  return printable(text).replace(/[&<>"']/g, (character) => entities[character] ?? '')
}
