import { expect, test } from 'vitest'
import { grantRole } from '#app/domain/account/queries.server.ts'
import { write } from '#db/write.ts'
import { signedInAs } from '../support/browser.ts'
import { addPerson } from '../support/people.ts'
import { testPortal } from '../support/portal.ts'
import { rolesOf, script, statusOf, users } from './people.ts'

test('a stranger is sent to sign in, whoever has no people to look after is refused', async () => {
  const portal = await testPortal()
  const { id: other } = await addPerson(portal, { name: 'Iemand', role: 'business_developer', romId: 'nom' })
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
  await addPerson(portal, { name: 'Jansje Noord', role: 'business_developer', romId: 'nom' })
  await addPerson(portal, { name: 'Pieter Zuid', role: 'business_developer', romId: 'bom' })
  await addPerson(portal, { name: `100%_${script}`, role: 'secretary' })
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
  for (let i = 0; i < 300; i++)
    await addPerson(portal, { name: `Persoon ${i}`, role: 'business_developer', romId: 'nom' })
  const admin = await signedInAs(portal, 'beheerder')
  const seen: string[] = []
  for (let page = 1; page <= 6; page++) {
    const html = await (await admin.get(`${users}?q=Persoon&pagina=${page}`)).text()
    seen.push(...[...html.matchAll(/href="\/beheer\/gebruikers\/(person-[^"]+)"/g)].map(([, id]) => id ?? ''))
  }
  expect(seen.length).toBe(300)
  expect(new Set(seen).size).toBe(300)
})

test('a role that nobody has, another ROM, or a field that is not ours is refused', async () => {
  const portal = await testPortal()
  const admin = await signedInAs(portal, 'beheerder')
  const coordinator = await signedInAs(portal, 'coordinator')
  const { id } = await addPerson(portal, { name: 'Jansje Noord', role: 'business_developer', romId: 'nom' })
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
  const { id: foreign } = await addPerson(portal, { name: 'Pieter Zuid', role: 'business_developer', romId: 'bom' })
  expect(await statusOf(coordinator.get(`${users}/${foreign}`))).toBe(404)
  const [theirs] = await rolesOf(portal, foreign)
  const forms: Record<string, string>[] = [
    { intent: 'revoke', held: theirs?.id ?? '' },
    { intent: 'grant', role: 'business_developer', rom: 'nom' },
    { intent: 'inviteAgain' },
  ]
  for (const form of forms) expect(await statusOf(coordinator.post(`${users}/${foreign}`, form))).toBe(404)

  const { id: shared } = await addPerson(portal, { name: 'Gedeeld', role: 'business_developer', romId: 'nom' })
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
  const { id } = await addPerson(portal, { name: `Naam ${script}`, role: 'secretary' })
  const page = await (await admin.get(`${users}/${id}`)).text()
  expect(page).toContain('Naam &lt;script&gt;')
  expect(page).not.toContain(script)
  const form = { intent: 'appoint', deputy: script, from: script, until: script }
  const wrong = await admin.post(`${users}/${id}`, form)
  expect(wrong.status).toBe(400)
  expect(await wrong.text()).not.toContain(script)
  expect(portal.errors).toEqual([])
})
