import { afterEach, expect, vi } from 'vitest'

/** An error that somebody only printed is an error: the test in which it happens fails. */
const printed = vi.spyOn(console, 'error')

afterEach(() => {
  const calls = printed.mock.calls.map((call) => call.join(' '))
  printed.mockClear()
  expect(calls, 'console.error was called').toEqual([])
})
