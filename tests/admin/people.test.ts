import { expect, test } from 'vitest'
import { isLastAdministrator, revokeRole } from '#app/domain/account/administer.server.ts'
import { addAccount, grantRole } from '#app/domain/account/queries.server.ts'
import type { StaffRole } from '#db/tables/accounts.ts'
import { write } from '#db/write.ts'
import { testPortal } from '../support/portal.ts'
import { signedInAs } from '../support/signed-in.ts'

type Portal = Awaited<ReturnType<typeof testPortal>>
const users = '/beheer/gebruikers'
const script = '<script>alert(1)</script>'

/** Somebody with a role, as if they had chosen a password. */
function person(portal: Portal, name: string, role?: StaffRole, romId: string | null = null): Promise<string> {
  const at = portal.now().toISOString()
  return write(portal.db, { id: 'system' }, portal.now(), async (trx) => {
    const email = `${crypto.randomUUID()}@rom.example`
    const accountId = await addAccount(trx, { email, name, locale: 'nl' }, at)
    await trx
      .updateTable('account')
      .set({ password_hash: 'x', verified_at: at })
      .where('id', '=', accountId)
      .execute()
    if (role) await grantRole(trx, { accountId, role, romId, by: 'system' }, at)
    return accountId
  })
}

function rolesOf(portal: Portal, accountId: string) {
  return portal.db
    .selectFrom('account_role')
    .select(['id', 'role', 'rom_id', 'revoked_at', 'revoked_by', 'granted_by'])
    .where('account_id', '=', accountId)
    .orderBy('granted_at')
    .execute()
}

async function statusOf(answer: Promise<Response>): Promise<number> {
  const { status, body } = await answer
  await body?.cancel()
  return status
}

test('a stranger is sent to sign in, whoever has no people to look after is refused', async () => {
  const portal = await testPortal()
  const other = await person(portal, 'Iemand', 'business_developer', 'nom')
  const paths = [users, `${users}/uitnodigen`, `${users}/${other}`]
  for (const path of paths) {
    const answer = await portal.get(path)
    expect(answer.headers.get('location'), path).toBe(`/inloggen?${new URLSearchParams({ naar: path })}`)
  }
  for (const key of ['ondernemer', 'businessdeveloper', 'secretaris', 'opdrachtgever']) {
    const somebody = await signedInAs(portal, key)
    for (const path of paths) {
      expect(await statusOf(somebody.get(path)), `${key} ${path}`).toBe(403)
      const form = { intent: 'grant', role: 'administrator', rom: 'all' }
      const sent = path.endsWith('uitnodigen')
        ? { name: 'N', email: 'n@x.example', locale: 'nl', role: 'secretary' }
        : form
      if (path !== users) expect(await statusOf(somebody.post(path, sent)), `${key} POST ${path}`).toBe(403)
    }
  }
  expect((await rolesOf(portal, other)).map(({ role }) => role)).toEqual(['business_developer'])
  expect(portal.errors).toEqual([])
})

test('the list is searched and filtered, and a coordinator sees the own people only', async () => {
  const portal = await testPortal()
  await person(portal, 'Jansje Noord', 'business_developer', 'nom')
  await person(portal, 'Pieter Zuid', 'business_developer', 'bom')
  await person(portal, `100%_${script}`, 'secretary')
  const admin = await signedInAs(portal, 'beheerder')
  const text = async (path: string, who = admin) => (await who.get(path)).text()
  const all = await text(users)
  for (const name of ['Jansje Noord', 'Pieter Zuid', 'Noor Elzinga']) expect(all).toContain(name)
  expect(all).not.toContain(script)
  expect(await text(`${users}?q=jansje`)).not.toContain('Pieter Zuid')
  expect(await text(`${users}?q=100%25_`)).toContain('100%_')
  expect(await text(`${users}?q=%25`)).not.toContain('Jansje')
  expect(await text(`${users}?rol=business_developer&rom=bom`)).toContain('Pieter Zuid')
  expect(await text(`${users}?rol=business_developer&rom=bom`)).not.toContain('Jansje')
  expect(await text(`${users}?rol=coordinator&rom=bom`)).not.toContain('Pieter')
  expect(await text(`${users}?rol=member`)).toContain('Noor Elzinga')
  expect(await text(`${users}?status=blocked`)).not.toContain('Jansje')
  expect(await text(`${users}?tweestaps=on`)).not.toContain('Jansje')
  expect(await text(`${users}?rol=koning&status=x`)).toContain('Een deel van het adres is niet gebruikt')

  const own = await text(users, await signedInAs(portal, 'coordinator'))
  expect(own).toContain('Jansje Noord')
  for (const name of ['Pieter Zuid', 'Noor Elzinga', 'Anna de Wit']) expect(own).not.toContain(name)
  expect(portal.errors).toEqual([])
})

