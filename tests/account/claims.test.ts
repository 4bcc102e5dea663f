import { expect, test } from 'vitest'
import { Browser } from '../support/browser.ts'
import { addPerson } from '../support/people.ts'
import { type Portal, testPortal } from '../support/portal.ts'

/** Somebody of two ROMs, an administrator, and an organisation in the region of the first ROM. */
async function scene() {
  const portal = await testPortal()
  const { db } = portal
  const organisation = await db
    .selectFrom('public_organisation')
    .select(['id', 'slug', 'name'])
    .where('seat_rom_id', '=', 'nom')
    .where('is_example', '=', 0)
    .orderBy('id')
    .executeTakeFirstOrThrow()
  const add = async (has: Parameters<typeof addPerson>[1]) => (await addPerson(portal, has)).id
  const ids = {
    asker: await add({ name: 'Ada Vrager' }),
    colleague: await add({ name: 'Cas Collega' }),
    developer: await add({ name: 'Dirk Noord', role: 'business_developer', romId: 'nom' }),
    coordinator: await add({ name: 'Cora Noord', role: 'coordinator', romId: 'nom' }),
    foreigner: await add({ name: 'Lies Limburg', role: 'business_developer', romId: 'liof' }),
    secretary: await add({ name: 'Sam Secretaris', role: 'secretary' }),
    administrator: await add({ name: 'Bo Beheer', role: 'administrator' }),
  }
  const as = (who: keyof typeof ids) => new Browser(portal).signInAs(ids[who])
  return { portal, db, ids, as, organisation, path: `/organisaties/${organisation.slug}/beheren` }
}

function claimsOf(portal: Portal) {
  return portal.db.selectFrom('organisation_member').selectAll().where('note', 'is not', null).execute()
}

async function mails(portal: Portal, template: string) {
  const rows = await portal.db.selectFrom('mail').selectAll().where('template', '=', template).orderBy('id').execute()
  return rows.map(({ account_id, params }) => ({ to: account_id, params: JSON.parse(params) }))
}

/** Asks as somebody. @returns the id of the claim */
async function ask(portal: Portal, path: string, accountId: string, note = 'Ik werk hier') {
  const asker = await new Browser(portal).signInAs(accountId)
  const answer = await asker.post(path, { note })
  expect([answer.status, answer.headers.get('location')]).toEqual([303, path])
  const rows = await claimsOf(portal)
  return rows.find(({ account_id, ended_at }) => account_id === accountId && !ended_at)?.id ?? ''
}

test('asked by a member, confirmed by the ROM of the region: mail goes out, rights change, and all is in the audit log', async () => {
  const { portal, db, ids, as, organisation, path } = await scene()
  const asker = await as('asker')
  expect(await asker.page(`/organisaties/${organisation.slug}`)).toContain(`href="${path}"`)
  const first = await asker.page(path)
  expect(first).toContain('name="note"')
  expect(first).toContain('Daarna kijkt NOM of het klopt')
  await asker.post(path, { note: 'Ik ben de directeur' })
  expect(await asker.page(path)).toContain('Je aanvraag is verstuurd')
  expect(await asker.page('/mijn')).toContain('de ROM moet dit nog bevestigen')

  const asked = await mails(portal, 'claimAsked')
  expect(asked.map(({ to }) => to).sort()).toEqual([ids.developer, ids.coordinator].sort())
  const [claim] = await claimsOf(portal)
  expect(asked[0]?.params).toEqual({ organisation: organisation.name, link: `/werk/aanvragen/${claim?.id}` })
  expect(claim).toMatchObject({ account_id: ids.asker, role: 'owner', confirmed_at: null, ended_at: null })

  const developer = await as('developer')
  expect(await developer.page('/werk')).toContain('1 aanvraag om een organisatie te beheren')
  const list = await developer.page('/werk/aanvragen')
  for (const text of ['Ada Vrager', '@proef.example', 'Ik ben de directeur', organisation.name, '21 november 2026']) {
    expect(list).toContain(text)
  }
  const answer = await developer.post(`/werk/aanvragen/${claim?.id}`, { decision: 'confirm', reason: '' })
  expect(answer.headers.get('location')).toBe(`/werk/aanvragen/${claim?.id}`)
  const outcome = await developer.page(`/werk/aanvragen/${claim?.id}`)
  expect(outcome).toContain('Deze aanvraag is bevestigd')
  expect(outcome).toContain('Dirk Noord, 21 november 2026')
  expect(outcome).not.toContain('name="decision"')
  expect(await developer.page('/werk')).toContain('Er wacht niets op je')

  expect(await mails(portal, 'claimConfirmed')).toEqual([
    { to: ids.asker, params: { organisation: organisation.name, link: `/mijn/organisaties/${organisation.slug}` } },
  ])
  expect(await asker.page(path)).toContain('Je beheert dit profiel al')
  const own = await asker.page(`/mijn/organisaties/${organisation.slug}`)
  expect(own).toContain('Ada Vrager')
  expect(own).toContain('Je bent de enige eigenaar')

  const log = await db
    .selectFrom('audit_entry')
    .select(['actor_id', 'action', 'rom_id'])
    .where('noun', '=', 'organisation_member')
    .where('row_id', '=', claim?.id ?? '')
    .orderBy('id')
    .execute()
  expect(log).toEqual([
    { actor_id: ids.asker, action: 'insert', rom_id: 'nom' },
    { actor_id: ids.developer, action: 'update', rom_id: 'nom' },
  ])
  expect(portal.errors).toEqual([])
})

