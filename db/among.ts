import { type RawBuilder, sql } from 'kysely'

/** The right side of an "in" for any number of values: SQLite takes 32,766 by themselves, and a download has all there is. */
export function among(values: string[]): RawBuilder<string> {
  return sql<string>`(SELECT value FROM json_each(${JSON.stringify(values)}))`
}
