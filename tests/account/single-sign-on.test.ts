import { expect, test } from 'vitest'
import { invite } from '#app/domain/account/invitations.server.ts'
import { write } from '#db/write.ts'
import { addPerson, password } from '../support/people.ts'
import { testPortal } from '../support/portal.ts'
import {
  asOwnerOf,
  atIssuer,
  Browser,
  begin,
  outcome,
  page,
  portalWithIssuer,
  signInElsewhere,
} from '../support/single-sign-on.ts'

test('without settings there is no button and no page', async () => {
  const portal = await testPortal()
  expect(await (await portal.get('/inloggen')).text()).not.toContain(page)
  expect((await portal.get(page)).status).toBe(404)
  expect((await portal.get(`${page}/terug?code=x&state=y`)).status).toBe(404)
  expect((await new Browser(portal).post(page, {})).status).toBe(404)
})

test('the button sends the browser to the issuer with all that keeps a sign-in its own', async () => {
  const { portal, issuer } = await portalWithIssuer()
  expect(issuer.control.asked).toEqual([])
  const browser = new Browser(portal)
  const html = await (await browser.get('/inloggen?naar=/mijn/account')).text()
  expect(html).toContain('Inloggen met Microsoft')
  expect(html).toContain(`action="${page}"><input type="hidden" name="naar" value="/mijn/account"/>`)
  const { answer, address } = await begin(browser, { naar: '/mijn/account' })
  expect(answer.status).toBe(200)
  expect(await answer.text()).toContain(`href="${address.replaceAll('&', '&amp;')}"`)
  const asked = Object.fromEntries(new URL(address).searchParams)
  expect(asked).toMatchObject({
    client_id: 'schakel',
    response_type: 'code',
    scope: 'openid email',
    redirect_uri: `${portal.url}${page}/terug`,
    code_challenge_method: 'S256',
  })
  for (const name of ['state', 'nonce', 'code_challenge']) expect(asked[name], name).toMatch(/^[\w-]{43}$/)
  const [cookie = ''] = answer.headers.getSetCookie()
  expect(cookie).toMatch(/^organisatie=.*; Max-Age=600; Path=\/; HttpOnly; SameSite=Lax$/)
  const kept = Buffer.from(decodeURIComponent(browser.cookies.get('organisatie') ?? ''), 'base64').toString()
  for (const secret of [asked.state ?? '', asked.nonce ?? '', '/mijn']) expect(kept).not.toContain(secret)
  // Each attempt is another, and what the issuer says of itself is asked once.
  const again = new URL((await begin(new Browser(portal))).address).searchParams
  for (const name of ['state', 'nonce', 'code_challenge']) expect(again.get(name), name).not.toBe(asked[name])
  expect(issuer.control.asked).toEqual(['/.well-known/openid-configuration'])
})

