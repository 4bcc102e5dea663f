import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { addEvidence, fullProject, sampleEvidence } from '../support/evidence.ts'
import { testPortal } from '../support/portal.ts'

const shown = (html: string) =>
  [...html.matchAll(/<a href="\/projecten\/([^"]+)" class="card-link"/g)].map(([, slug]) => slug)

async function portalWithProjects() {
  const portal = await testPortal()
  await sampleEvidence(portal.db)
  const list = async (search: string) => (await portal.get(`/projecten${search}`)).text()
  return { ...portal, list }
}

test('before anything is imported the list says so, and how projects come in', async () => {
  const portal = await testPortal()
  const html = await (await portal.get('/projecten')).text()
  expect(html).toContain('Er zijn nog geen eerdere projecten')
  expect(html).toContain('npm run import -- cordis')
  expect((await portal.get('/projecten.csv')).status).toBe(200)
  const organisation = await (await portal.get('/organisaties/technische-universiteit-delft')).text()
  expect(organisation).not.toContain('id="projecten"')
})

test('the list shows what is no initiative, newest first, and filters by each thing it offers', async () => {
  const { list, db } = await portalWithProjects()
  await addEvidence(db, 'straks', { title: 'Later', starts_on: '2026-12', ends_on: '2027' })
  await addEvidence(db, 'deze-maand', { title: 'Ends this month', starts_on: '2024-01', ends_on: '2026-11' })
  expect(shown(await list(''))).toEqual(['straks', fullProject, 'deze-maand', 'voorbij-100000003', 'kaal-100000002'])
  expect(shown(await list('?sorteer=naam'))).toEqual([
    'kaal-100000002',
    'deze-maand',
    'straks',
    fullProject,
    'voorbij-100000003',
  ])
  for (const [search, slugs] of [
    ['status=running', [fullProject, 'deze-maand']],
    ['status=upcoming', ['straks']],
    ['status=ended', ['voorbij-100000003']],
    ['status=unknown', ['kaal-100000002']],
    ['jaar=2021', ['voorbij-100000003']],
    ['thema=energie', [fullProject]],
    ['thema=energie&status=ended', []],
    ['organisatie=technische-universiteit-delft', [fullProject, 'voorbij-100000003']],
    ['rom=innovationquarter', [fullProject, 'voorbij-100000003']],
    // In a title, an acronym, keywords and the name of a participant.
    ['q=greener', [fullProject]],
    ['q=voorbij', ['voorbij-100000003']],
    [`q=${encodeURIComponent('electrolysis & storage')}`, [fullProject]],
    ['q=accuherleef', [fullProject]],
    ['q=%25', []],
  ] as const) {
    expect(shown(await list(`?${search}`)), search).toEqual(slugs)
  }
})

test('each count is what its filter gives', async () => {
  const { list, db, get } = await portalWithProjects()
  const [first] = await db.selectFrom('technology').select('id').where('kind', '=', 'priority').execute()
  for (let i = 0; i < 30; i++) {
    await addEvidence(db, `p${i}`, {
      starts_on: `202${i % 4}-01-01`,
      ends_on: `202${4 + (i % 5)}-06`,
      organisations: i % 3 === 0 ? { 'technische-universiteit-delft': 'coordinator' } : {},
      themes: i % 2 === 0 ? ['energy', 'food'] : ['circularity'],
      technologies: first && i % 5 === 0 ? [first.id] : [],
    })
  }
  for (const search of ['', '?thema=energie', '?jaar=2022&status=ended', '?q=project']) {
    const html = await list(search)
    const side = html.slice(html.indexOf('hidden flex-col gap-3 lg:flex'))
    const links = [
      ...side.matchAll(
        /<a href="(\/projecten[^"]*)" rel="nofollow"( aria-current="true")?[^>]*><span>[^<]+<\/span><span[^>]*>(\d+)</g,
      ),
    ]
    expect(links.length).toBeGreaterThan(5)
    for (const [, href = '', chosen, n] of links) {
      if (chosen) continue
      const rows = parse(
        await (await get(href.replaceAll('&amp;', '&').replace('/projecten', '/projecten.csv'))).text(),
        {
          delimiter: ';',
          bom: true,
        },
      )
      expect(rows.length - 1, href).toBe(Number(n))
    }
  }
})

