import type { HeadersFunction } from '@remix-run/node'

/** What an action says beside its page, such as Retry-After: Remix leaves it out of a page unless the route passes it on. */
export const answerHeaders: HeadersFunction = ({ actionHeaders }) => actionHeaders
