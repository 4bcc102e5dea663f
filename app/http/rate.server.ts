import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

/** How often something may be tried: so many times in so many seconds. */
export const rates = {
  /** By one address of the network: an office with one address has many people. */
  signInFrom: { points: 50, duration: 300 },
  /** To one account, from wherever: slow enough to make guessing hopeless. */
  signInTo: { points: 10, duration: 900 },
  /** One sign-in elsewhere comes back once, as long as its cookie holds. */
  comesBack: { points: 1, duration: 600 },
  /** Mail to one address that is asked for without being signed in. */
  mailTo: { points: 3, duration: 3600 },
  mailFrom: { points: 30, duration: 3600 },
  /** Codes of one account. */
  code: { points: 8, duration: 900 },
  /** Whatever one person writes. */
  write: { points: 120, duration: 60 },
  /** By one address of the network, on the pages and through the API together. */
  matches: { points: 60, duration: 60 },
  search: { points: 240, duration: 60 },
  /** These come with every letter that is typed. */
  suggestions: { points: 600, duration: 60 },
  /** Forms that are kept for somebody who has yet to sign in, by one address of the network. */
  keep: { points: 60, duration: 3600 },
  /** Asking to manage an organisation: each time others get mail. */
  claim: { points: 20, duration: 86_400 },
  /** Colleagues that one person invites, and invitations to one address, by whomever. */
  invite: { points: 20, duration: 86_400 },
  inviteTo: { points: 5, duration: 86_400 },
  /** Addresses that one person has asked whether they are a team's. */
  inbox: { points: 10, duration: 86_400 },
  /** Questions to a ROM without an account: from one address of the network, and that mail one address. */
  askFrom: { points: 20, duration: 3600 },
  askTo: { points: 5, duration: 86_400 },
  /** What is added to one question by its asker. */
  askWrite: { points: 20, duration: 86_400 },
  /** Where one member's organisations would join. */
  interest: { points: 20, duration: 86_400 },
} as const

export type Rate = keyof typeof rates

/** By portal: a process has one, a test makes more. */
const counters = new WeakMap<object, Map<Rate, RateLimiterMemory>>()

/**
 * Counts a try.
 * @param portal whose counter it is, by anything that is its own
 * @param by whom or what it is counted for
 * @param factor how many times more than usual is allowed
 * @returns null when it may go on, else in how many seconds it is worth another try
 */
export async function tooOften(portal: object, rate: Rate, by: string, factor = 1): Promise<number | null> {
  const own = counters.get(portal) ?? new Map<Rate, RateLimiterMemory>()
  counters.set(portal, own)
  const { points, duration } = rates[rate]
  const counter = own.get(rate) ?? new RateLimiterMemory({ points: points * factor, duration })
  own.set(rate, counter)
  try {
    await counter.consume(by)
    return null
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal
    return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000))
  }
}

/** Who asks, and of which portal. */
export interface Asker {
  db: object
  /** Of the client; null for the portal itself, which keeps to no rate. */
  address: string | null
  env: { limitFactor: number }
}

/** Counts a request by the network it comes from. @returns as `tooOften` */
export async function tooOftenFrom({ db, address, env }: Asker, rate: Rate): Promise<number | null> {
  return address === null ? null : tooOften(db, rate, clientOf(address), env.limitFactor)
}

/**
 * Counts a request for a page by the network it comes from.
 * @throws a 429 that says when to come back; the error page of the site shows it
 */
export async function limitFrom(asker: Asker, rate: Rate): Promise<void> {
  const wait = await tooOftenFrom(asker, rate)
  if (wait !== null) throw askedTooOften(wait)
}

/** A 429 that says after how many seconds it is worth another try. */
export function askedTooOften(seconds: number): Response {
  return new Response('Too many requests', { status: 429, headers: { 'Retry-After': String(seconds) } })
}

/** Who asks: an IPv4 address, or the network of an IPv6 address, of which one client has as many as it likes. */
export function clientOf(address: string | null): string {
  const plain = (address ?? 'none').replace(/^::ffff:(?=\d+\.)/i, '')
  if (!plain.includes(':')) return plain
  const [head = '', tail = ''] = plain.split('::')
  const [left, right] = [head, tail].map((part) => part.split(':').filter(Boolean)) as [string[], string[]]
  const zeros = plain.includes('::') ? Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0') : []
  return [...left, ...zeros, ...right].slice(0, 4).join(':')
}
