import { expect, test } from 'vitest'
import { readEnv } from '#app/env.server.ts'
import { write } from '#db/write.ts'
import { addPerson } from '../support/people.ts'
import { asOwnerOf, atIssuer, Browser, begin, outcome, portalWithIssuer } from '../support/single-sign-on.ts'

const origin = 'https://schakel.example.nl'
const production = { ...readEnv({}), mode: 'production', origin, secure: true, port: 0 } as const

/** Somebody with a role who signs in at the issuer of a production portal. The browsers of these tests use no https. */
async function staff({ totp = false, acr }: { totp?: boolean; acr?: string } = {}) {
  const world = await portalWithIssuer({
    mode: 'production',
    env: { ...production, secure: false, origin: undefined },
  })
  const { portal, issuer } = world
  if (acr) Object.assign(issuer.settings, { acr })
  const person = await addPerson(portal, { role: 'business_developer', romId: 'nom', password: null })
  const at = portal.now().toISOString()
  if (totp) {
    await portal.db.updateTable('account').set({ totp_confirmed_at: at }).where('id', '=', person.id).execute()
  }
  asOwnerOf(issuer, person)
  const browser = new Browser(portal)
  const come = async (claims: Record<string, unknown>) => {
    Object.assign(issuer.control.claims, claims)
    const { address } = await begin(browser, { naar: '/werk' })
    return browser.get(await atIssuer(address))
  }
  return { ...world, person, browser, come }
}

/** Where somebody is led who asks for the page of their work; the status when they are let in. */
const work = async (browser: Browser) => {
  const answer = await browser.get('/werk')
  return answer.status === 200 ? 'in' : new URL(answer.headers.get('location') ?? '', origin).pathname
}

test.each([
  ['two factors there', { amr: ['pwd', 'mfa'] }, false, '/werk', 'in'],
  ['two factors there, and a code of ours', { amr: ['mfa'] }, true, '/werk', 'in'],
  ['one factor there', { amr: ['pwd'] }, false, '/werk', '/mijn/account/tweestaps'],
  ['one factor there, and a code of ours', { amr: ['pwd'] }, true, '/inloggen/code', '/inloggen'],
  ['nothing said of it', {}, false, '/werk', '/mijn/account/tweestaps'],
  ['nothing said of it, and a code of ours', {}, true, '/inloggen/code', '/inloggen'],
  ['a text that only holds the word', { amr: 'mfa' }, false, '/werk', '/mijn/account/tweestaps'],
  ['a level nobody told us of', { acr: 'mfa', acrs: ['c1'] }, false, '/werk', '/mijn/account/tweestaps'],
] as const)('staff with %s', async (_name, claims, totp, next, atWork) => {
  const { browser, come } = await staff({ totp })
  expect(outcome(await come(claims))).toBe(next)
  expect(await work(browser)).toBe(atWork)
})

test.each([
  ['acr', { acr: 'c1' }, 'in'],
  ['acrs', { acrs: ['c0', 'c1'] }, 'in'],
  ['neither', { acr: 'c2', acrs: ['c10'] }, '/mijn/account/tweestaps'],
])('what the portal is told to look for counts as two factors: %s', async (_name, claims, atWork) => {
  const { browser, come, issuer } = await staff({ acr: 'c1' })
  await come(claims)
  expect(await work(browser)).toBe(atWork)
  const asked = issuer.control.sent[0]
  expect(asked?.get('acr_values')).toBe('c1')
  expect(JSON.parse(asked?.get('claims') ?? '')).toEqual({ id_token: { acrs: { essential: true, value: 'c1' } } })
})

test('that two factors were given belongs to the session: it goes along with another id, and to no other session', async () => {
  const { portal, person, browser, come, pass } = await staff()
  await come({ amr: ['mfa'] })
  const before = browser.session
  pass(1000)
  const at = portal.now().toISOString()
  await write(portal.db, { id: 'system' }, portal.now(), (trx) =>
    trx.updateTable('account').set({ rights_changed_at: at }).where('id', '=', person.id).execute(),
  )
  expect(await work(browser)).toBe('in')
  expect(browser.session).not.toBe(before)
  browser.cookies.clear()
  await come({ amr: ['pwd'] })
  expect(await work(browser)).toBe('/mijn/account/tweestaps')
  const entries = await portal.db
    .selectFrom('audit_entry')
    .select('after')
    .where('noun', '=', 'session')
    .where('action', '=', 'insert')
    .where('actor_id', '=', person.id)
    .orderBy('id')
    .execute()
  expect(entries.map(({ after }) => JSON.parse(after ?? '').issuer_factor)).toEqual([1, 0])
})
