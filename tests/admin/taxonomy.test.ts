import { expect, test } from 'vitest'
import { readContent } from '#db/seed/content.ts'
import { loadContent } from '#db/seed/load.ts'
import { countWaiting, rebuildAsked } from '#search/outbox.ts'
import { signedInAs } from '../support/browser.ts'
import { testPortal } from '../support/portal.ts'
import { script } from './people.ts'

const energy = '/beheer/taxonomie/themas/energie'
const photonics = '/beheer/taxonomie/technologieen/photonics'

async function texts(portal: Awaited<ReturnType<typeof testPortal>>) {
  const fields = ['name_nl', 'name_en', 'summary_nl', 'summary_en'] as const
  return portal.db.selectFrom('theme').select(fields).where('id', '=', 'energy').executeTakeFirstOrThrow()
}

test('every term stands there with how much carries it, as the public lists say', async () => {
  const portal = await testPortal()
  const admin = await signedInAs(portal, 'beheerder')
  const html = (await (await admin.get('/beheer/taxonomie')).text()).replaceAll('<!-- -->', '')
  const { reference } = readContent()
  for (const { name } of [...reference.themes, ...reference.technologies]) {
    expect(html).toContain(`>${name.nl}</a>`)
    expect(html).toContain(`>${name.en}</td>`)
  }
  const links = [...html.matchAll(/href="(\/(?:organisaties|programmas|initiatieven)\?[^"]+)">(\d+)</g)]
  expect(links.length).toBeGreaterThan(20)
  for (const [, path = '', n] of links.filter((_, at) => at % 5 === 0)) {
    const list = await (await portal.get(path)).text()
    expect(list, path).toMatch(new RegExp(`1–\\d+ van ${n}\\b`))
  }
  expect(html).toContain('>geen</span>')
  expect(portal.errors).toEqual([])
})

test('names are edited, on record, in the documents, and stay when first content is loaded again', async () => {
  const portal = await testPortal()
  const admin = await signedInAs(portal, 'beheerder')
  const own = {
    ...(await texts(portal)),
    name_nl: 'Energie en warmte',
    summary_nl: 'Minder uitstoot,\n ook van huizen.',
  }
  await portal.db.deleteFrom('search_outbox').execute()
  // The same once more changes nothing.
  expect((await admin.post(energy, await texts(portal))).status).toBe(303)
  expect(await countWaiting(portal.db)).toBe(0)
  const answer = await admin.post(energy, own)
  expect([answer.status, answer.headers.get('location')]).toEqual([303, `${energy}?gedaan=opgeslagen`])
  expect(await rebuildAsked(portal.db)).toBe(true)
  expect((await admin.post(photonics, { name_nl: 'Fotonica', name_en: 'Photonics' })).status).toBe(303)
  expect(await (await portal.get('/themas/energie')).text()).toContain('Energie en warmte')
  expect(await (await admin.get('/beheer/taxonomie')).text()).toContain('Gewijzigd')
  const log = (await (await admin.get('/beheer/logboek?soort=theme')).text()).replaceAll('<!-- -->', '')
  expect(log).toMatch(/Thema gewijzigd.*Naam in het Nederlands: .*Energie<.*Energie en warmte.*Anna de Wit/s)

  const content = readContent()
  for (const term of [...content.reference.themes, ...content.reference.technologies]) term.name.en += ' (new)'
  expect(await loadContent(portal.db, { examples: true, now: portal.now(), content })).toBe('loaded')
  expect(await texts(portal)).toEqual({ ...own, summary_nl: 'Minder uitstoot, ook van huizen.' })
  const technologies = await portal.db.selectFrom('technology').select(['id', 'name_en']).execute()
  const nameOf = (id: string) => technologies.find((one) => one.id === id)?.name_en
  expect([nameOf('photonics'), nameOf('quantum')]).toEqual(['Photonics', 'Quantum technology (new)'])
  expect(portal.errors).toEqual([])
})

test('what is wrong is said at its field, and what was typed is kept', async () => {
  const portal = await testPortal()
  const admin = await signedInAs(portal, 'beheerder')
  const before = await texts(portal)
  const cases = [
    ['name_nl', '  ', 'Vul een naam in'],
    ['name_en', 'x'.repeat(101), 'Dit is te lang'],
    ['name_nl', script, 'Vul een naam in'],
    ['name_nl', 'VOEDSEL', 'Er is al iets met deze naam'],
    ['summary_en', '', 'Vul een korte beschrijving in'],
    ['summary_nl', 'x'.repeat(401), 'Dit is te lang'],
  ] as const
  for (const [field, value, says] of cases) {
    const answer = await admin.post(energy, { ...before, name_en: 'Kept as typed', [field]: value })
    const html = await answer.text()
    expect(answer.status, value).toBe(400)
    expect(html, value).toContain(says)
    expect(html).toContain(`href="#veld-${field}"`)
    if (field !== 'name_en') expect(html).toContain('value="Kept as typed"')
    expect(html).not.toContain(script)
  }
  for (const wrong of [
    { ...before, slug: 'x' },
    { ...before, id: 'x' },
  ]) {
    expect((await admin.post(energy, wrong)).status).toBe(400)
  }
  expect((await admin.post(photonics, before)).status).toBe(400)
  expect(await texts(portal)).toEqual(before)
  for (const path of ['themas/x', 'x/energie', 'technologieen/energie', 'constructor/energie']) {
    expect((await admin.get(`/beheer/taxonomie/${path}`)).status, path).toBe(404)
  }
  expect(portal.errors).toEqual([])
})
