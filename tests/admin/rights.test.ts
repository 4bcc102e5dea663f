import { expect, test } from 'vitest'
import { appointDeputy, isLastAdministrator, revokeRole } from '#app/domain/account/administer.server.ts'
import { addAccount, grantRole } from '#app/domain/account/queries.server.ts'
import { write } from '#db/write.ts'
import { signedInAs } from '../support/browser.ts'
import { addPerson } from '../support/people.ts'
import { testPortal } from '../support/portal.ts'
import { rolesOf, statusOf, users } from './people.ts'

test('an administrator gives a role and takes it back, with who and when on the page and in the log', async () => {
  const portal = await testPortal()
  const admin = await signedInAs(portal, 'beheerder')
  const { id } = await addPerson(portal, { name: 'Jansje Noord' })
  const page = `${users}/${id}`
  const given = await admin.post(page, { intent: 'grant', role: 'coordinator', rom: 'bom' })
  expect([given.status, given.headers.get('location')]).toEqual([303, `${page}?gedaan=grant`])
  const [role] = await rolesOf(portal, id)
  expect(role).toMatchObject({ role: 'coordinator', rom_id: 'bom', granted_by: admin.id, revoked_at: null })
  expect(await (await admin.get(`${page}?gedaan=grant`)).text()).toContain('De rol is gegeven.')
  for (let i = 0; i < 2; i++) {
    expect(await statusOf(admin.post(page, { intent: 'revoke', held: role?.id ?? '' }))).toBe(303)
  }
  expect((await rolesOf(portal, id))[0]).toMatchObject({ revoked_by: admin.id })
  const entries = await portal.db
    .selectFrom('audit_entry')
    .select(['action', 'actor_id'])
    .where('noun', '=', 'account_role')
    .where('row_id', '=', role?.id ?? '')
    .execute()
  expect(entries).toEqual([
    { action: 'insert', actor_id: admin.id },
    { action: 'update', actor_id: admin.id },
  ])
  expect(portal.errors).toEqual([])
})

test('blocking shuts somebody out at once, and unblocking lets them in again', async () => {
  const portal = await testPortal()
  const admin = await signedInAs(portal, 'beheerder')
  const secretary = await signedInAs(portal, 'secretaris')
  const page = `${users}/${secretary.id}`
  expect(await statusOf(secretary.get('/mijn'))).toBe(200)
  expect(await statusOf(admin.post(page, { intent: 'block' }))).toBe(303)
  expect(await statusOf(secretary.get('/mijn'))).toBe(303)
  const html = await (await admin.get(page)).text()
  expect(html).toContain('Blokkade opheffen')
  expect(await statusOf(admin.post(page, { intent: 'grant', role: 'commissioner', rom: 'all' }))).toBe(400)
  expect(await statusOf(admin.post(page, { intent: 'unblock' }))).toBe(303)
  const again = await signedInAs(portal, 'secretaris')
  expect(await statusOf(again.post('/uitloggen', {}))).toBe(303)
})

test('two-factor that was lost is taken off: the codes go, every session ends, the person is told', async () => {
  const portal = await testPortal()
  const admin = await signedInAs(portal, 'beheerder')
  const secretary = await signedInAs(portal, 'secretaris')
  await portal.db
    .updateTable('account')
    .set({ totp_secret: 'sealed', totp_confirmed_at: portal.now().toISOString(), totp_last_step: 1 })
    .where('id', '=', secretary.id)
    .execute()
  await portal.db.insertInto('recovery_code').values({ account_id: secretary.id, hash: 'x' }).execute()
  const page = `${users}/${secretary.id}`
  for (let i = 0; i < 2; i++) expect(await statusOf(admin.post(page, { intent: 'takeOffTwoFactor' }))).toBe(303)
  const account = await portal.db.selectFrom('account').selectAll().where('id', '=', secretary.id).executeTakeFirst()
  expect(account).toMatchObject({ totp_secret: null, totp_confirmed_at: null, totp_last_step: null })
  expect(await portal.db.selectFrom('recovery_code').selectAll().execute()).toEqual([])
  expect(await statusOf(secretary.get('/mijn'))).toBe(303)
  const mail = await portal.db.selectFrom('mail').select(['template', 'account_id']).execute()
  expect(mail).toEqual([{ template: 'twoFactorTakenOff', account_id: secretary.id }])
})

