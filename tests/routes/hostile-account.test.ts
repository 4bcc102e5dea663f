import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { Browser } from '../support/browser.ts'
import { emailOf, type Person, testPeople } from '../support/cast.ts'
import { password } from '../support/people.ts'
import { type Portal, testPortal } from '../support/portal.ts'

const limitFactor = 1000

const signedIn = async (portal: Portal, cookie: string) =>
  (await portal.get('/mijn', { headers: { Cookie: cookie } })).status === 200

test('signing in gives another session than the browser had, whosever that was', async () => {
  const portal = await testPortal({ env: { limitFactor } })
  const world = await testPeople(portal)
  const others = [await world.browserOf('editor'), await world.browserOf('owner')]
  for (const before of ['a'.repeat(40), ...others.map(({ session = '' }) => session)]) {
    const browser = new Browser(portal)
    browser.cookies.set('sessie', before)
    expect((await browser.signIn(emailOf('owner'))).status).toBe(303)
    expect(browser.session).toMatch(/^[a-z0-9]{40}$/)
    expect(browser.session).not.toBe(before)
    expect(await signedIn(portal, browser.cookie)).toBe(true)
    expect(await signedIn(portal, `sessie=${before}`), 'what it had is of no use any more').toBe(false)
  }
})

test('a session that was signed out, or replaced when rights changed, opens nothing', async () => {
  const portal = await testPortal()
  const world = await testPeople(portal)
  const leaving = await world.browserOf('owner')
  const out = leaving.cookie
  const answer = await leaving.post('/uitloggen')
  expect(answer.headers.getSetCookie()[0]).toMatch(/^sessie=; .*Max-Age=0/)
  expect(await signedIn(portal, out)).toBe(false)

  const staying = await world.browserOf('owner')
  const stale = staying.cookie
  const later = new Date(portal.now().getTime() + 1000).toISOString()
  const { db } = portal
  await db.updateTable('account').set({ rights_changed_at: later }).where('id', '=', world.idOf('owner')).execute()
  // Fetched ahead, the answer may never be seen: then nothing changes.
  const ahead = await staying.get('/mijn', { 'Sec-Purpose': 'prefetch' })
  expect([ahead.status, ahead.headers.getSetCookie()]).toEqual([200, []])
  expect((await staying.get('/mijn')).status).toBe(200)
  expect(staying.cookie).not.toBe(stale)
  expect(await signedIn(portal, stale)).toBe(false)
  expect(await signedIn(portal, staying.cookie)).toBe(true)
})

test.each([
  'sessie=',
  'sessie=undefined',
  `sessie=${'x'.repeat(5000)}`,
  'sessie=%00',
  "sessie=' OR 1=1 --",
  'sessie=__proto__',
  `__Host-sessie=${'a'.repeat(40)}`,
  'sessie="a"; sessie=b; ;;=; =x',
  'taal=%ff; a=%E0%A4%A; sessie=%',
])('a cookie that is none is a visitor: %.30s', async (cookie) => {
  const portal = await testPortal()
  expect((await portal.get('/', { headers: { Cookie: cookie } })).status).toBe(200)
  expect((await portal.get('/mijn', { headers: { Cookie: cookie } })).status).toBe(303)
  expect(portal.errors).toEqual([])
})

test('a cookie that another program set wrongly signs nobody out', async () => {
  const portal = await testPortal()
  const { cookie } = await (await testPeople(portal)).browserOf('owner')
  for (const other of ['a=%', 'taal=%ff', '=', 'xsessie=b', 'a="; b']) {
    expect(await signedIn(portal, `${other}; ${cookie}`), other).toBe(true)
    expect(await signedIn(portal, `${cookie};${other}`), other).toBe(true)
  }
})

test('the hash by which a session is kept is no way in', async () => {
  const portal = await testPortal()
  await (await testPeople(portal)).browserOf('administrator')
  const { id } = await portal.db.selectFrom('session').select('id').executeTakeFirstOrThrow()
  expect(await signedIn(portal, `sessie=${id}`)).toBe(false)
})

test.each<[string, Record<string, string>, 'refused' | 'taken']>([
  ['another site', { 'Sec-Fetch-Site': 'cross-site' }, 'refused'],
  ['a neighbour under the same domain', { 'Sec-Fetch-Site': 'same-site' }, 'refused'],
  ['a browser that says nonsense', { 'Sec-Fetch-Site': 'x' }, 'refused'],
  ['an older browser at another site', { Origin: 'https://evil.example' }, 'refused'],
  ['a page without an origin', { Origin: 'null' }, 'refused'],
  ['an origin that begins like ours', { Origin: '{own}.evil.example' }, 'refused'],
  ['ours by https', { Origin: '{secure}' }, 'refused'],
  ['nobody says where from', {}, 'refused'],
  ['another site that says it is ours', { 'Sec-Fetch-Site': 'cross-site', Origin: '{own}' }, 'refused'],
  ['our own page', { 'Sec-Fetch-Site': 'same-origin' }, 'taken'],
  ['our own page in an older browser', { Origin: '{own}' }, 'taken'],
])('a form from %s', async (_name, given, outcome) => {
  const portal = await testPortal()
  const { cookie } = await (await testPeople(portal)).browserOf('owner')
  const fill = (text: string) =>
    text.replace('{own}', portal.url).replace('{secure}', portal.url.replace('http', 'https'))
  const headers = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, fill(value)]))
  const answer = await portal.get('/uitloggen', { method: 'POST', headers: { ...headers, Cookie: cookie } })
  expect(answer.status).toBe(outcome === 'taken' ? 303 : 403)
  expect(await signedIn(portal, cookie)).toBe(outcome === 'refused')
  if (outcome === 'refused') expect(await answer.text()).toContain('Dit formulier kwam van een andere site.')
})

