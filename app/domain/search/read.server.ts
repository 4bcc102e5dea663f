import { sql } from 'kysely'
import type { Db } from '#db/client.ts'
import type { HitType } from '#search/engine.ts'
import { themesOf } from '../evidence/queries.server.ts'
import { withThemesAndRoms } from '../undertaking/queries.server.ts'
import { type Hit, hitPaths } from './types.ts'

export interface Reference {
  type: HitType
  id: string
}

type Row = Omit<Hit, 'path' | 'themes' | 'roms'> & Partial<Pick<Hit, 'themes' | 'roms'>>
type Read = (db: Db, ids: string[]) => Promise<Row[]>

/** Reads what was found as it is now, in the order given. What is not public any more is left out. */
export async function readHits(db: Db, references: Reference[]): Promise<Hit[]> {
  const byType = Map.groupBy(references, ({ type }) => type)
  const read = await Promise.all(
    [...byType].map(([type, own]) =>
      readers[type](
        db,
        own.map(({ id }) => id),
      ),
    ),
  )
  const rows = new Map(read.flat().map((row) => [`${row.type} ${row.id}`, row]))
  return references.flatMap(({ type, id }) => {
    const row = rows.get(`${type} ${id}`)
    return row ? [{ themes: [], roms: [], ...row, path: `${hitPaths[type]}/${row.slug}` }] : []
  })
}

const readers: Record<HitType, Read> = {
  programme: undertakings,
  initiative: undertakings,
  organisation: organisations,
  project: projects,
  call: async (db, ids) => {
    const rows = await db.selectFrom('public_call').selectAll().where('id', 'in', ids).execute()
    const themes = await namedThemes(db, sql`SELECT id AS owner, theme_id FROM call`, ids)
    return rows.map((row) => ({
      ...row,
      type: 'call',
      name_nl: row.title_nl,
      name_en: row.title_en,
      kind: null,
      status: null,
      themes: themes.get(row.id) ?? [],
    }))
  },
  instrument: async (db, ids) => {
    const rows = await db.selectFrom('public_instrument').selectAll().where('id', 'in', ids).execute()
    return rows.map((row) => ({ ...row, type: 'instrument', kind: null, status: null, is_example: 0 }))
  },
  rom: async (db, ids) => {
    const rows = await db.selectFrom('rom').selectAll().where('id', 'in', ids).execute()
    return rows.map((row) => ({
      ...row,
      type: 'rom',
      name_nl: row.name,
      name_en: row.name,
      kind: null,
      status: null,
      is_example: 0,
    }))
  },
  theme: async (db, ids) => {
    const rows = await db.selectFrom('theme').selectAll().where('id', 'in', ids).execute()
    return rows.map((row) => ({ ...row, type: 'theme', kind: null, status: null, is_example: 0 }))
  },
}

async function undertakings(db: Db, ids: string[]): Promise<Row[]> {
  const rows = await db.selectFrom('public_undertaking').selectAll().where('id', 'in', ids).execute()
  const full = await withThemesAndRoms(db, rows)
  return full.map((row) => ({
    ...row,
    type: row.kind,
    kind: row.initiative_kind,
    status: row.status ?? 'unknown',
    roms: row.roms.map((rom) => ({ ...rom, name_nl: rom.short_name, name_en: rom.short_name })),
  }))
}

async function organisations(db: Db, ids: string[]): Promise<Row[]> {
  const [rows, themes] = await Promise.all([
    db
      .selectFrom('public_organisation as o')
      .leftJoin('rom', 'rom.id', 'o.seat_rom_id')
      .where('o.id', 'in', ids)
      .selectAll('o')
      .select(['rom.id as rom_id', 'rom.slug as rom_slug', 'rom.short_name as rom_name'])
      .execute(),
    namedThemes(db, sql`SELECT organisation_id AS owner, theme_id FROM organisation_theme`, ids),
  ])
  return rows.map((row) => ({
    ...row,
    type: 'organisation',
    name_nl: row.name,
    name_en: row.name_en ?? row.name,
    status: null,
    themes: themes.get(row.id) ?? [],
    roms:
      row.rom_id && row.rom_slug && row.rom_name
        ? [{ id: row.rom_id, slug: row.rom_slug, name_nl: row.rom_name, name_en: row.rom_name }]
        : [],
  }))
}

