import { expect, test } from 'vitest'
import { Turns } from './turns.ts'

test('four at a time, twenty wait, the rest is told so at once; what goes wrong takes no place', async () => {
  const turns = new Turns(4, 20)
  let running = 0
  let most = 0
  const begun: number[] = []
  const finish: (() => void)[] = []
  const work = (n: number) => async () => {
    begun.push(n)
    most = Math.max(most, ++running)
    await new Promise<void>((resolve) => finish.push(resolve))
    running--
    if (n === 7) throw new Error('this one went wrong')
    return n
  }
  const asked = Promise.allSettled(Array.from({ length: 24 }, (_, n) => turns.take(work(n))))
  expect(await turns.take(work(24))).toBeNull()
  for (let done = 0; done < 24; done++) {
    while (finish.length <= done) await new Promise((resolve) => setImmediate(resolve))
    finish[done]?.()
  }
  const outcomes = await asked
  expect(outcomes.flatMap((one, n) => (one.status === 'rejected' ? [n] : []))).toEqual([7])
  expect(begun).toEqual(Array.from({ length: 24 }, (_, n) => n))
  expect(most).toBe(4)
  expect(running).toBe(0)
  expect(await turns.take(async () => 'next')).toBe('next')
})
