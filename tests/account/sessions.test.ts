import { expect, test } from 'vitest'
import { rightsChanged } from '#app/domain/account/queries.server.ts'
import { write } from '#db/write.ts'
import { Browser } from '../support/browser.ts'
import { addPerson, password } from '../support/people.ts'
import { portalInTime, testPortal } from '../support/portal.ts'

const hour = 3_600_000

async function isIn(browser: Browser): Promise<boolean> {
  const answer = await browser.get('/mijn')
  if (answer.status === 200) return true
  expect(answer.status).toBe(303)
  expect(answer.headers.get('location')).toBe('/inloggen?naar=%2Fmijn')
  return false
}

test('signing in gives a new id: one that was there before is worth nothing', async () => {
  const portal = await testPortal()
  const victim = await addPerson(portal)
  const attacker = await addPerson(portal)
  const other = new Browser(portal)
  await other.signIn(attacker.email)
  const planted = other.session
  for (const before of ['planted-by-somebody-else', planted ?? '']) {
    const browser = new Browser(portal)
    browser.cookies.set('sessie', before)
    expect((await browser.signIn(victim.email)).status).toBe(303)
    expect(browser.session).toBeTruthy()
    expect(browser.session).not.toBe(before)
    expect(await isIn(browser)).toBe(true)
    const thief = new Browser(portal)
    thief.cookies.set('sessie', before)
    expect(await isIn(thief)).toBe(false)
  }
})

test('a cookie that cannot be read is as good as none, and hides no other', async () => {
  const portal = await testPortal()
  const person = await addPerson(portal)
  const browser = new Browser(portal)
  browser.cookies.set('taal', '%')
  browser.cookies.set('sessie', '%E0%A4')
  expect(await isIn(browser)).toBe(false)
  await browser.signIn(person.email)
  expect(await isIn(browser)).toBe(true)
  expect(portal.errors).toEqual([])
})

test('rights that changed give the session another id, and the old one is refused', async () => {
  const { portal, pass } = await portalInTime()
  const person = await addPerson(portal)
  const browser = new Browser(portal)
  await browser.signIn(person.email)
  const before = browser.session ?? ''
  pass(1000)
  await write(portal.db, { id: 'system' }, portal.now(), (trx) =>
    rightsChanged(trx, person.id, portal.now().toISOString()),
  )
  expect(await isIn(browser)).toBe(true)
  expect(browser.session).not.toBe(before)
  const thief = new Browser(portal)
  thief.cookies.set('sessie', before)
  expect(await isIn(thief)).toBe(false)
  expect(await isIn(browser)).toBe(true)
})

test('a session ends after two days without use, and after two weeks however much it is used', async () => {
  const { portal, pass } = await portalInTime()
  const person = await addPerson(portal)
  const idle = new Browser(portal)
  const busy = new Browser(portal)
  await idle.signIn(person.email)
  await busy.signIn(person.email)
  pass(47 * hour)
  expect(await isIn(busy)).toBe(true)
  pass(2 * hour)
  expect(await isIn(idle)).toBe(false)
  for (let hours = 49; hours + 24 < 14 * 24; hours += 24) {
    pass(24 * hour)
    expect(await isIn(busy), `${hours} hours`).toBe(true)
  }
  pass(24 * hour)
  expect(await isIn(busy)).toBe(false)
})

test('the list of own sessions: this one is marked, one can be ended, and all others', async () => {
  const { portal, pass } = await portalInTime()
  const person = await addPerson(portal)
  const [here, there, elsewhere] = [new Browser(portal), new Browser(portal), new Browser(portal)] as const
  for (const browser of [there, elsewhere, here]) {
    await browser.signIn(person.email)
    pass(hour)
  }
  const html = await (await here.get('/mijn/account/sessies')).text()
  expect(html.match(/Dit apparaat/g)).toHaveLength(1)
  expect(html).toContain('21 november 2026 om 13:00')
  const ids = [...html.matchAll(/name="sessie" value="([0-9a-f]{64})"/g)].map(([, id = '']) => id)
  expect(ids).toHaveLength(2)
  // The last used first: what can be ended is `elsewhere`, then `there`.
  expect((await here.post('/mijn/account/sessies', { sessie: ids[0] ?? '' })).status).toBe(303)
  expect(await Promise.all([here, there, elsewhere].map(isIn))).toEqual([true, true, false])
  expect((await here.post('/mijn/account/sessies')).status).toBe(303)
  expect(await Promise.all([here, there].map(isIn))).toEqual([true, false])
  // What stands in the list is no key to come in by.
  const thief = new Browser(portal)
  thief.cookies.set('sessie', ids[0] ?? '')
  expect(await isIn(thief)).toBe(false)
})

