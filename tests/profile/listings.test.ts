import { expect, test } from 'vitest'
import type { Browser } from '../support/browser.ts'
import { day, fieldsIn, profiles, type Scene } from './scene.ts'

const text = 'Wij zoeken een vijzelpomp die palingen heel laat.'

/** Sends a form as it is opened, with some of it changed. */
async function save(browser: Browser, path: string, changes: Record<string, string | string[]>) {
  const sent = fieldsIn(await (await browser.get(path)).text(), path)
  for (const [name, value] of Object.entries(changes)) {
    sent.delete(name)
    for (const one of [value].flat()) sent.append(name, one)
  }
  return browser.post(path, sent)
}

/** Adds a need as the owner. @returns the page on which it is edited */
async function added(scene: Scene, changes: Record<string, string | string[]> = {}) {
  const answer = await save(await scene.as(scene.people.owner), scene.need, { text_nl: text, ...changes })
  return (answer.headers.get('location') ?? '').replace(/\?.*/, '')
}

test('a need with its text alone is added for everybody and a year; all else of it can be said later', async () => {
  const scene = await profiles()
  const owner = await scene.as(scene.people.owner)
  const path = await added(scene)
  const [row] = await scene.listings()
  expect(path).toBe(`${scene.path}/vraag/${row?.id}`)
  expect(row).toMatchObject({
    side: 'need',
    text_nl: text,
    text_en: null,
    visibility: 'public',
    anonymous: 0,
    expires_on: '2027-11-21',
    edited_by: scene.people.owner.id,
  })
  expect(await owner.page(`${path}?gedaan=opgeslagen`)).toContain('Iedereen ziet dit, met de naam erbij.')
  expect(await (await scene.as()).page(`/organisaties/${scene.id}`)).toContain(text)

  scene.pass(day)
  const said = {
    text_en: 'We look for a screw pump.',
    'themes[]': ['water'],
    'technologies[]': ['mechatronics'],
    trl_min: '5',
    trl_max: '7',
    'partner_kinds[]': ['sme', 'startup'],
    agreement: 'pilot',
    audience: 'roms_anonymous',
  }
  expect((await save(owner, path, said)).status).toBe(303)
  const rows = await scene.listings()
  expect(rows).toHaveLength(1)
  expect(rows[0]).toMatchObject({
    id: row?.id,
    trl_min: 5,
    trl_max: 7,
    partner_kinds: '["startup","sme"]',
    agreement: 'pilot',
    visibility: 'roms',
    anonymous: 1,
    expires_on: '2027-11-21',
  })
  const again = fieldsIn(await (await owner.get(path)).text(), path)
  for (const [name, value] of Object.entries(said)) expect(again.getAll(name).sort()).toEqual([value].flat().sort())
  expect(await (await scene.as()).page(`/organisaties/${scene.id}`)).not.toContain(text)
  const log = await scene.log('listing')
  expect(log.map(({ action, actor_id, rom_id, row_id }) => [action, actor_id, rom_id, row_id])).toEqual(
    ['insert', 'update'].map((action) => [action, scene.people.owner.id, 'nom', row?.id]),
  )
  // Of when an organisation was changed, nothing tells that it has something that is not public.
  expect((await scene.row()).updated_at).toBe('2026-11-20T09:00:00.000Z')
  expect(scene.portal.errors).toEqual([])
})

test.each([
  [{ text_nl: '  ' }, 'Schrijf een tekst in het Nederlands of in het Engels', 'text_nl'],
  [{ text_nl: text, trl_min: '7', trl_max: '5' }, 'Dit niveau ligt onder het eerste', 'trl_max'],
  [{ text_nl: text, trl_min: '12' }, 'Dit klopt niet', 'trl_min'],
  [{ text_nl: text, audience: 'iedereen' }, 'Kies wie dit mag zien', 'audience'],
  [{ text_nl: text, 'themes[]': ['onzin'] }, 'Dit klopt niet', 'themes'],
  [{ text_nl: 'x'.repeat(1001) }, 'Dit is te lang', 'text_nl'],
  [
    { text_nl: 'De zoutmakerij zoekt een pomp.', audience: 'public_anonymous' },
    'In de tekst staat de naam of website',
    'text_nl',
  ],
])('wrong input %#: told beside the field, nothing saved, nothing lost', async (changes, fault, field) => {
  const scene = await profiles()
  const owner = await scene.as(scene.people.owner)
  const answer = await save(owner, scene.need, {
    text_en: 'A "pump" & more',
    ...(changes as object),
    ...(field === 'text_nl' && changes.text_nl === '  ' && { text_en: '' }),
  })
  expect(answer.status).toBe(400)
  const html = await answer.text()
  for (const part of [fault, `href="#veld-${field}"`, `id="veld-${field}"`]) expect(html).toContain(part)
  const again = fieldsIn(html, scene.need)
  if (changes.text_nl !== '  ') expect(again.get('text_en')).toBe('A "pump" & more')
  expect(await scene.listings()).toEqual([])
})

