import type { LoaderFunctionArgs } from '@remix-run/node'
import { countAddresses, listAddresses } from '../../domain/address/queries.server.ts'
import { escapeXml, machineResponse, openFeed } from '../../http/machine.server.ts'
import { notFound } from '../../http/responses.ts'

/** The pages that are about more than one thing. Not the search page: robots.txt keeps search engines out of it. */
const pages = [
  '/',
  '/themas',
  '/programmas',
  '/initiatieven',
  '/organisaties',
  '/aanbod-en-vraag',
  '/partners',
  '/programmawijzer',
  '/roms',
  '/mijn-rom',
  '/vraag',
  '/regelingen',
  '/oproepen',
  '/projecten',
  '/matrix',
  '/agenda',
  '/kalender',
  '/cijfers',
  '/api',
  '/over',
  '/bronnen',
  '/toegankelijkheid',
  '/privacy',
]

/** The protocol takes 50,000 addresses and 50 MB a file. With this many a file stays far below both. */
const perFile = 10_000
const maxAge = 3600

const namespaces = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'

/**
 * `/sitemap.xml`: every public address, each with its two languages; when there are many, an index of the files
 * `/sitemap-1.xml` and on.
 */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { query, origin, db } = openFeed({ request, context })
  const [, number] = /^\/sitemap(?:-([1-9]\d{0,4}))?\.xml$/.exec(query.url.pathname) ?? [undefined, '']
  if (number === '') throw notFound()
  const files = Math.ceil((await countAddresses(db)) / perFile)
  const send = (xml: string) =>
    machineResponse(request, `<?xml version="1.0" encoding="UTF-8"?>\n${xml}\n`, 'application/xml', maxAge)
  if (number === undefined && files > 1) {
    const entries = Array.from({ length: files }, (_, index) => {
      return `<sitemap><loc>${escapeXml(`${origin}/sitemap-${index + 1}.xml`)}</loc></sitemap>`
    })
    return send(`<sitemapindex ${namespaces}>\n${entries.join('\n')}\n</sitemapindex>`)
  }
  const file = Number(number ?? 1)
  if (file > Math.max(files, 1)) throw notFound()
  const details = await listAddresses(db, { limit: perFile, offset: (file - 1) * perFile })
  const general = file === 1 ? pages.map((path) => ({ path, updated_at: null })) : []
  const entries = [...general, ...details].map(({ path, updated_at }) => {
    const address = escapeXml(origin + path)
    const link = (language: string, search: string) =>
      `<xhtml:link rel="alternate" hreflang="${language}" href="${address}${search}"/>`
    const changed = updated_at ? `<lastmod>${updated_at}</lastmod>` : ''
    const links = link('nl', '?taal=nl') + link('en', '?taal=en') + link('x-default', '')
    return `<url><loc>${address}</loc>${changed}${links}</url>`
  })
  return send(`<urlset ${namespaces} xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${entries.join('\n')}\n</urlset>`)
}
