import { expect, test } from 'vitest'
import { countMatch } from './match-limit.server.ts'
import { Problem } from './problem.server.ts'

async function refusal(asked: Promise<unknown>): Promise<Problem> {
  const error = await asked.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(Problem)
  return error as Problem
}

test('sixty a minute for each client; an IPv6 client is its network', async () => {
  const matcher = {}
  for (let n = 0; n < 60; n++) await countMatch(matcher, '192.0.2.1')
  expect(await refusal(countMatch(matcher, '::ffff:192.0.2.1'))).toMatchObject({
    status: 429,
    headers: { 'RateLimit-Policy': '"matches";q=60;w=60' },
  })
  await countMatch(matcher, '192.0.2.2')
  await countMatch({}, '192.0.2.1')
  for (let n = 0; n < 60; n++) await countMatch(matcher, `2001:db8::${n.toString(16)}`)
  expect((await refusal(countMatch(matcher, '2001:db8:0:0:ffff::1'))).status).toBe(429)
  await countMatch(matcher, '2001:db8:0:1::1')
})
