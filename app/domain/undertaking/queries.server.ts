import { type SelectQueryBuilder, sql } from 'kysely'
import type { Db } from '#db/client.ts'
import { contains } from '#db/like.ts'
import type { Database } from '#db/schema.ts'
import type { InitiativeKind, UndertakingKind, UndertakingStatus } from '#db/tables/undertakings.ts'

export interface UndertakingFilter {
  kind: UndertakingKind
  q: string | null
  theme: string | null
  rom: string | null
  status: UndertakingStatus | 'unknown' | null
  initiativeKind: InitiativeKind | null
  technology: string | null
}
type Dimension = 'theme' | 'rom' | 'status' | 'initiativeKind' | 'technology'

export const undertakingSorts = ['naam', 'start', 'roms'] as const
export type UndertakingSort = (typeof undertakingSorts)[number]

/** Takes part now, by what is known now: not superseded, confirmed, and not ended. */
export const takesPart = sql<boolean>`p.status = 'confirmed'
  AND NOT EXISTS (SELECT 1 FROM participation s WHERE s.supersedes_id = p.id)
  AND (p.valid_until IS NULL OR p.valid_until > date('now'))`

type Query = SelectQueryBuilder<Database & { u: Database['public_undertaking'] }, 'u', object>

function filtered(db: Db, filter: UndertakingFilter, except?: Dimension): Query {
  let query = db.selectFrom('public_undertaking as u').where('u.kind', '=', filter.kind) as Query
  if (filter.q) {
    const pattern = contains(filter.q)
    query = query.where(
      sql<boolean>`(u.name_nl LIKE ${pattern} ESCAPE '\\' OR u.name_en LIKE ${pattern} ESCAPE '\\'
        OR u.summary_nl LIKE ${pattern} ESCAPE '\\' OR u.summary_en LIKE ${pattern} ESCAPE '\\')`,
    )
  }
  if (filter.theme && except !== 'theme') {
    query = query.where(
      sql<boolean>`u.id IN (SELECT undertaking_id FROM undertaking_theme WHERE theme_id = ${filter.theme})`,
    )
  }
  if (filter.rom && except !== 'rom') {
    query = query.where(
      sql<boolean>`u.id IN (SELECT p.undertaking_id FROM participation p WHERE p.rom_id = ${filter.rom} AND ${takesPart})`,
    )
  }
  if (filter.technology && except !== 'technology') {
    query = query.where(
      sql<boolean>`u.id IN (SELECT undertaking_id FROM undertaking_technology WHERE technology_id = ${filter.technology})`,
    )
  }
  if (filter.status && except !== 'status') {
    query = query.where(
      'u.status',
      filter.status === 'unknown' ? 'is' : '=',
      filter.status === 'unknown' ? null : filter.status,
    )
  }
  if (filter.initiativeKind && except !== 'initiativeKind') {
    query = query.where('u.initiative_kind', '=', filter.initiativeKind)
  }
  return query
}

/** How many there are under the filter. */
export async function countUndertakings(db: Db, filter: UndertakingFilter): Promise<number> {
  const { n } = await filtered(db, filter)
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return n
}

/** One page of programmes or initiatives, with their themes and the ROMs that take part. */
export async function listUndertakings(
  db: Db,
  filter: UndertakingFilter,
  { sort, locale, limit, offset }: { sort: UndertakingSort; locale: 'nl' | 'en'; limit: number; offset: number },
) {
  let query = filtered(db, filter)
    .leftJoin('public_undertaking as parent', 'parent.id', 'u.parent_id')
    .selectAll('u')
    .select(['parent.name_nl as parent_nl', 'parent.name_en as parent_en'])
    .limit(limit)
    .offset(offset)
  if (sort === 'start') query = query.orderBy(sql`u.starts_on IS NULL`).orderBy('u.starts_on', 'desc')
  if (sort === 'roms') {
    query = query.orderBy(
      sql`(SELECT count(DISTINCT p.rom_id) FROM participation p WHERE p.undertaking_id = u.id AND ${takesPart}) DESC`,
    )
  }
  const rows = await query
    .orderBy(sql`${sql.ref(`u.name_${locale}`)} COLLATE NOCASE`)
    .orderBy('u.id')
    .execute()
  return withThemesAndRoms(db, rows)
}

/** The same rows with their themes and ROMs: what a card or a table row shows. */
export async function withThemesAndRoms<Row extends { id: string }>(db: Db, rows: Row[]) {
  const ids = rows.map(({ id }) => id)
  if (ids.length === 0) return []
  const themes = await db
    .selectFrom('undertaking_theme as t')
    .innerJoin('theme', 'theme.id', 't.theme_id')
    .where('t.undertaking_id', 'in', ids)
    .select(['t.undertaking_id', 'theme.id', 'theme.slug', 'theme.kind', 'theme.name_nl', 'theme.name_en'])
    .orderBy('theme.position')
    .execute()
  const roms = await db
    .selectFrom('participation as p')
    .innerJoin('rom', 'rom.id', 'p.rom_id')
    .where('p.undertaking_id', 'in', ids)
    .where(takesPart)
    .select(['p.undertaking_id', 'rom.id', 'rom.slug', 'rom.short_name', 'p.role'])
    .orderBy('rom.position')
    .execute()
  return rows.map((row) => ({
    ...row,
    themes: themes.filter((theme) => theme.undertaking_id === row.id),
    roms: roms.filter((rom) => rom.undertaking_id === row.id),
  }))
}

/** For each value of each filter, how many there would be with the other filters as they are. */
export async function undertakingFacets(db: Db, filter: UndertakingFilter) {
  const count = sql<number>`count(DISTINCT u.id)`.as('n')
  const [theme, rom, status, initiativeKind, technology] = await Promise.all([
    filtered(db, filter, 'theme')
      .innerJoin('undertaking_theme as t', 't.undertaking_id', 'u.id')
      .select(['t.theme_id as value', count])
      .groupBy('t.theme_id')
      .execute(),
    filtered(db, filter, 'rom')
      .innerJoin('participation as p', 'p.undertaking_id', 'u.id')
      .where(takesPart)
      .select(['p.rom_id as value', count])
      .groupBy('p.rom_id')
      .execute(),
    filtered(db, filter, 'status')
      .select([sql<string>`coalesce(u.status, 'unknown')`.as('value'), count])
      .groupBy('u.status')
      .execute(),
    filtered(db, filter, 'initiativeKind')
      .select(['u.initiative_kind as value', count])
      .groupBy('u.initiative_kind')
      .execute(),
    filtered(db, filter, 'technology')
      .innerJoin('undertaking_technology as t', 't.undertaking_id', 'u.id')
      .select(['t.technology_id as value', count])
      .groupBy('t.technology_id')
      .execute(),
  ])
  return { theme, rom, status, initiativeKind, technology }
}
