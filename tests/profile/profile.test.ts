import { expect, test } from 'vitest'
import type { Browser } from '../support/browser.ts'
import { fieldsIn, profiles } from './scene.ts'

/** Opens a form, changes some of it and sends it; boxes of one name as a list. */
async function save(browser: Browser, path: string, changes: Record<string, string | string[]>) {
  const sent = fieldsIn(await (await browser.get(path)).text(), path)
  for (const [name, value] of Object.entries(changes)) {
    sent.delete(name)
    for (const one of [value].flat()) sent.append(name, one)
  }
  return browser.post(path, sent)
}

test('what an organisation is: each step is saved by itself, in the name of who did, and says what it brings', async () => {
  const scene = await profiles()
  const editor = await scene.as(scene.people.editor)
  const answer = await save(editor, scene.basics, {
    summary_en: 'We make salt.\r\nWithout chlorine.',
    kind: 'scaleup',
    website: 'www.zout.example',
    employees: '1.200',
    founded_year: '2016',
    kvk_number: '12 34 56 78',
    place: ' Delfzijl ',
  })
  expect([answer.status, answer.headers.get('location')]).toEqual([303, `${scene.basics}?gedaan=opgeslagen`])
  expect(await scene.row()).toMatchObject({
    summary_nl: 'Wij maken zout.',
    summary_en: 'We make salt.\nWithout chlorine.',
    kind: 'scaleup',
    website: 'https://www.zout.example',
    employees: 1200,
    founded_year: 2016,
    kvk_number: '12345678',
    place: 'Delfzijl',
    seat_rom_id: 'nom',
    edited_by: scene.people.editor.id,
  })
  const page = await (await editor.get(`${scene.basics}?gedaan=opgeslagen`)).text()
  for (const text of ['Opgeslagen.', 'Matches zijn nu even niet op te halen', 'Er staat nog geen openbaar aanbod']) {
    expect(page).toContain(text)
  }
  const log = await scene.log('organisation')
  expect(log.map(({ actor_id, action, rom_id }) => [actor_id, action, rom_id])).toEqual([
    [scene.people.editor.id, 'update', 'nom'],
  ])
  expect(JSON.parse(log[0]?.after ?? '')).toMatchObject({ kvk_number: '12345678', kind: 'scaleup' })
  // The same again changes nothing, and is no change worth a line.
  await save(editor, scene.basics, {})
  expect(await scene.log('organisation')).toHaveLength(1)
  expect(scene.portal.errors).toEqual([])
})

test('the region follows from the postcode; who may not keep the profile any more is led to its page', async () => {
  const scene = await profiles()
  const owner = await scene.as(scene.people.owner)
  const moved = await save(owner, scene.basics, { postcode: '5611ab' })
  expect(moved.headers.get('location')).toBe(`${scene.basics}?gedaan=verhuisd`)
  expect(await scene.row()).toMatchObject({ postcode: '5611 AB', seat_rom_id: 'bom', province_id: 'nb' })
  expect(await owner.page(`${scene.basics}?gedaan=verhuisd`)).toContain('hoort nu bij de regio van BOM')
  expect((await (await scene.as(scene.people.developer)).get(scene.basics)).status).toBe(403)
  const bom = await scene.as(scene.people.elsewhere)
  const back = await save(bom, scene.basics, { postcode: '9711' })
  expect(back.headers.get('location')).toBe(`/organisaties/${scene.id}`)
  expect((await scene.row()).seat_rom_id).toBe('nom')
  // Without a postcode the region stays as it was known.
  await save(owner, scene.basics, { postcode: '' })
  expect(await scene.row()).toMatchObject({ postcode: null, seat_rom_id: 'nom' })
})

