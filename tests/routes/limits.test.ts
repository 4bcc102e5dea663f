import { expect, test } from 'vitest'
import { Browser } from '../support/browser.ts'
import { testPeople } from '../support/cast.ts'
import { testPortal } from '../support/portal.ts'

/** A twentieth of what is usual, so that it is reached soon. */
const limitFactor = 0.05

const organisation = '/organisaties/accuherleef-voorbeeld'

test.each([
  ['/zoeken?q=energie', 12],
  ['/partners?q=waterstof', 3],
  [`${organisation}/partners`, 3],
  [`${organisation}/programmas`, 3],
  ['/programmawijzer?q=waterstof', 3],
  ['/programmas/energiehubs/partners', 3],
  ['/initiatieven/protix-2023/partners', 3],
  ['/oproepen/netcongestie-bedrijventerreinen-voorbeeld/partners', 3],
])('%s: who asks too often gets a page that says so', async (path, most) => {
  const portal = await testPortal({ env: { limitFactor } })
  for (let n = 0; n < most; n++) expect((await portal.get(path)).status).toBe(200)
  for (const [language, title] of [
    ['nl', 'Even te veel tegelijk'],
    ['en', 'Too much at once'],
  ]) {
    const answer = await portal.get(`${path}${path.includes('?') ? '&' : '?'}taal=${language}`)
    expect(answer.status).toBe(429)
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(Number(answer.headers.get('retry-after'))).toBeLessThanOrEqual(60)
    expect(await answer.text()).toMatch(new RegExp(`<h1[^>]*>${title}</h1>`))
  }
  // The rest of the portal goes on.
  expect((await portal.get('/organisaties')).status).toBe(200)
  expect(portal.errors).toEqual([])
})

test.each([
  ['/api/v1/search?q=energie', 12],
  ['/api/suggest?q=ener', 30],
])('%s: a machine that asks too often gets a problem', async (path, most) => {
  const portal = await testPortal({ env: { limitFactor } })
  for (let n = 0; n < most; n++) expect((await portal.get(path)).status).toBe(200)
  const answer = await portal.get(path)
  expect(answer.status).toBe(429)
  expect(answer.headers.get('content-type')).toBe('application/problem+json')
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(await answer.json()).toMatchObject({ title: 'Too Many Requests', status: 429 })
})

test('the search page and the API count together', async () => {
  const portal = await testPortal({ env: { limitFactor } })
  for (let n = 0; n < 12; n++) await portal.get(n % 2 ? '/zoeken?q=energie' : '/api/v1/search?q=energie')
  expect((await portal.get('/zoeken?q=energie')).status).toBe(429)
  expect((await portal.get('/api/v1/search?q=energie')).status).toBe(429)
})

/** Asks from made-up addresses, each time another. @returns the statuses */
async function asked(trustProxy: number, forwarded: (n: number) => string) {
  const portal = await testPortal({ env: { limitFactor, trustProxy } })
  const statuses: number[] = []
  for (let n = 0; n < 6; n++) {
    const answer = await portal.get('/partners?q=waterstof', { headers: { 'X-Forwarded-For': forwarded(n) } })
    statuses.push(answer.status)
  }
  return statuses
}
const refusedAfterThree = [200, 200, 200, 429, 429, 429]
const never = Array(6).fill(200)

test('where a request came from is believed from as many proxies as are configured', async () => {
  const own = (n: number) => `192.0.2.${n}`
  expect(await asked(0, own), 'no proxy: the header changes nothing').toEqual(refusedAfterThree)
  expect(await asked(1, own), 'one proxy: each has a count of its own').toEqual(never)
  const lied = (n: number) => `192.0.2.${n}, 198.51.100.7`
  expect(await asked(1, lied), 'one proxy: what a client adds itself changes nothing').toEqual(refusedAfterThree)
  expect(await asked(2, lied), 'two proxies').toEqual(never)
})

test.each([0, 1, 2])(
  'behind %i proxies, no header changes what the portal thinks its address is',
  async (trustProxy) => {
    const portal = await testPortal({ env: { trustProxy } })
    const headers = {
      'X-Forwarded-Host': 'evil.example:444',
      'X-Forwarded-Proto': 'https',
      'X-Forwarded-Port': '444',
      Forwarded: 'host=evil.example;proto=https',
    }
    for (const path of ['/', '/sitemap.xml', '/nieuws.rss', '/kalender.ics', '/api/v1/programmes', '/robots.txt']) {
      const text = async (answer: Response) =>
        (await answer.text()).replaceAll(/nonce(=|&quot;:&quot;|":")[^&"]*"?[^" ]*/g, '')
      const plain = await portal.get(path)
      const lied = await portal.get(path, { headers })
      expect(lied.status).toBe(200)
      expect(lied.headers.get('link')).toBe(plain.headers.get('link'))
      const said = await text(lied)
      expect(said, path).not.toContain('evil.example')
      expect(said, path).not.toContain(portal.url.replace('http:', 'https:'))
      expect(said.includes(portal.url)).toBe((await text(plain)).includes(portal.url))
    }
    const sent = await portal.get('/mijn', { headers })
    expect(sent.headers.get('location')).toBe('/inloggen?naar=%2Fmijn')
  },
)

test('whoever writes more often than people do has to wait, and nothing is written', async () => {
  const portal = await testPortal({ env: { limitFactor } })
  const { example } = await testPeople(portal)
  const write = () => new Browser(portal).post('/inloggen/voorbeeld', { account: example })
  const count = async () =>
    (await portal.db.selectFrom('audit_entry').select('id').where('actor_id', '=', example).execute()).length
  for (let n = 0; n < 6; n++) expect((await write()).status).toBe(303)
  const written = await count()
  expect(written).toBeGreaterThanOrEqual(6)
  const refused = await write()
  expect(refused.status).toBe(429)
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(refused.headers.getSetCookie()).toEqual([])
  expect(await refused.text()).toContain('Even te veel tegelijk</h1>')
  expect(await count()).toBe(written)
  expect(portal.errors).toEqual([])
})

test('guessing at one account ends after ten tries, from wherever, and what was typed is kept', async () => {
  const portal = await testPortal({ env: { limitFactor: 0.3, trustProxy: 1 } })
  await testPeople(portal)
  const guess = (email: string, n: number) =>
    new Browser(portal).post('/inloggen', { email, password: `geraden ${n}` }, { 'X-Forwarded-For': `192.0.2.${n}` })
  // An account that is there and an address that has none are counted alike, in whatever case it is typed.
  for (const email of ['owner@test.example', 'niemand@test.example']) {
    for (let n = 0; n < 3; n++) expect((await guess(n % 2 ? email.toUpperCase() : email, n)).status).toBe(400)
    const refused = await guess(email, 9)
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    const html = await refused.text()
    expect(html).toContain(`value="${email}"`)
    expect(html).not.toContain('geraden')
  }
  expect((await guess('editor@test.example', 10)).status).toBe(400)
})
