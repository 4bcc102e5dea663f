import { sql } from 'kysely'
import type { Db } from '#db/client.ts'
import type { DeclineReason, FeedbackVerdict } from '#db/tables/matching.ts'
import type { OrganisationKind } from '#db/tables/organisations.ts'
import { dayAndWrites } from '#db/until-change.ts'
import { MatchModel, unpackFeatures } from './model.ts'
import type { Ask, Item } from './rank.ts'
import { mostAsks, type Side } from './weights.ts'

export interface NumberedModel {
  id: number
  model: MatchModel
}

/** By database: reading one takes a while. */
const known = new WeakMap<Db, NumberedModel>()

/** The model that the pieces of text were read by; null before there is one. */
export async function currentModel(db: Db): Promise<NumberedModel | null> {
  const current = await db.selectFrom('match_model').select('id').where('is_current', '=', 1).executeTakeFirst()
  if (!current) return null
  const before = known.get(db)
  if (before?.id === current.id) return before
  const row = await db.selectFrom('match_model').select('data').where('id', '=', current.id).executeTakeFirst()
  if (!row) return null
  const model = { id: current.id, model: MatchModel.from(row.data) }
  known.set(db, model)
  return model
}

interface Row {
  key: string
  side: Side
  organisation_id: string | null
  features: Buffer
}

/** CROSS JOIN, since SQLite takes a list of keys for longer than the table it is looked up in. */
const columns = sql.raw('i.key, i.side, i.organisation_id, i.features')
/**
 * What has expired, was hidden or withdrawn may still wait to leave the index: it is never compared. While nothing waits, which is
 * nearly always, only time can have passed.
 */
const seen = sql.raw(`(i.expires_on IS NULL OR i.expires_on > date('now')) AND (
  NOT EXISTS (SELECT 1 FROM search_outbox) OR CASE i.type
  WHEN 'listing' THEN EXISTS (SELECT 1 FROM public_listing l WHERE l.id = i.row_id)
  WHEN 'organisation' THEN EXISTS (SELECT 1 FROM public_organisation o WHERE o.id = i.row_id)
  ELSE EXISTS (SELECT 1 FROM evidence e WHERE e.id = i.row_id AND (e.undertaking_id IS NULL
    OR EXISTS (SELECT 1 FROM public_undertaking u WHERE u.id = e.undertaking_id))) END)`)

/** Every term that an organisation's own texts and projects have, by its number. */
export async function termsOf(db: Db, modelId: number, organisationId: string): Promise<Set<number>> {
  const { rows } = await sql<{
    features: Buffer
  }>`SELECT i.features FROM match_item i INDEXED BY match_item_organisation
    WHERE i.model_id = ${modelId} AND i.organisation_id = ${organisationId} AND ${seen}
    UNION ALL SELECT i.features FROM evidence_organisation eo
    CROSS JOIN match_item i ON i.model_id = ${modelId} AND i.key = 'evidence:' || eo.evidence_id
    WHERE eo.organisation_id = ${organisationId} AND ${seen}`.execute(db)
  const terms = new Set<number>()
  for (const row of rows) for (const term of unpackFeatures(row.features).terms) terms.add(term)
  return terms
}

/**
 * The pieces of text by which an organisation asks: what it says now, and its latest projects. By the index, since SQLite would walk all
 * pieces of the model to have them in order.
 */
export async function asksOf(db: Db, modelId: number, organisationId: string): Promise<Ask[]> {
  const own = await sql<Row>`SELECT ${columns} FROM match_item i INDEXED BY match_item_organisation
    WHERE i.model_id = ${modelId} AND i.organisation_id = ${organisationId} AND ${seen} ORDER BY i.key`.execute(db)
  const projects = await sql<Row>`SELECT ${columns} FROM evidence_organisation eo
    JOIN evidence e ON e.id = eo.evidence_id
    JOIN match_item i ON i.model_id = ${modelId} AND i.key = 'evidence:' || e.id
    WHERE eo.organisation_id = ${organisationId} AND ${seen}
    ORDER BY e.starts_on DESC, e.id LIMIT ${mostAsks}`.execute(db)
  return [...own.rows, ...projects.rows].map((row) => ({
    key: row.key,
    side: row.side,
    features: unpackFeatures(row.features),
  }))
}