const elsewhere = [
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  'https:evil.example',
  'https://evil.example',
  '/%09/evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '///evil.example',
  '/.//evil.example',
  '/..//evil.example',
  '/x/..//evil.example',
  'evil.example',
  '@evil.example',
  ' //evil.example',
  'javascript:alert(1)',
  'data:text/html,x',
  '/\r\nSet-Cookie: a=b',
  `/${'x'.repeat(20_000)}`,
  `/${'é'.repeat(1990)}`,
]

test('signing in leads to this portal and nowhere else', async () => {
  const portal = await testPortal({ env: { limitFactor } })
  const world = await testPeople(portal)
  const here = (answer: Response, naar: string) => {
    expect(answer.status, naar.slice(0, 50)).toBe(303)
    const location = answer.headers.get('location') ?? ''
    const url = new URL(location, portal.url)
    expect(url.origin, naar.slice(0, 50)).toBe(portal.url)
    expect(location, naar.slice(0, 50)).toMatch(/^\/(?![/\\])/)
    expect(answer.headers.getSetCookie().some((cookie) => cookie.startsWith('a='))).toBe(false)
  }
  const owner = await world.browserOf('owner')
  for (const naar of elsewhere) {
    here(await new Browser(portal).signIn(emailOf('owner'), naar), naar)
    here(await new Browser(portal).post('/inloggen/voorbeeld', { account: world.example, naar }), naar)
    if (naar.length > 10_000) continue
    const address = `/inloggen?${new URLSearchParams({ naar })}`
    here(await owner.get(address), naar)
    const hidden = /name="naar" value="([^"]*)"/.exec(await (await portal.get(address)).text())?.[1] ?? ''
    expect(hidden === '' || /^\/(?![/\\])/.test(hidden), naar.slice(0, 50)).toBe(true)
  }
  const home = await new Browser(portal).signIn(emailOf('owner'), '/roms/nom?a=b')
  expect(home.headers.get('location')).toBe('/roms/nom?a=b')
  expect(portal.errors).toEqual([])
})

const script = '"><script>alert(1)</script><img src=x onerror=alert(1)>'

test.each(['email', 'password', 'naar', script, 'email[]', '__proto__', 'constructor', '__proto__[]'])(
  'a script in the field "%s" is text, and a password never comes back',
  async (field) => {
    const portal = await testPortal({ env: { limitFactor } })
    const form = { email: 'iemand@test.example', password: 'fout-wachtwoord', [field]: script }
    const answer = await new Browser(portal).post('/inloggen', form)
    expect(answer.status).toBe(400)
    const html = await answer.text()
    expect(html).not.toContain('<script>alert')
    expect(html).not.toContain('<img src=x')
    expect(html).not.toContain('fout-wachtwoord')
    if (field === 'email') expect(html).toContain('value="&quot;&gt;&lt;script&gt;')
    expect(portal.errors).toEqual([])
  },
)

const urlencoded = 'application/x-www-form-urlencoded'
const fields = (value: string) => `email=${value}&password=${value}&naar=${value}`

