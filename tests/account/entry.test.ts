import { expect, test } from 'vitest'
import { hashPassword } from '#app/auth/passwords.server.ts'
import { accountByEmail, addAccount } from '#app/domain/account/queries.server.ts'
import { issueToken, passwordLink } from '#app/domain/account/tokens.server.ts'
import { tidy } from '#app/jobs/tidy.server.ts'
import { write } from '#db/write.ts'
import { now } from '../support/database.ts'
import { linkIn, mailbox } from '../support/mailbox.ts'
import { testPortal } from '../support/portal.ts'

const system = { id: 'system' }
const password = 'een lange zin over regen en fietsen'
const hour = 3_600_000

/** A portal with a mailbox and a clock, on which forms are sent as a browser sends them. */
async function entry(options: { limitFactor?: number } = {}) {
  const clock = { at: now.getTime() }
  const portal = await testPortal({ env: { limitFactor: 1000, ...options }, clock: () => new Date(clock.at) })
  const box = mailbox()
  const post = (path: string, fields: Record<string, string>, cookie?: string) =>
    portal.get(path, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { origin: portal.url, ...(cookie ? { cookie } : {}) },
    })
  const mailed = () => box.deliver(portal)
  /** Asks for mail, and gives the address of its link. */
  const linkAfter = async (path: string, fields: Record<string, string>) => {
    const answer = await post(path, fields)
    expect(answer.headers.get('location')).toBe('/inloggen/mail')
    const [mail] = await mailed()
    if (!mail) throw new Error('no mail')
    return linkIn(mail)
  }
  const signIn = (email: string, secret: string) => post('/inloggen', { email, password: secret, naar: '/mijn' })
  return { ...portal, clock, box, post, mailed, linkAfter, signIn }
}

type Portal = Awaited<ReturnType<typeof entry>>

/** Somebody with a password, verified. */
async function somebody({ db }: Portal, email = 'kim@voorbeeld.nl', secret = 'het oude wachtwoord van kim') {
  const passwordHash = await hashPassword(secret)
  return write(db, system, now, async (trx) => {
    const id = await addAccount(trx, { email, name: 'Kim', locale: 'nl' }, now.toISOString())
    const set = { password_hash: passwordHash, verified_at: now.toISOString() }
    await trx.updateTable('account').set(set).where('id', '=', id).execute()
    return id
  })
}

