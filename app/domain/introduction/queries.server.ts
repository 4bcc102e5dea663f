import { type SelectQueryBuilder, sql } from 'kysely'
import { among } from '#db/among.ts'
import type { Db } from '#db/client.ts'
import type { Database } from '#db/schema.ts'
import type { IntroductionState } from '#db/tables/introductions.ts'
import type { Scope } from '../account/policy.ts'
import { ownStates } from './policy.ts'

type Query = SelectQueryBuilder<Database & { i: Database['introduction'] }, 'i', object>

/** What staff of these ROMs may see: what they propose, and what was put to them. null stands for all. */
function visible(db: Db, scope: Scope): Query {
  const all = db.selectFrom('introduction as i')
  if (scope === null) return all
  const roms = among(scope)
  return all.where((eb) =>
    eb.or([
      eb('i.rom_id', 'in', roms),
      eb.and([
        eb('i.state', 'not in', [...ownStates]),
        eb('i.id', 'in', eb.selectFrom('introduction_party').select('introduction_id').where('rom_id', 'in', roms)),
      ]),
    ]),
  )
}

/** Who takes part in these introductions, in order, with the names of the organisation, its ROM and who speaks for it there. */
export async function partiesOf(db: Db, ids: string[]) {
  const rows = await db
    .selectFrom('introduction_party as p')
    .innerJoin('organisation as o', 'o.id', 'p.organisation_id')
    .leftJoin('rom', 'rom.id', 'p.rom_id')
    .leftJoin('account as a', 'a.id', 'p.adviser_id')
    .selectAll('p')
    .select(['o.slug', 'o.name', 'o.name_en', 'o.kind', 'o.is_example'])
    .select(['rom.name as rom', 'rom.short_name as rom_short', 'a.name as adviser'])
    .where('p.introduction_id', 'in', among(ids))
    .orderBy('p.position')
    .execute()
  return Map.groupBy(rows, (row) => row.introduction_id)
}

export type Party = NonNullable<ReturnType<Awaited<ReturnType<typeof partiesOf>>['get']>>[number]

/** One introduction as it stands, with who takes part; undefined when there is none that these ROMs may see. */
export async function findIntroduction(db: Db, id: string, scope: Scope) {
  const row = await visible(db, scope)
    .innerJoin('rom', 'rom.id', 'i.rom_id')
    .leftJoin('account as a', 'a.id', 'i.adviser_id')
    .leftJoin('account as r', 'r.id', 'i.requested_by')
    .selectAll('i')
    .select(['rom.name as rom', 'rom.slug as rom_slug', 'a.name as adviser', 'r.name as requester'])
    .where('i.id', '=', id)
    .executeTakeFirst()
  return row && { ...row, parties: (await partiesOf(db, [id])).get(id) ?? [] }
}

export type Introduction = NonNullable<Awaited<ReturnType<typeof findIntroduction>>>

/** What was done and said, in the order of the record; of a person who was forgotten the name is null. */
export function eventsOf(db: Db, id: string) {
  return db
    .selectFrom('introduction_event as e')
    .innerJoin('actor', 'actor.id', 'e.actor_id')
    .leftJoin('account as a', 'a.id', 'e.actor_id')
    .select(['e.id', 'e.at', 'e.kind', 'e.told_by', 'e.reason', 'e.text', 'e.party_id', 'a.name as by'])
    .select('actor.kind as actor_kind')
    .where('e.introduction_id', '=', id)
    .orderBy('e.position')
    .execute()
}

/** What came of it, the newest first. */
export function outcomesOf(db: Db, id: string) {
  return db
    .selectFrom('introduction_outcome as o')
    .leftJoin('account as a', 'a.id', 'o.recorded_by')
    .select(['o.id', 'o.after_months', 'o.kind', 'o.without_roms', 'o.note', 'o.recorded_at', 'a.name as by'])
    .where('o.introduction_id', '=', id)
    .orderBy('o.recorded_at', 'desc')
    .execute()
}

