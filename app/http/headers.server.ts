import type { HeadersFunction } from '@remix-run/node'

/** What an action says beside its page, such as Retry-After: Remix leaves it out of a page unless the route passes it on. */
export const answerHeaders: HeadersFunction = ({ actionHeaders }) => actionHeaders

/** The same of a page of which the address or the form holds a key: no browser keeps it. */
export const keyHeaders: HeadersFunction = ({ actionHeaders }) => {
  const headers = new Headers(actionHeaders)
  headers.set('Cache-Control', 'private, no-store')
  return headers
}
