import type { HeadersFunction } from '@remix-run/node'

/** A 404 in plain words; the error page of the site shows it. */
export function notFound(): Response {
  return new Response('Not found', { status: 404 })
}

/** The value, or a 404 thrown when there is none. */
export function found<T>(value: T | undefined | null): T {
  if (value === undefined || value === null) throw notFound()
  return value
}

/** For a page of which the form can be refused: what an action says in its headers (Retry-After) is said by the page too. */
export const headersOfAction: HeadersFunction = ({ actionHeaders }) => actionHeaders