test('withdrawn and expired ones are seen by who keeps them only, and are back by one press', async () => {
  const scene = await profiles()
  const owner = await scene.as(scene.people.owner)
  await added(scene)
  const [row] = await scene.listings()
  const order = (doe: string) => owner.post(scene.path, { doe, listing: row?.id ?? '' })
  const visible = async () => (await (await scene.as()).page(`/organisaties/${scene.id}`)).includes(text)
  const withdrawn = await order('withdraw')
  expect(withdrawn.headers.get('location')).toBe(`${scene.path}?gedaan=teruggetrokken`)
  expect(await visible()).toBe(false)
  const page = await owner.page(scene.path)
  for (const part of ['Niet meer zichtbaar', text, 'teruggetrokken op 21 november 2026', 'Laat weer zien']) {
    expect(page).toContain(part)
  }
  scene.pass(10 * day)
  await owner.signInAs(scene.people.owner.id)
  expect((await order('renew')).headers.get('location')).toBe(`${scene.path}?gedaan=verlengd`)
  expect(await scene.listings()).toMatchObject([{ id: row?.id, withdrawn_at: null, expires_on: '2027-12-01' }])
  expect(await visible()).toBe(true)

  await scene.db
    .updateTable('listing')
    .set({ expires_on: '2026-11-20' })
    .where('id', '=', row?.id ?? '')
    .execute()
  expect(await owner.page(`/mijn/organisaties/${scene.id}`)).toContain('verlopen op 20 november 2026')
  await order('renew')
  expect(await visible()).toBe(true)
  expect((await order('burn')).status).toBe(400)
  expect((await scene.log('listing')).map(({ action }) => action)).toEqual(['insert', ...Array(3).fill('update')])
})

test('nobody touches what is of another organisation, and a need is no offer', async () => {
  const scene = await profiles()
  const owner = await scene.as(scene.people.owner)
  const other = await scene.db
    .selectFrom('listing')
    .selectAll()
    .where('organisation_id', '<>', scene.id)
    .where('side', '=', 'need')
    .executeTakeFirstOrThrow()
  const path = `${scene.path}/vraag/${other.id}`
  expect((await owner.get(path)).status).toBe(404)
  expect((await owner.post(path, { text_nl: 'x', audience: 'public' })).status).toBe(404)
  for (const doe of ['renew', 'withdraw']) {
    expect((await owner.post(scene.path, { doe, listing: other.id })).status).toBe(404)
  }
  const own = await added(scene)
  expect((await owner.get(own.replace('/vraag/', '/aanbod/'))).status).toBe(404)
  expect((await owner.get(own.replace('/vraag/', '/wens/'))).status).toBe(404)
  const after = await scene.db.selectFrom('listing').selectAll().where('id', '=', other.id).executeTakeFirstOrThrow()
  expect(after).toEqual(other)
  for (const who of [scene.people.stranger, scene.people.elsewhere]) {
    const browser = await scene.as(who)
    for (const at of [own, scene.need, scene.path]) {
      expect((await browser.get(at)).status).toBe(403)
      expect((await browser.post(at, { text_nl: 'x', audience: 'public' })).status).toBe(403)
    }
  }
})

test('two at once see both versions of an offer or need too', async () => {
  const scene = await profiles()
  const path = await added(scene)
  const developer = await scene.as(scene.people.developer)
  const opened = fieldsIn(await (await developer.get(path)).text(), path)
  await save(await scene.as(scene.people.owner), path, { agreement: 'pilot', 'themes[]': ['water', 'energy'] })
  opened.set('agreement', 'licence')
  const answer = await developer.post(path, opened)
  expect(answer.status).toBe(409)
  const html = await answer.text()
  for (const part of ['Olga Eigenaar sloeg dit op', 'Pilot', 'Licentie', 'Energie, Water'])
    expect(html).toContain(part)
  expect((await developer.post(path, fieldsIn(html, path))).status).toBe(303)
  expect(await scene.listings()).toMatchObject([{ agreement: 'licence' }])
})
