import { expect, test } from 'vitest'
import { addPerson } from '../support/people.ts'
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

const minute = 60_000
const seconds = (date: Date) => Math.floor(date.getTime() / 1000)

async function withPerson() {
  const world = await portalWithIssuer()
  const person = await addPerson(world.portal)
  asOwnerOf(world.issuer, person)
  return { ...world, person, browser: new Browser(world.portal) }
}
type World = Awaited<ReturnType<typeof withPerson>>

const unsigned = (token: string) =>
  [Buffer.from('{"alg":"none"}').toString('base64url'), token.split('.')[1], ''].join('.')
const changed = (token: string) => {
  const [head, , signature] = token.split('.')
  return [head, Buffer.from('{"sub":"x"}').toString('base64url'), signature].join('.')
}

test.each<[string, (world: World) => void]>([
  ['for another attempt', ({ issuer }) => Object.assign(issuer.control.claims, { nonce: 'another' })],
  ['without a nonce', ({ issuer }) => Object.assign(issuer.control.claims, { nonce: undefined })],
  ['of another issuer', ({ issuer }) => Object.assign(issuer.control.claims, { iss: 'https://evil.example' })],
  ['for another portal', ({ issuer }) => Object.assign(issuer.control.claims, { aud: 'another' })],
  ['without whose it is', ({ issuer }) => Object.assign(issuer.control.claims, { sub: undefined })],
  [
    'that has expired',
    ({ issuer, portal }) => Object.assign(issuer.control.claims, { exp: seconds(portal.now()) - 120 }),
  ],
  [
    'of later than now',
    ({ issuer, portal }) => Object.assign(issuer.control.claims, { nbf: seconds(portal.now()) + 600 }),
  ],
  ['signed with another key', ({ issuer }) => Object.assign(issuer.control, { otherKey: true })],
  ['that is not signed', ({ issuer }) => Object.assign(issuer.control, { token: unsigned })],
  ['that was changed', ({ issuer }) => Object.assign(issuer.control, { token: changed })],
  ['that is none', ({ issuer }) => Object.assign(issuer.control, { token: () => 'x' })],
  [
    'for which the portal has the wrong secret',
    ({ issuer }) => Object.assign(issuer.settings, { clientSecret: 'other' }),
  ],
])('a token %s signs nobody in', async (_name, spoil) => {
  const world = await withPerson()
  const { portal, browser } = world
  const { address } = await begin(browser, { naar: '/mijn/account' })
  spoil(world)
  const answer = await browser.get(await atIssuer(address))
  expect(answer.status).toBe(303)
  expect(answer.headers.get('location')).toBe(`${page}?fout=mislukt&naar=%2Fmijn%2Faccount`)
  expect(browser.session).toBeUndefined()
  expect(browser.cookies.has('organisatie')).toBe(false)
  expect(await portal.db.selectFrom('account_identity').selectAll().execute()).toEqual([])
  expect(await portal.db.selectFrom('session').selectAll().execute()).toEqual([])
  expect(portal.errors).toEqual([])
  expect(portal.lines.join('\n')).not.toContain('subject of')
  const shown = await browser.get(answer.headers.get('location') ?? '')
  expect(await shown.text()).toContain('Inloggen met Microsoft is niet gelukt')
})

/** What is done to the browser, or to the address that it comes back at. */
type Spoil = (world: World, back: string) => unknown

test.each<[string, Spoil]>([
  ['in a browser that began nothing', ({ browser }) => browser.cookies.clear()],
  ['with a cookie that is not ours', ({ browser }) => browser.cookies.set('organisatie', 'ImFiYyI=')],
  ['with a cookie that cannot be read', ({ browser }) => browser.cookies.set('organisatie', '%E0%A4')],
  ['with the state of another attempt', (_world, back) => back.replace(/state=[\w-]+/, 'state=another')],
  ['without a state', (_world, back) => back.replace(/state=[\w-]+&?/, '')],
  ['without anything', (_world, back) => back.split('?')[0]],
  ['with a made-up code', (_world, back) => back.replace(/code=[\w-]+/, 'code=made-up')],
  ['after ten minutes', ({ pass }) => pass(10 * minute + 1)],
  [
    'with what the issuer gave somebody else',
    async ({ portal }, back) => {
      // As when somebody is lured into the account of whoever made the link.
      const theirs = new URL(await atIssuer((await begin(new Browser(portal))).address), portal.url)
      return back.replace(/code=[\w-]+/, `code=${theirs.searchParams.get('code')}`)
    },
  ],
])('coming back %s signs nobody in', async (_name, spoil) => {
  const world = await withPerson()
  const back = await atIssuer((await begin(world.browser)).address)
  const other = await spoil(world, back)
  const answer = await world.browser.get(typeof other === 'string' ? other : back)
  expect(outcome(answer)).toBe('mislukt')
  expect(world.browser.session).toBeUndefined()
  expect(world.portal.errors).toEqual([])
})

