import { hashOf } from '../../auth/keys.server.ts'

/** What a form shows or says, by the names of its fields; of boxes of one name ("themes[]") the ticked ones, with commas. */
export type Fields = Record<string, string>

/**
 * Tells what a form showed when it was opened: another text means that one of its fields was saved differently since. It is of the
 * fields and not of a moment, so that two people who change different forms of one row are never in each other's way.
 */
export function versionOf(fields: Fields): string {
  const entries = Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1))
  return hashOf(JSON.stringify(entries)).slice(0, 20)
}

/** Who saved something else since a form was opened, when, and what stands there now. */
export interface Meanwhile {
  fields: Fields
  version: string
  /** The actor; null when that is not known. */
  by: string | null
  /** The moment. */
  at: string
}

/**
 * Whether a form may be saved. Call it in the transaction that saves.
 * @param opened the version that the form carries
 * @param row what is saved now: its fields, who saved it and when
 * @param typed what is to be saved
 * @returns null when it may; what was saved since, when that is something else than was typed
 */
export function savedMeanwhile(
  opened: string,
  row: { fields: Fields; edited_by: string | null; updated_at: string },
  typed: Fields,
): Meanwhile | null {
  const version = versionOf(row.fields)
  if (opened === version || versionOf(typed) === version) return null
  return { fields: row.fields, version, by: row.edited_by, at: row.updated_at }
}
