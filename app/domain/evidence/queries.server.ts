import { type SelectQueryBuilder, sql } from 'kysely'
import type { Db } from '#db/client.ts'
import { contains } from '#db/like.ts'
import type { Database } from '#db/schema.ts'
import type { EvidenceState } from './types.ts'

export interface EvidenceFilter {
  q: string | null
  theme: string | null
  /** A ROM in whose region a participant is established. */
  rom: string | null
  technology: string | null
  state: EvidenceState | null
  /** The year in which it starts, as four digits. */
  year: string | null
  organisation: string | null
  /** The day that `state` is about. */
  today: string
}
type Dimension = 'theme' | 'rom' | 'technology' | 'state' | 'year'

export const evidenceSorts = ['nieuw', 'naam'] as const
export type EvidenceSort = (typeof evidenceSorts)[number]

type Query = SelectQueryBuilder<Database & { e: Database['public_evidence'] }, 'e', object>

/** Its state on a day. A date that is known by its month or year only has not passed until that is over. */
export const stateOn = (day: string) => sql<EvidenceState>`CASE
  WHEN e.starts_on > substr(${day}, 1, length(e.starts_on)) THEN 'upcoming'
  WHEN e.status IN ('closed', 'terminated') OR e.ends_on < substr(${day}, 1, length(e.ends_on)) THEN 'ended'
  WHEN e.ends_on IS NOT NULL THEN 'running'
  ELSE 'unknown' END`

/** As a JSON text, since SQLite takes no more than some thousands of parameters, and a download has no limit. */
const among = (ids: string[]) => sql<string>`(SELECT value FROM json_each(${JSON.stringify(ids)}))`

const participants = (db: Db) =>
  db.selectFrom('evidence_organisation as eo').innerJoin('public_organisation as o', 'o.id', 'eo.organisation_id')

function filtered(db: Db, filter: EvidenceFilter, except?: Dimension): Query {
  let query = db.selectFrom('public_evidence as e') as Query
  if (filter.q) {
    const pattern = contains(filter.q)
    const byName = participants(db).where(sql<boolean>`o.name LIKE ${pattern} ESCAPE '\\'`).select('eo.evidence_id')
    query = query.where(
      sql<boolean>`(e.title LIKE ${pattern} ESCAPE '\\' OR e.acronym LIKE ${pattern} ESCAPE '\\'
        OR e.keywords LIKE ${pattern} ESCAPE '\\' OR e.id IN ${byName})`,
    )
  }
  if (filter.organisation) {
    query = query.where(
      'e.id',
      'in',
      db.selectFrom('evidence_organisation').select('evidence_id').where('organisation_id', '=', filter.organisation),
    )
  }
  if (filter.theme && except !== 'theme') {
    query = query.where(
      'e.id',
      'in',
      db.selectFrom('evidence_theme').select('evidence_id').where('theme_id', '=', filter.theme),
    )
  }
  if (filter.technology && except !== 'technology') {
    query = query.where(
      'e.id',
      'in',
      db.selectFrom('evidence_technology').select('evidence_id').where('technology_id', '=', filter.technology),
    )
  }
  if (filter.rom && except !== 'rom') {
    query = query.where(
      'e.id',
      'in',
      participants(db).where('o.seat_rom_id', '=', filter.rom).select('eo.evidence_id'),
    )
  }
  if (filter.state && except !== 'state') query = query.where(stateOn(filter.today), '=', filter.state)
  if (filter.year && except !== 'year') {
    query = query.where('e.starts_on', '>=', filter.year).where('e.starts_on', '<=', `${filter.year}-99`)
  }
  return query
}

/** How many there are under the filter. */
export async function countEvidence(db: Db, filter: EvidenceFilter): Promise<number> {
  const { n } = await filtered(db, filter)
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return n
}

/** The years in which projects start, newest first; empty when there are no projects. */
export async function evidenceYears(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('public_evidence')
    .select(sql<string>`substr(starts_on, 1, 4)`.as('year'))
    .where('starts_on', 'is not', null)
    .distinct()
    .orderBy('year', 'desc')
    .execute()
  return rows.map(({ year }) => year)
}

