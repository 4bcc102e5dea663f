import { expect, test } from 'vitest'
import { testPortal } from '../support/portal.ts'

type Portal = Awaited<ReturnType<typeof testPortal>>
interface List {
  total: number
  items: { slug: string; kind: string; is_example: boolean }[]
  next: string | null
}

async function read<T = List>(portal: Portal, path: string): Promise<T> {
  const answer = await portal.get(path)
  expect(answer.status, path).toBe(200)
  return (await answer.json()) as T
}

test('following next gives every public organisation exactly once', async () => {
  const portal = await testPortal()
  const expected = await portal.db.selectFrom('public_organisation').select('slug').orderBy('slug').execute()
  for (const search of ['', '?limit=7&sort=place', '?limit=100&sort=newest']) {
    const seen: string[] = []
    let next: string | null = `/api/v1/organisations${search}`
    while (next) {
      const page: List = await read(portal, next)
      expect(page.total).toBe(expected.length)
      seen.push(...page.items.map(({ slug }) => slug))
      next = page.next
    }
    expect(seen.sort()).toEqual(expected.map(({ slug }) => slug))
  }
})

test('the Link header leads to the next, previous and first page, with the same filters', async () => {
  const portal = await testPortal()
  const answer = await portal.get('/api/v1/organisations?kind=knowledge_institution&limit=5&offset=5')
  const links = Object.fromEntries(
    [...(answer.headers.get('link') ?? '').matchAll(/<([^>]+)>; rel="([^"]+)"/g)].map(([, href, rel]) => [rel, href]),
  )
  const here = `${portal.url}/api/v1/organisations?kind=knowledge_institution&limit=5`
  expect(links).toEqual({
    first: here,
    prev: here,
    next: `${here}&offset=10`,
    'service-desc': `${portal.url}/api/v1/openapi.json`,
  })
  expect(((await answer.json()) as List).next).toBe(links.next)
  const beyond = await read(portal, '/api/v1/organisations?offset=2147483647')
  expect(beyond.items).toEqual([])
  expect(beyond.next).toBeNull()
})

test('the filters give what the database holds', async () => {
  const portal = await testPortal()
  const expected = await portal.db
    .selectFrom('public_organisation as o')
    .innerJoin('organisation_theme as t', 't.organisation_id', 'o.id')
    .innerJoin('theme', 'theme.id', 't.theme_id')
    .innerJoin('rom', 'rom.id', 'o.seat_rom_id')
    .where('theme.slug', '=', 'energie')
    .where('rom.slug', '=', 'oost-nl')
    .select('o.slug')
    .orderBy('o.slug')
    .execute()
  expect(expected.length).toBeGreaterThan(0)
  const list = await read(portal, '/api/v1/organisations?theme=energie&rom=oost-nl&limit=100')
  expect(list.items.map(({ slug }) => slug).sort()).toEqual(expected.map(({ slug }) => slug))
  const running = await read(portal, '/api/v1/programmes?status=running&limit=100')
  const all = await read(portal, '/api/v1/programmes?limit=100')
  expect(running.total).toBeGreaterThan(0)
  expect(running.total).toBeLessThan(all.total)
  const projects = await read(portal, '/api/v1/initiatives?kind=project&limit=100')
  expect(new Set(projects.items.map(({ kind }) => kind))).toEqual(new Set(['project']))
  expect((await read(portal, '/api/v1/calls?status=closed')).total).toBeLessThan(
    (await read(portal, '/api/v1/calls')).total,
  )
})

test('what was made up says so, in lists and in full', async () => {
  const portal = await testPortal()
  const { slug } = await portal.db
    .selectFrom('public_organisation')
    .select('slug')
    .where('is_example', '=', 1)
    .executeTakeFirstOrThrow()
  expect(await read(portal, `/api/v1/organisations/${slug}`)).toMatchObject({ is_example: true })
  const rows = await portal.db.selectFrom('public_organisation').select(['slug', 'is_example']).execute()
  const list = await read(portal, '/api/v1/organisations?limit=100')
  for (const item of list.items) {
    expect(item.is_example, item.slug).toBe(rows.find((row) => row.slug === item.slug)?.is_example === 1)
  }
  expect(new Set(list.items.map(({ is_example }) => is_example)).size).toBe(2)
})

test('an answer that has not changed is not sent again', async () => {
  const portal = await testPortal()
  const path = '/api/v1/roms/bom'
  const first = await portal.get(path)
  const tag = first.headers.get('etag') ?? ''
  expect(tag).toMatch(/^W\/"[\w-]{27}"$/)
  expect(first.headers.get('cache-control')).toBe('public, max-age=60')
  expect(first.headers.get('vary')).toMatch(/accept-encoding/i)
  expect(first.headers.get('set-cookie')).toBeNull()
  for (const known of [tag, tag.slice(2), `"x", ${tag}`, '*']) {
    // Node's fetch sends no-cache with a header of our own unless it is told not to.
    const again = await portal.get(path, { headers: { 'if-none-match': known }, cache: 'default' })
    expect(again.status, known).toBe(304)
    expect(await again.text()).toBe('')
    expect(again.headers.get('etag')).toBe(tag)
  }
  expect((await portal.get(path, { headers: { 'if-none-match': '"x"' } })).status).toBe(200)
  await portal.db.updateTable('rom').set({ head_office: 'Elders' }).where('slug', '=', 'bom').execute()
  const changed = await portal.get(path, { headers: { 'if-none-match': tag } })
  expect(changed.status).toBe(200)
  expect(changed.headers.get('etag')).not.toBe(tag)
})

test('HEAD, OPTIONS and another site all get what they need', async () => {
  const portal = await testPortal()
  const path = '/api/v1/organisations?limit=2'
  const get = await portal.get(path)
  const head = await portal.get(path, { method: 'HEAD' })
  expect(head.status).toBe(200)
  expect(await head.text()).toBe('')
  for (const name of ['etag', 'link', 'content-type', 'cache-control']) {
    expect(head.headers.get(name), name).toBe(get.headers.get(name))
  }
  const asked = { origin: 'https://elders.example', 'access-control-request-method': 'GET' }
  const options = await portal.get(path, { method: 'OPTIONS', headers: asked })
  expect(options.status).toBe(204)
  expect(options.headers.get('access-control-allow-methods')).toContain('GET')
  expect(options.headers.get('access-control-allow-headers')).toContain('If-None-Match')
  for (const answer of [get, options, await portal.get('/api/v1/roms?x=1')]) {
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
    expect(answer.headers.get('access-control-expose-headers')).toBe(
      'ETag, Link, RateLimit, RateLimit-Policy, Retry-After',
    )
  }
  expect((await portal.get('/organisaties')).headers.get('access-control-allow-origin')).toBeNull()
})