test('on a portal with https the cookie is of this host only', async () => {
  const { portal } = await portalWithIssuer({ env: { secure: true, origin: 'https://schakel.example.nl' } })
  const answer = await portal.get(page, {
    method: 'POST',
    headers: { 'Sec-Fetch-Site': 'same-origin' },
    body: new URLSearchParams({ naar: '' }),
  })
  expect(portal.errors).toEqual([])
  expect(answer.headers.getSetCookie()[0]).toMatch(/^__Host-organisatie=.*; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
  expect(answer.headers.get('refresh')).toContain(
    new URLSearchParams({ redirect_uri: `https://schakel.example.nl${page}/terug` }).toString(),
  )
})

test('the first time an account is linked by its address, from then on by who it is', async () => {
  const { portal, issuer } = await portalWithIssuer()
  const person = await addPerson(portal)
  asOwnerOf(issuer, { ...person, email: person.email.toUpperCase() })
  const browser = new Browser(portal)
  browser.cookies.set('sessie', 'planted-by-somebody-else')
  const answer = await signInElsewhere(browser, '/mijn/account')
  expect(outcome(answer)).toBe('/mijn/account')
  expect(browser.session).toMatch(/^[a-z2-7]{40}$/)
  expect(browser.cookies.has('organisatie')).toBe(false)
  expect(await (await browser.get('/mijn/account')).text()).toContain(
    'Je account is gekoppeld sinds 21 november 2026',
  )
  const links = await portal.db.selectFrom('account_identity').selectAll().execute()
  expect(links).toMatchObject([
    { account_id: person.id, issuer: issuer.settings.issuer, subject: `subject of ${person.id}` },
  ])
  const entry = await portal.db
    .selectFrom('audit_entry')
    .selectAll()
    .where('noun', '=', 'account_identity')
    .executeTakeFirstOrThrow()
  expect(entry).toMatchObject({ actor_id: person.id, action: 'insert', row_id: links[0]?.id })
  expect(entry.after).not.toContain('subject of')
  const mail = () => portal.db.selectFrom('mail').select(['template', 'account_id']).execute()
  expect(await mail()).toEqual([{ template: 'identityLinked', account_id: person.id }])

  // Another address there, or none, makes no other person of them; another person with the address does not get in.
  issuer.control.who = { sub: `subject of ${person.id}` }
  expect(outcome(await signInElsewhere(new Browser(portal)))).toBe('/mijn')
  issuer.control.who = { sub: 'somebody new', email: person.email, email_verified: true }
  expect(outcome(await signInElsewhere(new Browser(portal)))).toBe('onbekend')
  expect(await portal.db.selectFrom('account_identity').selectAll().execute()).toEqual(links)
  expect(await mail()).toHaveLength(1)
  expect((await new Browser(portal).signIn(person.email)).status).toBe(303)
  expect(portal.errors).toEqual([])
  for (const secret of [person.email, 'subject of', portal.secret, issuer.settings.clientSecret]) {
    expect(portal.lines.join('\n')).not.toContain(secret)
  }
})

test.each([
  ['the issuer checked the address', { email: 'anna@elders.example', email_verified: true }, '/mijn'],
  ['the domain is the organisation’s own', { email: 'Anna@ROM.example' }, '/mijn'],
  ['the issuer did not say so of another domain', { email: 'anna@elders.example' }, 'onbekend'],
  ['the domain only ends like it', { email: 'anna@evilrom.example' }, 'onbekend'],
  ['the domain only begins like it', { email: 'anna@rom.example.evil.example' }, 'onbekend'],
  ['there are two domains', { email: 'anna@evil.example@rom.example' }, 'onbekend'],
  ['the issuer says it is not checked', { email: 'anna@rom.example', email_verified: false }, 'onbekend'],
  ['it says so in words', { email: 'anna@elders.example', email_verified: 'true' }, 'onbekend'],
  ['there is no address', { email_verified: true, preferred_username: 'anna@rom.example' }, 'onbekend'],
  ['the address is a list', { email: ['anna@rom.example'], email_verified: true }, 'onbekend'],
])('whether an account is linked when %s', async (_name, who, expected) => {
  const { portal, issuer } = await portalWithIssuer()
  for (const email of [
    'anna@rom.example',
    'anna@elders.example',
    'anna@evilrom.example',
    'anna@rom.example.evil.example',
  ]) {
    await addPerson(portal, { email, password: null })
  }
  issuer.control.who = { sub: 'anna', ...who }
  const browser = new Browser(portal)
  expect(outcome(await signInElsewhere(browser))).toBe(expected)
  expect(await portal.db.selectFrom('account_identity').select('id').execute()).toHaveLength(
    expected === '/mijn' ? 1 : 0,
  )
  expect((await browser.get('/mijn')).status).toBe(expected === '/mijn' ? 200 : 303)
})

test('whoever has no account gets none, and the same page as whoever is blocked', async () => {
  const { portal, issuer } = await portalWithIssuer()
  const before = await portal.db.selectFrom('account').select('id').execute()
  const pages: string[] = []
  const come = async () => {
    const browser = new Browser(portal)
    const answer = await signInElsewhere(browser, '/mijn/account')
    expect(outcome(answer)).toBe('onbekend')
    expect(browser.session).toBeUndefined()
    const shown = await browser.get(answer.headers.get('location') ?? '')
    expect(shown.status).toBe(200)
    pages.push((await shown.text()).replaceAll(/nonce="[^"]*"/g, ''))
  }
  issuer.control.who = { sub: 'nobody', email: 'nobody@rom.example' }
  await come()
  expect(await portal.db.selectFrom('account').select('id').execute()).toEqual(before)
  const [linked, unlinked] = [await addPerson(portal), await addPerson(portal)]
  asOwnerOf(issuer, linked)
  expect(outcome(await signInElsewhere(new Browser(portal)))).toBe('/mijn')
  const at = portal.now().toISOString()
  await portal.db.updateTable('account').set({ blocked_at: at }).where('id', 'in', [linked.id, unlinked.id]).execute()
  await come()
  asOwnerOf(issuer, unlinked)
  await come()
  expect(new Set(pages).size).toBe(1)
  expect(pages[0]).toContain('Je hebt nog geen toegang')
  expect(pages[0]).toContain('name="kies"')
  const { address } = await begin(new Browser(portal), { kies: 'ja' })
  expect(new URL(address).searchParams.get('prompt')).toBe('select_account')
})

test('who was invited needs no password: the address is theirs, and the mailed key is used up', async () => {
  const { portal, issuer } = await portalWithIssuer()
  const invited = await write(portal.db, { id: 'system' }, portal.now(), (trx) =>
    invite(
      trx,
      { email: 'nieuw@rom.example', name: 'Nieuw', locale: 'nl', role: 'coordinator', romId: 'nom', by: 'system' },
      portal.now(),
    ),
  )
  const key = invited.key ?? ''
  issuer.control.who = { sub: 'nieuw', email: 'nieuw@rom.example' }
  const browser = new Browser(portal)
  expect(outcome(await signInElsewhere(browser))).toBe('/werk')
  const account = await portal.db
    .selectFrom('account')
    .select(['verified_at', 'password_hash'])
    .where('id', '=', invited.accountId)
    .executeTakeFirstOrThrow()
  expect(account).toEqual({ verified_at: portal.now().toISOString(), password_hash: null })
  const chosen = await browser.post(`/inloggen/wachtwoord?sleutel=${key}`, { password })
  expect(chosen.status).toBe(400)
  // Nobody changed how they come in: the invitation is the only mail.
  expect(await portal.db.selectFrom('mail').select('template').execute()).toEqual([{ template: 'invitation' }])
})

test('of two windows of one person, both come in and one link is made', async () => {
  const { portal, issuer } = await portalWithIssuer()
  asOwnerOf(issuer, await addPerson(portal))
  const browsers = [new Browser(portal), new Browser(portal), new Browser(portal)]
  const backs = await Promise.all(browsers.map(async (one) => atIssuer((await begin(one)).address)))
  const answers = await Promise.all(browsers.map((one, index) => one.get(backs[index] ?? '')))
  expect(answers.map(outcome)).toEqual(['/mijn', '/mijn', '/mijn'])
  expect(await portal.db.selectFrom('account_identity').select('id').execute()).toHaveLength(1)
  expect(portal.errors).toEqual([])
})

test('a link can be taken away by who has a password, and by nobody else', async () => {
  const { portal, issuer } = await portalWithIssuer()
  const person = await addPerson(portal)
  const link = '/mijn/account/koppeling'
  const [browser, there] = [new Browser(portal), new Browser(portal)]
  await browser.signIn(person.email)
  expect((await browser.get(link)).headers.get('location')).toBe('/mijn/account')
  asOwnerOf(issuer, person)
  await signInElsewhere(there)
  const links = () => portal.db.selectFrom('account_identity').select('account_id').execute()
  const wrong = await browser.post(link, { current: 'iets anders' })
  expect(wrong.status).toBe(400)
  expect(await wrong.text()).toContain('Dit is niet je wachtwoord.')
  expect(await links()).toHaveLength(1)
  expect(outcome(await browser.post(link, { current: password }))).toBe('/mijn/account')
  expect(await links()).toEqual([])
  expect((await there.get('/mijn')).status).toBe(303)
  expect((await browser.get('/mijn')).status).toBe(200)
  const gone = await portal.db
    .selectFrom('audit_entry')
    .select(['action', 'actor_id'])
    .where('noun', '=', 'account_identity')
    .where('action', '=', 'delete')
    .execute()
  expect(gone).toEqual([{ action: 'delete', actor_id: person.id }])

  const bare = await addPerson(portal, { password: null })
  asOwnerOf(issuer, bare)
  const theirs = new Browser(portal)
  await signInElsewhere(theirs)
  expect(await (await theirs.get(link)).text()).toContain('Je hebt nog geen wachtwoord.')
  expect((await theirs.post(link, { current: '', code: '' })).headers.get('location')).toBe(link)
  expect(await links()).toEqual([{ account_id: bare.id }])
})

test('a link is part of what somebody may take along, and goes when they are forgotten', async () => {
  const { portal, issuer } = await portalWithIssuer()
  const person = await addPerson(portal, { password: null })
  asOwnerOf(issuer, person)
  const browser = new Browser(portal)
  await signInElsewhere(browser)
  const kept = JSON.parse(await (await browser.get('/mijn/account/gegevens.json')).text())
  const at = portal.now().toISOString()
  expect(kept.identities).toEqual([
    { issuer: issuer.settings.issuer, subject: `subject of ${person.id}`, linked_at: at },
  ])
  expect((await browser.post('/mijn/account/verwijderen', { woord: 'verwijderen' })).status).toBe(303)
  expect(await portal.db.selectFrom('account_identity').selectAll().execute()).toEqual([])
  expect(outcome(await signInElsewhere(new Browser(portal)))).toBe('onbekend')
})

test('beginning is held to the rate of signing in', async () => {
  const { portal } = await portalWithIssuer()
  const browser = new Browser(portal)
  const statuses: number[] = []
  for (let n = 0; n < 51; n += 1) {
    const answer = await browser.post(page, { naar: '/mijn' })
    statuses.push(answer.status)
    if (answer.status === 429) expect(await answer.text()).toContain('Dit is te vaak geprobeerd.')
    else await answer.arrayBuffer()
  }
  expect(statuses).toEqual([...Array<number>(50).fill(200), 429])
})
