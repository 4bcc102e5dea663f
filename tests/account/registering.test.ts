import { expect, test } from 'vitest'
import { accountByEmail } from '#app/domain/account/queries.server.ts'
import { tidy } from '#app/jobs/tidy.server.ts'
import { Browser } from '../support/browser.ts'
import { now } from '../support/database.ts'
import { chosen, entry, kim } from '../support/entry.ts'
import { addPerson } from '../support/people.ts'

const hour = 3_600_000

test('registering: a mail, a password, and one is in; the mail works once', async () => {
  const portal = await entry()
  const link = await portal.linkAfter('/aanmelden', { name: 'Kim de Boer', email: 'Kim@Voorbeeld.nl ' })
  expect(portal.box.sent[0]).toMatchObject({
    to: { address: kim.email, name: null },
    subject: 'Kies een wachtwoord voor Schakel',
  })
  expect(await accountByEmail(portal.db, kim.email)).toMatchObject({
    name: 'Kim de Boer',
    password_hash: null,
    verified_at: null,
  })
  // A mail scanner opens every link, more than once: nothing is used up by that.
  for (let i = 0; i < 3; i++) expect(await (await portal.get(link)).text()).toContain(kim.email)
  const browser = new Browser(portal)
  const done = await browser.post(link, { password: chosen })
  expect(done.status).toBe(303)
  expect(done.headers.get('location')).toBe('/mijn')
  expect(await browser.page('/mijn')).toContain('Welkom, Kim de Boer')
  expect((await accountByEmail(portal.db, kim.email))?.verified_at).toBe(now.toISOString())

  const again = await portal.post(link, { password: 'een andere zin over appels en peren' })
  expect(again.status).toBe(400)
  expect(await again.text()).toContain('Deze link werkt niet meer')
  expect(again.headers.get('set-cookie')).toBeNull()
  expect((await new Browser(portal).signIn(kim.email, '/mijn', chosen)).headers.get('location')).toBe('/mijn')
  // Somebody who had no password is not told that it was changed.
  expect(await portal.mailed()).toEqual([])
  expect(portal.errors).toEqual([])
})

test('who registers with an address that has an account gets nothing but a mail to that address', async () => {
  const portal = await entry()
  const { id } = await addPerson(portal, kim)
  const link = await portal.linkAfter('/aanmelden', { name: 'Indringer', email: kim.email })
  expect(portal.box.sent[0]?.subject).toBe('Je hebt al een account bij Schakel')
  expect(await accountByEmail(portal.db, kim.email)).toMatchObject({ id, name: 'Kim' })
  expect(await (await portal.get(link)).text()).toContain('Nieuw wachtwoord')
})

test('more fields than the form has change nothing of an account', async () => {
  const portal = await entry()
  await portal.post('/aanmelden', {
    name: 'Kim',
    email: kim.email,
    role: 'administrator',
    rom_id: 'nom',
    password_hash: 'x',
    verified_at: 'x',
    is_example: '1',
  })
  const account = await accountByEmail(portal.db, kim.email)
  expect(account).toMatchObject({ password_hash: null, verified_at: null, is_example: 0 })
  const roles = portal.db
    .selectFrom('account_role')
    .selectAll()
    .where('account_id', '=', account?.id ?? '')
  expect(await roles.execute()).toEqual([])
})

test('who never came in is forgotten after thirty days; who came in is not', async () => {
  const portal = await entry()
  await addPerson(portal, kim)
  const link = await portal.linkAfter('/aanmelden', { name: 'Nooit', email: 'nooit@voorbeeld.nl' })
  portal.pass(30 * 24 * hour)
  expect((await tidy(portal.db, portal.now())).unverified).toBe(0)
  portal.pass(1)
  expect((await tidy(portal.db, portal.now())).unverified).toBe(1)
  expect(await accountByEmail(portal.db, 'nooit@voorbeeld.nl')).toBeUndefined()
  expect(await accountByEmail(portal.db, kim.email)).toBeDefined()
  expect(await (await portal.get(link)).text()).toContain('Deze link werkt niet meer')
  // The address is free for whoever it is of.
  await portal.linkAfter('/aanmelden', { name: 'Toch', email: 'nooit@voorbeeld.nl' })
})

test('the pages are there in English, and the mail follows the language of the page', async () => {
  const portal = await entry()
  for (const [path, text] of [
    ['/aanmelden', 'Make an account'],
    ['/inloggen/vergeten', 'Forgotten password'],
    ['/inloggen/mail', 'Look in your mail'],
    ['/inloggen/wachtwoord', 'This link works no longer'],
  ]) {
    expect(await (await portal.get(`${path}?taal=en`)).text(), path).toContain(text)
  }
  const link = await portal.linkAfter('/aanmelden?taal=en', { name: 'Kim', email: kim.email })
  expect(portal.box.sent[0]?.subject).toBe('Choose a password for Schakel')
  expect(await (await portal.get(link)).text()).toContain('This password is for kim@voorbeeld.nl')
})
