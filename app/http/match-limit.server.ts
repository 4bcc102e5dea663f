import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { Problem } from './problem.server.ts'

const perMinute = 60
const atOnce = 4
const mostWaiting = 20

interface Gate {
  rate: RateLimiterMemory
  running: number
  waiting: (() => void)[]
}

/** By matcher: a process has one, a test makes more. */
const gates = new WeakMap<object, Gate>()

/**
 * What `work` gives, done when it is its turn: a match takes a processor for a while, and everybody's pages need it too.
 * @param matcher what does the work
 * @param address of the client, or null for the portal itself, which keeps to no rate
 * @throws Problem 429 for who asks too often, 503 when too many wait; both say when to come back
 */
export async function inTurn<Result>(
  matcher: object,
  address: string | null,
  work: () => Promise<Result>,
): Promise<Result> {
  const gate = gates.get(matcher) ?? {
    rate: new RateLimiterMemory({ points: perMinute, duration: 60 }),
    running: 0,
    waiting: [],
  }
  gates.set(matcher, gate)
  if (address !== null) await countOne(gate, address)
  if (gate.running < atOnce) gate.running++
  else if (gate.waiting.length < mostWaiting) await new Promise<void>((resolve) => gate.waiting.push(resolve))
  else throw unavailable('Too many matches are asked for at this moment.', 5)
  try {
    return await work()
  } finally {
    // The next one takes over the place, so that nobody who comes just now slips in between.
    const next = gate.waiting.shift()
    if (next) next()
    else gate.running--
  }
}

/** A 503 that says after how many seconds it is worth another try. */
export function unavailable(detail: string, seconds: number): Problem {
  return new Problem(503, detail, undefined, { 'Retry-After': String(seconds) })
}

async function countOne({ rate }: Gate, address: string): Promise<void> {
  try {
    await rate.consume(clientOf(address))
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal
    const seconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000))
    throw new Problem(429, `At most ${perMinute} matches a minute; try again in ${seconds} s.`, undefined, {
      'Retry-After': String(seconds),
      'RateLimit-Policy': `"matches";q=${perMinute};w=60`,
      RateLimit: `"matches";r=0;t=${seconds}`,
    })
  }
}

/** Who asks: an IPv4 address, or the network of an IPv6 address, of which one client has as many as it likes. */
function clientOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
  if (!plain.includes(':')) return plain
  const [head = '', tail = ''] = plain.split('::')
  const [left, right] = [head, tail].map((part) => part.split(':').filter(Boolean)) as [string[], string[]]
  const zeros = plain.includes('::') ? Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0') : []
  return [...left, ...zeros, ...right].slice(0, 4).join(':')
}
