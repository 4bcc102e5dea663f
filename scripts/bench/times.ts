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
  const round = (value: number) => Math.round(value * 10) / 10
  return { first: round(times.first), p50: round(times.p50), p95: round(times.p95) }
}
