import { Secret, TOTP } from 'otpauth'
import { expect, test } from 'vitest'
import { Browser } from '../support/browser.ts'
import { addPerson, type Person, password } from '../support/people.ts'
import { type Portal, portalInTime } from '../support/portal.ts'

const page = '/mijn/account/tweestaps'
const step = 30_000

/** A person's phone, which was given the key that the page shows. */
class Phone {
  readonly #totp: TOTP
  readonly #portal: Portal

  constructor(portal: Portal, html: string) {
    const [key = ''] = /\b(?:[A-Z2-7]{4} ){7}[A-Z2-7]{4}\b/.exec(html) ?? []
    this.#portal = portal
    this.#totp = new TOTP({ secret: Secret.fromBase32(key.replaceAll(' ', '')) })
  }

  /** The code of this moment, or of so many steps from it. */
  code(steps = 0): string {
    return this.#totp.generate({ timestamp: this.#portal.now().getTime() + steps * step })
  }
}

async function setUp(portal: Portal, browser: Browser) {
  expect((await browser.post(page, { doe: 'start' })).headers.get('location')).toBe(page)
  const html = await (await browser.get(page)).text()
  expect(html).toMatch(/<svg role="img" aria-label="QR-code[^>]*>.*<path d="M/)
  const phone = new Phone(portal, html)
  const answer = await browser.post(page, { doe: 'confirm', code: phone.code() })
  expect(answer.status).toBe(200)
  const codes = (await answer.text()).match(/\b(?:[a-z2-9]{4}-){3}[a-z2-9]{4}\b/g) ?? []
  return { phone, codes }
}

/** Somebody who turned it on, and a browser that has given the password. */
async function halfWay(has: Parameters<typeof addPerson>[1] = {}) {
  const { portal, pass } = await portalInTime()
  const person = await addPerson(portal, has)
  const first = new Browser(portal)
  await first.signIn(person.email)
  const { phone, codes } = await setUp(portal, first)
  pass(step)
  const browser = new Browser(portal)
  const answer = await browser.signIn(person.email, '/mijn/account/sessies')
  expect(answer.headers.get('location')).toBe('/inloggen/code?naar=%2Fmijn%2Faccount%2Fsessies')
  return { portal, pass, person, first, browser, phone, codes }
}

const give = (browser: Browser, code: string, naar = '') => browser.post('/inloggen/code', { code, naar })

async function mailTo(portal: Portal, person: Person) {
  const rows = await portal.db.selectFrom('mail').select('template').where('account_id', '=', person.id).execute()
  return rows.map(({ template }) => template)
}

test('it is set up with a code; then the password alone opens nothing, and the code opens all', async () => {
  const { portal, person, browser, phone, codes } = await halfWay()
  expect(new Set(codes).size).toBe(10)
  expect(await mailTo(portal, person)).toEqual(['twoFactorOn'])
  for (const path of ['/mijn', '/mijn/account', '/mijn/account/gegevens.json', page, '/mijn/account/verwijderen']) {
    const answer = await browser.get(path)
    expect(answer.headers.get('location'), path).toBe(`/inloggen?${new URLSearchParams({ naar: path })}`)
  }
  for (const path of ['/mijn/account', '/mijn/account/wachtwoord', page, '/mijn/account/verwijderen']) {
    const answer = await browser.post(path, { current: password, doe: 'cancel', name: 'Iemand' })
    expect(answer.headers.get('location'), path).toMatch(/^\/inloggen\?/)
  }
  expect(await (await browser.get('/')).text()).not.toContain('action="/uitloggen"')
  const half = browser.session
  const answer = await give(browser, phone.code(), '/mijn/account/sessies')
  expect(answer.headers.get('location')).toBe('/mijn/account/sessies')
  expect(browser.session).not.toBe(half)
  expect((await browser.get('/mijn')).status).toBe(200)
  const thief = new Browser(portal)
  thief.cookies.set('sessie', half ?? '')
  expect((await thief.get('/inloggen/code')).headers.get('location')).toBe('/inloggen')
  expect((await thief.get('/mijn')).status).toBe(303)
})

