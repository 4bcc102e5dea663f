/** Lets a few pieces of work run at the same time; the others wait, and get their turn in the order in which they came. */
export class Turns {
  readonly #atOnce: number
  readonly #mostWaiting: number
  readonly #waiting: (() => void)[] = []
  #running = 0

  constructor(atOnce: number, mostWaiting: number) {
    this.#atOnce = atOnce
    this.#mostWaiting = mostWaiting
  }

  /** What `work` gives, done when it is its turn; null at once, with nothing done, when as many wait as may. */
  async take<Result>(work: () => Promise<Result>): Promise<Result | null> {
    if (this.#running < this.#atOnce) this.#running++
    else if (this.#waiting.length < this.#mostWaiting) {
      await new Promise<void>((resolve) => this.#waiting.push(resolve))
    } else return null
    try {
      return await work()
    } finally {
      // The next one takes over the place, so that nobody who comes just now slips in between.
      const next = this.#waiting.shift()
      if (next) next()
      else this.#running--
    }
  }
}
