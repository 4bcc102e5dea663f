import { expect, test } from 'vitest'
import { pageAddresses, withEveryPage } from '../support/addresses.ts'
import { pages } from '../support/pages.ts'
import { testPortal } from '../support/portal.ts'

test('every page of the route map answers in both languages, and nothing goes wrong on the way', async () => {
  const portal = await testPortal({ env: withEveryPage })
  const addresses = await pageAddresses(portal.db)
  expect(addresses.length).toBeGreaterThan(20)
  for (const address of addresses) {
    for (const language of ['nl', 'en']) {
      const answer = await portal.get(`${address}?taal=${language}`)
      const html = await answer.text()
      expect(answer.status, address).toBe(200)
      expect(answer.headers.get('content-language'), address).toBe(language)
      expect(html, address).toContain(`<html lang="${language}"`)
      expect(html.match(/<h1/g), address).toHaveLength(1)
      // A text that is missing would show as its key.
      expect(html.replace(/href="[^"]*"/g, ''), address).not.toMatch(/>(common|lists|statements)\.[a-zA-Z.]+</)
    }
  }
  expect(portal.errors).toEqual([])
})

test('the browser tests open every page of the route map', async () => {
  const shape = (path: string) => path.split('?')[0]?.replace(/^(\/[a-z]+)\/.+/, '$1/:slug')
  const portal = await testPortal()
  const opened = new Set(pages.map(shape))
  for (const address of await pageAddresses(portal.db)) expect(opened, address).toContain(shape(address))
})

const mostAlike = 20

test('every link on every page leads somewhere', async () => {
  const portal = await testPortal({ env: { limitFactor: 100 } })
  const seen = new Map<string, string>([['/', 'the start']])
  const queue = ['/']
  const alike = new Map<string, number>()
  for (let address = queue.shift(); address !== undefined; address = queue.shift()) {
    const answer = await portal.get(address)
    expect(answer.status, `${address}, linked from ${seen.get(address)}`).toBe(200)
    if (!answer.headers.get('content-type')?.startsWith('text/html')) continue
    const html = await answer.text()
    for (const [, link = ''] of html.matchAll(/<a [^>]*href="([^"]+)"/g)) {
      const url = new URL(link.replaceAll('&amp;', '&'), new URL(address, portal.url))
      if (url.origin !== portal.url || url.searchParams.has('taal')) continue
      if (url.hash && url.pathname === address.split('?')[0]) {
        expect(html, `${link} on ${address}`).toContain(`id="${decodeURIComponent(url.hash.slice(1))}"`)
      }
      // Filters make endless addresses: one value of each kind is followed from each list, pages all.
      const key = url.pathname + [...url.searchParams.keys()].sort().join()
      const known = url.searchParams.has('pagina') ? url.pathname + url.search : key
      if (seen.has(known)) continue
      // Of the pages under a thing (the partners of an organisation), those of some things are followed: hundreds are made alike.
      const under = /^(\/\w+)\/[^/]+(\/\w+)$/.exec(url.pathname)
      if (under) {
        const kind = under.slice(1).join()
        alike.set(kind, (alike.get(kind) ?? 0) + 1)
        if ((alike.get(kind) ?? 0) > mostAlike) continue
      }
      seen.set(known, address)
      seen.set(url.pathname + url.search, address)
      queue.push(url.pathname + url.search)
    }
  }
  expect(seen.size).toBeGreaterThan(250)
  expect(portal.errors).toEqual([])
}, 180_000)

test('a page tells search engines about its other language', async () => {
  const portal = await testPortal()
  const html = await (await portal.get('/programmas?thema=energie')).text()
  expect(html).toContain(
    `<link rel="alternate" hrefLang="en" href="${portal.url}/programmas?thema=energie&amp;taal=en"/>`,
  )
  expect(html).toContain(
    `<link rel="alternate" hrefLang="nl" href="${portal.url}/programmas?thema=energie&amp;taal=nl"/>`,
  )
})

test('the language is remembered, but not when a browser only fetches ahead', async () => {
  const portal = await testPortal()
  const asked = await portal.get('/over?taal=en')
  const cookie = asked.headers.get('set-cookie') ?? ''
  expect(cookie).toMatch(/^taal=.*HttpOnly.*SameSite=Lax/)
  const next = await portal.get('/over', { headers: { cookie: cookie.split(';')[0] ?? '' } })
  expect(next.headers.get('content-language')).toBe('en')
  const ahead = await portal.get('/over?taal=en', { headers: { 'sec-purpose': 'prefetch' } })
  expect(ahead.headers.get('set-cookie')).toBeNull()
  const forged = await portal.get('/over', { headers: { cookie: 'taal=%00%ff; taal=bm9wZQ==' } })
  expect(forged.status).toBe(200)
  expect(forged.headers.get('content-language')).toBe('nl')
})