test('what is kept of it gives nobody a code', async () => {
  const { portal, codes } = await halfWay()
  const account = await portal.db.selectFrom('account').selectAll().where('totp_secret', 'is not', null).execute()
  expect(account).toHaveLength(1)
  expect(account[0]?.totp_secret).not.toMatch(/^[A-Z2-7]+$/)
  const kept = JSON.stringify([
    account,
    await portal.db.selectFrom('recovery_code').selectAll().execute(),
    await portal.db.selectFrom('audit_entry').selectAll().execute(),
  ])
  for (const code of codes) expect(kept).not.toContain(code)
})

test('a code is taken once, a step early or late, and never a later time', async () => {
  const { pass, person, browser, phone, portal } = await halfWay()
  const wrong = await give(browser, '000000')
  expect(wrong.status).toBe(400)
  const words = /Deze code klopt niet, of is al gebruikt/
  expect(await wrong.text()).toMatch(words)
  expect((await give(browser, phone.code(2))).status).toBe(400)
  const code = phone.code()
  expect((await give(browser, ` ${code.slice(0, 3)} ${code.slice(3)} `)).status).toBe(303)
  // The same code, and one of a moment before it, in another browser.
  const replay = new Browser(portal)
  await replay.signIn(person.email)
  for (const used of [code, phone.code(-1)]) {
    const answer = await give(replay, used)
    expect(answer.status).toBe(400)
    expect(await answer.text()).toMatch(words)
  }
  pass(step)
  expect((await give(replay, code)).status).toBe(400)
  expect((await give(replay, phone.code(1))).status).toBe(303)
})

test('the code it was set up with is not taken again', async () => {
  const { portal } = await portalInTime()
  const person = await addPerson(portal)
  const first = new Browser(portal)
  await first.signIn(person.email)
  const { phone } = await setUp(portal, first)
  const browser = new Browser(portal)
  await browser.signIn(person.email)
  expect((await give(browser, phone.code())).status).toBe(400)
})

test('of two who come with one code at once, one is let in', async () => {
  const { portal, person, browser, phone } = await halfWay()
  const other = new Browser(portal)
  await other.signIn(person.email)
  const answers = await Promise.all([give(browser, phone.code()), give(other, phone.code())])
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 400])
})

test('a recovery code works once, however it is typed, and the person is told', async () => {
  const { portal, person, browser, codes } = await halfWay()
  const [code = ''] = codes
  expect((await give(browser, code.toUpperCase().replaceAll('-', ' '))).status).toBe(303)
  expect(await mailTo(portal, person)).toEqual(['twoFactorOn', 'recoveryCodeUsed'])
  expect(await (await browser.get(page)).text()).toContain('Je hebt nog 9 herstelcodes over.')
  const again = new Browser(portal)
  await again.signIn(person.email)
  expect((await give(again, code)).status).toBe(400)
  // Somebody else's is none of one's own.
  const other = await addPerson(portal)
  const theirs = new Browser(portal)
  await theirs.signIn(other.email)
  const { codes: foreign } = await setUp(portal, theirs)
  expect((await give(again, foreign[0] ?? '')).status).toBe(400)
  expect((await give(again, codes[1] ?? '')).status).toBe(303)
})

test('nobody guesses a code: after eight tries in a quarter of an hour not even the right one is taken', async () => {
  const { portal, person, browser, phone } = await halfWay()
  // Setting it up was the first.
  for (let n = 0; n < 7; n += 1) expect((await give(browser, `00000${n}`)).status).toBe(400)
  const other = new Browser(portal)
  await other.signIn(person.email)
  const answer = await give(other, phone.code())
  expect(answer.status).toBe(429)
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
  expect((await other.get('/mijn')).status).toBe(303)
})

test('who gives no code within ten minutes begins again', async () => {
  const { pass, browser, phone } = await halfWay()
  pass(9 * 60_000)
  expect((await browser.get('/inloggen/code')).status).toBe(200)
  pass(2 * 60_000)
  const answer = await give(browser, phone.code())
  expect(answer.headers.get('location')).toBe('/inloggen')
})

test('the page of the code is for who gave the password, and leads on within the portal only', async () => {
  const { portal, browser, first, phone } = await halfWay()
  expect((await new Browser(portal).get('/inloggen/code?naar=/mijn')).headers.get('location')).toBe(
    '/inloggen?naar=%2Fmijn',
  )
  expect((await new Browser(portal).post('/inloggen/code', { code: '123456' })).headers.get('location')).toBe(
    '/inloggen',
  )
  expect((await first.get('/inloggen/code?naar=/matrix')).headers.get('location')).toBe('/matrix')
  const html = await (await browser.get('/inloggen/code?naar=//evil.example')).text()
  expect(html).toContain('<input type="hidden" name="naar" value=""/>')
  expect((await give(browser, phone.code(), '//evil.example/x')).headers.get('location')).toBe('/mijn')
})

