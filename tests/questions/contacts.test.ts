import { expect, test } from 'vitest'
import { forgetPerson } from '#app/domain/account/forget.server.ts'
import { addQuestion, questionMail, questionScene, typed } from '../support/questions.ts'

const page = '/werk/rom/nom/mensen'

test('the coordinator says who is asked about what: it stands on the page of the ROM by name, and questions go there', async () => {
  const { portal, db, as, ids, visitor } = await questionScene()
  const coordinator = await as('coordinator')
  expect(await coordinator.page('/werk/rom/nom')).toContain(`href="${page}"`)
  const set = await coordinator.post(page, {
    ...{ 'was-energy': ' ', 'contact-energy': ids.developer, 'deputy-energy': ids.colleague },
    ...{ 'was-rest': ' ', 'contact-rest': ids.coordinator, 'deputy-rest': '' },
  })
  expect([set.status, set.headers.get('location')]).toEqual([303, page])
  const shown = await visitor.page('/roms/nom')
  for (const text of [
    'Dirk Noord',
    'vervanger: Cas Noord',
    'Alle andere vragen',
    'Cora Noord',
    '/vraag?rom=nom&amp;thema=energie',
  ]) {
    expect(shown).toContain(text)
  }
  expect(shown).not.toContain('@proef.example')
  expect(await visitor.page('/roms/bom')).toContain('Hier staat nog niemand bij naam')

  await visitor.post('/vraag', typed({ thema: 'energie' }))
  await visitor.post('/vraag', typed({ thema: 'voedsel', text: 'Iets over eten' }))
  expect((await questionMail(portal, 'questionNew')).map(({ to }) => to)).toEqual([ids.developer, ids.coordinator])
  const log = await db.selectFrom('audit_entry').selectAll().where('noun', '=', 'contact').execute()
  expect(log).toHaveLength(2)
  expect(log[0]).toMatchObject({ actor_id: ids.coordinator, rom_id: 'nom', action: 'insert' })
  expect(await coordinator.page('/werk/logboek')).toContain('Wie-is-wie')
})

test('only people of the ROM, and nobody twice in one place; nothing is set when something is wrong', async () => {
  const { db, as, ids } = await questionScene()
  const coordinator = await as('coordinator')
  const wrong: [Record<string, string>, string][] = [
    [{ 'contact-energy': ids.foreigner, 'deputy-energy': '' }, 'Kies iemand die bij de ROM werkt'],
    [{ 'contact-energy': ids.developer, 'deputy-energy': ids.secretary }, 'Kies iemand die bij de ROM werkt'],
    [{ 'contact-energy': ids.developer, 'deputy-energy': ids.developer }, 'Kies een ander als vervanger'],
    [{ 'contact-energy': '', 'deputy-energy': ids.developer }, 'Kies ook wie de vragen krijgt'],
  ]
  for (const [given, says] of wrong) {
    const answer = await coordinator.post(page, { 'was-energy': ' ', ...given })
    expect([says, answer.status]).toEqual([says, 400])
    expect(await answer.text()).toContain(says)
  }
  expect(await db.selectFrom('contact').selectAll().execute()).toEqual([])
  const body = { 'was-energy': ' ', 'contact-energy': ids.developer, 'deputy-energy': '' }
  expect((await (await as('developer')).post(page, body)).status).toBe(403)
  expect((await (await as('foreigner')).post(page, body)).status).toBe(404)
  expect((await (await as('foreigner')).get(page)).status).toBe(404)
})

test('two coordinators at once: what one did not change, stays as the other set it', async () => {
  const { db, as, ids } = await questionScene()
  const [one, other] = [await as('coordinator'), await as('administrator')]
  await one.post(page, { 'was-energy': ' ', 'contact-energy': ids.developer, 'deputy-energy': '' })
  // This form was opened before, and has the place empty.
  const late = { 'was-energy': ' ', 'contact-energy': '', 'deputy-energy': '' }
  await other.post(page, { ...late, 'was-food': ' ', 'contact-food': ids.colleague, 'deputy-food': '' })
  const rows = await db.selectFrom('contact').select(['theme_id', 'account_id']).orderBy('theme_id').execute()
  expect(rows).toEqual([
    { theme_id: 'energy', account_id: ids.developer },
    { theme_id: 'food', account_id: ids.colleague },
  ])
  const gone = { 'was-energy': `${ids.developer} `, 'contact-energy': '', 'deputy-energy': '' }
  await one.post(page, gone)
  expect(await db.selectFrom('contact').select('theme_id').execute()).toEqual([{ theme_id: 'food' }])
})

test('away: the deputy has it; forgotten, blocked or without the role: not shown, and the coordinator sees an empty place', async () => {
  const { portal, db, as, ids, visitor } = await questionScene()
  const at = portal.now().toISOString()
  const today = at.slice(0, 10)
  const contact = { id: 'c', rom_id: 'nom', theme_id: 'energy', account_id: ids.developer, deputy_id: ids.colleague }
  await db
    .insertInto('contact')
    .values({ ...contact, set_at: at, set_by: 'system' })
    .execute()
  const responsible = async () => {
    const id = await addQuestion(portal, { romId: 'nom', themeId: 'energy', text: `vraag ${Math.random()}` })
    const row = await db.selectFrom('question').select('responsible_id').where('id', '=', id).executeTakeFirst()
    return row?.responsible_id
  }
  expect(await responsible()).toBe(ids.developer)
  const away = { id: 'd', account_id: ids.developer, deputy_id: ids.coordinator, from_on: today, until_on: today }
  await db
    .insertInto('deputy')
    .values({ ...away, created_at: at })
    .execute()
  expect(await responsible()).toBe(ids.colleague)
  // Where the deputy of the wie-is-wie is away too, whoever was made to stand in has it.
  const too = { id: 'e', account_id: ids.colleague, deputy_id: ids.coordinator, from_on: today, until_on: today }
  await db
    .insertInto('deputy')
    .values({ ...too, created_at: at })
    .execute()
  expect(await responsible()).toBe(ids.coordinator)
  await db.deleteFrom('deputy').execute()

  const shown = async () => (await visitor.page('/roms/nom')).includes('Dirk Noord')
  const empty = async () => (await (await as('coordinator')).page(page)).includes('De plek is leeg')
  expect([await shown(), await empty()]).toEqual([true, false])
  await db.updateTable('account').set({ blocked_at: at }).where('id', '=', ids.developer).execute()
  expect([await shown(), await empty(), await responsible()]).toEqual([false, true, ids.colleague])
  await db.updateTable('account').set({ blocked_at: null }).where('id', '=', ids.developer).execute()
  const role = db.updateTable('account_role').where('account_id', '=', ids.developer)
  await role.set({ revoked_at: at, revoked_by: 'system' }).execute()
  expect([await shown(), await empty()]).toEqual([false, true])
  await role.set({ revoked_at: null, revoked_by: null }).execute()
  expect(await shown()).toBe(true)
  await forgetPerson(db, ids.developer, 'system', portal.now())
  expect([await shown(), await empty()]).toEqual([false, true])
  await db.updateTable('account').set({ blocked_at: at }).where('id', '=', ids.colleague).execute()
  expect(await responsible()).toBeNull()
})
