/** A 404 in plain words; the error page of the site shows it. */
export function notFound(): Response {
  return new Response('Not found', { status: 404 })
}

/** The value, or a 404 thrown when there is none. */
export function found<T>(value: T | undefined | null): T {
  if (value === undefined || value === null) throw notFound()
  return value
}

/** A 403 in plain words. */
export function forbidden(): Response {
  return new Response('Forbidden', { status: 403 })
}
