import { setTimeout as sleep } from 'node:timers/promises'
import { hash, verify } from '@node-rs/argon2'
import type { ZxcvbnFactory } from '@zxcvbn-ts/core'
import pLimit from 'p-limit'

/** Argon2id (the library's own choice) with 19 MiB, two passes and one thread: OWASP's Password Storage Cheat Sheet, second set. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Hashing runs beside the main thread; one at a time leaves the other cores to everybody's pages. */
const turn = pLimit(1)
const restMs = 40
/** At some 80 ms each, whoever comes when so many wait would wait a quarter of a minute. */
const mostWaiting = 200

export const shortestPassword = 12
/** Longer ones are no safer, and would be hashed at everybody's cost. */
export const longestPassword = 200

/** In how many seconds it is worth another try when too many wait. */
export const busyFor = 10

/** @returns null when too many wait */
async function inTurn<Result>(work: () => Promise<Result>): Promise<Result | null> {
  if (turn.pendingCount >= mostWaiting) return null
  return turn(async () => {
    const result = await work()
    // While others wait, the pages get a turn too: without this a burst of sign-ins made them take more than twice as long.
    if (turn.pendingCount > 0) await sleep(restMs)
    return result
  })
}

/** What is kept of a password; null when too many wait. */
export function hashPassword(password: string): Promise<string | null> {
  return inTurn(() => hash(password.normalize('NFC'), cost))
}

/** The hash of nothing anybody knows: to check against when there is none, so that this takes as long as when there is one. */
let nobody: Promise<string> | undefined

/**
 * Whether a password is the one that was hashed; where there is no hash, never, after as long a time.
 * @returns null when too many wait
 */
export async function checkPassword(kept: string | null | undefined, password: string): Promise<boolean | null> {
  nobody ??= hash(crypto.randomUUID(), cost)
  const against = kept ?? (await nobody)
  const right = await inTurn(() => verify(against, password.slice(0, longestPassword).normalize('NFC')))
  return right === null ? null : right && kept != null
}

/** Its lists are 20 MB of memory: they come when somebody first chooses a password. */
async function loadStrength(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory }, { adjacencyGraphs, dictionary }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ])
  return new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs, useLevenshteinDistance: true })
}

let strength: Promise<ZxcvbnFactory> | undefined

/**
 * What is wrong with a password somebody chooses; null when nothing is. It is guessed as an attacker would: by common passwords,
 * rows of keys, dates, and what is known of the person (zxcvbn; 3 of 4 and higher holds against 10^8 guesses).
 * @param known the person's name and address, and the like
 */
export async function weakness(password: string, known: string[]): Promise<'short' | 'long' | 'common' | null> {
  if ([...password].length < shortestPassword) return 'short'
  if (password.length > longestPassword) return 'long'
  strength ??= loadStrength()
  const own = known.flatMap((value) => [value, ...value.split(/[^\p{L}\p{N}]+/u)]).filter((word) => word.length > 2)
  return (await strength).check(password, [...own, 'schakel']).score < 3 ? 'common' : null
}
