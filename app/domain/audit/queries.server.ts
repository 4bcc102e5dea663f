import { type Selectable, type SelectQueryBuilder, sql } from 'kysely'
import { among } from '#db/among.ts'
import type { Db } from '#db/client.ts'
import { contains } from '#db/like.ts'
import type { Database } from '#db/schema.ts'
import type { AuditEntryTable } from '#db/tables/accounts.ts'
import { actorNames } from '../account/names.server.ts'
import { changesOf, referred } from './changes.ts'
import type { AuditEntry } from './types.ts'

export interface AuditFilter {
  /** Of these ROMs, by id; null means of all, and of none. */
  scope: string[] | null
  /** The name of who did it. */
  q: string | null
  /** What this person did, and what was done to them. */
  person: string | null
  noun: string | null
  rom: string | null
  /** From this moment, until before that one. */
  from: string | null
  until: string | null
}

type Query = SelectQueryBuilder<Database & { e: Database['audit_entry'] }, 'e', object>

function filtered(db: Db, filter: AuditFilter): Query {
  let query = db.selectFrom('audit_entry as e') as Query
  if (filter.scope) query = query.where('e.rom_id', 'in', among(filter.scope))
  if (filter.q) {
    const pattern = contains(filter.q)
    query = query.where(sql<boolean>`e.actor_id IN (SELECT id FROM account WHERE name LIKE ${pattern} ESCAPE '\\')`)
  }
  if (filter.person) query = query.where(concerns(filter.person))
  if (filter.noun) query = query.where('e.noun', '=', filter.noun)
  if (filter.rom) query = query.where('e.rom_id', '=', filter.rom)
  if (filter.from) query = query.where('e.at', '>=', filter.from)
  if (filter.until) query = query.where('e.at', '<', filter.until)
  return query
}

/** By the ids of the rows that are about somebody, which an index finds; their values would have to be read one by one. */
function concerns(id: string) {
  return sql<boolean>`(e.actor_id = ${id}
    OR (e.noun = 'account' AND e.row_id = ${id})
    OR (e.noun = 'account_role' AND e.row_id IN (SELECT id FROM account_role WHERE account_id = ${id}))
    OR (e.noun = 'account_identity' AND e.row_id IN (SELECT id FROM account_identity WHERE account_id = ${id}))
    OR (e.noun = 'organisation_member' AND e.row_id IN (SELECT id FROM organisation_member WHERE account_id = ${id}))
    OR (e.noun = 'deputy' AND e.row_id IN (SELECT id FROM deputy WHERE account_id = ${id} OR deputy_id = ${id})))`
}

export interface AuditPage {
  entries: AuditEntry[]
  /** Where older and newer entries go on from, by number; null when there are none. */
  older: number | null
  newer: number | null
}

/**
 * Some entries, the latest first. Pages are by number, so that they stay the same while the log grows.
 * @param place.before only older than this number; `after`: the first that are newer than that one
 */
export async function listEntries(
  db: Db,
  filter: AuditFilter,
  place: { before: number | null; after: number | null; limit: number },
): Promise<AuditPage> {
  let query = filtered(db, filter).selectAll('e')
  if (place.after !== null) query = query.where('e.id', '>', place.after).orderBy('e.id', 'asc')
  else query = query.orderBy('e.id', 'desc')
  if (place.before !== null && place.after === null) query = query.where('e.id', '<', place.before)
  const rows = await query.limit(place.limit).execute()
  if (place.after !== null) rows.reverse()
  const [first, last] = [rows[0], rows.at(-1)]
  const beyond = (comparison: '<' | '>', id: number) =>
    filtered(db, filter).select('e.id').where('e.id', comparison, id).limit(1).executeTakeFirst()
  const [older, newer] = await Promise.all([last && beyond('<', last.id), first && beyond('>', first.id)])
  return {
    entries: await named(db, rows),
    older: older && last ? last.id : null,
    newer: newer && first ? first.id : null,
  }
}

async function named(db: Db, rows: Selectable<AuditEntryTable>[]): Promise<AuditEntry[]> {
  const read = rows.map((row) => ({
    ...row,
    was: row.before === null ? null : (JSON.parse(row.before) as Record<string, unknown>),
    is: row.after === null ? null : (JSON.parse(row.after) as Record<string, unknown>),
  }))
  const ids = read.flatMap(({ was, is }) => [referred(was), referred(is)])
  const owners = read.map(({ noun, row_id, was, is }) => {
    const owner = noun === 'organisation' ? row_id : noun === 'listing' ? (is ?? was)?.organisation_id : null
    return typeof owner === 'string' ? owner : null
  })
  const aboutAccounts = rows.flatMap(({ noun, row_id }) => (noun === 'account' ? row_id : []))
  const [people, roms, organisations] = await Promise.all([
    actorNames(db, [...rows.map(({ actor_id }) => actor_id), ...aboutAccounts, ...ids.flatMap((one) => one.people)]),
    db.selectFrom('rom').select(['id', 'short_name']).execute(),
    db
      .selectFrom('organisation')
      .select(['id', 'name'])
      .where('id', 'in', among([...ids.flatMap((one) => one.organisations), ...owners.filter((id) => id !== null)]))
      .execute(),
  ])
  const names = {
    people,
    roms: new Map(roms.map(({ id, short_name }) => [id, short_name])),
    organisations: new Map(organisations.map(({ id, name }) => [id, name])),
  }
  return read.map((row, at) => ({
    id: row.id,
    at: row.at,
    who: people.get(row.actor_id) ?? null,
    action: row.action,
    noun: row.noun,
    rowId: row.row_id,
    rom: row.rom_id === null ? null : (names.roms.get(row.rom_id) ?? row.rom_id),
    organisation: names.organisations.get(owners[at] ?? '') ?? null,
    about: row.noun === 'account' ? (people.get(row.row_id) ?? null) : null,
    changes: changesOf(row.was, row.is, names),
  }))
}

/** The nouns that there are entries of, found by jumping through their index. */
export async function auditedNouns(db: Db): Promise<string[]> {
  const { rows } = await sql<{ noun: string }>`
    WITH RECURSIVE n (noun) AS (
      SELECT min(noun) FROM audit_entry
      UNION ALL
      SELECT (SELECT min(noun) FROM audit_entry WHERE noun > n.noun) FROM n WHERE n.noun IS NOT NULL)
    SELECT noun FROM n WHERE noun IS NOT NULL`.execute(db)
  return rows.map(({ noun }) => noun)
}
