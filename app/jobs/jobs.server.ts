import { setTimeout } from 'node:timers/promises'
import type { App } from '../context.server.ts'

/** How a job went, for whoever looks after the portal. */
export interface JobState {
  name: string
  everySeconds: number
  /** When it last began; null when it has not yet. */
  lastRun: string | null
  /** Of its last run, in milliseconds. */
  took: number | null
  /** What went wrong in its last run; null when nothing did. */
  error: string | null
}

/** The work that is done beside the pages, again and again. A job waits for its own last run, never for the others. */
export class Jobs {
  readonly #states: JobState[] = []
  readonly #stopping = new AbortController()
  readonly #running: Promise<void>[] = []
  readonly #app: Pick<App, 'now' | 'log'>

  constructor(app: Pick<App, 'now' | 'log'>) {
    this.#app = app
  }

  /** Each job with how it went last, as it was started. */
  list(): JobState[] {
    return this.#states.map((state) => ({ ...state }))
  }

  /**
   * Does something now, and so many seconds after each time it was done. What it throws is kept and logged; it is tried again.
   * @param work gets a signal that says when the portal stops
   */
  every(everySeconds: number, name: string, work: (signal: AbortSignal) => Promise<unknown>): void {
    const state: JobState = { name, everySeconds, lastRun: null, took: null, error: null }
    this.#states.push(state)
    this.#running.push(this.#repeat(state, work))
  }

  /** Begins nothing more. @returns when what was being done is done */
  async stop(): Promise<void> {
    this.#stopping.abort()
    await Promise.all(this.#running)
  }

  async #repeat(state: JobState, work: (signal: AbortSignal) => Promise<unknown>): Promise<void> {
    const { signal } = this.#stopping
    while (!signal.aborted) {
      const started = performance.now()
      state.lastRun = this.#app.now().toISOString()
      try {
        await work(signal)
        state.error = null
      } catch (error) {
        state.error = error instanceof Error ? error.message : String(error)
        this.#app.log.error({ err: error, job: state.name }, 'a job failed')
      }
      state.took = Math.round(performance.now() - started)
      // Ends early, by an error, when the portal stops.
      await setTimeout(state.everySeconds * 1000, undefined, { signal }).catch(() => undefined)
    }
  }
}