test('sessions from before a claim was confirmed go on under another id; a refusal changes no rights', async () => {
  const { portal, db, ids, as, path } = await scene()
  const before = '2026-01-01T00:00:00.000Z'
  await db.updateTable('account').set({ rights_changed_at: before }).where('id', '=', ids.asker).execute()
  const changedAt = async () =>
    (await db.selectFrom('account').select('rights_changed_at').where('id', '=', ids.asker).executeTakeFirstOrThrow())
      .rights_changed_at
  const developer = await as('developer')
  const refused = await ask(portal, path, ids.asker)
  await developer.post(`/werk/aanvragen/${refused}`, { decision: 'refuse', reason: 'nee' })
  expect(await changedAt()).toBe(before)
  const confirmed = await ask(portal, path, ids.asker)
  await developer.post(`/werk/aanvragen/${confirmed}`, { decision: 'confirm', reason: '' })
  expect(await changedAt()).toBe(portal.now().toISOString())
})

test('refused with a reason: the person is told why and may ask again; without a reason nothing is decided', async () => {
  const { portal, ids, as, path } = await scene()
  const id = await ask(portal, path, ids.asker)
  const coordinator = await as('coordinator')
  const silent = await coordinator.post(`/werk/aanvragen/${id}`, { decision: 'refuse', reason: '  ' })
  expect(silent.status).toBe(400)
  expect(await silent.text()).toContain('Vul in waarom je dit afwijst')
  for (const decision of ['', 'CONFIRM', 'owner', '__proto__']) {
    expect((await coordinator.post(`/werk/aanvragen/${id}`, { decision, reason: 'x' })).status).toBe(400)
  }
  expect((await claimsOf(portal))[0]).toMatchObject({ confirmed_at: null, ended_at: null })

  await coordinator.post(`/werk/aanvragen/${id}`, { decision: 'refuse', reason: 'We kennen je niet' })
  expect((await mails(portal, 'claimRefused'))[0]).toMatchObject({
    to: ids.asker,
    params: { reason: 'We kennen je niet' },
  })
  const asker = await as('asker')
  expect(await asker.page(path)).toContain('We kennen je niet')
  await ask(portal, path, ids.asker, 'Echt waar')
  expect((await claimsOf(portal)).map(({ note }) => note).sort()).toEqual(['Echt waar', 'Ik werk hier'])
})

test('only staff of the own ROM see and decide on a claim; elsewhere it does not exist', async () => {
  const { portal, ids, as, path } = await scene()
  const id = await ask(portal, path, ids.asker, 'een geheime toelichting')
  const decide = { decision: 'confirm', reason: '' }

  const foreigner = await as('foreigner')
  expect(await foreigner.page('/werk/aanvragen')).not.toContain('een geheime toelichting')
  expect(await foreigner.page('/werk')).toContain('Er wacht niets op je')
  expect((await foreigner.get(`/werk/aanvragen/${id}`)).status).toBe(404)
  expect((await foreigner.post(`/werk/aanvragen/${id}`, decide)).status).toBe(404)
  for (const nobody of ['asker', 'secretary'] as const) {
    const other = await as(nobody)
    for (const address of ['/werk', '/werk/aanvragen', `/werk/aanvragen/${id}`]) {
      expect((await other.get(address)).status, `${nobody} ${address}`).toBe(403)
    }
    expect((await other.post(`/werk/aanvragen/${id}`, decide)).status).toBe(403)
  }
  const stranger = new Browser(portal)
  for (const address of ['/werk', '/werk/aanvragen', `/werk/aanvragen/${id}`]) {
    const answer = await stranger.get(address)
    expect(answer.headers.get('location')).toBe(`/inloggen?naar=${encodeURIComponent(address)}`)
  }
  expect((await stranger.post(`/werk/aanvragen/${id}`, decide)).status).toBe(303)
  expect((await claimsOf(portal))[0]).toMatchObject({ confirmed_at: null, ended_at: null })
  expect((await (await as('administrator')).get(`/werk/aanvragen/${id}`)).status).toBe(200)
})

