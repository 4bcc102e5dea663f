import { expect, test } from 'vitest'
import { testPortal } from '../support/portal.ts'
import { companyIn, developerOf, draft, mails } from './desk.ts'

async function desk() {
  const portal = await testPortal()
  const [own, other] = [await developerOf(portal, 'nom'), await developerOf(portal, 'bom')]
  const company = await companyIn(portal, 'nom')
  const page = `/werk/bedrijven/${company.slug}`
  return { portal, own, other, company, page }
}

test('a company is taken among one’s own by name, and off again', async () => {
  const { portal, own, company, page } = await desk()
  expect(await own.browser.page('/werk/bedrijven')).toContain('Je hebt nog geen bedrijven')
  const wrong = await own.browser.post('/werk/bedrijven', { company: 'Bestaat niet echt' })
  expect(wrong.status).toBe(400)
  expect(await wrong.text()).toContain('Bestaat niet echt')
  const more = await own.browser.post('/werk/bedrijven', { company: 'de' })
  expect(await more.text()).toContain('Welke organisatie bedoel je? Hieronder staan er die erop lijken.')
  const added = await own.browser.post('/werk/bedrijven', { company: company.name.toUpperCase() })
  expect(added.headers.get('location')).toBe(page)
  await own.browser.post('/werk/bedrijven', { company: company.slug })
  expect(await portal.db.selectFrom('company_adviser').select('rom_id').execute()).toEqual([{ rom_id: 'nom' }])
  expect(await own.browser.page('/werk/bedrijven')).toContain(page)
  await own.browser.post(page, { doe: 'notMine' })
  expect(await own.browser.page('/werk/bedrijven')).not.toContain(page)
})

test('staff of another ROM see who knows a company, and neither its contact persons nor what is its own ROM’s', async () => {
  const { portal, own, other, company, page } = await desk()
  const listing = {
    ...{ organisation_id: company.id, side: 'need' as const, text_en: null, trl_min: null, trl_max: null },
    ...{ partner_kinds: '[]', agreement: null, expires_on: '2027-06-01', withdrawn_at: null },
    ...{ created_at: '2026-11-01T00:00:00.000Z', updated_at: '2026-11-01T00:00:00.000Z', edited_by: null },
  }
  const rows = [
    { id: 'a', text_nl: 'Alleen voor de eigen ROM', visibility: 'own_rom' as const, anonymous: 0 as const },
    { id: 'b', text_nl: 'Voor de negen zonder naam', visibility: 'roms' as const, anonymous: 1 as const },
    { id: 'c', text_nl: 'Voor de negen met naam', visibility: 'roms' as const, anonymous: 0 as const },
  ]
  for (const row of rows)
    await portal.db
      .insertInto('listing')
      .values({ ...listing, ...row })
      .execute()
  await own.browser.post(page, { doe: 'mine' })
  await draft(own.browser, [company.slug, (await companyIn(portal, 'bom')).slug])
  const seen = await own.browser.page(page)
  for (const text of [company.email, ...rows.map(({ text_nl }) => text_nl), own.name]) expect(seen).toContain(text)
  const elsewhere = await other.browser.page(page)
  expect(elsewhere).toContain('Voor de negen met naam')
  expect(elsewhere).toContain(own.name)
  for (const text of [company.email, 'Alleen voor de eigen ROM', 'zonder naam<', '/werk/introducties/']) {
    expect(
      elsewhere.replaceAll('/werk/introducties/nieuw', '').replaceAll('/werk/introducties/vastleggen', ''),
    ).not.toContain(text)
  }
  const person = { doe: 'person', name: 'Iemand', email: 'x@bedrijf.example', job: '', phone: '' }
  expect((await other.browser.post(page, person)).status).toBe(403)
})

test('a contact person is forgotten: the values go, from mail too, and what was done stays', async () => {
  const { portal, own, company, page } = await desk()
  await own.browser.post(page, { doe: 'person', name: 'Weg Ermee', email: 'weg@bedrijf.example', job: '', phone: '' })
  const { id } = await portal.db
    .selectFrom('contact_person')
    .select('id')
    .where('email', '=', 'weg@bedrijf.example')
    .executeTakeFirstOrThrow()
  const mail = { created_at: '2026-11-21T00:00:00.000Z', due_at: '2026-11-21T00:00:00.000Z', locale: 'nl' as const }
  const params = JSON.stringify({ details: 'Weg Ermee, weg@bedrijf.example' })
  await portal.db
    .insertInto('mail')
    .values([
      { ...mail, address: 'weg@bedrijf.example', template: 'introductionConsent', params: '{}' },
      { ...mail, address: 'ander@bedrijf.example', template: 'introductionMade', params },
    ])
    .execute()
  expect((await own.browser.post(page, { doe: 'forget', person: id })).status).toBe(400)
  expect((await own.browser.post(page, { doe: 'forget', person: id, sure: 'ja' })).status).toBe(303)
  expect(await mails(portal)).toEqual([])
  const row = await portal.db.selectFrom('contact_person').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  expect([row.name, row.email, row.phone, row.job]).toEqual([null, null, null, null])
  expect(await own.browser.page(page)).not.toContain('Weg Ermee')
  expect(await own.browser.page(page)).toContain(company.email)
})
