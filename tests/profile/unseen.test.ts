import { expect, test, vi } from 'vitest'
import { addresses, openApi } from '../support/api.ts'
import { sampleEvidence } from '../support/evidence.ts'
import { addOrganisations } from '../support/matching.ts'
import { pages } from '../support/pages.ts'
import type { Portal } from '../support/portal.ts'
import { testSearch } from '../support/search.ts'
import { fieldsIn, profiles } from './scene.ts'

const word = 'kwintessenspomp'
const sentence = `Wij zoeken een ${word} die palingen heel laat in een poldergemaal.`

/** A scene with a real search server that follows the database. */
async function searching() {
  const tools: ReturnType<typeof testSearch>[] = []
  const scene = await profiles({
    env: { limitFactor: 1000 },
    search: (db) => {
      const made = testSearch(db)
      tools.push(made)
      return made
    },
  })
  await sampleEvidence(scene.db)
  await addOrganisations(scene.db, [
    {
      id: 'pompenmaker',
      rom: 'bom',
      offers: [{ nl: `Onze ${word} laat palingen heel door het poldergemaal gaan.` }],
    },
  ])
  const [search] = tools
  if (!search) throw new Error('no search')
  await search.sync.catchUp()
  return { ...scene, ...search }
}

type Searching = Awaited<ReturnType<typeof searching>>

async function addNeed(scene: Searching, audience: string): Promise<string> {
  const owner = await scene.as(scene.people.owner)
  const sent = fieldsIn(await (await owner.get(scene.need)).text(), scene.need)
  sent.set('text_nl', sentence)
  sent.set('audience', audience)
  sent.append('technologies[]', 'quantum')
  return (await owner.post(scene.need, sent)).headers.get('location') ?? ''
}

const downloads = ['organisaties', 'projecten', 'programmas', 'initiatieven', 'oproepen', 'roms', 'bronnen']
const machines = ['nieuws.rss', 'nieuws.atom', 'oproepen.rss', 'oproepen.atom', 'kalender.ics', 'sitemap.xml']
const list = '/aanbod-en-vraag'

/** Every address that anybody can ask without signing in, and what it answers. */
async function* everythingPublic(portal: Portal, id: string) {
  const asked = `q=${word}`
  const own = [
    `/organisaties/${id}`,
    `/organisaties/${id}.data`,
    `/organisaties/${id}/partners`,
    `/organisaties/${id}/partners.data`,
    `/organisaties/${id}/programmas`,
    '/organisaties/pompenmaker/partners',
    '/organisaties/pompenmaker/partners.data',
    `/organisaties?${asked}`,
    `/organisaties.data?${asked}`,
    `/organisaties?thema=water&weergave=tabel&sorteer=nieuw`,
    `/zoeken?${asked}`,
    `/zoeken.data?${asked}`,
    `/partners?q=${encodeURIComponent(sentence)}`,
    `/partners?q=${encodeURIComponent(`Wij bieden een ${word}`)}`,
    `/api/suggest?${asked}`,
    `/api/v1/search?${asked}`,
    `/api/v1/organisations/${id}`,
    `/api/v1/organisations/${id}/matches`,
    '/api/v1/organisations/pompenmaker/matches',
    `/api/v1/organisations?${asked}`,
    '/api/v1/organisations?limit=100',
  ]
  const api = addresses(await openApi(portal)).map(({ address }) => address)
  const files = [...downloads.flatMap((name) => [`/${name}.csv`]), ...machines.map((name) => `/${name}`)]
  for (const path of new Set([...own, ...api, ...files, ...pages, list, `${list}.data`])) {
    yield { path, text: await (await portal.get(path)).text() }
  }
  const body = JSON.stringify({ text: sentence, language: 'nl' })
  const headers = { 'content-type': 'application/json' }
  const answer = await portal.get('/api/v1/matches', { method: 'POST', body, headers })
  yield { path: 'POST /api/v1/matches', text: await answer.text() }
}