test('a deputy has the same roles meanwhile, from the first day to the last, or until it is ended', async () => {
  const portal = await testPortal()
  const coordinator = await signedInAs(portal, 'coordinator')
  const developer = await signedInAs(portal, 'businessdeveloper')
  const { id: away } = await addPerson(portal, { name: 'Vakantie', role: 'business_developer', romId: 'nom' })
  const page = `${users}/${away}`
  const appoint = { intent: 'appoint', deputy: developer.id, from: '2026-11-21', until: '2026-11-30' }
  for (let i = 0; i < 2; i++) expect(await statusOf(coordinator.post(page, appoint))).toBe(303)
  const rows = await portal.db.selectFrom('deputy').selectAll().execute()
  expect(rows).toHaveLength(1)
  expect(await (await developer.get('/mijn')).text()).toContain('als vervanger van Vakantie')
  const refused: [Record<string, string>, number][] = [
    [{ ...appoint, until: '2026-11-20' }, 400],
    [{ ...appoint, from: '2026-11-20' }, 400],
    [{ ...appoint, from: '2026-02-30' }, 400],
    [{ ...appoint, deputy: coordinator.id }, 403],
    [{ ...appoint, deputy: away }, 400],
    [
      {
        ...appoint,
        deputy: (await addPerson(portal, { name: 'Zuid', role: 'business_developer', romId: 'bom' })).id,
      },
      400,
    ],
    [{ ...appoint, account_id: coordinator.id }, 400],
  ]
  for (const [fields, status] of refused) {
    expect(await statusOf(coordinator.post(page, fields)), JSON.stringify(fields)).toBe(status)
  }
  // A coordinator's own role is not a coordinator's to give.
  const { id: colleague } = await addPerson(portal, { name: 'Tweede', role: 'coordinator', romId: 'nom' })
  expect(await statusOf(coordinator.post(`${users}/${colleague}`, appoint))).toBe(403)
  // Through the page of another.
  const end = { intent: 'dismiss', agreed: rows[0]?.id ?? '' }
  expect(await statusOf(coordinator.post(`${users}/${developer.id}`, end))).toBe(404)
  expect(await statusOf(coordinator.post(page, end))).toBe(303)
  expect(await (await developer.get('/mijn')).text()).not.toContain('als vervanger van')
  expect(await portal.db.selectFrom('deputy').select('id').execute()).toHaveLength(1)
})

test('a change of rights gives every session of the person, and of a deputy, another id', async () => {
  const portal = await testPortal()
  const admin = await signedInAs(portal, 'beheerder')
  const developer = await signedInAs(portal, 'businessdeveloper')
  const { id: away } = await addPerson(portal, { name: 'Vakantie', role: 'business_developer', romId: 'nom' })
  const changed = async (id: string) =>
    (await portal.db.selectFrom('account').select('rights_changed_at').where('id', '=', id).executeTakeFirstOrThrow())
      .rights_changed_at
  const age = () => portal.db.updateTable('account').set({ rights_changed_at: '2026-01-01T00:00:00.000Z' }).execute()
  const appoint = { intent: 'appoint', deputy: developer.id, from: '2026-11-21', until: '2026-11-30' }
  const [role] = await rolesOf(portal, away)
  const orders: [Record<string, string>, string[]][] = [
    [appoint, [developer.id]],
    [{ intent: 'grant', role: 'secretary', rom: 'all' }, [away, developer.id]],
    [{ intent: 'revoke', held: role?.id ?? '' }, [away, developer.id]],
    [{ intent: 'block' }, [away, developer.id]],
    [{ intent: 'unblock' }, [away, developer.id]],
  ]
  for (const [order, who] of orders) {
    await age()
    expect(await statusOf(admin.post(`${users}/${away}`, order)), order.intent).toBe(303)
    for (const id of who) expect(await changed(id), order.intent).toBe(portal.now().toISOString())
    expect(await changed(admin.id)).toBe('2026-01-01T00:00:00.000Z')
  }
})

