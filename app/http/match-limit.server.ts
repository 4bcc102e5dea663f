import { Problem } from './problem.server.ts'
import { clientOf, rates, tooOften } from './rate.server.ts'

/**
 * Counts a question for matches: each takes a processor for a while, and everybody's pages need it too. How many are answered at the
 * same time is the matcher's own affair.
 * @param matcher that is asked
 * @param address of the client, or null for the portal itself, which keeps to no rate
 * @throws Problem 429 for who asks too often; it says when to come back
 */
export async function countMatch(matcher: object, address: string | null): Promise<void> {
  if (address === null) return
  const seconds = await tooOften(matcher, 'matches', clientOf(address))
  if (seconds === null) return
  const perMinute = rates.matches.points
  throw new Problem(429, `At most ${perMinute} matches a minute; try again in ${seconds} s.`, undefined, {
    'Retry-After': String(seconds),
    'RateLimit-Policy': `"matches";q=${perMinute};w=60`,
    RateLimit: `"matches";r=0;t=${seconds}`,
  })
}

/** A 503 that says after how many seconds it is worth another try. */
export function unavailable(detail: string, seconds: number): Problem {
  return new Problem(503, detail, undefined, { 'Retry-After': String(seconds) })
}
