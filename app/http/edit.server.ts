import { data as answer } from '@remix-run/node'
import { type FormFaults, type Refusal, refused } from './form.server.ts'

/** What somebody else saved since a form was opened. */
export interface Newer {
  /** What stands in the fields now, by their names. */
  fields: Record<string, string>
  /** What the form carries from now on: with it, what is sent is saved over that. */
  version: string
  /** Who saved it; null when that is not known. */
  by: string | null
  /** When, for the reader. */
  at: string
}

/**
 * The answer of an action that changes what others may change too: what is wrong with the form, and what was saved meanwhile. The page
 * shows the latter by `NewerNote`, and carries its version by `VersionField`.
 */
export function editAnswer({ faults, status, headers }: Refusal, newer: Newer | null = null) {
  return answer({ faults, newer }, { status, headers })
}

/** A form that is not taken, since somebody else saved meanwhile. */
export function overtaken(typed: FormFaults['values']): Refusal {
  return refused('', 'newer', typed, 409)
}