test('no cap: three hundred people are all on some page, each once', async () => {
  const portal = await testPortal()
  for (let i = 0; i < 300; i++) await person(portal, `Persoon ${i}`, 'business_developer', 'nom')
  const admin = await signedInAs(portal, 'beheerder')
  const seen: string[] = []
  for (let page = 1; page <= 6; page++) {
    const html = await (await admin.get(`${users}?q=Persoon&pagina=${page}`)).text()
    seen.push(...[...html.matchAll(/href="\/beheer\/gebruikers\/(person-[^"]+)"/g)].map(([, id]) => id ?? ''))
  }
  expect(seen.length).toBe(300)
  expect(new Set(seen).size).toBe(300)
})

test('an administrator gives a role and takes it back, with who and when on the page and in the log', async () => {
  const portal = await testPortal()
  const admin = await signedInAs(portal, 'beheerder')
  const id = await person(portal, 'Jansje Noord')
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

test('a role that nobody has, another ROM, or a field that is not ours is refused', async () => {
  const portal = await testPortal()
  const admin = await signedInAs(portal, 'beheerder')
  const coordinator = await signedInAs(portal, 'coordinator')
  const id = await person(portal, 'Jansje Noord', 'business_developer', 'nom')
  const page = `${users}/${id}`
  const grant = { intent: 'grant', role: 'business_developer', rom: 'bom' }
  const invitation = { name: 'Nieuw', email: 'nieuw@rom.example', locale: 'nl' }
  const invite = `${users}/uitnodigen`
  const cases: [typeof admin, string, Record<string, string>, number][] = [
    [admin, page, { ...grant, role: 'king' }, 400],
    [admin, page, { ...grant, rom: 'none' }, 400],
    [admin, page, { ...grant, rom: 'all' }, 400],
    [admin, page, { ...grant, rom: '' }, 400],
    [admin, page, { ...grant, role: 'secretary' }, 400],
    [admin, page, { ...grant, account_id: admin.id }, 400],
    [admin, page, { ...grant, is_example: '1', role: 'secretary', rom: 'all' }, 400],
    [admin, page, { intent: 'crown' }, 400],
    [admin, page, {}, 400],
    [admin, page, { intent: 'revoke', held: 'x' }, 404],
    [admin, page, { intent: 'dismiss', agreed: 'x' }, 404],
    [admin, `${users}/${admin.id}`, { intent: 'grant', role: 'secretary', rom: 'all' }, 403],
    [admin, `${users}/${admin.id}`, { intent: 'block' }, 403],
    [admin, `${users}/nobody`, { intent: 'block' }, 404],
    [admin, invite, { ...invitation, role: 'king', rom: 'all' }, 400],
    [admin, invite, { ...invitation, role: 'coordinator', rom: 'all' }, 400],
    [admin, invite, { ...invitation, role: 'secretary', rom: 'nom' }, 400],
    [admin, invite, { ...invitation, role: 'secretary', rom: 'all', verified_at: '2026-01-01' }, 400],
    [admin, invite, { ...invitation, email: 'a@b.nl\r\nBcc: c@d.nl', role: 'secretary', rom: 'all' }, 400],
    [admin, invite, { ...invitation, name: 'A\r\nBcc: c@d.nl', role: 'secretary', rom: 'all' }, 400],
    [admin, invite, { ...invitation, email: 'beheerder@voorbeeld.example', role: 'secretary', rom: 'all' }, 403],
    [coordinator, page, grant, 403],
    [coordinator, page, { intent: 'grant', role: 'coordinator', rom: 'nom' }, 403],
    [coordinator, page, { intent: 'grant', role: 'administrator', rom: 'all' }, 403],
    [coordinator, page, { intent: 'block' }, 403],
    [coordinator, page, { intent: 'endSessions' }, 403],
    [coordinator, page, { intent: 'takeOffTwoFactor' }, 403],
    [coordinator, `${users}/${coordinator.id}`, { intent: 'grant', role: 'business_developer', rom: 'nom' }, 403],
    [coordinator, `${users}/${admin.id}`, { intent: 'block' }, 404],
    [coordinator, invite, { ...invitation, role: 'business_developer', rom: 'bom' }, 403],
    [coordinator, invite, { ...invitation, role: 'coordinator', rom: 'nom' }, 403],
    [coordinator, invite, { ...invitation, role: 'administrator', rom: 'all' }, 403],
  ]
  const count = async () =>
    (await portal.db.selectFrom('account_role').select('id').execute()).length +
    (await portal.db.selectFrom('account').select('id').execute()).length
  const before = await count()
  for (const [who, path, fields, status] of cases) {
    expect(await statusOf(who.post(path, fields)), `${path} ${JSON.stringify(fields)}`).toBe(status)
  }
  expect(await count()).toBe(before)
  expect(portal.errors).toEqual([])
})

test('a coordinator cannot reach somebody of another ROM, nor the role there of somebody who is shared', async () => {
  const portal = await testPortal()
  const coordinator = await signedInAs(portal, 'coordinator')
  const foreign = await person(portal, 'Pieter Zuid', 'business_developer', 'bom')
  expect(await statusOf(coordinator.get(`${users}/${foreign}`))).toBe(404)
  const [theirs] = await rolesOf(portal, foreign)
  const forms: Record<string, string>[] = [
    { intent: 'revoke', held: theirs?.id ?? '' },
    { intent: 'grant', role: 'business_developer', rom: 'nom' },
    { intent: 'inviteAgain' },
  ]
  for (const form of forms) expect(await statusOf(coordinator.post(`${users}/${foreign}`, form))).toBe(404)

  const shared = await person(portal, 'Gedeeld', 'business_developer', 'nom')
  const at = portal.now().toISOString()
  await write(portal.db, { id: 'system' }, portal.now(), (trx) =>
    grantRole(trx, { accountId: shared, role: 'business_developer', romId: 'bom', by: 'system' }, at),
  )
  const held = (await rolesOf(portal, shared)).find(({ rom_id }) => rom_id === 'bom')
  const html = await (await coordinator.get(`${users}/${shared}`)).text()
  expect(html).not.toContain(held?.id)
  expect(await statusOf(coordinator.post(`${users}/${shared}`, { intent: 'revoke', held: held?.id ?? '' }))).toBe(403)
  // A role of one person through the page of another.
  expect(await statusOf(coordinator.post(`${users}/${shared}`, { intent: 'revoke', held: theirs?.id ?? '' }))).toBe(
    404,
  )
  expect((await rolesOf(portal, shared)).every(({ revoked_at }) => revoked_at === null)).toBe(true)
})

test('inviting makes the account, the role and the mail; again makes another key; a coordinator does so for the own ROM', async () => {
  const portal = await testPortal()
  const coordinator = await signedInAs(portal, 'coordinator')
  const fields = { name: 'Wim Veen', email: 'Wim@ROM.example', locale: 'en', role: 'business_developer', rom: 'nom' }
  const answer = await coordinator.post(`${users}/uitnodigen`, fields)
  const page = answer.headers.get('location')?.split('?')[0] ?? ''
  expect([answer.status, page]).toEqual([303, expect.stringMatching(/^\/beheer\/gebruikers\/person-/)])
  const account = await portal.db
    .selectFrom('account')
    .selectAll()
    .where('email', '=', 'wim@rom.example')
    .executeTakeFirst()
  expect(account).toMatchObject({ name: 'Wim Veen', locale: 'en', password_hash: null, verified_at: null })
  const key = () =>
    portal.db
      .selectFrom('sign_in_token')
      .select('hash')
      .where('account_id', '=', account?.id ?? '')
      .execute()
  const first = await key()
  const html = await (await coordinator.get(page)).text()
  expect(html).toContain('nog geen wachtwoord gekozen')
  expect(await statusOf(coordinator.post(page, { intent: 'inviteAgain' }))).toBe(303)
  const second = await key()
  expect(second).toHaveLength(1)
  expect(second).not.toEqual(first)
  const mail = await portal.db
    .selectFrom('mail')
    .select('template')
    .where('account_id', '=', account?.id ?? '')
    .execute()
  expect(mail.map(({ template }) => template)).toEqual(['invitation', 'invitation'])
  // Once it was taken back, the person is out of the coordinator's sight.
  const [role] = await rolesOf(portal, account?.id ?? '')
  const taken = await coordinator.post(page, { intent: 'revoke', held: role?.id ?? '' })
  expect(taken.headers.get('location')).toBe(`${users}?gedaan=revoke`)
  expect(await statusOf(coordinator.get(page))).toBe(404)
  expect(portal.errors).toEqual([])
})

test('what was wrong comes back with what was typed, and a script is text', async () => {
  const portal = await testPortal()
  const admin = await signedInAs(portal, 'beheerder')
  const fields = { name: `"><img>${script}`, email: script, locale: 'en', role: script, rom: script }
  const answer = await admin.post(`${users}/uitnodigen`, fields)
  const html = await answer.text()
  expect(answer.status).toBe(400)
  expect(html).toContain('&quot;&gt;&lt;img&gt;')
  expect(html).not.toContain(script)
  expect(html).toContain('Vul een e-mailadres in')
  const id = await person(portal, `Naam ${script}`, 'secretary')
  const page = await (await admin.get(`${users}/${id}`)).text()
  expect(page).toContain('Naam &lt;script&gt;')
  expect(page).not.toContain(script)
  const form = { intent: 'appoint', deputy: script, from: script, until: script }
  const wrong = await admin.post(`${users}/${id}`, form)
  expect(wrong.status).toBe(400)
  expect(await wrong.text()).not.toContain(script)
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
  const away = await person(portal, 'Vakantie', 'business_developer', 'nom')
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
    [{ ...appoint, deputy: await person(portal, 'Zuid', 'business_developer', 'bom') }, 400],
    [{ ...appoint, account_id: coordinator.id }, 400],
  ]
  for (const [fields, status] of refused) {
    expect(await statusOf(coordinator.post(page, fields)), JSON.stringify(fields)).toBe(status)
  }
  // A coordinator's own role is not a coordinator's to give.
  const colleague = await person(portal, 'Tweede', 'coordinator', 'nom')
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
  const away = await person(portal, 'Vakantie', 'business_developer', 'nom')
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
    expect(await revokeRole(trx, given, at)).toBe(false)
  })
})

test('somebody who changes very much at once is asked to wait', async () => {
  const portal = await testPortal()
  const admin = await signedInAs(portal, 'beheerder')
  const id = await person(portal, 'Jansje Noord', 'secretary')
  // Of the 120 that are allowed in a minute, signing in was one.
  for (let i = 0; i < 119; i++)
    expect(await statusOf(admin.post(`${users}/${id}`, { intent: 'endSessions' }))).toBe(303)
  const answer = await admin.post(`${users}/${id}`, { intent: 'grant', role: 'coordinator', rom: 'bom' })
  expect(answer.status).toBe(429)
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(await answer.text()).toContain('<option value="bom" selected="">')
  expect(await rolesOf(portal, id)).toHaveLength(1)
})