test('a list filters, sorts and pages by its address, and the filters agree with what is shown', async () => {
  const portal = await testPortal()
  const shown = (html: string) =>
    [...html.matchAll(/<a href="\/organisaties\/([^"]+)" class="card-link"/g)].map(([, slug]) => slug)
  const all = await (await portal.get('/organisaties')).text()
  expect(shown(all)).toHaveLength(24)
  const next = await (await portal.get('/organisaties?pagina=2')).text()
  expect(shown(next).filter((slug) => shown(all).includes(slug))).toEqual([])

  const limburg = await (await portal.get('/organisaties?rom=liof&soort=startup')).text()
  const expected = await portal.db
    .selectFrom('public_organisation')
    .select('slug')
    .where('seat_rom_id', '=', 'liof')
    .where('kind', '=', 'startup')
    .execute()
  expect(expected.length).toBeGreaterThan(0)
  expect(shown(limburg).sort()).toEqual(expected.map(({ slug }) => slug).sort())

  const none = await (await portal.get('/organisaties?q=bestaatnietinditportaal')).text()
  expect(none).toContain('Niets gevonden')
})

test('what is not public is nowhere on the pages', async () => {
  const portal = await testPortal()
  const hidden = await portal.db
    .selectFrom('listing')
    .select(['organisation_id', 'text_nl', 'text_en'])
    .where((eb) => eb.or([eb('visibility', '!=', 'public'), eb('anonymous', '=', 1)]))
    .execute()
  expect(hidden.length).toBeGreaterThan(10)
  for (const { organisation_id, text_nl, text_en } of hidden) {
    const { slug } = await portal.db
      .selectFrom('organisation')
      .select('slug')
      .where('id', '=', organisation_id)
      .executeTakeFirstOrThrow()
    const html = await (await portal.get(`/organisaties/${slug}`)).text()
    const csv = await (await portal.get('/organisaties.csv')).text()
    const text = (text_nl ?? text_en ?? '').slice(0, 60)
    expect(html).not.toContain(text)
    expect(csv).not.toContain(text)
    const found = await (await portal.get(`/organisaties?q=${encodeURIComponent(text)}`)).text()
    expect(found).toContain('Niets gevonden')
  }
})

test('an organisation that is withdrawn, and an offer that has expired, are gone', async () => {
  const portal = await testPortal()
  const listing = await portal.db
    .selectFrom('public_listing as l')
    .innerJoin('organisation as o', 'o.id', 'l.organisation_id')
    .select(['l.id', 'l.text_nl', 'o.slug', 'o.id as organisation_id'])
    .where('l.text_nl', 'is not', null)
    .executeTakeFirstOrThrow()
  const page = async () => portal.get(`/organisaties/${listing.slug}`)
  const part = (listing.text_nl ?? '').slice(0, 30)
  expect(await (await page()).text()).toContain(part)
  await portal.db.updateTable('listing').set({ expires_on: '2020-01-01' }).where('id', '=', listing.id).execute()
  expect(await (await page()).text()).not.toContain(part)
  await portal.db
    .updateTable('organisation')
    .set({ withdrawn_at: '2026-01-01T00:00:00.000Z' })
    .where('id', '=', listing.organisation_id)
    .execute()
  expect((await page()).status).toBe(404)
})

test('what was made up is marked in search, and counts in no theme, ROM or region', async () => {
  const portal = await testPortal()
  const found = await (await portal.get('/zoeken?q=accuherleef')).text()
  expect(found).toMatch(/voorbeeld<\/span><\/p><h2[^>]*><a href="\/organisaties\/accuherleef-voorbeeld"/)
  const before = await (await portal.get('/themas')).text()
  await portal.db
    .updateTable('organisation')
    .set({ withdrawn_at: '2026-01-01T00:00:00.000Z' })
    .where('is_example', '=', 1)
    .execute()
  const counts = (html: string) => [...html.matchAll(/\d+ organisaties?/g)].map(([text]) => text)
  expect(counts(before).length).toBeGreaterThan(5)
  expect(counts(await (await portal.get('/themas')).text())).toEqual(counts(before))
})

test('nothing is known from before the first record, and nothing later than today', async () => {
  const portal = await testPortal()
  for (const path of ['/matrix', '/programmas/energiehubs']) {
    const early = await (await portal.get(`${path}?stand=2020-01-01`)).text()
    expect(early, path).toContain('Schakel legt dit vast sinds 21 november 2026')
    expect(early, path).not.toContain('Geen bron noemt een ROM')
    const late = await (await portal.get(`${path}?stand=2030-01-01`)).text()
    expect(late, path).toContain('stand=2030-01-01')
    expect(late, path).toContain('Een deel van het adres is niet gebruikt')
  }
  expect(await (await portal.get('/programmas/esmee?datum=2019-01-01')).text()).toContain('nog niet begonnen')
  expect(await (await portal.get('/programmas/esmee?datum=2040-01-01')).text()).toContain(
    'Op deze dag was het afgelopen',
  )
})

test('when the search server is away, the pages say so and work', async () => {
  const portal = await testPortal()
  const answer = await portal.get('/zoeken?q=waterstof')
  expect(answer.status).toBe(200)
  expect(await answer.text()).toContain('De zoekserver is nu niet bereikbaar')
  expect((await portal.get('/readyz')).status).toBe(503)
  expect((await portal.get('/healthz')).status).toBe(200)
})