test('nobody confirms what they asked for themselves', async () => {
  const { portal, ids, as, path } = await scene()
  const id = await ask(portal, path, ids.developer)
  expect((await mails(portal, 'claimAsked')).map(({ to }) => to)).toEqual([ids.coordinator])
  const developer = await as('developer')
  expect(await developer.page(`/werk/aanvragen/${id}`)).toContain('Dit is je eigen aanvraag')
  expect((await developer.post(`/werk/aanvragen/${id}`, { decision: 'confirm', reason: '' })).status).toBe(403)
  await (await as('coordinator')).post(`/werk/aanvragen/${id}`, { decision: 'confirm', reason: '' })
  expect((await claimsOf(portal))[0]).toMatchObject({ confirmed_by: ids.coordinator })
})

test('where no ROM is known, or it has nobody with an account, the administrators are asked', async () => {
  const { portal, db, ids, as, organisation, path } = await scene()
  await db.updateTable('organisation').set({ seat_rom_id: null }).where('id', '=', organisation.id).execute()
  const id = await ask(portal, path, ids.asker)
  expect((await mails(portal, 'claimAsked')).map(({ to }) => to)).toEqual([ids.administrator])
  expect((await (await as('developer')).get(`/werk/aanvragen/${id}`)).status).toBe(404)
  const administrator = await as('administrator')
  expect(await administrator.page('/werk/aanvragen')).toContain('Ada Vrager')
  await administrator.post(`/werk/aanvragen/${id}`, { decision: 'confirm', reason: '' })
  expect((await claimsOf(portal))[0]).toMatchObject({ confirmed_by: ids.administrator })

  await db.updateTable('organisation').set({ seat_rom_id: 'bom' }).where('id', '=', organisation.id).execute()
  await ask(portal, path, ids.colleague)
  expect((await mails(portal, 'claimAsked')).map(({ to }) => to)).toEqual([ids.administrator, ids.administrator])
})

test('pressed twice at once: one claim, one round of mail, one decision, and the same answer', async () => {
  const { portal, ids, as, path } = await scene()
  const asker = await as('asker')
  const asked = await Promise.all([1, 2].map(() => asker.post(path, { note: 'dubbel' })))
  expect(asked.map((answer) => [answer.status, answer.headers.get('location')])).toEqual([
    [303, path],
    [303, path],
  ])
  const rows = await claimsOf(portal)
  expect(rows).toHaveLength(1)
  expect(await mails(portal, 'claimAsked')).toHaveLength(2)

  const decision = `/werk/aanvragen/${rows[0]?.id}`
  const staff = [await as('developer'), await as('coordinator')]
  const decided = await Promise.all([
    ...staff.map((one) => one.post(decision, { decision: 'confirm', reason: '' })),
    ...staff.map((one) => one.post(decision, { decision: 'refuse', reason: 'te laat' })),
  ])
  expect(decided.map((answer) => [answer.status, answer.headers.get('location')])).toEqual(
    Array(4).fill([303, decision]),
  )
  const told = [...(await mails(portal, 'claimConfirmed')), ...(await mails(portal, 'claimRefused'))]
  expect(told).toHaveLength(1)
  expect(told[0]?.to).toBe(ids.asker)
  expect(portal.errors).toEqual([])
})

test('the first to be confirmed owns the profile, also when two asked before', async () => {
  const { portal, ids, as, path } = await scene()
  const first = await ask(portal, path, ids.asker)
  const second = await ask(portal, path, ids.colleague)
  const developer = await as('developer')
  for (const id of [second, first]) await developer.post(`/werk/aanvragen/${id}`, { decision: 'confirm', reason: '' })
  const roles = new Map((await claimsOf(portal)).map(({ account_id, role }) => [account_id, role]))
  expect(roles).toEqual(
    new Map([
      [ids.asker, 'editor'],
      [ids.colleague, 'owner'],
    ]),
  )
})