test.each([
  ['website', 'geen adres', 'Dit is geen adres van een website'],
  ['website', 'javascript:alert(1)', 'Dit is geen adres van een website'],
  ['website', 'https://naam:geheim@zout.example', 'Dit is geen adres van een website'],
  ['employees', 'veel', 'Vul een heel getal in'],
  ['employees', '-3', 'Vul een heel getal in'],
  ['founded_year', '2999', 'Het kan niet in de toekomst liggen'],
  ['kvk_number', '1234567', 'acht cijfers'],
  ['postcode', '12 AB', 'Vul een Nederlandse postcode in'],
  ['postcode', '1192 AA', 'Deze postcode kennen we niet'],
  ['kind', 'koninkrijk', 'Kies een soort organisatie'],
  ['place', 'z'.repeat(101), 'Dit is te lang'],
])('%s %s: told beside the field, and nothing that was typed is lost', async (field, typed, fault) => {
  const scene = await profiles()
  const before = await scene.row()
  const owner = await scene.as(scene.people.owner)
  const answer = await save(owner, scene.basics, { summary_en: 'Salt & <water>', [field]: typed })
  expect(answer.status).toBe(400)
  const html = await answer.text()
  expect(html).toContain(fault)
  expect(html).toContain(`href="#veld-${field}"`)
  const again = fieldsIn(html, scene.basics)
  expect(again.get('summary_en')).toBe('Salt & <water>')
  if (field !== 'kind') expect(again.get(field)).toBe(typed)
  expect(await scene.row()).toEqual(before)
})

test('a KvK number of another organisation is refused without saying whose it is', async () => {
  const scene = await profiles()
  await scene.db
    .updateTable('organisation')
    .set({ kvk_number: '87654321' })
    .where('id', '=', 'vb-stillevaart')
    .execute()
  const answer = await save(await scene.as(scene.people.owner), scene.basics, { kvk_number: '87654321' })
  expect(answer.status).toBe(400)
  const html = await answer.text()
  expect(html).toContain('Dit KvK-nummer staat al bij een andere organisatie')
  expect(html).not.toContain('Stillevaart')
  expect((await scene.row()).kvk_number).toBeNull()
})

test('themes and technologies are changes of the organisation, and no longer derived', async () => {
  const scene = await profiles()
  const { id: source_id } = await scene.db.selectFrom('source').select('id').executeTakeFirstOrThrow()
  await scene.db
    .insertInto('fact')
    .values({ id: 'derived', organisation_id: scene.id, field: 'themes', source_id, position: 0 })
    .execute()
  const owner = await scene.as(scene.people.owner)
  const answer = await save(owner, scene.terms, {
    'themes[]': ['energy', 'water'],
    'technologies[]': ['cluster-quantum'],
  })
  expect(answer.status).toBe(303)
  const page = await (await owner.get(scene.terms)).text()
  expect(fieldsIn(page, scene.terms).getAll('themes[]').sort()).toEqual(['energy', 'water'])
  const log = await scene.log('organisation')
  expect(log.map(({ row_id, rom_id, after }) => [row_id, rom_id, JSON.parse(after ?? '')])).toMatchObject([
    [scene.id, 'nom', { theme_id: 'energy' }],
    [scene.id, 'nom', { technology_id: 'cluster-quantum' }],
  ])
  expect(await scene.db.selectFrom('fact').select('id').where('organisation_id', '=', scene.id).execute()).toEqual([])
  const wrong = await save(owner, scene.terms, { 'themes[]': ['onzin'] })
  expect(wrong.status).toBe(400)
  const none = await save(owner, scene.terms, { 'themes[]': [], 'technologies[]': [] })
  expect(none.status).toBe(303)
  const log2 = await (await scene.as(scene.people.developer)).page('/werk/logboek')
  expect(log2).toContain(scene.id)
})