test('the organisation that is filtered by is named, can be taken away, and must exist', async () => {
  const { list } = await portalWithProjects()
  const html = await list('?organisatie=technische-universiteit-delft&thema=energie')
  expect(html).toContain('aria-label="Verwijder filter Organisatie: Technische Universiteit Delft"')
  expect(html).toMatch(/<a href="\/projecten\?thema=energie" aria-label="Verwijder filter Organisatie/)
  expect(html).toContain('href="/projecten.csv?organisatie=technische-universiteit-delft&amp;thema=energie"')
  expect(await list('?organisatie=bestaat-niet')).toContain('organisatie=bestaat-niet')
})

test('a project has its facts, its participants and where it is from', async () => {
  const { get } = await portalWithProjects()
  const html = await (await get(`/projecten/${fullProject}`)).text()
  expect(html).toMatch(/<h1 lang="en"[^>]*>PROEFWATER: Made-up membranes for &quot;greener&quot; hydrogen/)
  expect(html).toMatch(/<p lang="en"[^>]*>The first paragraph/)
  expect(html).toContain('ten hoogste €\u00a01,5\u00a0mln uit Horizon Europe')
  expect(html).toContain('1 januari 2025 – 31 december 2028')
  expect(html).toContain('href="/organisaties/technische-universiteit-delft"')
  expect(html).toContain('Coördinator')
  expect(html).toContain('href="https://creativecommons.org/licenses/by/4.0/"')
  expect(html).toContain('href="https://cordis.europa.eu/project/id/100000001"')
  const bare = await get('/projecten/kaal-100000002')
  expect(bare.status).toBe(200)
  expect(await bare.text()).not.toContain('ten hoogste')
  expect((await get('/projecten/bestaat-niet')).status).toBe(404)
})

test('a project that is an initiative leads there, in the language asked for, and not when that is withdrawn', async () => {
  const { get, db } = await portalWithProjects()
  const answer = await get('/projecten/verhuisd-100000004?taal=en')
  expect([answer.status, answer.headers.get('location')]).toEqual([301, '/initiatieven/protix-2023?taal=en'])
  const html = await (await get('/initiatieven/protix-2023')).text()
  expect(html).toContain('Doel volgens CORDIS')
  expect(html).toMatch(/lang="en"[^>]*>.*The objective of what is an initiative here/s)
  expect(html).toContain('href="https://cordis.europa.eu/project/id/100000004"')
  await db
    .updateTable('undertaking')
    .set({ withdrawn_at: '2026-01-01T00:00:00.000Z' })
    .where('slug', '=', 'protix-2023')
    .execute()
  expect((await get('/projecten/verhuisd-100000004')).status).toBe(404)
})

test('an organisation shows how many projects it did, the latest, and the way to the others', async () => {
  const { get, db, list } = await portalWithProjects()
  for (let i = 0; i < 10; i++) {
    await addEvidence(db, `oud-${i}`, {
      starts_on: `201${i}`,
      organisations: { 'technische-universiteit-delft': 'participant' },
    })
  }
  const html = await (await get('/organisaties/technische-universiteit-delft')).text()
  const part = html.slice(html.indexOf('id="projecten"'), html.indexOf('id="contact"')).replaceAll('<!-- -->', '')
  expect(part).toContain('Deze organisatie deed mee aan 13 projecten. De nieuwste 8 staan hier.')
  expect(part.match(/<li/g)).toHaveLength(8)
  expect(part).toContain('coördinator · 2025 – 2028')
  expect(part).toContain('href="/initiatieven/protix-2023"')
  expect(part).toContain('Bekijk alle 12 in de lijst')
  expect(part).toContain('href="/projecten?organisatie=technische-universiteit-delft"')
  expect(await list('?organisatie=technische-universiteit-delft')).toContain('1–12 van 12')
})

test('a participant that is withdrawn is nowhere', async () => {
  const { get, db, list } = await portalWithProjects()
  await db
    .updateTable('organisation')
    .set({ withdrawn_at: '2026-01-01T00:00:00.000Z' })
    .where('slug', '=', 'accuherleef-voorbeeld')
    .execute()
  expect(await list('?q=accuherleef')).toContain('Niets gevonden')
  expect(await (await get(`/projecten/${fullProject}`)).text()).not.toContain('Accuherleef')
  expect(await (await get('/projecten.csv')).text()).not.toContain('Accuherleef')
})