test('the days of a deputy are Dutch ones: at half past eleven UTC the next has begun', async () => {
  const portal = await testPortal({ clock: () => new Date('2026-11-21T23:30:00Z') })
  const admin = await signedInAs(portal, 'beheerder')
  const { id: away } = await addPerson(portal, { role: 'business_developer', romId: 'nom' })
  const { id: past } = await addPerson(portal, { name: 'Tot gisteren' })
  const { id: present } = await addPerson(portal, { name: 'Tot vandaag' })
  const early = '2026-01-01T00:00:00.000Z'
  await write(portal.db, { id: 'system' }, portal.now(), async (trx) => {
    const from = { accountId: away, from: '2026-11-20' }
    await appointDeputy(trx, { ...from, deputyId: past, until: '2026-11-21' }, early)
    await appointDeputy(trx, { ...from, deputyId: present, until: '2026-11-22' }, early)
  })
  const page = `${users}/${away}`
  await admin.post(page, { intent: 'grant', role: 'secretary', rom: 'all' })
  const changed = await portal.db.selectFrom('account').select(['id', 'rights_changed_at']).execute()
  const changedAt = (id: string) => changed.find((account) => account.id === id)?.rights_changed_at
  expect([changedAt(past), changedAt(present)]).toEqual([early, portal.now().toISOString()])
  for (const { id } of await portal.db.selectFrom('deputy').select('id').execute()) {
    expect(await statusOf(admin.post(page, { intent: 'dismiss', agreed: id }))).toBe(303)
  }
  // What had run out by then is not said to have been ended.
  expect((await (await admin.get(page)).text()).match(/beëindigd op [^)]*/g)).toEqual([
    'beëindigd op 22 november 2026',
  ])
})

test('the last administrator stays, also when two take the role from each other at once', async () => {
  const portal = await testPortal()
  const admin = await signedInAs(portal, 'beheerder')
  const secretary = await signedInAs(portal, 'secretaris')
  await admin.post(`${users}/${secretary.id}`, { intent: 'grant', role: 'administrator', rom: 'all' })
  const roleOf = async (id: string) =>
    (await rolesOf(portal, id)).find(({ role }) => role === 'administrator')?.id ?? ''
  const [first, second] = [await roleOf(admin.id), await roleOf(secretary.id)]
  await Promise.all([
    admin.post(`${users}/${secretary.id}`, { intent: 'revoke', held: second }),
    secretary.post(`${users}/${admin.id}`, { intent: 'revoke', held: first }),
  ])
  const left = await portal.db
    .selectFrom('account_role')
    .select(['id', 'account_id'])
    .where('role', '=', 'administrator')
    .where('revoked_at', 'is', null)
    .execute()
  expect(left).toHaveLength(1)
  const { id, account_id } = left[0] ?? { id: '', account_id: '' }
  expect(await isLastAdministrator(portal.db, account_id)).toBe(true)
  // Whoever was invited and never came cannot administer.
  const at = portal.now().toISOString()
  await write(portal.db, { id: 'system' }, portal.now(), async (trx) => {
    const accountId = await addAccount(trx, { email: 'later@rom.example', name: 'Later', locale: 'nl' }, at)
    await grantRole(trx, { accountId, role: 'administrator', romId: null, by: 'system' }, at)
    const given = { id, role: 'administrator', accountId: account_id, by: accountId }
    expect(await revokeRole(trx, given, { at, today: '2026-11-21' })).toBe(false)
  })
})

test('somebody who changes very much at once is asked to wait', async () => {
  const portal = await testPortal()
  const admin = await signedInAs(portal, 'beheerder')
  const { id } = await addPerson(portal, { name: 'Jansje Noord', role: 'secretary' })
  // Of the 120 that are allowed in a minute, signing in was one.
  for (let i = 0; i < 119; i++)
    expect(await statusOf(admin.post(`${users}/${id}`, { intent: 'endSessions' }))).toBe(303)
  const answer = await admin.post(`${users}/${id}`, { intent: 'grant', role: 'coordinator', rom: 'bom' })
  expect(answer.status).toBe(429)
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(await answer.text()).toContain('<option value="bom" selected="">')
  expect(await rolesOf(portal, id)).toHaveLength(1)
})
