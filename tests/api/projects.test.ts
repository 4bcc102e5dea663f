import { expect, test } from 'vitest'
import { openApi, portalWithProjects } from '../support/api.ts'
import { addEvidence, fullProject } from '../support/evidence.ts'
import { testPortal } from '../support/portal.ts'

type Portal = Awaited<ReturnType<typeof testPortal>>
interface Project {
  slug: string
  status: string | null
  participant_count: number
}
interface List {
  total: number
  items: Project[]
  next: string | null
}
interface Organisation {
  projects: { total: number; latest: { type: string; slug: string; url: string }[]; all: string }
}

const example = 'hope-101096275'
const delft = 'technische-universiteit-delft'

async function read<T = List>(portal: Portal, path: string): Promise<T> {
  const answer = await portal.get(path)
  expect(answer.status, path).toBe(200)
  return (await answer.json()) as T
}

test('before anything is imported the list is empty, and an organisation has none', async () => {
  const portal = await testPortal()
  expect(await read(portal, '/api/v1/projects')).toEqual({ total: 0, items: [], next: null })
  expect(await read(portal, `/api/v1/organisations/${delft}`)).toMatchObject({ projects: { total: 0, latest: [] } })
})

test('a project is told in full, with whom to name', async () => {
  const portal = await portalWithProjects()
  const { participants, ...project } = await read<Project & { participants: object[] }>(
    portal,
    `/api/v1/projects/${fullProject}`,
  )
  expect(project).toMatchObject({
    slug: fullProject,
    acronym: 'PROEFWATER',
    title: 'Made-up membranes for "greener" hydrogen <at sea> & on land',
    language: 'en',
    objective: 'The first paragraph of an objective.\n\nThe second paragraph, with more about it.',
    status: 'running',
    register_status: 'signed',
    topic: 'HORIZON-CL5-2026-D2-01-01',
    keywords: ['hydrogen', 'membranes', 'electrolysis & storage'],
    starts_on: '2025-01-01',
    ends_on: '2028-12-31',
    grant_cents: 152_345_600,
    participant_count: 2,
    roms: [{ slug: 'innovationquarter' }, { slug: 'liof' }],
    themes: [{ slug: 'energie' }, { slug: 'sleuteltechnologieen' }],
    source: { licence: 'CC BY 4.0', attribution: expect.stringContaining('© European Union. CC BY 4.0') },
    source_url: 'https://cordis.europa.eu/project/id/100000001',
    is_example: false,
    url: `${portal.url}/projecten/${fullProject}`,
  })
  expect(participants).toEqual([
    {
      slug: delft,
      name: { nl: 'Technische Universiteit Delft', en: 'Delft University of Technology' },
      kind: 'knowledge_institution',
      rom: { slug: 'innovationquarter', name: 'IQ' },
      role: 'coordinator',
    },
    expect.objectContaining({ slug: 'accuherleef-voorbeeld', role: 'participant' }),
  ])
  const [row] = (await read(portal, `/api/v1/projects?q=PROEFWATER`)).items
  expect(row).toEqual(Object.fromEntries(Object.entries(project).filter(([name]) => name !== 'objective')))
  // What no source says is not made up.
  expect(await read(portal, `/api/v1/projects/${example}`)).toMatchObject({
    language: null,
    status: null,
    register_status: null,
    grant_cents: null,
    participants: [],
    roms: [],
  })
})

test('each filter gives what the list on the portal gives', async () => {
  const portal = await portalWithProjects()
  await addEvidence(portal.db, 'straks', { title: 'Later', starts_on: '2026-12', ends_on: '2027' })
  const { technologies } = await read<{ technologies: { id: string }[] }>(portal, `/api/v1/projects/${fullProject}`)
  for (const [search, slugs] of [
    ['', ['straks', fullProject, 'voorbij-100000003', 'kaal-100000002', example]],
    ['sort=name', ['kaal-100000002', 'straks', fullProject, example, 'voorbij-100000003']],
    ['status=running', [fullProject]],
    ['status=upcoming', ['straks']],
    ['status=ended', ['voorbij-100000003']],
    ['status=unknown', ['kaal-100000002', example]],
    ['year=2021', ['voorbij-100000003']],
    ['year=2022', []],
    ['theme=energie', [fullProject]],
    [`technology=${technologies[0]?.id}`, [fullProject]],
    [`organisation=${delft}`, [fullProject, 'voorbij-100000003']],
    [`organisation=${delft}&status=ended`, ['voorbij-100000003']],
    ['rom=innovationquarter', [fullProject, 'voorbij-100000003']],
    ['rom=nom', []],
    ['q=accuherleef', [fullProject]],
    ['q=%25', []],
  ] as const) {
    const list = await read(portal, `/api/v1/projects?${search}`)
    expect(
      list.items.map(({ slug }) => slug),
      search,
    ).toEqual(slugs)
    expect(list.total, search).toBe(slugs.length)
  }
})