async function projects(db: Db, ids: string[]): Promise<Row[]> {
  const [rows, themes, roms] = await Promise.all([
    db.selectFrom('public_evidence').selectAll().where('id', 'in', ids).execute(),
    themesOf(db, ids),
    db
      .selectFrom('evidence_organisation as eo')
      .innerJoin('public_organisation as o', 'o.id', 'eo.organisation_id')
      .innerJoin('rom', 'rom.id', 'o.seat_rom_id')
      .where('eo.evidence_id', 'in', ids)
      .select(['eo.evidence_id', 'rom.id', 'rom.slug', 'rom.short_name as name_nl', 'rom.short_name as name_en'])
      .distinct()
      .orderBy('rom.position')
      .execute(),
  ])
  return rows.map((row) => ({
    type: 'project',
    id: row.id,
    slug: row.slug,
    name_nl: row.acronym ? `${row.acronym}: ${row.title}` : row.title,
    name_en: row.acronym ? `${row.acronym}: ${row.title}` : row.title,
    summary_nl: null,
    summary_en: row.summary,
    kind: null,
    status: null,
    is_example: 0,
    themes: themes.filter((theme) => theme.evidence_id === row.id),
    roms: roms.filter((rom) => rom.evidence_id === row.id),
  }))
}

async function namedThemes(db: Db, links: ReturnType<typeof sql>, ids: string[]) {
  const { rows } = await sql<{ owner: string; id: string; slug: string; name_nl: string; name_en: string }>`
    SELECT l.owner, t.id, t.slug, t.name_nl, t.name_en FROM (${links}) l JOIN theme t ON t.id = l.theme_id
    WHERE l.owner IN (${sql.join(ids)}) ORDER BY t.position`.execute(db)
  return Map.groupBy(rows, ({ owner }) => owner)
}

export interface MoreText {
  /** null for a name. */
  language: 'nl' | 'en' | null
  text: string
}

/**
 * What else is searched of organisations, programmes and initiatives: other names, public offers and needs, titles of earlier projects, the names of who takes
 * part in a project, and roles that are sought. By "type id".
 */
export async function moreTexts(db: Db, references: Reference[]) {
  const idsOf = (...types: HitType[]) => references.filter(({ type }) => types.includes(type)).map(({ id }) => id)
  const organisationIds = idsOf('organisation')
  const undertakingIds = idsOf('programme', 'initiative')
  const projectIds = idsOf('project')
  const texts = new Map<string, MoreText[]>()
  const add = (type: HitType, id: string, row: { name?: string; nl?: string | null; en?: string | null }) => {
    const own = texts.get(`${type} ${id}`) ?? []
    if (row.name) own.push({ language: null, text: row.name })
    if (row.nl) own.push({ language: 'nl', text: row.nl })
    if (row.en) own.push({ language: 'en', text: row.en })
    texts.set(`${type} ${id}`, own)
  }
  if (organisationIds.length > 0) {
    const [aliases, listings, evidence] = await Promise.all([
      db.selectFrom('organisation_alias').selectAll().where('organisation_id', 'in', organisationIds).execute(),
      db
        .selectFrom('public_listing')
        .where('organisation_id', 'in', organisationIds)
        .select(['organisation_id', 'text_nl', 'text_en'])
        .execute(),
      db
        .selectFrom('evidence_organisation as eo')
        .innerJoin('evidence as e', 'e.id', 'eo.evidence_id')
        .where('eo.organisation_id', 'in', organisationIds)
        .select(['eo.organisation_id', 'e.title'])
        .orderBy('e.starts_on', 'desc')
        .execute(),
    ])
    for (const row of aliases) add('organisation', row.organisation_id, { name: row.name })
    for (const row of listings) add('organisation', row.organisation_id, { nl: row.text_nl, en: row.text_en })
    for (const row of evidence) add('organisation', row.organisation_id, { en: row.title })
  }
  if (projectIds.length > 0) {
    const participants = await db
      .selectFrom('evidence_organisation as eo')
      .innerJoin('public_organisation as o', 'o.id', 'eo.organisation_id')
      .where('eo.evidence_id', 'in', projectIds)
      .select(['eo.evidence_id', 'o.name'])
      .execute()
    for (const row of participants) add('project', row.evidence_id, { name: row.name })
  }
  if (undertakingIds.length > 0) {
    const roles = await db
      .selectFrom('open_role')
      .innerJoin('undertaking', 'undertaking.id', 'open_role.undertaking_id')
      .where('undertaking_id', 'in', undertakingIds)
      .where('filled_at', 'is', null)
      .select(['undertaking.kind', 'undertaking_id', 'title_nl', 'title_en', 'description_nl', 'description_en'])
      .execute()
    for (const role of roles) {
      const nl = [role.title_nl, role.description_nl].filter(Boolean).join(': ')
      const en = [role.title_en, role.description_en].filter(Boolean).join(': ')
      add(role.kind, role.undertaking_id, { nl, en })
    }
  }
  return texts
}
