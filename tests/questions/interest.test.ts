import { expect, test } from 'vitest'
import { Browser } from '../support/browser.ts'
import { addPerson } from '../support/people.ts'
import { questionMail, questionScene, typed } from '../support/questions.ts'

/** An initiative that LIOF leads, with a role that is open and one that is not, and a member of a company in the region of NOM. */
async function scene() {
  const base = await questionScene()
  const { portal, db } = base
  const at = portal.now().toISOString()
  const undertaking = await db
    .selectFrom('public_undertaking')
    .select(['id', 'slug'])
    .where('kind', '=', 'initiative')
    .where('ends_on', 'is', null)
    .orderBy('id')
    .executeTakeFirstOrThrow()
  const own = { undertaking_id: undertaking.id, recorded_at: at, recorded_by: 'system', status: 'confirmed' as const }
  await db
    .insertInto('participation')
    .values({ ...own, id: 'lead', rom_id: 'liof', role: 'lead', valid_from: '2020-01-01' })
    .execute()
  const role = {
    undertaking_id: undertaking.id,
    title_en: 'Test site',
    description_nl: null,
    description_en: null,
    filled_at: null,
  }
  await db
    .insertInto('open_role')
    .values([
      { ...role, id: 'open', title_nl: 'Testlocatie', closes_on: null },
      { ...role, id: 'over', title_nl: 'Oude rol', closes_on: '2026-01-01' },
    ])
    .execute()
  const company = await db
    .selectFrom('public_organisation')
    .select(['id', 'slug'])
    .where('seat_rom_id', '=', 'nom')
    .orderBy('id')
    .executeTakeFirstOrThrow()
  const member = await addPerson(portal, { name: 'Mia Lid', email: 'mia@proef.example' })
  const confirmed = { asked_at: at, confirmed_at: at, confirmed_by: 'system' }
  await db
    .insertInto('organisation_member')
    .values({ id: 'm', account_id: member.id, organisation_id: company.id, role: 'owner', ...confirmed })
    .execute()
  const browser = await new Browser(portal).signInAs(member.id)
  return {
    ...base,
    undertaking,
    company,
    member,
    browser,
    form: `/mijn/interesse?initiatief=${undertaking.slug}&rol=open`,
  }
}

test('a member’s organisation would join: the ROM that leads answers, its own reads along, and the organisation sees how it stands', async () => {
  const { portal, db, as, ids, undertaking, company, browser, form } = await scene()
  const page = await browser.page(`/initiatieven/${undertaking.slug}`)
  expect(page).toContain(`${form.replace('&', '&amp;')}"`)
  expect(page).not.toContain('rol=over')
  const shown = await browser.page(form)
  for (const text of ['Testlocatie', company.id, 'value="open" selected']) expect(shown).toContain(text)
  expect(shown).not.toContain('Oude rol')
  const text = 'Wij hebben een terrein en een vol net'
  const both = await Promise.all(
    [1, 2].map(() => browser.post(form, { organisation: company.id, rol: 'open', text })),
  )
  expect(both.map((answer) => answer.headers.get('location'))).toEqual(
    Array(2).fill(`/mijn/organisaties/${company.slug}#interesse`),
  )
  const rows = await db.selectFrom('question').selectAll().execute()
  expect(rows).toHaveLength(1)
  const [row] = rows
  expect(row).toMatchObject({
    kind: 'interest',
    rom_id: 'liof',
    copy_rom_id: 'nom',
    open_role_id: 'open',
    person_id: null,
  })
  expect((await questionMail(portal, 'interestNew')).map(({ to }) => to)).toEqual([ids.foreigner])
  const copies = (await questionMail(portal, 'questionCopy')).map(({ to }) => to)
  expect(copies.sort()).toEqual([ids.developer, ids.colleague, ids.coordinator].sort())

  const own = await browser.page(`/mijn/organisaties/${company.slug}`)
  expect(own).toContain('LIOF heeft je bericht')
  expect(own).toContain('Testlocatie')
  const desk = `/werk/vragen/${row?.id}`
  const [lead, along] = [await as('foreigner'), await as('developer')]
  expect(await along.page('/werk/vragen')).toContain('leest mee met LIOF')
  expect(await along.page(desk)).toContain(text)
  expect((await along.post(desk, { doe: 'reply', stand: '1', reply: 'Nee' })).status).toBe(403)
  expect((await along.post(desk, { doe: 'note', stand: '1', note: 'Goed bedrijf' })).status).toBe(303)
  expect(await along.page(desk)).toContain('Goed bedrijf')
  const theirs = await lead.page(desk)
  expect(theirs).toContain('Mia Lid')
  await lead.post(desk, { doe: 'reply', stand: '2', reply: 'Welkom' })
  const [mail] = await questionMail(portal, 'questionReplied')
  expect(await new Browser(portal).page(mail?.params.link)).toContain('Welkom')
  expect(await browser.page(`/mijn/organisaties/${company.slug}`)).toContain('LIOF heeft geantwoord')
  expect(portal.errors).toEqual([])
})

