import { sql } from 'kysely'
import { BoundedMap } from './bounded-map.ts'
import type { Db } from './client.ts'

const most = 200

const kept = new WeakMap<Db, { state: string; values: Map<string, unknown> }>()

/**
 * What `make` gives, made again only when something was written that can be found by search, or the day has changed: counts over a
 * hundred thousand rows take a while, and every page shows some.
 * @param key of what is made, with all that it depends on beside the rows
 * @returns a value that others get too: it is not to be changed
 */
export async function untilChange<Value>(db: Db, key: string, make: () => Promise<Value>): Promise<Value> {
  const state = await stateOf(db)
  let own = kept.get(db)
  if (own?.state !== state) {
    own = { state, values: new BoundedMap(most) }
    kept.set(db, own)
  }
  if (own.values.has(key)) return own.values.get(key) as Value
  const value = await make()
  own.values.set(key, value)
  return value
}

/** Another text means that the day has changed, or something that can be found: every write to that takes a number of the outbox. */
export const dayAndWrites = sql.raw(`date('now') || ' ' ||
  coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'search_outbox'), '')`)

async function stateOf(db: Db): Promise<string> {
  const { rows } = await sql<{ state: string }>`SELECT ${dayAndWrites} AS state`.execute(db)
  return rows[0]?.state ?? ''
}