test('what signed somebody in does not do so again, with the same cookie neither', async () => {
  const { portal, issuer, browser } = await withPerson()
  const back = await atIssuer((await begin(browser)).address)
  const thief = new Browser(portal)
  thief.cookies.set('organisatie', browser.cookies.get('organisatie') ?? '')
  expect(outcome(await browser.get(back))).toBe('/mijn')
  const tokens = issuer.control.asked.filter((path) => path === '/token').length
  expect(outcome(await browser.get(back))).toBe('mislukt')
  expect(outcome(await thief.get(back))).toBe('mislukt')
  expect(thief.session).toBeUndefined()
  expect(issuer.control.asked.filter((path) => path === '/token')).toHaveLength(tokens)
  // Who is in stays in.
  expect((await browser.get('/mijn')).status).toBe(200)
})

test('who presses cancel is told that they did not sign in, in their own language', async () => {
  const { portal, issuer, browser } = await withPerson()
  issuer.control.who = null
  const answer = await signInElsewhere(browser, '/mijn/account')
  expect(answer.headers.get('location')).toBe(`${page}?fout=afgebroken&naar=%2Fmijn%2Faccount`)
  const html = await (await browser.get(answer.headers.get('location') ?? '')).text()
  expect(html).toContain('Je hebt niet ingelogd')
  expect(html).toContain('href="/inloggen?naar=%2Fmijn%2Faccount"')
  expect(await (await browser.get(`${page}?fout=afgebroken&taal=en`)).text()).toContain('You did not sign in')
  expect(portal.lines.filter((line) => line.includes('single sign-on'))).toEqual([])
})

test.each([
  ['/.well-known/openid-configuration', 'refuse'],
  ['/.well-known/openid-configuration', 'error'],
  ['/.well-known/openid-configuration', 'hang'],
  ['/token', 'refuse'],
  ['/token', 'error'],
  ['/token', 'hang'],
  ['/keys', 'error'],
] as const)('an issuer whose %s fails (%s) is told of, and works once it is back', async (path, fault) => {
  const { portal, issuer, browser } = await withPerson()
  issuer.control.fault[path] = fault
  const began = performance.now()
  const { answer, address } = await begin(browser)
  const told = address ? await browser.get(await atIssuer(address)) : answer
  expect(performance.now() - began).toBeLessThan(8000)
  expect(outcome(told)).toBe('weg')
  const html = await (await browser.get(told.headers.get('location') ?? '')).text()
  expect(html).toContain('Microsoft is niet bereikbaar')
  expect(html).toContain('Log in met je wachtwoord')
  expect(portal.errors).toEqual([])
  issuer.control.fault[path] = undefined
  expect(outcome(await signInElsewhere(browser))).toBe('/mijn')
})

test.each([
  'https://evil.example/',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  'javascript:alert(1)',
  `/mijn?${'x'.repeat(1500)}`,
])('a way back to %s leads home', async (naar) => {
  const { browser, portal } = await withPerson()
  expect((await signInElsewhere(browser, naar)).headers.get('location')).toBe('/mijn')
  const stranger = new Browser(portal)
  const html = await (await stranger.get(`${page}?${new URLSearchParams({ naar })}`)).text()
  const [, kept = ''] = /name="naar" value="([^"]*)"/.exec(html) ?? []
  expect(kept).toBe(naar.startsWith('/mijn') ? naar : '')
})
