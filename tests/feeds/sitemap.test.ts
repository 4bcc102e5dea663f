import type { RouteConfigEntry } from '@remix-run/route-config'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import routes from '#app/routes.ts'
import { sampleEvidence } from '../support/evidence.ts'
import { testPortal } from '../support/portal.ts'
import { elements, parseXml, texts } from '../support/xml.ts'

test('it holds every public address, each with its languages, and nothing that was made up', async () => {
  const portal = await testPortal()
  await sampleEvidence(portal.db)
  await portal.db
    .updateTable('organisation')
    .set({ withdrawn_at: '2026-01-01T00:00:00.000Z' })
    .where('slug', '=', 'technische-universiteit-delft')
    .execute()
  const root = parseXml(await (await portal.get('/sitemap.xml')).text())
  const urls = elements(root, 'url')
  const paths = urls.map((url) => (texts(url, 'loc')[0] ?? '').replace(portal.url, ''))
  expect(new Set(paths).size).toBe(paths.length)

  const pages = (routes as RouteConfigEntry[])
    .filter(
      ({ file, path = '' }) => /^routes\/public\/.*\.tsx$/.test(file) && !/[:*]/.test(path) && path !== 'zoeken',
    )
    .map(({ path = '' }) => `/${path}`)
  const slugs = async (base: string, table: string, where = '1') => {
    const { rows } = await sql<{
      slug: string
    }>`SELECT slug FROM ${sql.table(table)} WHERE ${sql.raw(where)}`.execute(portal.db)
    return rows.map(({ slug }) => `/${base}/${slug}`)
  }
  const open = 'published_at IS NOT NULL AND withdrawn_at IS NULL'
  const real = `${open} AND is_example = 0`
  const wanted = [
    ...pages,
    ...(await slugs('themas', 'theme')),
    ...(await slugs('roms', 'rom')),
    ...(await slugs('programmas', 'undertaking', `${real} AND kind = 'programme'`)),
    ...(await slugs('initiatieven', 'undertaking', `${real} AND kind = 'initiative'`)),
    ...(await slugs('oproepen', 'call', real)),
    ...(await slugs('regelingen', 'instrument', open)),
    ...(await slugs('organisaties', 'organisation', real)),
    ...(await slugs('projecten', 'evidence', 'undertaking_id IS NULL')),
  ]
  expect([...paths].sort()).toEqual(wanted.sort())
  expect(paths.join('\n')).not.toContain('voorbeeld')

  for (const url of urls) {
    const [loc = ''] = texts(url, 'loc')
    const links = elements(url, 'xhtml:link').map(({ attributes }) => [attributes.hreflang, attributes.href])
    expect(links).toEqual([
      ['nl', `${loc}?taal=nl`],
      ['en', `${loc}?taal=en`],
      ['x-default', loc],
    ])
    for (const changed of texts(url, 'lastmod')) expect(new Date(changed).toISOString()).toBe(changed)
  }
  // What the sitemap says of a page, the page says of itself.
  const html = await (await portal.get('/programmas/energiehubs')).text()
  for (const [language, search] of [
    ['nl', '?taal=nl'],
    ['en', '?taal=en'],
    ['x-default', ''],
  ]) {
    expect(html).toContain(
      `<link rel="alternate" hrefLang="${language}" href="${portal.url}/programmas/energiehubs${search}"/>`,
    )
  }
  for (const path of ['/sitemap-2.xml', '/sitemap-0.xml', '/sitemap-x.xml', '/sitemap-99999999.xml', '/iets.xml']) {
    expect((await portal.get(path)).status, path).toBe(404)
  }
  expect(portal.errors).toEqual([])
})

test('sixty thousand organisations: an index of files that stay below the limits of the protocol', async () => {
  const portal = await testPortal()
  const at = portal.now().toISOString()
  const { rows: before } = await sql<{
    n: number
  }>`SELECT count(*) AS n FROM public_organisation WHERE is_example = 0`.execute(portal.db)
  await sql`WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60000)
    INSERT INTO organisation (id, slug, name, kind, is_example, source_id, published_at, created_at, updated_at)
    SELECT 'gen-' || i, 'gen-' || i || '-' || ${'naam-'.repeat(16)}, 'Gen ' || i, 'sme', 0, 'cordis', ${at}, ${at}, ${at} FROM n`.execute(
    portal.db,
  )
  const index = parseXml(await (await portal.get('/sitemap.xml')).text())
  expect(index.name).toBe('sitemapindex')
  const files = elements(index, 'sitemap').map((file) => texts(file, 'loc')[0] ?? '')
  expect(files.length).toBeGreaterThan(5)
  const paths = new Set<string>()
  let count = 0
  for (const file of files) {
    const answer = await fetch(file)
    const xml = await answer.text()
    expect(answer.status).toBe(200)
    expect(xml.length).toBeLessThan(50_000_000)
    const found = [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, loc = '']) => loc)
    expect(found.length).toBeLessThanOrEqual(50_000)
    for (const loc of found) paths.add(loc)
    count += found.length
  }
  expect(paths.size).toBe(count)
  const organisations = [...paths].filter((path) => path.includes('/organisaties/'))
  expect(organisations).toHaveLength(60_000 + (before[0]?.n ?? 0))
})

test('robots.txt names the sitemap in production, and keeps a demonstration out of search engines', async () => {
  const production = await testPortal({ mode: 'production' })
  const text = await (await production.get('/robots.txt')).text()
  expect(text).toContain(`\nSitemap: ${production.url}/sitemap.xml\n`)
  expect(text).not.toMatch(/^Disallow: \/$/m)
  const demonstration = await testPortal()
  expect(await (await demonstration.get('/robots.txt')).text()).toBe('User-agent: *\nDisallow: /\n')
})
