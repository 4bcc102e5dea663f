import { expect, test } from 'vitest'
import { limitAsked } from './api-limit.server.ts'
import { Problem } from './problem.server.ts'

async function refusal(asked: Promise<unknown>): Promise<Problem> {
  const error = await asked.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(Problem)
  return error as Problem
}

test('sixty matches a minute for each client; an IPv6 client is its network', async () => {
  const db = {}
  const match = (address: string, portal = db) =>
    limitAsked({ db: portal, address, env: { limitFactor: 1 } }, 'matches')
  for (let n = 0; n < 60; n++) await match('192.0.2.1')
  expect(await refusal(match('::ffff:192.0.2.1'))).toMatchObject({
    status: 429,
    message: expect.stringMatching(/^At most 60 matches a minute; try again in \d+ s\.$/),
    headers: { 'RateLimit-Policy': '"matches";q=60;w=60' },
  })
  await match('192.0.2.2')
  await match('192.0.2.1', {})
  for (let n = 0; n < 60; n++) await match(`2001:db8::${n.toString(16)}`)
  expect((await refusal(match('2001:db8:0:0:ffff::1'))).status).toBe(429)
  await match('2001:db8:0:1::1')
})

test('the factor of the settings allows that many times more, and the portal itself keeps to no rate', async () => {
  const asker = { db: {}, address: '192.0.2.1', env: { limitFactor: 2 } }
  for (let n = 0; n < 120; n++) await limitAsked(asker, 'matches')
  expect((await refusal(limitAsked(asker, 'matches'))).headers['RateLimit-Policy']).toBe('"matches";q=120;w=60')
  for (let n = 0; n < 200; n++) await limitAsked({ ...asker, address: null }, 'matches')
})