test('what not everybody may see is in no public answer, nor can it be told from one whose it is', async () => {
  const scene = await searching()
  const { portal, id, sync, db } = scene
  const shown = new Map<string, string>()
  for await (const { path, text } of everythingPublic(portal, id)) shown.set(path, text)
  let edit = ''
  for (const audience of ['own_rom', 'roms', 'roms_anonymous', 'public_anonymous']) {
    edit = await addNeed(scene, audience)
  }
  const ids = (await scene.listings()).map((one) => one.id)
  const codes = (await db.selectFrom('listing_code').select('code').execute()).map(({ code }) => code)
  expect([ids.length, codes.length > 2]).toEqual([4, true])
  for (const drained of [false, true]) {
    if (drained) await sync.catchUp()
    for await (const { path, text } of everythingPublic(portal, id)) {
      const about = `${path}, ${drained ? 'after' : 'before'} the index heard of it`
      for (const one of ids) expect(text, about).not.toContain(one)
      if (path.startsWith(list)) {
        expect(text, about).not.toContain(id)
        expect(text.split(sentence).length, about).toBe(2)
        continue
      }
      // What was asked stands on some pages again, as it did before there was such a need.
      const before = shown.get(path) ?? ''
      expect(text.split('palingen heel laat in').length, about).toBe(before.split('palingen heel laat in').length)
      for (const code of codes) expect(text.includes(code), about).toBe(false)
      // Who answers what, and in which order, is what it was.
      if (/partners|matches|search|zoeken|suggest/.test(path)) {
        const links = (html: string) => [...html.matchAll(/"?\/organisaties\/([\w-]+)"/g)].map(([, slug]) => slug)
        expect(links(text), about).toEqual(links(before))
      }
    }
  }
  // It counts for who keeps the profile all the same, and for nobody else.
  const page = await (await scene.as(scene.people.owner)).page(edit)
  expect(page).toContain('href="/organisaties/pompenmaker"')
  expect(portal.errors).toEqual([])
})

test('without a name the text is on a list of its own, by a code that tells nothing; once withdrawn it is gone', async () => {
  const scene = await searching()
  const { portal, db } = scene
  const path = (await addNeed(scene, 'public_anonymous')).replace(/\?.*/, '')
  const html = await (await portal.get(list)).text()
  const row = await db
    .selectFrom('listing_code as c')
    .innerJoin('listing as l', 'l.id', 'c.listing_id')
    .select(['c.code', 'l.id'])
    .where('l.organisation_id', '=', scene.id)
    .executeTakeFirstOrThrow()
  expect(row.code).toMatch(/^[0-9A-F]{10}$/)
  for (const part of [sentence, `Kenmerk ${row.code}`]) expect(html).toContain(part)
  const owner = await scene.as(scene.people.owner)
  expect(await owner.page(path)).toContain(`Kenmerk: ${row.code}`)
  const data = await (await portal.get(`${list}.data`)).text()
  for (const column of ['organisation_id', 'created_at', 'updated_at', 'edited_by', 'expires_on', 'listing_id']) {
    expect(data).not.toContain(`"${column}"`)
  }
  await owner.post(scene.path, { doe: 'withdraw', listing: row.id })
  expect(await (await portal.get(list)).text()).not.toContain(word)
  // Of a profile, nobody is told who wrote it.
  const own = await (await portal.get(`/organisaties/${scene.id}.data`)).text()
  expect(own).not.toContain(scene.people.owner.id)
})

test('what is public is found and matched within five seconds, and gone as soon when it is hidden', async () => {
  const scene = await searching()
  const { portal, id, sync } = scene
  sync.start()
  const found = async () => (await (await portal.get(`/zoeken?q=${word}`)).text()).includes(`/organisaties/${id}"`)
  const matched = async () =>
    (await (await portal.get('/organisaties/pompenmaker/partners')).text()).includes('Gemeenschappelijk') &&
    (await (await portal.get('/organisaties/pompenmaker/partners')).text()).includes(`/organisaties/${id}"`)
  expect([await found(), await matched()]).toEqual([false, false])
  const path = await addNeed(scene, 'public')
  const start = Date.now()
  await vi.waitFor(async () => expect([await found(), await matched()]).toEqual([true, true]), { timeout: 5000 })
  expect(Date.now() - start).toBeLessThan(5000)
  const page = await (await scene.as(scene.people.owner)).page(path)
  expect(page).toMatch(/\d+ match(es)? in andere regio’s/)
  expect(page).toContain('href="/organisaties/pompenmaker"')

  const owner = await scene.as(scene.people.owner)
  const at = path.replace(/\?.*/, '')
  const sent = fieldsIn(await (await owner.get(at)).text(), at)
  sent.set('audience', 'own_rom')
  await owner.post(at, sent)
  // Not matched at once, also while the index still has it; found by its words for as long as that takes.
  expect(await matched()).toBe(false)
  await vi.waitFor(async () => expect(await found()).toBe(false), { timeout: 5000 })
})
