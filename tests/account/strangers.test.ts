import { expect, test } from 'vitest'
import { accountByEmail } from '#app/domain/account/queries.server.ts'
import { Browser } from '../support/browser.ts'
import { now } from '../support/database.ts'
import { chosen, entry, kim } from '../support/entry.ts'
import { addPerson } from '../support/people.ts'

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
    await addPerson(portal, kim)
    const { id: blocked } = await addPerson(portal, { email: 'weg@voorbeeld.nl' })
    await portal.db.updateTable('account').set({ blocked_at: now.toISOString() }).where('id', '=', blocked).execute()
    const answers = []
    for (const email of [kim.email, 'onbekend@voorbeeld.nl', 'weg@voorbeeld.nl']) {
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
  for (let i = 0; i < 3; i++) await portal.post('/aanmelden', { name: 'Kim', email: kim.email })
  const refused = await portal.post('/aanmelden', { name: 'Kim de Boer', email: 'KIM@voorbeeld.nl' })
  expect(refused.status).toBe(429)
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(3000)
  const html = await refused.text()
  expect(html).toContain('al een paar keer om mail gevraagd')
  expect(html).toContain('value="Kim de Boer"')
  expect(html).toContain('value="KIM@voorbeeld.nl"')
  expect((await portal.post('/inloggen/vergeten', { email: kim.email })).status).toBe(429)
  expect((await portal.post('/inloggen/vergeten', { email: 'iemand@voorbeeld.nl' })).status).toBe(303)
  // From one place, to many addresses.
  const answers = []
  for (let i = 0; i < 30; i++) answers.push(await portal.post('/inloggen/vergeten', { email: `a${i}@voorbeeld.nl` }))
  expect(answers.map(({ status }) => status)).toContain(429)
  expect(await portal.mailed()).toHaveLength(30 - 2)
})

test.each([
  ['/aanmelden', { name: 'Kim\r\nBcc: all@evil.example', email: kim.email }],
  ['/aanmelden', { name: '<b>Kim</b>', email: kim.email }],
  ['/aanmelden', { name: '', email: kim.email }],
  ['/aanmelden', { name: 'K'.repeat(101), email: kim.email }],
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

test('a form of another site, or one sent with a key of another, is refused', async () => {
  const portal = await entry()
  for (const path of ['/aanmelden', '/inloggen/vergeten', '/inloggen/wachtwoord?sleutel=x']) {
    const others: Record<string, string>[] = [
      { origin: 'https://evil.example' },
      { 'sec-fetch-site': 'cross-site' },
      { origin: 'null' },
    ]
    for (const headers of others) {
      const body = new URLSearchParams({ name: 'Kim', email: kim.email, password: chosen })
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
    await addPerson(portal, kim)
    const signedIn = await new Browser(portal).signIn(kim.email, naar)
    expect(signedIn.headers.get('location')).toBe('/mijn')
    const link = await portal.linkAfter('/inloggen/vergeten', { email: kim.email, naar })
    const reset = await portal.post(`${link}&${new URLSearchParams({ naar })}`, { password: chosen, naar })
    expect(reset.headers.get('location')).toBe('/mijn')
  },
)