const cookieOf = (answer: Response) => (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''

test('registering: a mail, a password, and one is in; the mail works once', async () => {
  const portal = await entry()
  const link = await portal.linkAfter('/aanmelden', { name: 'Kim de Boer', email: 'Kim@Voorbeeld.nl ' })
  expect(portal.box.sent[0]).toMatchObject({
    to: { address: 'kim@voorbeeld.nl', name: null },
    subject: 'Kies een wachtwoord voor Schakel',
  })
  expect(await accountByEmail(portal.db, 'kim@voorbeeld.nl')).toMatchObject({
    name: 'Kim de Boer',
    password_hash: null,
    verified_at: null,
  })
  // A mail scanner opens every link, more than once: nothing is used up by that.
  for (let i = 0; i < 3; i++) expect(await (await portal.get(link)).text()).toContain('kim@voorbeeld.nl')
  const done = await portal.post(link, { password })
  expect(done.status).toBe(303)
  expect(done.headers.get('location')).toBe('/mijn')
  const home = await portal.get('/mijn', { headers: { cookie: cookieOf(done) } })
  expect(await home.text()).toContain('Welkom, Kim de Boer')
  expect((await accountByEmail(portal.db, 'kim@voorbeeld.nl'))?.verified_at).toBe(now.toISOString())

  const again = await portal.post(link, { password: 'een andere zin over appels en peren' })
  expect(again.status).toBe(400)
  expect(await again.text()).toContain('Deze link werkt niet meer')
  expect(again.headers.get('set-cookie')).toBeNull()
  expect((await portal.signIn('kim@voorbeeld.nl', password)).headers.get('location')).toBe('/mijn')
  // Somebody who had no password is not told that it was changed.
  expect(await portal.mailed()).toEqual([])
  expect(portal.errors).toEqual([])
})

test('who registers with an address that has an account gets nothing but a mail to that address', async () => {
  const portal = await entry()
  const id = await somebody(portal)
  const link = await portal.linkAfter('/aanmelden', { name: 'Indringer', email: 'kim@voorbeeld.nl' })
  expect(portal.box.sent[0]?.subject).toBe('Je hebt al een account bij Schakel')
  expect(await accountByEmail(portal.db, 'kim@voorbeeld.nl')).toMatchObject({ id, name: 'Kim' })
  expect(await (await portal.get(link)).text()).toContain('Nieuw wachtwoord')
})

test('a reset ends every session and every other key, and says so by mail', async () => {
  const portal = await entry()
  const id = await somebody(portal)
  const before = cookieOf(await portal.signIn('kim@voorbeeld.nl', 'het oude wachtwoord van kim'))
  expect((await portal.get('/mijn', { headers: { cookie: before } })).status).toBe(200)
  const invitation = await write(portal.db, system, now, (trx) =>
    issueToken(trx, { accountId: id, purpose: 'invite' }, now),
  )
  const link = await portal.linkAfter('/inloggen/vergeten', { email: 'kim@voorbeeld.nl' })
  // By asking alone nothing changes: anybody can ask.
  expect((await portal.get('/mijn', { headers: { cookie: before } })).status).toBe(200)
  const done = await portal.post(link, { password })
  expect(done.status).toBe(303)
  expect((await portal.get('/mijn', { headers: { cookie: before } })).status).toBe(303)
  expect((await portal.get('/mijn', { headers: { cookie: cookieOf(done) } })).status).toBe(200)
  expect(await portal.db.selectFrom('sign_in_token').selectAll().execute()).toEqual([])
  expect((await portal.post(passwordLink(invitation), { password })).status).toBe(400)
  expect(await portal.mailed()).toMatchObject([{ subject: 'Je wachtwoord is gewijzigd', to: { name: 'Kim' } }])
  expect((await portal.signIn('kim@voorbeeld.nl', 'het oude wachtwoord van kim')).status).toBe(400)
  const audit = await portal.db.selectFrom('audit_entry').selectAll().where('row_id', '=', id).execute()
  expect(audit.at(-1)).toMatchObject({ actor_id: id, action: 'update', noun: 'account' })
  expect(JSON.stringify(audit)).not.toMatch(/argon2|kim@/)
})

test('with two-factor on, a reset leads to the code and not in', async () => {
  const portal = await entry()
  const id = await somebody(portal)
  const set = { totp_secret: 'x', totp_confirmed_at: now.toISOString() }
  await portal.db.updateTable('account').set(set).where('id', '=', id).execute()
  const link = await portal.linkAfter('/inloggen/vergeten', { email: 'kim@voorbeeld.nl' })
  const done = await portal.post(link, { password })
  expect(done.headers.get('location')).toBe('/inloggen/code?naar=%2Fmijn')
  expect((await portal.get('/mijn', { headers: { cookie: cookieOf(done) } })).status).toBe(303)
})

test('a key ends after its time, after a newer one, and when the account is blocked; one for something else opens nothing', async () => {
  const portal = await entry()
  const id = await somebody(portal)
  const ask = () => portal.linkAfter('/inloggen/vergeten', { email: 'kim@voorbeeld.nl' })
  const dead = async (link: string) => {
    const page = await portal.get(link)
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('Deze link werkt niet meer')
    const answer = await portal.post(link, { password })
    expect(answer.status).toBe(400)
    expect(answer.headers.get('set-cookie')).toBeNull()
  }
  const first = await ask()
  const second = await ask()
  await dead(first)
  portal.clock.at += hour - 1
  expect(await (await portal.get(second)).text()).toContain('Nieuw wachtwoord')
  portal.clock.at += 1
  await dead(second)
  const change = { accountId: id, purpose: 'email' as const, email: 'x@voorbeeld.nl' }
  await dead(passwordLink(await write(portal.db, system, now, (trx) => issueToken(trx, change, portal.now()))))
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
  ['kim@voorbeeld.nl', 'te makkelijk te raden'],
  ['lang '.repeat(50), 'hoogstens 200 tekens'],
  ['x'.repeat(5000), 'hoogstens 200 tekens'],
])('the password "%s" is refused with what is wrong, and the key can be used again', async (weak, text) => {
  const portal = await entry()
  const link = await portal.linkAfter('/aanmelden', { name: 'Kim', email: 'kim@voorbeeld.nl' })
  const answer = await portal.post(link, { password: weak })
  expect(answer.status).toBe(400)
  const html = await answer.text()
  expect(html).toContain(text)
  expect(html).toContain('href="#veld-password"')
  if (weak.length > 5 && weak !== 'kim@voorbeeld.nl') expect(html).not.toContain(weak)
  expect((await portal.post(link, { password })).status).toBe(303)
})

test('two who use one key at once: one is let in', async () => {
  const portal = await entry()
  const link = await portal.linkAfter('/aanmelden', { name: 'Kim', email: 'kim@voorbeeld.nl' })
  const answers = await Promise.all(
    [password, `${password} en meer`].map((one) => portal.post(link, { password: one })),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 400])
  expect(portal.errors).toEqual([])
})

