/** Times of one thing, in milliseconds. */
export interface Times {
  first: number
  p50: number
  p95: number
}

function quantile(sorted: number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

export function timesOf(first: number, rest: number[]): Times {
  const sorted = rest.toSorted((a, b) => a - b)
  return { first, p50: quantile(sorted, 0.5), p95: quantile(sorted, 0.95) }
}

/** Rounded for reading. */
export function rounded(times: Times): Times {
  return { first: round(times.first), p50: round(times.p50), p95: round(times.p95) }
}

export function round(value: number, digits = 1): number {
  return Math.round(value * 10 ** digits) / 10 ** digits
}

export async function timed(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await run()
  return performance.now() - start
}

/** How many ask at the same time. */
export const crowds = [1, 10, 50]

/**
 * Lets a number of clients ask, each its next question when it has the answer to the one before, until all questions are answered.
 * @returns how long each took its client, in milliseconds
 */
export async function measured(clients: number, questions: (() => Promise<unknown>)[]): Promise<number[]> {
  const times: number[] = []
  const left = questions.values()
  const client = async () => {
    for (const question of left) times.push(await timed(question))
  }
  await Promise.all(Array.from({ length: clients }, client))
  return times
}

/** What one thing takes against another, at each number of clients. */
export interface Compared {
  clients: number
  'bare p50': number
  'bare p95': number
  p50: number
  p95: number
  'p50 ratio': number
  'p95 ratio': number
}

export function compared(clients: number, bare: number[], own: number[]): Compared {
  const [one, other] = [timesOf(0, bare), timesOf(0, own)]
  return {
    clients,
    'bare p50': round(one.p50),
    'bare p95': round(one.p95),
    p50: round(other.p50),
    p95: round(other.p95),
    'p50 ratio': round(other.p50 / one.p50, 2),
    'p95 ratio': round(other.p95 / one.p95, 2),
  }
}