test("somebody else's session cannot be ended", async () => {
  const portal = await testPortal()
  const [one, other] = [await addPerson(portal), await addPerson(portal)] as const
  const [mine, theirs] = [new Browser(portal), new Browser(portal)] as const
  await mine.signIn(one.email)
  await theirs.signIn(other.email)
  const { id } = await portal.db
    .selectFrom('session')
    .select('id')
    .where('account_id', '=', other.id)
    .executeTakeFirstOrThrow()
  await mine.post('/mijn/account/sessies', { sessie: id })
  await mine.post('/mijn/account/sessies')
  expect(await isIn(theirs)).toBe(true)
  expect(await (await mine.get('/mijn/account/sessies')).text()).not.toContain(id)
})

test('another password ends the other sessions, and needs the one there was', async () => {
  const { portal, pass } = await portalInTime()
  const person = await addPerson(portal)
  const [here, there] = [new Browser(portal), new Browser(portal)] as const
  await here.signIn(person.email)
  await there.signIn(person.email)
  pass(1000)
  const next = 'vier trage wolken boven de dijk'
  const change = (current: string, word: string) => here.post('/mijn/account/wachtwoord', { current, password: word })
  for (const [current, word, text] of [
    ['verkeerd wachtwoord', next, 'Dit is niet je wachtwoord.'],
    [password, 'kort', 'Kies een wachtwoord van minstens 12 tekens.'],
    [password, 'wachtwoord123', 'Dit wachtwoord is te makkelijk te raden.'],
    [password, person.name, 'Dit wachtwoord is te makkelijk te raden.'],
    [password, person.email, 'Dit wachtwoord is te makkelijk te raden.'],
    [password, 'x'.repeat(201), 'Kies een wachtwoord van hoogstens 200 tekens.'],
  ] as const) {
    const answer = await change(current, word)
    expect(answer.status, word).toBe(400)
    const html = await answer.text()
    expect(html, word).toContain(text)
    expect(html).not.toContain(next)
  }
  expect(await isIn(there)).toBe(true)
  const before = here.session
  pass(16 * 60_000)
  expect((await change(password, next)).headers.get('location')).toBe('/mijn/account/wachtwoord?klaar=wachtwoord')
  expect(await isIn(there)).toBe(false)
  expect(await isIn(here)).toBe(true)
  expect(here.session).not.toBe(before)
  expect((await there.signIn(person.email)).status).toBe(400)
  expect((await there.signIn(person.email, '', next)).status).toBe(303)
  const mail = await portal.db.selectFrom('mail').select(['template', 'account_id']).execute()
  expect(mail).toEqual([{ template: 'passwordChanged', account_id: person.id }])
})

test('a session that was left open is no way to guess the password', async () => {
  const portal = await testPortal()
  const person = await addPerson(portal)
  const browser = new Browser(portal)
  await browser.signIn(person.email)
  const statuses: number[] = []
  for (let n = 0; n < 9; n += 1) {
    const answer = await browser.post('/mijn/account/wachtwoord', { current: `raden ${n}`, password })
    statuses.push(answer.status)
    if (answer.status === 429) expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
  }
  expect(statuses).toEqual([...Array<number>(8).fill(400), 429])
})

test('name and language are changed, and what is wrong is kept as typed', async () => {
  const portal = await testPortal()
  const person = await addPerson(portal)
  const browser = new Browser(portal)
  await browser.signIn(person.email)
  const wrong = await browser.post('/mijn/account', { name: '<script>alert(1)</script>', locale: 'nl' })
  expect(wrong.status).toBe(400)
  const html = await wrong.text()
  expect(html).toContain('value="&lt;script&gt;alert(1)&lt;/script&gt;"')
  expect(html).not.toContain('<script>alert(1)')
  expect((await browser.post('/mijn/account', { name: 'Nieuw', locale: 'de' })).status).toBe(400)
  const given = { name: 'Nieuwe Naam', locale: 'en', email: 'x@y.example', role: 'administrator', id: 'person-other' }
  const done = await browser.post('/mijn/account', given)
  expect(done.headers.get('location')).toBe('/mijn/account?klaar=gegevens&taal=en')
  expect(await (await browser.get('/mijn/account?klaar=gegevens&taal=en')).text()).toContain(
    'Your details were saved.',
  )
  const row = await portal.db
    .selectFrom('account')
    .select(['name', 'locale', 'email'])
    .where('id', '=', person.id)
    .executeTakeFirstOrThrow()
  expect(row).toEqual({ name: 'Nieuwe Naam', locale: 'en', email: person.email })
  expect(
    await portal.db.selectFrom('account_role').select('id').where('account_id', '=', person.id).execute(),
  ).toEqual([])
})