/** Pieces of text with the organisations they speak for, in no particular order; what may not be seen any more is left out. */
export async function itemsByKey(db: Db, modelId: number, keys: string[]): Promise<Item[]> {
  const list = JSON.stringify(keys)
  const [rows, links] = await Promise.all([
    sql<Row>`SELECT ${columns} FROM json_each(${list}) k
      CROSS JOIN match_item i ON i.model_id = ${modelId} AND i.key = k.value WHERE ${seen}`.execute(db),
    sql<{ key: string; organisation_id: string }>`SELECT k.value AS key, eo.organisation_id FROM json_each(${list}) k
      CROSS JOIN evidence_organisation eo ON eo.evidence_id = substr(k.value, 10)
      WHERE k.value LIKE 'evidence:%'`.execute(db),
  ])
  const participants = Map.groupBy(links.rows, ({ key }) => key)
  return rows.rows.map((row) => ({
    key: row.key,
    side: row.side,
    features: unpackFeatures(row.features),
    organisations: row.organisation_id
      ? [row.organisation_id]
      : (participants.get(row.key) ?? []).map(({ organisation_id }) => organisation_id),
  }))
}

export interface Candidate {
  id: string
  slug: string
  name: string
  name_en: string | null
  kind: OrganisationKind
  seat_rom_id: string | null
  is_example: 0 | 1
}

/** Organisations as everybody may see them, by their ids. */
export async function candidatesById(db: Db, ids: string[]): Promise<Map<string, Candidate>> {
  const { rows } = await sql<Candidate>`SELECT o.id, o.slug, o.name, o.name_en, o.kind, o.seat_rom_id, o.is_example
    FROM json_each(${JSON.stringify(ids)}) k CROSS JOIN public_organisation o ON o.id = k.value`.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}

/** Those that an organisation was in a project with. */
export async function partnersOf(db: Db, organisationId: string): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`SELECT DISTINCT b.organisation_id AS id FROM evidence_organisation a
    JOIN evidence_organisation b ON b.evidence_id = a.evidence_id
    WHERE a.organisation_id = ${organisationId} AND b.organisation_id <> a.organisation_id`.execute(db)
  return new Set(rows.map(({ id }) => id))
}

export interface Feedback {
  verdict: Exclude<FeedbackVerdict, 'withdrawn'>
  reason: DeclineReason | null
  recorded_at: string
}

/** What was last made of each match of an organisation; what was taken back is not there. */
export async function feedbackOf(db: Db, organisationId: string): Promise<Map<string, Feedback>> {
  const rows = await db
    .selectFrom('match_feedback')
    .where('asker_id', '=', organisationId)
    .select(['candidate_id', 'verdict', 'reason', 'recorded_at'])
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()
  const last = new Map(rows.map((row) => [row.candidate_id, row]))
  const result = new Map<string, Feedback>()
  for (const [id, { verdict, reason, recorded_at }] of last) {
    if (verdict !== 'withdrawn') result.set(id, { verdict, reason, recorded_at })
  }
  return result
}

/** The themes of organisations, by their ids. */
export async function themesOf(db: Db, organisationIds: string[]): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ organisation_id: string; theme_id: string }>`
    SELECT t.organisation_id, t.theme_id FROM json_each(${JSON.stringify(organisationIds)}) k
    CROSS JOIN organisation_theme t ON t.organisation_id = k.value ORDER BY t.theme_id`.execute(db)
  const themes = new Map<string, string[]>()
  for (const { organisation_id, theme_id } of rows) {
    themes.set(organisation_id, [...(themes.get(organisation_id) ?? []), theme_id])
  }
  return themes
}

/** Another one means that something a match may rest on has changed: a row, an index, feedback, or the day. */
export async function stateOf(db: Db, modelId: number): Promise<string> {
  const { rows } = await sql<{ state: string }>`SELECT ${modelId} || ' ' || ${dayAndWrites}
    || ' ' || coalesce((SELECT value FROM setting WHERE key = 'search-drained'), '')
    || ' ' || coalesce((SELECT max(rowid) FROM match_feedback), '') AS state`.execute(db)
  return rows[0]?.state ?? ''
}
