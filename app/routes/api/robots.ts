import type { LoaderFunctionArgs } from '@remix-run/node'
import { openFeed } from '../../http/machine.server.ts'

/** A demonstration stays out of search engines: part of it is made up. */
export async function loader(args: LoaderFunctionArgs) {
  const { origin } = openFeed(args)
  const production = args.context.env.mode === 'production'
  // Each of these is a question, and what answers it has pages of its own.
  const matching = ['organisaties', 'programmas', 'initiatieven', 'oproepen'].map((list) => `/${list}/*/partners`)
  const asked = ['/zoeken', '/partners?', ...matching, '/programmawijzer?', '/organisaties/*/programmas']
  const rules = production
    ? `${asked.map((path) => `Disallow: ${path}`).join('\n')}\n\nSitemap: ${origin}/sitemap.xml`
    : 'Disallow: /'
  return new Response(`User-agent: *\n${rules}\n`, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
}