export interface BoardFilter {
  /** By account: only what this person proposes, or answers for. */
  mine: string | null
  /** Only those that this organisation takes part in, by its id. */
  organisation?: string
  states: IntroductionState[] | null
}

/** Introductions that these ROMs may see, the ones that are due first. */
export async function listIntroductions(db: Db, scope: Scope, { mine, organisation, states }: BoardFilter) {
  let query = visible(db, scope)
    .innerJoin('rom', 'rom.id', 'i.rom_id')
    .leftJoin('account as a', 'a.id', 'i.adviser_id')
  if (states) query = query.where('i.state', 'in', states)
  if (organisation) {
    query = query.where((eb) =>
      eb(
        'i.id',
        'in',
        eb.selectFrom('introduction_party').select('introduction_id').where('organisation_id', '=', organisation),
      ),
    )
  }
  if (mine) {
    query = query.where((eb) =>
      eb.or([
        eb('i.adviser_id', '=', mine),
        eb(
          'i.id',
          'in',
          eb
            .selectFrom('introduction_party')
            .select('introduction_id')
            // What is for all who work at a ROM is for each of them until somebody answers.
            .where((own) =>
              own.or([
                own('adviser_id', '=', mine),
                own.and([
                  own('adviser_id', 'is', null),
                  own('answer', '=', 'asked'),
                  own('rom_id', 'in', among(scope ?? [])),
                ]),
              ]),
            ),
        ),
      ]),
    )
  }
  const rows = await query
    .select(['i.id', 'i.state', 'i.channel', 'i.rom_id', 'i.due_on', 'i.introduced_on', 'i.updated_at', 'i.version'])
    .select(['rom.short_name as rom', 'a.name as adviser'])
    .orderBy(sql`i.due_on IS NULL`)
    .orderBy('i.due_on')
    .orderBy('i.updated_at', 'desc')
    .execute()
  const parties = await partiesOf(
    db,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({ ...row, parties: parties.get(row.id) ?? [] }))
}

/** An introduction of the same two before this one. */
export interface Earlier {
  id: string
  state: IntroductionState
  /** YYYY-MM-DD, when it came to that. */
  on: string
  rom: string
  /** Both organisations. */
  names: [string, string]
  /** Whether the reader may see more of it. */
  visible: boolean
}

/** Whether any two of these organisations were introduced, or this was tried, before; whoever did so. The newest first. */
export async function earlierBetween(
  db: Db,
  organisations: string[],
  { except, scope }: { except: string | null; scope: Scope },
): Promise<Earlier[]> {
  if (organisations.length < 2) return []
  const rows = await db
    .selectFrom('introduction as i')
    .innerJoin('introduction_party as p', 'p.introduction_id', 'i.id')
    .innerJoin('introduction_party as q', 'q.introduction_id', 'i.id')
    .innerJoin('organisation as a', 'a.id', 'p.organisation_id')
    .innerJoin('organisation as b', 'b.id', 'q.organisation_id')
    .innerJoin('rom', 'rom.id', 'i.rom_id')
    .select(['i.id', 'i.state', 'i.updated_at', 'i.introduced_on', 'rom.name as rom', 'a.name as first'])
    .select(['b.name as second'])
    .whereRef('p.position', '<', 'q.position')
    .where('p.organisation_id', 'in', organisations)
    .where('q.organisation_id', 'in', organisations)
    // What only one ROM is thinking of, or took back, is nobody else's.
    .where('i.state', 'not in', [...ownStates, 'withdrawn'])
    .where('i.id', '<>', except ?? '')
    .orderBy('i.updated_at', 'desc')
    .execute()
  const ids = new Set(
    (
      await visible(db, scope)
        .select('i.id')
        .where('i.id', 'in', among(rows.map(({ id }) => id)))
        .execute()
    ).map(({ id }) => id),
  )
  return rows.map(({ id, state, updated_at, introduced_on, rom, first, second }) => ({
    ...{ id, state, rom },
    on: introduced_on ?? updated_at.slice(0, 10),
    names: [first, second],
    visible: ids.has(id),
  }))
}
