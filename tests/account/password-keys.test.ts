import { expect, test } from 'vitest'
import { issueToken, passwordLink } from '#app/domain/account/tokens.server.ts'
import { write } from '#db/write.ts'
import { Browser } from '../support/browser.ts'
import { now } from '../support/database.ts'
import { chosen, entry, kim } from '../support/entry.ts'
import { addPerson } from '../support/people.ts'

const hour = 3_600_000

test('a reset ends every session and every other key, and says so by mail', async () => {
  const portal = await entry()
  const { id } = await addPerson(portal, kim)
  const before = new Browser(portal)
  await before.signIn(kim.email)
  expect((await before.get('/mijn')).status).toBe(200)
  const invitation = await write(portal.db, { id: 'system' }, now, (trx) =>
    issueToken(trx, { accountId: id, purpose: 'invite' }, now),
  )
  const link = await portal.linkAfter('/inloggen/vergeten', { email: kim.email })
  // By asking alone nothing changes: anybody can ask.
  expect((await before.get('/mijn')).status).toBe(200)
  const chooser = new Browser(portal)
  const done = await chooser.post(link, { password: chosen })
  expect(done.status).toBe(303)
  expect((await before.get('/mijn')).status).toBe(303)
  expect((await chooser.get('/mijn')).status).toBe(200)
  expect(await portal.db.selectFrom('sign_in_token').selectAll().execute()).toEqual([])
  expect((await portal.post(passwordLink(invitation), { password: chosen })).status).toBe(400)
  expect(await portal.mailed()).toMatchObject([{ subject: 'Je wachtwoord is gewijzigd', to: { name: 'Kim' } }])
  expect((await new Browser(portal).signIn(kim.email)).status).toBe(400)
  const audit = await portal.db.selectFrom('audit_entry').selectAll().where('row_id', '=', id).execute()
  expect(audit.at(-1)).toMatchObject({ actor_id: id, action: 'update', noun: 'account' })
  expect(JSON.stringify(audit)).not.toMatch(/argon2|kim@/)
})

test('with two-factor on, a reset leads to the code and not in', async () => {
  const portal = await entry()
  const { id } = await addPerson(portal, kim)
  const set = { totp_secret: 'x', totp_confirmed_at: now.toISOString() }
  await portal.db.updateTable('account').set(set).where('id', '=', id).execute()
  const link = await portal.linkAfter('/inloggen/vergeten', { email: kim.email })
  const browser = new Browser(portal)
  const done = await browser.post(link, { password: chosen })
  expect(done.headers.get('location')).toBe('/inloggen/code?naar=%2Fmijn')
  expect((await browser.get('/mijn')).status).toBe(303)
})

test('a key ends after its time, after a newer one, and when the account is blocked; one for something else opens nothing', async () => {
  const portal = await entry()
  const { id } = await addPerson(portal, kim)
  const ask = () => portal.linkAfter('/inloggen/vergeten', { email: kim.email })
  const dead = async (link: string) => {
    const page = await portal.get(link)
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('Deze link werkt niet meer')
    const answer = await portal.post(link, { password: chosen })
    expect(answer.status).toBe(400)
    expect(answer.headers.get('set-cookie')).toBeNull()
  }
  const first = await ask()
  const second = await ask()
  await dead(first)
  portal.pass(hour - 1)
  expect(await (await portal.get(second)).text()).toContain('Nieuw wachtwoord')
  portal.pass(1)
  await dead(second)
  const change = { accountId: id, purpose: 'email' as const, email: 'x@voorbeeld.nl' }
  await dead(
    passwordLink(await write(portal.db, { id: 'system' }, now, (trx) => issueToken(trx, change, portal.now()))),
  )
  const third = await ask()
  await portal.db.updateTable('account').set({ blocked_at: now.toISOString() }).where('id', '=', id).execute()
  await dead(third)
  for (const sleutel of ['', 'x', '%00', 'x'.repeat(5000)]) await dead(`/inloggen/wachtwoord?sleutel=${sleutel}`)
  await dead('/inloggen/wachtwoord')
  expect(portal.errors).toEqual([])
})

test.each([
  ['kort', 'Kies een wachtwoord van minstens 12 tekens'],
  ['', 'Kies een wachtwoord van minstens 12 tekens'],
  ['wachtwoord123', 'te makkelijk te raden'],
  [kim.email, 'te makkelijk te raden'],
  ['lang '.repeat(50), 'hoogstens 200 tekens'],
  ['x'.repeat(5000), 'hoogstens 200 tekens'],
])('the password "%s" is refused with what is wrong, and the key can be used again', async (weak, text) => {
  const portal = await entry()
  const link = await portal.linkAfter('/aanmelden', { name: 'Kim', email: kim.email })
  const answer = await portal.post(link, { password: weak })
  expect(answer.status).toBe(400)
  const html = await answer.text()
  expect(html).toContain(text)
  expect(html).toContain('href="#veld-password"')
  if (weak.length > 5 && weak !== kim.email) expect(html).not.toContain(weak)
  expect((await portal.post(link, { password: chosen })).status).toBe(303)
})

test('two who use one key at once: one is let in', async () => {
  const portal = await entry()
  const link = await portal.linkAfter('/aanmelden', { name: 'Kim', email: kim.email })
  const answers = await Promise.all([chosen, `${chosen} en meer`].map((one) => portal.post(link, { password: one })))
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 400])
  expect(portal.errors).toEqual([])
})

test('a page with a key is not kept, and tells its address to nobody', async () => {
  const portal = await entry()
  const link = await portal.linkAfter('/aanmelden', { name: 'Kim', email: kim.email })
  for (const address of [link, '/?sleutel=x']) {
    expect((await portal.get(address)).headers.get('referrer-policy'), address).toBe('strict-origin')
  }
  expect((await portal.get(link)).headers.get('cache-control')).toBe('private, no-store')
  const refused = await portal.post(link, { password: 'kort' })
  expect(refused.headers.get('cache-control')).toBe('private, no-store')
})