test('a page with a key is not kept, and tells its address to nobody', async () => {
  const portal = await entry()
  const link = await portal.linkAfter('/aanmelden', { name: 'Kim', email: 'kim@voorbeeld.nl' })
  for (const address of [link, '/?sleutel=x']) {
    expect((await portal.get(address)).headers.get('referrer-policy'), address).toBe('strict-origin')
  }
  expect((await portal.get(link)).headers.get('cache-control')).toBe('private, no-store')
  const refused = await portal.post(link, { password: 'kort' })
  expect(refused.headers.get('cache-control')).toBe('private, no-store')
})

/** What differs from page to page whoever asks. */
const plain = (html: string) => html.replace(/nonce="[^"]+"/g, '').replace(/\bnonce\\?",\\?"[^"\\]+/g, '')
const headersOf = ({ headers }: Response) => {
  const other = /^(date|content-security-policy|server-timing|etag)$/
  return [...headers].filter(([name]) => !other.test(name))
}

test.each(['/aanmelden', '/inloggen/vergeten'])(
  '%s answers the same, byte for byte, whether or not there is an account',
  async (path) => {
    const portal = await entry()
    await somebody(portal)
    const blocked = await somebody(portal, 'weg@voorbeeld.nl')
    await portal.db.updateTable('account').set({ blocked_at: now.toISOString() }).where('id', '=', blocked).execute()
    const answers = []
    for (const email of ['kim@voorbeeld.nl', 'onbekend@voorbeeld.nl', 'weg@voorbeeld.nl']) {
      const answer = await portal.post(path, { name: 'Kim', email })
      const location = answer.headers.get('location') ?? ''
      const page = await portal.get(location)
      answers.push({
        status: answer.status,
        headers: headersOf(answer),
        body: await answer.text(),
        page: plain(await page.text()),
      })
    }
    expect(answers[0]?.status).toBe(303)
    expect(answers[0]?.page).toContain('Kijk in je mail')
    expect(answers[1]).toEqual(answers[0])
    expect(answers[2]).toEqual(answers[0])
    expect(await portal.mailed()).toHaveLength(2)
  },
)

test('an address without an account is told so by mail only', async () => {
  const portal = await entry()
  expect(await portal.linkAfter('/inloggen/vergeten', { email: 'onbekend@voorbeeld.nl' })).toBe('/aanmelden')
  expect(portal.box.sent).toMatchObject([{ subject: 'Er is geen account met dit e-mailadres' }])
  expect(await accountByEmail(portal.db, 'onbekend@voorbeeld.nl')).toBeUndefined()
})

test('mail is not sent more often than is of use, to nobody; what was typed is kept', async () => {
  const portal = await entry({ limitFactor: 1 })
  for (let i = 0; i < 3; i++) await portal.post('/aanmelden', { name: 'Kim', email: 'kim@voorbeeld.nl' })
  const refused = await portal.post('/aanmelden', { name: 'Kim de Boer', email: 'KIM@voorbeeld.nl' })
  expect(refused.status).toBe(429)
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(3000)
  const html = await refused.text()
  expect(html).toContain('al een paar keer om mail gevraagd')
  expect(html).toContain('value="Kim de Boer"')
  expect(html).toContain('value="KIM@voorbeeld.nl"')
  expect((await portal.post('/inloggen/vergeten', { email: 'kim@voorbeeld.nl' })).status).toBe(429)
  expect((await portal.post('/inloggen/vergeten', { email: 'iemand@voorbeeld.nl' })).status).toBe(303)
  // From one place, to many addresses.
  const answers = []
  for (let i = 0; i < 30; i++) answers.push(await portal.post('/inloggen/vergeten', { email: `a${i}@voorbeeld.nl` }))
  expect(answers.map(({ status }) => status)).toContain(429)
  expect(await portal.mailed()).toHaveLength(30 - 2)
})

