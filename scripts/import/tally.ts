/** What was written is counted per kind of row. */
export const kinds = [
  'organisations',
  'projects',
  'links',
  'initiatives',
  'partners',
  'participations',
  'themes of organisations',
] as const
export type Kind = (typeof kinds)[number]
export type Outcome = 'added' | 'changed' | 'unchanged' | 'removed'

const fewExamples = 3

/** What an import did, and what it left out and why. */
export class Tally {
  readonly counts = new Map<Kind, Record<Outcome, number>>()
  readonly reasons = new Map<string, { count: number; examples: string[] }>()

  count(kind: Kind, outcome: Outcome, times = 1): void {
    const counts = this.of(kind)
    counts[outcome] += times
    this.counts.set(kind, counts)
  }

  of(kind: Kind): Record<Outcome, number> {
    return this.counts.get(kind) ?? { added: 0, changed: 0, unchanged: 0, removed: 0 }
  }

  /** How many rows were added, changed or removed. */
  get written(): number {
    return kinds.reduce((sum, kind) => sum + this.of(kind).added + this.of(kind).changed + this.of(kind).removed, 0)
  }

  /** Something was left out; the first few are named. */
  leaveOut(reason: string, example?: string): void {
    const known = this.reasons.get(reason) ?? { count: 0, examples: [] }
    known.count += 1
    if (example && known.examples.length < fewExamples) known.examples.push(example)
    this.reasons.set(reason, known)
  }

  /** Takes in what a batch did, once it is in the database for good. */
  add(batch: Tally): void {
    for (const [kind, counts] of batch.counts) {
      for (const [outcome, times] of Object.entries(counts)) this.count(kind, outcome as Outcome, times)
    }
  }
}