test('following next gives every project exactly once', async () => {
  const portal = await portalWithProjects()
  // All at the same moment, some without any: the order must hold all the same.
  for (let n = 0; n < 30; n++) {
    const starts_on = n % 3 === 0 ? null : '2024'
    await addEvidence(portal.db, `gelijk-${n}`, {
      title: 'The same',
      starts_on,
      organisations: { [delft]: 'participant' },
    })
  }
  const expected = await portal.db.selectFrom('public_evidence').select('slug').orderBy('slug').execute()
  for (const search of ['limit=7', 'limit=1&sort=name', 'limit=100']) {
    const seen: string[] = []
    let next: string | null = `/api/v1/projects?${search}`
    while (next) {
      const page: List = await read(portal, next)
      expect(page.total).toBe(expected.length)
      seen.push(...page.items.map(({ slug }) => slug))
      next = page.next
    }
    expect(seen.sort(), search).toEqual(expected.map(({ slug }) => slug))
  }
  expect(await read(portal, '/api/v1/projects?offset=2147483647')).toMatchObject({ items: [], next: null })
})

test('a project that is shown as an initiative leads there, for machines on other sites too', async () => {
  const portal = await portalWithProjects()
  const path = '/api/v1/projects/verhuisd-100000004'
  const answer = await portal.get(path)
  expect(answer.status).toBe(301)
  expect(answer.headers.get('location')).toBe('/api/v1/initiatives/protix-2023')
  expect(answer.headers.get('cache-control')).toBe('public, max-age=60')
  expect(answer.headers.get('access-control-allow-origin')).toBe('*')
  const followed = await portal.get(path, { redirect: 'follow' })
  expect(await followed.json()).toMatchObject({ slug: 'protix-2023' })
  expect((await portal.get(`${path}?nope=1`)).status).toBe(400)
  expect((await openApi(portal)).paths['/projects/{slug}']?.get?.responses).toHaveProperty('301')
  // Nothing leads to what is not public.
  await portal.db.updateTable('undertaking').set({ published_at: null }).where('slug', '=', 'protix-2023').execute()
  expect((await portal.get(path)).status).toBe(404)
  expect(portal.errors).toEqual([])
})

test('the page about the API has an example when that of the document leads elsewhere', async () => {
  const portal = await portalWithProjects()
  const { id } = await portal.db
    .selectFrom('public_undertaking')
    .select('id')
    .where('slug', '=', 'protix-2023')
    .executeTakeFirstOrThrow()
  await portal.db.updateTable('evidence').set({ undertaking_id: id }).where('slug', '=', example).execute()
  const html = await (await portal.get('/api')).text()
  expect(html).toContain(`<a href="/api/v1/projects/${fullProject}"`)
  expect(html).not.toContain(`<a href="/api/v1/projects/${example}"`)
  expect(portal.errors).toEqual([])
})

test('an organisation tells its latest projects and where the others are', async () => {
  const portal = await portalWithProjects()
  const of = async () => (await read<Organisation>(portal, `/api/v1/organisations/${delft}`)).projects
  const { total, latest, all } = await of()
  expect(latest.map(({ type, slug }) => [type, slug])).toEqual([
    ['project', fullProject],
    ['initiative', 'protix-2023'],
    ['project', 'voorbij-100000003'],
  ])
  expect(total).toBe(3)
  for (const { url } of latest) expect((await portal.get(url)).status, url).toBe(200)
  expect((await read(portal, all)).items.map(({ slug }) => slug)).toEqual([fullProject, 'voorbij-100000003'])
  for (let n = 0; n < 10; n++) {
    await addEvidence(portal.db, `meer-${n}`, { starts_on: '2026', organisations: { [delft]: 'participant' } })
  }
  const more = await of()
  expect(more.total).toBe(13)
  expect(more.latest).toHaveLength(8)
  expect((await read(portal, all)).total).toBe(12)
})
