import { createCookie } from '@remix-run/node'
import { isLocale, type Locale } from './locale.ts'

const cookie = createCookie('taal', { path: '/', maxAge: 31_536_000, sameSite: 'lax', httpOnly: true })

/** The language of a request: asked for in the address, else remembered, else Dutch. */
export async function localeOf(request: Request): Promise<Locale> {
  const asked = new URL(request.url).searchParams.get('taal')
  if (isLocale(asked)) return asked
  const remembered = await cookie.parse(request.headers.get('cookie'))
  return isLocale(remembered) ? remembered : 'nl'
}

/**
 * The header that remembers a language asked for in the address.
 * @returns null when none was asked for, or when a browser only fetches ahead
 */
export async function rememberLocale(request: Request): Promise<string | null> {
  const asked = new URL(request.url).searchParams.get('taal')
  if (!isLocale(asked) || request.headers.has('sec-purpose')) return null
  return cookie.serialize(asked)
}