/** One page of projects, each with its themes, technologies and Dutch participants. Without objectives: those are long. */
export async function listEvidence(
  db: Db,
  filter: EvidenceFilter,
  { sort, limit, offset }: { sort: EvidenceSort; limit: number; offset: number },
) {
  // Only ids are sorted: whole rows, with their objectives, would be sorted at the speed of the disk.
  let query = filtered(db, filter).select('e.id').limit(limit).offset(offset)
  if (sort === 'nieuw') query = query.orderBy(sql`e.starts_on DESC NULLS LAST`)
  const found = await query.orderBy(sql`coalesce(e.acronym, e.title) COLLATE NOCASE`).orderBy('e.id').execute()
  const ids = found.map(({ id }) => id)
  const [rows, themes, technologies, members] = await Promise.all([
    db
      .selectFrom('public_evidence as e')
      .where('e.id', 'in', among(ids))
      .select(['e.id', 'e.slug', 'e.kind', 'e.acronym', 'e.title', 'e.keywords', 'e.topic', 'e.status'])
      .select([
        'e.starts_on',
        'e.ends_on',
        'e.grant_cents',
        'e.url',
        'e.source_id',
        stateOn(filter.today).as('state'),
      ])
      .execute(),
    themesOf(db, ids),
    technologiesOf(db, ids),
    participantsOf(db, ids),
  ])
  const byId = new Map(rows.map((row) => [row.id, row]))
  const grouped = {
    themes: Map.groupBy(themes, ({ evidence_id }) => evidence_id),
    technologies: Map.groupBy(technologies, ({ evidence_id }) => evidence_id),
    participants: Map.groupBy(members, ({ evidence_id }) => evidence_id),
  }
  return ids.flatMap((id) => {
    const row = byId.get(id)
    if (!row) return []
    return {
      ...row,
      keywords: JSON.parse(row.keywords) as string[],
      themes: grouped.themes.get(id) ?? [],
      technologies: grouped.technologies.get(id) ?? [],
      participants: grouped.participants.get(id) ?? [],
    }
  })
}

/** The themes of projects, in their own order. */
export function themesOf(db: Db, ids: string[]) {
  return db
    .selectFrom('evidence_theme as t')
    .innerJoin('theme', 'theme.id', 't.theme_id')
    .where('t.evidence_id', 'in', among(ids))
    .select(['t.evidence_id', 'theme.id', 'theme.slug', 'theme.name_nl', 'theme.name_en'])
    .orderBy('theme.position')
    .execute()
}

/** The technologies of projects, in their own order. */
export function technologiesOf(db: Db, ids: string[]) {
  return db
    .selectFrom('evidence_technology as t')
    .innerJoin('technology', 'technology.id', 't.technology_id')
    .where('t.evidence_id', 'in', among(ids))
    .select(['t.evidence_id', 'technology.id', 'technology.name_nl', 'technology.name_en'])
    .orderBy('technology.position')
    .execute()
}

/** The Dutch participants of projects that everybody may see, whoever coordinates first. */
export function participantsOf(db: Db, ids: string[]) {
  return participants(db)
    .leftJoin('rom', 'rom.id', 'o.seat_rom_id')
    .where('eo.evidence_id', 'in', among(ids))
    .select(['eo.evidence_id', 'eo.role', 'o.id', 'o.slug', 'o.name', 'o.name_en', 'o.kind', 'o.place'])
    .select(['rom.slug as rom_slug', 'rom.name as rom_name', 'rom.short_name as rom_short_name'])
    .orderBy(sql`CASE eo.role WHEN 'coordinator' THEN 0 WHEN 'participant' THEN 1 ELSE 2 END`)
    .orderBy(sql`o.name COLLATE NOCASE`)
    .execute()
}

/** For each value of each filter, how many there would be with the other filters as they are. */
export async function evidenceFacets(db: Db, filter: EvidenceFilter) {
  const count = sql<number>`count(*)`.as('n')
  const state = stateOn(filter.today)
  const year = sql<string>`substr(e.starts_on, 1, 4)`
  const [byTheme, byRom, byTechnology, byState, byYear] = await Promise.all([
    filtered(db, filter, 'theme')
      .innerJoin('evidence_theme as t', 't.evidence_id', 'e.id')
      .select(['t.theme_id as value', count])
      .groupBy('t.theme_id')
      .execute(),
    filtered(db, filter, 'rom')
      .innerJoin('evidence_organisation as eo', 'eo.evidence_id', 'e.id')
      .innerJoin('public_organisation as o', 'o.id', 'eo.organisation_id')
      .select(['o.seat_rom_id as value', sql<number>`count(DISTINCT e.id)`.as('n')])
      .groupBy('o.seat_rom_id')
      .execute(),
    filtered(db, filter, 'technology')
      .innerJoin('evidence_technology as t', 't.evidence_id', 'e.id')
      .select(['t.technology_id as value', count])
      .groupBy('t.technology_id')
      .execute(),
    filtered(db, filter, 'state')
      .select([state.as('value'), count])
      .groupBy('value')
      .execute(),
    filtered(db, filter, 'year')
      .select([year.as('value'), count])
      .groupBy('value')
      .execute(),
  ])
  return { theme: byTheme, rom: byRom, technology: byTechnology, state: byState, year: byYear }
}