test('the ROM that accompanies an organisation keeps its profile, and then the ROM of its seat does not', async () => {
  const scene = await profiles()
  const [nom, bom] = [await scene.as(scene.people.developer), await scene.as(scene.people.elsewhere)]
  const pages = [scene.path, scene.basics, scene.terms, scene.need]
  const statuses = async (browser: Browser) =>
    Promise.all(pages.map(async (path) => (await browser.get(path)).status))
  expect([await statuses(nom), await statuses(bom)]).toEqual([Array(4).fill(200), Array(4).fill(403)])
  await scene.accompaniedBy('bom')
  expect([await statuses(nom), await statuses(bom)]).toEqual([Array(4).fill(403), Array(4).fill(200)])
  expect(await (await bom.get(scene.path)).text()).toContain('namens de ROM')
  await save(bom, scene.basics, { place: 'Farmsum' })
  expect((await scene.log('organisation')).map(({ rom_id }) => rom_id)).toEqual(['bom'])
  expect((await nom.post(scene.basics, { place: 'x' })).status).toBe(403)
  const shown = async (browser: Browser) =>
    (await browser.page(`/organisaties/${scene.id}`)).includes(`href="${scene.path}"`)
  const [owner, stranger] = [await scene.as(scene.people.owner), await scene.as(scene.people.stranger)]
  expect(await Promise.all([owner, bom, nom, stranger, await scene.as()].map(shown))).toEqual([
    true,
    true,
    false,
    false,
    false,
  ])
  // What is not public can be kept by nobody.
  await scene.db
    .updateTable('organisation')
    .set({ withdrawn_at: '2026-01-01T00:00:00.000Z' })
    .where('id', '=', scene.id)
    .execute()
  expect(await statuses(owner)).toEqual(Array(4).fill(404))
  expect((await owner.get(`/mijn/organisaties/${scene.id}`)).status).toBe(200)
})

test('two at once: the second sees both versions, has lost nothing, and can save over it', async () => {
  const scene = await profiles()
  const [owner, editor] = [await scene.as(scene.people.owner), await scene.as(scene.people.editor)]
  const opened = fieldsIn(await (await editor.get(scene.basics)).text(), scene.basics)
  await save(owner, scene.basics, { summary_nl: 'Wij maken zout en loog.' })
  opened.set('summary_nl', 'Wij maken zoutzuur.')
  opened.set('place', 'Delfzijl')
  const answer = await editor.post(scene.basics, opened)
  expect(answer.status).toBe(409)
  const html = await answer.text()
  for (const text of [
    'intussen gewijzigd',
    'Olga Eigenaar sloeg dit op',
    'Wij maken zout en loog.',
    'Wij maken zoutzuur.',
  ]) {
    expect(html).toContain(text)
  }
  expect((await scene.row()).summary_nl).toBe('Wij maken zout en loog.')
  const again = fieldsIn(html, scene.basics)
  expect([again.get('summary_nl'), again.get('place')]).toEqual(['Wij maken zoutzuur.', 'Delfzijl'])
  expect((await editor.post(scene.basics, again)).status).toBe(303)
  expect(await scene.row()).toMatchObject({ summary_nl: 'Wij maken zoutzuur.', place: 'Delfzijl' })
  // A third version meanwhile is told too.
  expect((await owner.post(scene.basics, opened)).status).toBe(303)
  opened.set('place', 'Farmsum')
  expect((await owner.post(scene.basics, opened)).status).toBe(409)
})

test('other steps are not in the way, nor is sending the same form twice', async () => {
  const scene = await profiles()
  const [owner, editor] = [await scene.as(scene.people.owner), await scene.as(scene.people.editor)]
  const opened = fieldsIn(await (await editor.get(scene.basics)).text(), scene.basics)
  await save(owner, scene.terms, { 'themes[]': ['energy'] })
  opened.set('place', 'Delfzijl')
  for (let press = 0; press < 2; press++) expect((await editor.post(scene.basics, opened)).status).toBe(303)
})

test('what was typed when the session had ended is kept, with the version it was opened with', async () => {
  const scene = await profiles()
  const editor = await scene.as(scene.people.editor)
  const opened = fieldsIn(await (await editor.get(scene.basics)).text(), scene.basics)
  editor.cookies.delete('sessie')
  opened.set('summary_nl', 'Een lange tekst.')
  expect((await editor.post(scene.basics, opened)).headers.get('location')).toContain('/inloggen?naar=')
  await save(await scene.as(scene.people.owner), scene.basics, { summary_nl: 'Een andere.' })
  await editor.signInAs(scene.people.editor.id)
  const page = await (await editor.get(scene.basics)).text()
  expect(page).toContain('Wat je typte is bewaard')
  const kept = fieldsIn(page, scene.basics)
  expect(kept.get('summary_nl')).toBe('Een lange tekst.')
  expect((await editor.post(scene.basics, kept)).status).toBe(409)
})