test('more claims than anybody needs are refused, with what was typed kept', async () => {
  const { portal, ids } = await scene()
  const asker = await new Browser(portal).signInAs(ids.asker)
  const rows = await portal.db.selectFrom('public_organisation').select('slug').orderBy('id').limit(21).execute()
  const statuses: number[] = []
  let last = ''
  for (const { slug } of rows) {
    const answer = await asker.post(`/organisaties/${slug}/beheren`, { note: 'wat ik typte' })
    statuses.push(answer.status)
    last = await answer.text()
  }
  expect(statuses).toEqual([...Array(20).fill(303), 429])
  expect(last).toContain('Probeer het morgen opnieuw')
  expect(last).toContain('wat ik typte</textarea>')
})

test('script in a note, a reason or a name comes out escaped everywhere', async () => {
  const { portal, ids, as, path, organisation } = await scene()
  const script = '"><script>alert(1)</script><img src=x onerror=alert(2)>'
  await portal.db.updateTable('account').set({ name: script }).where('id', '=', ids.asker).execute()
  const tooLong = await (await as('asker')).post(path, { note: script + 'x'.repeat(1000) })
  expect(tooLong.status).toBe(400)
  const pages = [await tooLong.text()]
  const id = await ask(portal, path, ids.asker, script)
  const developer = await as('developer')
  pages.push(await developer.page('/werk/aanvragen'), await developer.page(`/werk/aanvragen/${id}`))
  await developer.post(`/werk/aanvragen/${id}`, { decision: 'refuse', reason: script })
  const asker = await as('asker')
  pages.push(await developer.page(`/werk/aanvragen/${id}`), await asker.page(path))
  const again = await ask(portal, path, ids.asker, script)
  await developer.post(`/werk/aanvragen/${again}`, { decision: 'confirm', reason: script })
  pages.push(await asker.page(`/mijn/organisaties/${organisation.slug}`), await developer.page('/mijn'))
  for (const html of pages) {
    expect(html).not.toContain('<script>alert')
    expect(html).not.toContain('<img src=x')
  }
  expect(pages.filter((html) => html.includes('&lt;script&gt;alert(1)')).length).toBeGreaterThanOrEqual(6)
})

test('nothing that was not asked for can be sent along: no role, no other account, no confirmation', async () => {
  const { portal, ids, as, path, organisation } = await scene()
  await (await as('asker')).post(path, { note: 'eerlijk' })
  await (await as('developer')).post(`/werk/aanvragen/${(await claimsOf(portal))[0]?.id}`, {
    decision: 'confirm',
    reason: '',
  })
  await (await as('colleague')).post(path, {
    note: 'oneerlijk',
    role: 'owner',
    account_id: ids.administrator,
    confirmed_at: '2026-01-01T00:00:00.000Z',
    confirmed_by: ids.administrator,
    organisation_id: 'other',
  })
  expect((await claimsOf(portal)).find(({ note }) => note === 'oneerlijk')).toMatchObject({
    account_id: ids.colleague,
    organisation_id: organisation.id,
    role: 'editor',
    confirmed_at: null,
  })
})

test('a form on another site asks and decides nothing', async () => {
  const { portal, ids, as, path } = await scene()
  const id = await ask(portal, path, ids.asker)
  const developer = await as('developer')
  const colleague = await as('colleague')
  const elsewhere: Record<string, string>[] = [{ origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }]
  for (const headers of elsewhere) {
    expect((await colleague.post(path, { note: 'x' }, headers)).status).toBe(403)
    const decided = await developer.post(`/werk/aanvragen/${id}`, { decision: 'confirm', reason: '' }, headers)
    expect(decided.status).toBe(403)
  }
  expect(await claimsOf(portal)).toHaveLength(1)
  expect((await claimsOf(portal))[0]?.confirmed_at).toBeNull()
})

test('an organisation that nobody may see cannot be claimed', async () => {
  const { portal, db, as, organisation, path } = await scene()
  await db.updateTable('organisation').set({ withdrawn_at: '2026-01-01' }).where('id', '=', organisation.id).execute()
  const asker = await as('asker')
  expect((await asker.get(path)).status).toBe(404)
  expect((await asker.post(path, { note: 'x' })).status).toBe(404)
  expect((await asker.post('/organisaties/bestaat-niet/beheren', { note: 'x' })).status).toBe(404)
  expect(await claimsOf(portal)).toEqual([])
})
