import { expect, test } from 'vitest'
import { inTurn } from './match-limit.server.ts'
import { Problem } from './problem.server.ts'

const nothing = async () => {}

async function refusal(asked: Promise<unknown>): Promise<Problem> {
  const error = await asked.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(Problem)
  return error as Problem
}

test('four at a time, twenty wait, the rest is told to come back', async () => {
  const matcher = {}
  let running = 0
  let most = 0
  const finish: (() => void)[] = []
  const work = async () => {
    most = Math.max(most, ++running)
    await new Promise<void>((resolve) => finish.push(resolve))
    running--
    if (finish.length === 7) throw new Error('this one went wrong')
  }
  const asked = Array.from({ length: 24 }, () => inTurn(matcher, null, work))
  const settled = Promise.allSettled(asked)
  const late = await refusal(inTurn(matcher, null, work))
  expect(late).toMatchObject({ status: 503, headers: { 'Retry-After': '5' } })
  for (let done = 0; done < 24; done++) {
    while (finish.length <= done) await new Promise((resolve) => setImmediate(resolve))
    finish[done]?.()
  }
  const outcomes = (await settled).map(({ status }) => status)
  expect(outcomes.filter((status) => status === 'fulfilled').length).toBeGreaterThan(18)
  expect(most).toBe(4)
  expect(running).toBe(0)
  await inTurn(matcher, null, nothing)
})

test('sixty a minute for each client; an IPv6 client is its network', async () => {
  const matcher = {}
  for (let n = 0; n < 60; n++) await inTurn(matcher, '192.0.2.1', nothing)
  expect(await refusal(inTurn(matcher, '::ffff:192.0.2.1', nothing))).toMatchObject({
    status: 429,
    headers: { 'RateLimit-Policy': '"matches";q=60;w=60' },
  })
  await inTurn(matcher, '192.0.2.2', nothing)
  await inTurn({}, '192.0.2.1', nothing)
  for (let n = 0; n < 60; n++) await inTurn(matcher, `2001:db8::${n.toString(16)}`, nothing)
  expect((await refusal(inTurn(matcher, '2001:db8:0:0:ffff::1', nothing))).status).toBe(429)
  await inTurn(matcher, '2001:db8:0:1::1', nothing)
})
