import { sql } from 'kysely'
import type { Db } from '#db/client.ts'

/** Valid on a day, as known at the end of another: "who took part on day D" and "what did we know on day T". */
export interface Moment {
  on: string
  known: string
}

/**
 * The participations that hold on one day, as they were known on another. A row counts when it was recorded by then
 * and nothing recorded by then supersedes it. Where its start is not stated it holds from the start of the undertaking,
 * or of what that lies under, or else from the day its source speaks of: before that, nobody says so. An undertaking's
 * end ends every participation in it; a partial date stands for its first or last day.
 */
function holding({ on, known }: Moment) {
  const knownUntil = `${known}T23:59:59.999Z`
  return sql<boolean>`p.recorded_at <= ${knownUntil}
    AND p.status <> 'retracted'
    AND NOT EXISTS (SELECT 1 FROM participation s WHERE s.supersedes_id = p.id AND s.recorded_at <= ${knownUntil})
    AND coalesce(
      p.valid_from,
      u.starts_on,
      (SELECT parent.starts_on FROM undertaking parent WHERE parent.id = u.parent_id),
      (SELECT coalesce(src.published_on, src.retrieved_on) FROM source src WHERE src.id = p.source_id),
      '0000'
    ) <= ${on}
    AND (p.valid_until IS NULL OR p.valid_until > ${on})
    AND ${running(on)}`
}

/** Whether an undertaking runs on a day; an unknown start or end does not stop it, a partial one counts in full. */
function running(on: string) {
  return sql<boolean>`coalesce(u.starts_on, '0000') <= ${on}
    AND (u.ends_on IS NULL OR substr(u.ends_on || substr('-12-31', length(u.ends_on) - 3), 1, 10) >= ${on})`
}

/** The last day of a partial date: "2023" ends on 31 December; "2025-10" counts to a 31st that need not exist. */
export function lastDay(date: string): string {
  return (date + '-12-31'.slice(date.length - 4)).slice(0, 10)
}

/** Who takes part in one programme or initiative, per ROM, at a moment. */
export function participationsOf(db: Db, undertakingId: string, moment: Moment) {
  return db
    .selectFrom('participation as p')
    .innerJoin('public_undertaking as u', 'u.id', 'p.undertaking_id')
    .innerJoin('rom', 'rom.id', 'p.rom_id')
    .where('p.undertaking_id', '=', undertakingId)
    .where(holding(moment))
    .selectAll('p')
    .select(['rom.slug as rom_slug', 'rom.name as rom_name'])
    .orderBy('rom.position')
    .execute()
}

export interface MatrixFilter {
  theme: string | null
  coreTask: string | null
  pillar: number | null
  status: string | null
  kind: 'programme' | 'initiative' | null
}

/**
 * The rows of the matrix: each programme or initiative that runs at a moment, with its participations then.
 * `over` counts those that the filter lets through but that do not run then.
 */
export async function listMatrix(db: Db, filter: MatrixFilter, moment: Moment) {
  let query = db
    .selectFrom('public_undertaking as u')
    .where('u.in_matrix', '=', 1)
    .select([
      'u.id',
      'u.kind',
      'u.slug',
      'u.name_nl',
      'u.name_en',
      'u.status',
      'u.starts_on',
      'u.ends_on',
      'u.is_example',
    ])
    .orderBy('u.kind', 'desc')
    .orderBy(sql`u.name_nl COLLATE NOCASE`)
  if (filter.kind) query = query.where('u.kind', '=', filter.kind)
  if (filter.status) query = query.where(sql<boolean>`coalesce(u.status, 'unknown') = ${filter.status}`)
  if (filter.pillar) query = query.where('u.pillar_id', '=', filter.pillar)
  if (filter.coreTask) {
    query = query.where(
      sql<boolean>`u.id IN (SELECT undertaking_id FROM undertaking_core_task WHERE core_task_id = ${filter.coreTask})`,
    )
  }
  if (filter.theme) {
    query = query.where(
      sql<boolean>`u.id IN (SELECT undertaking_id FROM undertaking_theme WHERE theme_id = ${filter.theme})`,
    )
  }
  const [all, participations, themes] = await Promise.all([
    query.select(running(moment.on).as('runs')).execute(),
    db
      .selectFrom('participation as p')
      .innerJoin('public_undertaking as u', 'u.id', 'p.undertaking_id')
      .leftJoin('source as src', 'src.id', 'p.source_id')
      .where(holding(moment))
      .select([
        'p.undertaking_id',
        'p.rom_id',
        'p.role',
        'p.status',
        'p.valid_from',
        'p.valid_until',
        'p.recorded_at',
      ])
      .select(['src.title as source', 'src.published_on as source_date'])
      .execute(),
    db.selectFrom('undertaking_theme').selectAll().execute(),
  ])
  const rows = all.filter((row) => row.runs)
  const cells = new Map(participations.map((p) => [`${p.undertaking_id} ${p.rom_id}`, p]))
  return {
    over: all.length - rows.length,
    rows: rows.map((row) => ({
      ...row,
      themes: themes.filter((theme) => theme.undertaking_id === row.id).map((theme) => theme.theme_id),
      cell: (romId: string) => cells.get(`${row.id} ${romId}`),
    })),
  }
}

/**
 * The day on which the first participation was recorded, when that is after a day: of what was known then, nothing can
 * be said. Null when something can.
 */
export async function unrecordedBefore(db: Db, known: string): Promise<string | null> {
  const { first } = await db
    .selectFrom('participation')
    .select((eb) => eb.fn.min('recorded_at').as('first'))
    .executeTakeFirstOrThrow()
  const since = first?.slice(0, 10)
  return since !== undefined && known < since ? since : null
}

/** Whether an undertaking has begun on a day, and not ended; unknown dates do not tell against it. */
export function phaseOn(
  undertaking: { starts_on: string | null; ends_on: string | null },
  on: string,
): 'before' | 'during' | 'after' {
  if (undertaking.starts_on && undertaking.starts_on > on) return 'before'
  return undertaking.ends_on && lastDay(undertaking.ends_on) < on ? 'after' : 'during'
}

/** Every row ever recorded about one undertaking, oldest first: its history with both times. */
export function participationHistory(db: Db, undertakingId: string) {
  return db
    .selectFrom('participation as p')
    .innerJoin('rom', 'rom.id', 'p.rom_id')
    .innerJoin('actor', 'actor.id', 'p.recorded_by')
    .where('p.undertaking_id', '=', undertakingId)
    .selectAll('p')
    .select(['rom.name as rom_name', 'actor.kind as actor_kind'])
    .orderBy('p.recorded_at')
    .orderBy('rom.position')
    .execute()
}
