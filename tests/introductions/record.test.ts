import { expect, test } from 'vitest'
import { addContactPerson } from '#app/domain/organisation/contact-persons.server.ts'
import { write } from '#db/write.ts'
import { Browser } from '../support/browser.ts'
import { testPortal } from '../support/portal.ts'
import { companyIn, developerOf, draft, mails, mailTo, standing } from './desk.ts'

async function desk() {
  const portal = await testPortal()
  const own = await developerOf(portal, 'nom')
  const [asker, answerer] = [await companyIn(portal, 'nom'), await companyIn(portal, 'bom')]
  return { portal, own, asker, answerer }
}

test('an introduction made by phone is on record with four fields, and counts as any other', async () => {
  const { portal, own, asker, answerer } = await desk()
  const html = await own.browser.page('/werk/introducties/vastleggen')
  expect(html.match(/<(input|textarea|select)[^>]* name="(?!q")/g)?.length).toBe(4)
  const form = { first: asker.name, second: answerer.slug, on: '2026-11-19', note: 'Ze bellen volgende week.' }
  const answer = await own.browser.post('/werk/introducties/vastleggen', form)
  const page = answer.headers.get('location') ?? ''
  expect(await standing(portal, page)).toMatchObject({
    ...{ state: 'introduced', channel: 'phone', rom_id: 'nom', adviser_id: own.id, introduced_on: '2026-11-19' },
  })
  expect(await own.browser.page(page)).toContain('Ze bellen volgende week.')
  const feedback = await portal.db.selectFrom('match_feedback').select('verdict').execute()
  expect(feedback).toEqual([{ verdict: 'introduced' }, { verdict: 'introduced' }])
  expect(await mails(portal)).toEqual([])
})

test('what is not clear is asked again, with what was typed', async () => {
  const { own, asker } = await desk()
  const post = (form: Record<string, string>) => own.browser.post('/werk/introducties/vastleggen', form)
  const form = { first: asker.name, second: 'Bestaat niet echt', on: '2026-11-19', note: 'Bewaar dit.' }
  const unknown = await post(form)
  expect(unknown.status).toBe(400)
  const html = await unknown.text()
  for (const text of ['Deze organisatie is niet gevonden.', 'Bestaat niet echt', 'Bewaar dit.', asker.name]) {
    expect(html).toContain(text)
  }
  expect(await (await post({ ...form, second: 'de' })).text()).toContain('Welke organisatie bedoel je?')
  expect(await (await post({ ...form, second: asker.slug })).text()).toContain('twee keer dezelfde')
  expect(await (await post({ ...form, second: asker.slug, on: '2027-01-01' })).status).toBe(400)
  expect(await (await post({ ...form, on: 'gisteren' })).text()).toContain('Vul een dag in.')
})

test('a knowledge institution is asked by its transfer office, with its ROM in copy, and once', async () => {
  const { portal, own, asker } = await desk()
  const liof = await developerOf(portal, 'liof')
  const university = await portal.db
    .selectFrom('public_organisation')
    .select(['id', 'slug', 'seat_rom_id'])
    .where('kind', '=', 'knowledge_institution')
    .where('seat_rom_id', '=', 'liof')
    .executeTakeFirstOrThrow()
  const person = {
    ...{ organisationId: university.id, name: 'Het kenniskantoor', email: 'kto@instelling.example', phone: '' },
    ...{ job: '', locale: 'nl' as const, isTransferOffice: true },
  }
  const at = portal.now().toISOString()
  await write(portal.db, { id: 'system' }, portal.now(), (trx) => addContactPerson(trx, person, 'system', at))
  const page = await draft(own.browser, [asker.slug, university.slug])
  await own.browser.post(page, { doe: 'propose', version: '1', message: 'Kennis gezocht.' })
  const { link } = await mailTo(portal, person.email, 'introductionProposed')
  expect((await mailTo(portal, liof.id, 'introductionCopy')).link).toBe(page)
  await new Browser(portal).post(link, { answer: 'yes' })
  const { state, parties } = await standing(portal, page)
  expect(state).toBe('consent')
  expect(parties.map(({ consent }) => consent)).toEqual(['asked', 'given'])
  expect(
    (await mails(portal)).filter(({ to, template }) => to === person.email && template.includes('Consent')),
  ).toEqual([])
})

test('who has nobody to ask is told so, and asked once somebody is known; consent by phone is put on record', async () => {
  const { portal, own, asker } = await desk()
  const bom = await developerOf(portal, 'bom')
  const other = await portal.db
    .selectFrom('public_organisation')
    .select(['id', 'slug', 'name'])
    .where('seat_rom_id', '=', 'bom')
    .where('is_example', '=', 1)
    .where(
      'id',
      'not in',
      portal.db.selectFrom('contact_person').select('organisation_id').$castTo<{ organisation_id: string }>(),
    )
    .executeTakeFirstOrThrow()
  const page = await draft(own.browser, [asker.slug, other.slug])
  await own.browser.post(page, { doe: 'propose', version: '1', message: 'Samen sterker.' })
  const party = (await standing(portal, page)).parties[1]?.id ?? ''
  await bom.browser.post(page, { doe: 'accept', party, note: '' })
  expect((await mailTo(portal, bom.id, 'introductionNobody')).params.organisation).toBe(other.name)
  const person = {
    doe: 'person',
    party,
    name: 'Nieuw Iemand',
    email: 'Nieuw@Bedrijf.example',
    job: '',
    phone: 'bel maar',
  }
  const wrong = await bom.browser.post(page, person)
  expect(wrong.status).toBe(400)
  expect(await wrong.text()).toContain('Nieuw Iemand')
  expect((await bom.browser.post(page, { ...person, phone: '+31 6 1234' })).status).toBe(303)
  expect((await mailTo(portal, 'nieuw@bedrijf.example', 'introductionConsent')).params.name).toBe('Nieuw Iemand')
  // Not for the other side to say.
  expect((await own.browser.post(page, { doe: 'consent', party, note: 'Gebeld' })).status).toBe(403)
  expect((await bom.browser.post(page, { doe: 'consent', party, note: '' })).status).toBe(400)
  expect((await bom.browser.post(page, { doe: 'consent', party, note: 'Gebeld met de directeur' })).status).toBe(303)
  const { parties } = await standing(portal, page)
  expect(parties.map(({ consent }) => consent)).toEqual(['asked', 'given'])
  expect(await bom.browser.page(page)).toContain('telefonisch')
})

test('a card is moved over the board by its form, unless somebody moved it since', async () => {
  const { portal, own, asker, answerer } = await desk()
  const page = await draft(own.browser, [asker.slug, answerer.slug])
  const id = page.split('/').at(-1) ?? ''
  expect(await own.browser.page('/werk/introducties')).toContain(page)
  const move = (to: string, version: number) =>
    own.browser.post('/werk/introducties', { id, to, version: String(version) })
  expect((await move('talking', 1)).status).toBe(409)
  expect((await move('proposed', 1)).status).toBe(303)
  expect((await standing(portal, page)).state).toBe('proposed')
  expect((await move('withdrawn', 1)).status).toBe(409)
  expect((await move('withdrawn', 2)).status).toBe(303)
  expect((await standing(portal, page)).state).toBe('withdrawn')
  expect((await move('draft', 3)).status).toBe(303)
  const stranger = await developerOf(portal, 'liof')
  expect((await stranger.browser.post('/werk/introducties', { id, to: 'withdrawn', version: '4' })).status).toBe(404)
})
