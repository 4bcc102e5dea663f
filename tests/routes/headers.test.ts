import { expect, test } from 'vitest'
import { pageAddresses, withEveryPage } from '../support/addresses.ts'
import { Browser } from '../support/browser.ts'
import { testPeople } from '../support/cast.ts'
import { testPortal } from '../support/portal.ts'

/** As a production portal is configured. */
const production = { origin: 'https://schakel.example.nl', secure: true }

/** The policy by directive. */
function policyOf({ headers }: Response): Record<string, string> {
  const parts = (headers.get('content-security-policy') ?? '').split(';').map((part) => part.trim().split(' '))
  return Object.fromEntries(parts.map(([name = '', ...values]) => [name, values.join(' ')]))
}

test('every page runs what carries its nonce and nothing else, and stands in no frame', async () => {
  const portal = await testPortal({ env: { ...withEveryPage, limitFactor: 100 } })
  const world = await testPeople(portal)
  const owner = await world.browserOf('owner')
  const addresses = [...(await pageAddresses(portal.db)), '/bestaat-niet', '/zoeken?q=energie', '/mijn']
  const nonces = new Set<string>()
  for (const address of addresses) {
    const answer = await (address === '/mijn' ? owner : portal).get(address)
    const html = await answer.text()
    const policy = policyOf(answer)
    const nonce = /^'nonce-([\w+/=]{20,})' 'strict-dynamic'$/.exec(policy['script-src'] ?? '')?.[1] ?? ''
    expect(nonces.has(nonce), address).toBe(false)
    nonces.add(nonce)
    expect(policy, address).toEqual({
      'default-src': "'none'",
      'script-src': `'nonce-${nonce}' 'strict-dynamic'`,
      ...Object.fromEntries(['style', 'img', 'font', 'connect', 'manifest'].map((kind) => [`${kind}-src`, "'self'"])),
      'form-action': "'self'",
      'base-uri': "'none'",
      'frame-ancestors': "'none'",
    })
    const scripts = [...html.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag)
    expect(scripts.length, address).toBeGreaterThan(0)
    for (const tag of scripts) expect(tag, address).toContain(`nonce="${nonce}"`)
    // The policy would silently drop these.
    expect(html, address).not.toMatch(/<[^>]+ (style|on[a-z]+)="|<style\b|href="javascript:/i)
  }
  expect(portal.errors).toEqual([])
})

test('every answer carries what keeps it safe: pages, refusals, files and answers for machines', async () => {
  const portal = await testPortal()
  const refused = { method: 'POST', headers: { 'Sec-Fetch-Site': 'cross-site' } }
  const answers = {
    page: await portal.get('/'),
    'no page': await portal.get('/bestaat-niet'),
    'sent to sign in': await portal.get('/mijn'),
    form: await portal.get('/inloggen'),
    'from another site': await portal.get('/inloggen', refused),
    'wrong method': await portal.get('/', { method: 'DELETE' }),
    download: await portal.get('/organisaties.csv'),
    machine: await portal.get('/healthz'),
    api: await portal.get('/api/v1/themes'),
    'no api': await portal.get('/api/v1/nope'),
    file: await portal.get('/favicon.svg'),
    'no file': await portal.get('/assets/nope.js'),
  }
  for (const [name, { headers }] of Object.entries(answers)) {
    expect(Object.fromEntries(headers), name).toMatchObject({
      'content-security-policy': expect.stringMatching(/^default-src 'none';(?!.*unsafe).*frame-ancestors 'none'/),
      'x-frame-options': 'DENY',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=()',
      'cross-origin-opener-policy': 'same-origin',
    })
    expect(headers.has('x-powered-by'), name).toBe(false)
    expect(headers.has('strict-transport-security'), name).toBe(false)
  }
})

test('a portal that is reached by https says so to the browser, for a year', async () => {
  const portal = await testPortal({ mode: 'production', env: production })
  for (const path of ['/', '/bestaat-niet', '/api/v1/themes']) {
    const answer = await portal.get(path)
    expect(answer.headers.get('strict-transport-security'), path).toBe('max-age=31536000; includeSubDomains')
    expect(policyOf(answer)).toHaveProperty('upgrade-insecure-requests')
  }
})

test.each([
  ['by https', production, '__Host-sessie', ['HttpOnly', 'Path=/', 'SameSite=Lax', 'Secure']],
  ['on this machine', {}, 'sessie', ['HttpOnly', 'Path=/', 'SameSite=Lax']],
] as const)('the cookie of a session, %s', async (_name, env, name, wanted) => {
  const portal = await testPortal({ env })
  const { example } = await testPeople(portal)
  const answer = await new Browser(portal).post('/inloggen/voorbeeld', { account: example })
  const [cookie = '', ...others] = answer.headers.getSetCookie()
  expect(others).toEqual([])
  const [pair = '', ...attributes] = cookie.split('; ')
  expect(pair).toMatch(new RegExp(`^${name}=[a-z0-9]{40}$`))
  // No Domain: that would give it to the neighbours, and a __Host- cookie may have none.
  expect(attributes.filter((one) => !/^(Max-Age|Expires)=/.test(one)).sort()).toEqual([...wanted])
})

test('what somebody who is signed in sees is kept by nobody', async () => {
  const portal = await testPortal()
  const owner = await (await testPeople(portal)).browserOf('owner')
  for (const path of ['/', '/mijn', '/bestaat-niet']) {
    const { headers } = await owner.get(path)
    expect(headers.get('cache-control'), path).toBe('private, no-store')
  }
})

test('behind a proxy that reaches the portal by a name of its own, forms work; those of other sites do not', async () => {
  const portal = await testPortal({ env: production })
  const send = (headers: Record<string, string>) =>
    portal.get('/inloggen', {
      method: 'POST',
      headers,
      body: new URLSearchParams({ email: 'kim@voorbeeld.nl', password: 'een fout wachtwoord' }),
    })
  const own = { origin: production.origin }
  expect((await send(own)).status).toBe(400)
  expect((await send({ ...own, 'sec-fetch-site': 'same-origin' })).status).toBe(400)
  for (const origin of [portal.url, 'https://evil.example', 'null']) expect((await send({ origin })).status).toBe(403)
  expect(portal.errors).toEqual([])
})
