import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { Problem } from './problem.server.ts'

const perMinute = 60

/** By matcher: a process has one, a test makes more. */
const rates = new WeakMap<object, RateLimiterMemory>()

/**
 * Counts a question for matches: each takes a processor for a while, and everybody's pages need it too. How many are answered at the
 * same time is the matcher's own affair.
 * @param matcher that is asked
 * @param address of the client, or null for the portal itself, which keeps to no rate
 * @throws Problem 429 for who asks too often; it says when to come back
 */
export async function countMatch(matcher: object, address: string | null): Promise<void> {
  if (address === null) return
  const rate = rates.get(matcher) ?? new RateLimiterMemory({ points: perMinute, duration: 60 })
  rates.set(matcher, rate)
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

/** A 503 that says after how many seconds it is worth another try. */
export function unavailable(detail: string, seconds: number): Problem {
  return new Problem(503, detail, undefined, { 'Retry-After': String(seconds) })
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
