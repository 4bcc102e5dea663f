import { setImmediate } from 'node:timers/promises'

/** Pages are made on the same thread: they get their turn this often. */
const sliceMs = 8

/** A function to call within long work: now and then it lets others go first. */
export function breather(): () => Promise<void> {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < sliceMs) return
    await setImmediate()
    since = performance.now()
  }
}
