import type { LoaderFunctionArgs } from '@remix-run/node'

/** A demonstration stays out of search engines: part of it is made up. */
export async function loader({ context }: LoaderFunctionArgs) {
  const rules = context.env.mode === 'production' ? 'Disallow: /zoeken' : 'Disallow: /'
  return new Response(`User-agent: *\n${rules}\n`, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
}
