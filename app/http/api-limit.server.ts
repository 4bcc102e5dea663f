import { Problem } from './problem.server.ts'
import { type Asker, rates, tooOftenFrom } from './rate.server.ts'

const words = { matches: 'matches', search: 'searches', suggestions: 'suggestions' } as const

/**
 * Counts what a machine asks: each takes a processor for a while, and everybody's pages need it too. How many matches are answered at
 * the same time is the matcher's own affair.
 * @returns null when it may go on; a 429 for who asks too often, which says when to come back
 */
export async function refusalFor(asker: Asker, rate: keyof typeof words): Promise<Problem | null> {
  const seconds = await tooOftenFrom(asker, rate)
  if (seconds === null) return null
  const { points, duration } = rates[rate]
  const most = points * asker.env.limitFactor
  return new Problem(429, `At most ${most} ${words[rate]} a minute; try again in ${seconds} s.`, undefined, {
    'Retry-After': String(seconds),
    'RateLimit-Policy': `"${rate}";q=${most};w=${duration}`,
    RateLimit: `"${rate}";r=0;t=${seconds}`,
  })
}

/** @throws Problem as `refusalFor` gives */
export async function limitAsked(asker: Asker, rate: keyof typeof words): Promise<void> {
  const refusal = await refusalFor(asker, rate)
  if (refusal) throw refusal
}

/** A 503 that says after how many seconds it is worth another try. */
export function unavailable(detail: string, seconds: number): Problem {
  return new Problem(503, detail, undefined, { 'Retry-After': String(seconds) })
}