test('who is blocked meanwhile is not let in by a code', async () => {
  const { portal, person, browser, phone } = await halfWay()
  const at = portal.now().toISOString()
  await portal.db.updateTable('account').set({ blocked_at: at }).where('id', '=', person.id).execute()
  expect((await give(browser, phone.code())).headers.get('location')).toBe('/inloggen')
  expect((await browser.get('/mijn')).status).toBe(303)
})

test('turning it on signs out elsewhere; a wrong code turns nothing on; giving up leaves no secret', async () => {
  const { portal } = await portalInTime()
  const person = await addPerson(portal)
  const [here, there] = [new Browser(portal), new Browser(portal)] as const
  await here.signIn(person.email)
  await there.signIn(person.email)
  await here.post(page, { doe: 'start' })
  const wrong = await here.post(page, { doe: 'confirm', code: '000000' })
  expect(wrong.status).toBe(400)
  expect(await wrong.text()).toContain('Deze code klopt niet')
  expect((await here.post(page, { doe: 'iets' })).status).toBe(400)
  await here.post(page, { doe: 'cancel' })
  const row = () => portal.db.selectFrom('account').selectAll().where('id', '=', person.id).executeTakeFirstOrThrow()
  expect(await row()).toMatchObject({ totp_secret: null, totp_confirmed_at: null })
  expect((await there.get('/mijn')).status).toBe(200)
  await setUp(portal, here)
  expect((await there.get('/mijn')).status).toBe(303)
  // Neither starting anew nor giving up touches what is on.
  const { totp_secret } = await row()
  await here.post(page, { doe: 'start' })
  await here.post(page, { doe: 'cancel' })
  expect((await row()).totp_secret).toBe(totp_secret)
})

test('new codes and turning it off ask for the password; old codes are then worth nothing', async () => {
  const { portal, person, first, browser, codes, pass } = await halfWay()
  expect((await first.post(`${page}/codes`, { current: 'iets anders' })).status).toBe(400)
  const renewed = await first.post(`${page}/codes`, { current: password })
  const fresh = (await renewed.text()).match(/\b(?:[a-z2-9]{4}-){3}[a-z2-9]{4}\b/g) ?? []
  expect(fresh).toHaveLength(10)
  expect((await give(browser, codes[0] ?? '')).status).toBe(400)
  expect((await give(browser, fresh[0] ?? '')).status).toBe(303)
  expect((await first.post(`${page}/uit`, { current: 'iets anders' })).status).toBe(400)
  expect((await first.post(`${page}/uit`, { current: password })).headers.get('location')).toBe(`${page}?klaar=uit`)
  expect(await (await first.get(`${page}?klaar=uit`)).text()).toContain('staat uit')
  expect(await mailTo(portal, person)).toEqual(['twoFactorOn', 'recoveryCodeUsed', 'twoFactorOff'])
  expect(await portal.db.selectFrom('recovery_code').selectAll().execute()).toEqual([])
  pass(1000)
  const after = await new Browser(portal).signIn(person.email)
  expect(after.headers.get('location')).toBe('/mijn')
})

test('staff of a production portal set it up first, and get nowhere else before', async () => {
  const { portal } = await portalInTime({ mode: 'production' })
  const person = await addPerson(portal, { role: 'secretary' })
  const member = await addPerson(portal)
  const browser = new Browser(portal)
  await browser.signIn(person.email)
  for (const path of ['/mijn', '/mijn/account', '/mijn/account/gegevens.json', `${page}/uit`, `${page}/codes`]) {
    expect((await browser.get(path)).headers.get('location'), path).toBe(page)
  }
  expect(await (await browser.get(page)).text()).toContain('Voor jouw rol is dit verplicht')
  await setUp(portal, browser)
  expect((await browser.get('/mijn')).status).toBe(200)
  const other = new Browser(portal)
  await other.signIn(member.email)
  expect((await other.get('/mijn')).status).toBe(200)
})