test.each([
  ['nothing', '', urlencoded],
  ['NUL bytes', fields('a%00b@x.nl%00'), urlencoded],
  ['control characters', fields('%01%1b[31m%7f%E2%80%AE'), urlencoded],
  ['bytes that are no text', fields('%ff%fe%c0%af'), urlencoded],
  ['ten thousand characters', fields('x'.repeat(10_000)), urlencoded],
  ['half a megabyte', fields('x'.repeat(160_000)), urlencoded],
  ['a field more than once', 'email=a@b.nl&email=c@d.nl&password=a&password=b', urlencoded],
  ['arrays', 'email[]=a&email[0]=b&password[]=c&password[$ne]=x', urlencoded],
  [
    'names of prototypes',
    '__proto__=x&__proto__[a]=y&constructor[prototype]=z&toString=1&hasOwnProperty=2',
    urlencoded,
  ],
  ['more than it asks for', `${fields('x')}&role=administrator&rom_id=nom&accountId=x&is_example=1`, urlencoded],
  ['more fields than any form has', Array.from({ length: 5000 }, (_, n) => `a${n}=1`).join('&'), urlencoded],
  ['SQL', fields(encodeURIComponent("' OR 1=1; DROP TABLE account; --")), urlencoded],
  ['JSON', '{"email":{"$ne":1}}', 'application/json'],
  ['plain text', fields('x'), 'text/plain'],
  [
    'a file',
    '--x\r\nContent-Disposition: form-data; name="email"; filename="a"\r\n\r\nb\r\n--x--',
    'multipart/form-data; boundary=x',
  ],
  ['a form without an end', '--x\r\nContent-Disposition: form-data; name="email"', 'multipart/form-data; boundary=x'],
  ['no kind at all', fields('x'), ''],
])('%s in a form is refused in plain words', async (_name, body, type) => {
  const portal = await testPortal({ env: { limitFactor } })
  const { example } = await testPeople(portal)
  for (const path of ['/inloggen', '/inloggen/voorbeeld']) {
    const headers = { origin: portal.url, ...(type && { 'Content-Type': type }) }
    const answer = await portal.get(path, { method: 'POST', headers, body: Buffer.from(body) })
    expect([400, 404], path).toContain(answer.status)
    expect(answer.headers.getSetCookie(), path).toEqual([])
    const html = await answer.text()
    expect(html).toMatch(/<h1/)
    expect(html).not.toMatch(/\bat .+\.(js|ts|tsx):\d+|SqliteError|ZodError/)
  }
  expect(await portal.db.selectFrom('account').select('id').where('id', '=', example).execute()).toHaveLength(1)
  expect(portal.errors).toEqual([])
})

test('ten megabytes are refused before they are read', async () => {
  const portal = await testPortal()
  for (const path of ['/inloggen', '/inloggen/voorbeeld', '/uitloggen']) {
    const answer = await new Browser(portal).post(path, { email: 'x'.repeat(10_000_000) }).catch(() => null)
    // The connection may be closed while the rest is still being sent.
    if (answer) expect(answer.status, path).toBe(413)
  }
  expect((await portal.get('/inloggen')).status).toBe(200)
  expect(portal.errors).toEqual([])
})

test('whether an address has an account shows in no text, status or header', async () => {
  const portal = await testPortal({ env: { limitFactor } })
  const world = await testPeople(portal)
  // Somebody who was invited and has chosen no password yet.
  const { db } = portal
  await db.updateTable('account').set({ password_hash: null }).where('id', '=', world.idOf('editor')).execute()
  const kinds = { unknown: 'niemand', known: 'owner', blocked: 'blocked', invited: 'editor' }
  const said = new Set<string>()
  for (let round = 0; round < 2; round++) {
    for (const [kind, name] of Object.entries(kinds)) {
      const email = `${name}@test.example`
      // A blocked person even by the right password.
      const form = { email, password: kind === 'blocked' && round % 2 ? password : 'een heel ander wachtwoord' }
      const answer = await new Browser(portal).post('/inloggen', form)
      const html = await answer.text()
      const headers = [...answer.headers.keys()].join()
      said.add(`${answer.status} ${headers} ${html.replaceAll(email, '').replace(/nonce="[^"]*"/g, '')}`)
    }
  }
  expect(said.size).toBe(1)
})

test('logs hold no cookie, address, password, e-mail or search word, when something breaks neither', async () => {
  const portal = await testPortal({ env: { limitFactor, trustProxy: 1 } })
  const world = await testPeople(portal)
  const person: Person = 'owner'
  const owner = await world.browserOf(person)
  const from = {
    'X-Forwarded-For': '203.0.113.77',
    'User-Agent': 'geheime-browser',
    Referer: 'https://x.example/geheim-pad',
  }
  const form = { email: emailOf(person), password, naar: '/zoeken?q=geheim-woord' }
  await new Browser(portal).post('/inloggen', form, from)
  await new Browser(portal).post('/inloggen', { ...form, password: 'geheim-fout' }, from)
  await owner.get('/mijn?q=geheim-woord', from)
  await portal.get('/zoeken?q=geheim-woord', { headers: from })
  await (await world.browserOf(person)).post('/uitloggen', {}, from)
  // Now everything that needs a member fails.
  await portal.db.schema.dropTable('organisation_member').execute()
  const broken = await owner.get('/mijn?q=geheim-woord', from)
  expect(broken.status).toBe(500)
  expect(await broken.text()).not.toMatch(/organisation_member|\bat .+:\d+/)
  await new Browser(portal).post('/inloggen', form, from)

  await setTimeout(50)
  const log = portal.lines.join('')
  expect(portal.lines.length).toBeGreaterThan(6)
  expect(log).toContain('"path":"/inloggen"')
  expect(portal.errors.join('')).toContain('no such table: organisation_member')
  const key = owner.session ?? 'no key'
  const secrets = [key, password, emailOf(person), 'Naam van', '203.0.113.77', '127.0.0.1', 'geheim']
  for (const secret of secrets) expect(log.includes(secret), secret).toBe(false)
})