test('a note of the ROM that reads along is its own', async () => {
  const { db, as, company, browser, form } = await scene()
  await browser.post(form, { organisation: company.id, rol: 'open', text: 'Wij doen mee' })
  const { id } = await db.selectFrom('question').select('id').executeTakeFirstOrThrow()
  await (await as('developer')).post(`/werk/vragen/${id}`, {
    doe: 'note',
    stand: '1',
    note: 'Tussen ons in het noorden',
  })
  const shown = await (await as('foreigner')).page(`/werk/vragen/${id}`)
  expect(shown).not.toContain('Tussen ons in het noorden')
})

test('not for an organisation of another, not for what is closed; without an account by the form for everybody', async () => {
  const { db, browser, company, form, undertaking, visitor } = await scene()
  const foreign = await db
    .selectFrom('public_organisation')
    .select('id')
    .where('seat_rom_id', '=', 'bom')
    .executeTakeFirstOrThrow()
  expect((await browser.post(form, { organisation: foreign.id, rol: '', text: 'x' })).status).toBe(400)
  await db.updateTable('open_role').set({ filled_at: '2026-11-01T00:00:00.000Z' }).execute()
  const closed = await browser.post(form, { organisation: company.id, rol: 'open', text: 'Mijn tekst' })
  expect(closed.status).toBe(409)
  await db.updateTable('open_role').set({ filled_at: null }).execute()
  const asked = await visitor.page(`/vraag?initiatief=${undertaking.slug}&rol=open`)
  expect(asked).toContain('rol: Testlocatie')
  const about = { initiatief: undertaking.slug, rol: 'open', text: 'Wij willen meedoen' }
  const looked = await (await visitor.post('/vraag', typed({ ...about, doe: 'check' }))).text()
  expect(looked).toContain('Je vraag gaat naar LIOF')
  expect(looked).toContain('NOM, de ROM van je regio, leest mee')
  await visitor.post('/vraag', typed({ ...about }))
  const row = await db.selectFrom('question').selectAll().executeTakeFirstOrThrow()
  expect(row).toMatchObject({
    kind: 'interest',
    rom_id: 'liof',
    copy_rom_id: 'nom',
    open_role_id: 'open',
    account_id: null,
  })
})

test('a call that is open takes interest; one that is closed says where to look', async () => {
  const { db, visitor } = await questionScene()
  const slug = 'netcongestie-bedrijventerreinen-voorbeeld'
  expect(await visitor.page(`/oproepen/${slug}`)).toContain(`/vraag?oproep=${slug}`)
  await db.updateTable('call').set({ deadline_on: '2026-01-01' }).where('slug', '=', slug).execute()
  const closed = await visitor.page(`/oproepen/${slug}`)
  expect(closed).toContain('Deze oproep is gesloten')
  expect(closed).not.toContain('/vraag?oproep=')
})
