import { expect, test } from 'vitest'
import { sampleEvidence } from '../support/evidence.ts'
import { testPortal } from '../support/portal.ts'
import { testSearch } from '../support/search.ts'

interface Answer {
  total: number
  hits: {
    type: string
    slug: string
    title: string
    summary: string
    roms: { slug: string }[]
    themes: { slug: string; name: string }[]
    url: string
    highlights: string[]
  }[]
  facets: Record<string, { value: string; count: number }[]>
  next: string | null
  plain: boolean
}

async function searchable() {
  let sync: ReturnType<typeof testSearch>['sync'] | undefined
  const portal = await testPortal({
    search: (db) => {
      const tools = testSearch(db, { only: 'search' })
      sync = tools.sync
      return tools
    },
  })
  await sampleEvidence(portal.db)
  await sync?.catchUp()
  const find = async (search: string): Promise<Answer> => {
    const answer = await portal.get(`/api/v1/search?${search}`)
    expect(answer.status, search).toBe(200)
    return (await answer.json()) as Answer
  }
  return { portal, find }
}

test('a search gives whole hits, marked, with addresses that work', async () => {
  const { portal, find } = await searchable()
  const answer = await find('q=waterstof')
  const projects = await find('type=project')
  expect(projects.total).toBe(3)
  expect(answer.plain).toBe(false)
  expect(answer.total).toBeGreaterThan(3)
  expect(answer.hits.some(({ highlights }) => highlights.some((text) => text.includes('<mark>')))).toBe(true)
  for (const hit of [...answer.hits, ...projects.hits]) {
    expect(hit.url.startsWith(portal.url)).toBe(true)
    expect((await portal.get(hit.url)).status, hit.url).toBe(200)
    expect(hit.highlights.join('')).not.toMatch(/<(?!\/?mark>)/)
  }
})

test('every value of a facet filters to as many as it says', async () => {
  const { find } = await searchable()
  const { facets } = await find('q=energie')
  let tried = 0
  for (const [name, values] of Object.entries(facets)) {
    for (const { value, count } of values) {
      expect((await find(`q=energie&limit=1&${name}=${value}`)).total, `${name}=${value}`).toBe(count)
      tried++
    }
  }
  expect(tried).toBeGreaterThan(20)
})

test('the language is that of titles and names', async () => {
  const { find } = await searchable()
  const one = async (lang: string) => (await find(`type=theme&q=energie&limit=1&lang=${lang}`)).hits[0]
  expect((await one('nl'))?.title).toBe('Energie')
  expect((await one('en'))?.title).toBe('Energy')
})

test('following next gives everything once', async () => {
  const { portal, find } = await searchable()
  const { total } = await find('')
  const seen: string[] = []
  let next: string | null = `${portal.url}/api/v1/search?limit=50&sort=name`
  while (next) {
    const page: Answer = await find(new URL(next).search.slice(1))
    seen.push(...page.hits.map(({ type, slug }) => `${type} ${slug}`))
    next = page.next
  }
  expect(seen).toHaveLength(total)
  expect(new Set(seen).size).toBe(total)
})

test('without a search server the database answers, and says so', async () => {
  const portal = await testPortal()
  const answer = await portal.get('/api/v1/search?q=waterstof&limit=5')
  expect(answer.status).toBe(200)
  const found = (await answer.json()) as Answer
  expect(found.plain).toBe(true)
  expect(found.hits.length).toBeGreaterThan(0)
  expect(portal.errors).toEqual([])
})

test('without a search server too, a programme is no longer under a ROM whose part in it has ended', async () => {
  const { db, get } = await testPortal()
  const part = await db
    .selectFrom('participation as p')
    .innerJoin('undertaking as u', 'u.id', 'p.undertaking_id')
    .innerJoin('rom', 'rom.id', 'p.rom_id')
    .where('u.slug', '=', 'energiehubs')
    .where('p.status', '=', 'confirmed')
    .select(['p.id', 'p.undertaking_id', 'p.rom_id', 'p.recorded_by', 'rom.slug as rom'])
    .executeTakeFirstOrThrow()
  const slugs = async () => {
    const found = (await (await get(`/api/v1/search?rom=${part.rom}&limit=100`)).json()) as Answer
    return found.hits.map(({ slug }) => slug)
  }
  expect(await slugs()).toContain('energiehubs')
  const { id: supersedes_id, rom: _, ...same } = part
  await db
    .insertInto('participation')
    .values({
      ...same,
      id: 'ended',
      supersedes_id,
      status: 'confirmed',
      valid_until: '2024-01-01',
      recorded_at: '2026-11-21T10:00:00.000Z',
    })
    .execute()
  expect(await slugs()).not.toContain('energiehubs')
})

test('what is marked cannot carry markup of its own', async () => {
  const portal = await testPortal()
  await portal.db
    .updateTable('organisation')
    .set({ name: '<img src=x onerror=alert(1)> & "waterstof"' })
    .where('slug', '=', 'technische-universiteit-delft')
    .execute()
  const found = (await (await portal.get('/api/v1/search?q=waterstof&type=organisation&limit=100')).json()) as Answer
  const own = found.hits.find(({ slug }) => slug === 'technische-universiteit-delft')
  expect(own?.highlights.join('')).toContain(
    '&lt;img src=x onerror=alert(1)&gt; &amp; &quot;<mark>waterstof</mark>&quot;',
  )
})