test.each([
  ['/aanmelden', { name: 'Kim\r\nBcc: all@evil.example', email: 'kim@voorbeeld.nl' }],
  ['/aanmelden', { name: '<b>Kim</b>', email: 'kim@voorbeeld.nl' }],
  ['/aanmelden', { name: '', email: 'kim@voorbeeld.nl' }],
  ['/aanmelden', { name: 'K'.repeat(101), email: 'kim@voorbeeld.nl' }],
  ['/aanmelden', { name: 'Kim', email: 'kim@voorbeeld.nl\r\nBcc: all@evil.example' }],
  ['/aanmelden', { name: 'Kim', email: 'kim@voorbeeld.nl, all@evil.example' }],
  ['/aanmelden', { name: 'Kim', email: '"<script>"@voorbeeld.nl' }],
  ['/inloggen/vergeten', { email: 'kim' }],
  ['/inloggen/vergeten', { email: `${'a'.repeat(300)}@voorbeeld.nl` }],
  ['/inloggen/vergeten', {}],
])('%s refuses %o, and mails nobody', async (path, fields) => {
  const portal = await entry()
  const answer = await portal.post(path, fields as Record<string, string>)
  expect(answer.status).toBe(400)
  const html = await answer.text()
  expect(html).toContain('role="alert"')
  expect(html).not.toMatch(/<script>"|<b>Kim/)
  expect(await portal.mailed()).toEqual([])
  expect(portal.errors).toEqual([])
})

test('more fields than the form has change nothing of an account', async () => {
  const portal = await entry()
  await portal.post('/aanmelden', {
    name: 'Kim',
    email: 'kim@voorbeeld.nl',
    role: 'administrator',
    rom_id: 'nom',
    password_hash: 'x',
    verified_at: 'x',
    is_example: '1',
  })
  const account = await accountByEmail(portal.db, 'kim@voorbeeld.nl')
  expect(account).toMatchObject({ password_hash: null, verified_at: null, is_example: 0 })
  const roles = portal.db
    .selectFrom('account_role')
    .selectAll()
    .where('account_id', '=', account?.id ?? '')
  expect(await roles.execute()).toEqual([])
})

test('a form of another site, or one sent with a key of another, is refused', async () => {
  const portal = await entry()
  for (const path of ['/aanmelden', '/inloggen/vergeten', '/inloggen/wachtwoord?sleutel=x']) {
    const others: Record<string, string>[] = [
      { origin: 'https://evil.example' },
      { 'sec-fetch-site': 'cross-site' },
      { origin: 'null' },
    ]
    for (const headers of others) {
      const body = new URLSearchParams({ name: 'Kim', email: 'kim@voorbeeld.nl', password })
      const answer = await portal.get(path, { method: 'POST', body, headers })
      expect(answer.status, path).toBe(403)
    }
  }
  expect(await portal.mailed()).toEqual([])
})

test.each(['https://evil.example', '//evil.example', '/\\evil.example', '/\t/evil.example', 'javascript:alert(1)'])(
  'no way of coming in leads to another site: %s',
  async (naar) => {
    const portal = await entry()
    await somebody(portal)
    const signedIn = await portal.post('/inloggen', {
      email: 'kim@voorbeeld.nl',
      password: 'het oude wachtwoord van kim',
      naar,
    })
    expect(signedIn.headers.get('location')).toBe('/mijn')
    const link = await portal.linkAfter('/inloggen/vergeten', { email: 'kim@voorbeeld.nl', naar })
    const reset = await portal.post(`${link}&${new URLSearchParams({ naar })}`, { password, naar })
    expect(reset.headers.get('location')).toBe('/mijn')
  },
)

test('who never came in is forgotten after thirty days; who came in is not', async () => {
  const portal = await entry()
  await somebody(portal)
  const link = await portal.linkAfter('/aanmelden', { name: 'Nooit', email: 'nooit@voorbeeld.nl' })
  portal.clock.at += 30 * 24 * hour
  expect((await tidy(portal.db, portal.now())).unverified).toBe(0)
  portal.clock.at += 1
  expect((await tidy(portal.db, portal.now())).unverified).toBe(1)
  expect(await accountByEmail(portal.db, 'nooit@voorbeeld.nl')).toBeUndefined()
  expect(await accountByEmail(portal.db, 'kim@voorbeeld.nl')).toBeDefined()
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
  const link = await portal.linkAfter('/aanmelden?taal=en', { name: 'Kim', email: 'kim@voorbeeld.nl' })
  expect(portal.box.sent[0]?.subject).toBe('Choose a password for Schakel')
  expect(await (await portal.get(link)).text()).toContain('This password is for kim@voorbeeld.nl')
})
