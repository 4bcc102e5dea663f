import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#db/client.ts'
import { contains } from '#db/like.ts'
import type { HitType, SearchAnswer, SearchRequest } from '#search/engine.ts'
import { takesPart } from '../undertaking/queries.server.ts'

/** Everything that everybody may see, in one form. */
const everything = sql`
  SELECT kind AS type, id, name_nl, name_en, summary_nl, summary_en, NULL AS extra, initiative_kind AS kind,
    coalesce(status, 'unknown') AS status, starts_on AS date FROM public_undertaking
  UNION ALL SELECT 'organisation', id, name, coalesce(name_en, name), summary_nl, summary_en, place, kind, NULL, updated_at
    FROM public_organisation
  UNION ALL SELECT 'project', id, coalesce(acronym || ': ', '') || title, title, NULL, NULL, keywords, NULL,
    iif(ends_on < date('now'), 'completed', 'running'), starts_on FROM public_evidence
  UNION ALL SELECT 'rom', id, name, name, summary_nl, summary_en, full_name, NULL, NULL, NULL FROM rom
  UNION ALL SELECT 'theme', id, name_nl, name_en, summary_nl, summary_en, NULL, NULL, NULL, NULL FROM theme
  UNION ALL SELECT 'instrument', id, name_nl, name_en, summary_nl, summary_en, provider, NULL, NULL, facts_as_of
    FROM public_instrument
  UNION ALL SELECT 'call', id, title_nl, title_en, summary_nl, summary_en, NULL, NULL,
    iif(opens_on > date('now'), 'upcoming', iif(deadline_on < date('now'), 'closed', 'open')), deadline_on FROM public_call`

/** Which rows a theme, ROM or technology has, by the type of hit that they are. */
const links: Record<'theme' | 'rom' | 'technology', RawBuilder<unknown>> = {
  theme: sql`
    SELECT u.kind AS type, t.undertaking_id AS id, t.theme_id AS value
      FROM undertaking_theme t JOIN undertaking u ON u.id = t.undertaking_id
    UNION ALL SELECT 'organisation', organisation_id, theme_id FROM organisation_theme
    UNION ALL SELECT 'project', evidence_id, theme_id FROM evidence_theme
    UNION ALL SELECT 'call', id, theme_id FROM call
    UNION ALL SELECT 'theme', id, id FROM theme`,
  rom: sql`
    SELECT u.kind AS type, p.undertaking_id AS id, p.rom_id AS value
      FROM participation p JOIN undertaking u ON u.id = p.undertaking_id
      WHERE ${takesPart}
    UNION ALL SELECT 'organisation', id, seat_rom_id FROM organisation
    UNION ALL SELECT 'organisation', organisation_id, rom_id FROM current_organisation_rom
    UNION ALL SELECT 'project', eo.evidence_id, o.seat_rom_id
      FROM evidence_organisation eo JOIN organisation o ON o.id = eo.organisation_id
    UNION ALL SELECT 'rom', id, id FROM rom`,
  technology: sql`
    SELECT u.kind AS type, t.undertaking_id AS id, t.technology_id AS value
      FROM undertaking_technology t JOIN undertaking u ON u.id = t.undertaking_id
    UNION ALL SELECT 'organisation', organisation_id, technology_id FROM organisation_technology
    UNION ALL SELECT 'project', evidence_id, technology_id FROM evidence_technology`,
}

const all = ['name_nl', 'name_en', 'summary_nl', 'summary_en', 'extra']

/**
 * The search of a portal without a search server: names, summaries and places in which every word occurs, in any order and as part of
 * another word too.
 * @returns what the search engine would, with facets of the type alone; names that match come first
 */
export async function plainSearch(db: Db, request: SearchRequest): Promise<Omit<SearchAnswer, 'exact'>> {
  const words = request.text.split(/\s+/).filter(Boolean).slice(0, 10)
  const matches = (columns: string[]) =>
    words.length === 0
      ? sql`true`
      : sql.join(
          words.map((word) => {
            const tests = columns.map((column) => sql`${sql.ref(column)} LIKE ${contains(word)} ESCAPE '\\'`)
            return sql`(${sql.join(tests, sql` OR `)})`
          }),
          sql` AND `,
        )
  const tests = [matches(all)]
  for (const name of ['kind', 'status'] as const) {
    const value = request.filter[name]
    if (value) tests.push(sql`${sql.ref(name)} = ${value}`)
  }
  for (const name of ['theme', 'rom', 'technology'] as const) {
    const value = request.filter[name]
    if (value) tests.push(sql`(type, id) IN (SELECT type, id FROM (${links[name]}) WHERE value = ${value})`)
  }
  if (request.types) tests.push(sql`type IN (${sql.join(request.types)})`)
  const order = {
    relevance: sql`NOT (${matches(['name_nl', 'name_en'])})`,
    // Not a number: SQLite would take that for a column.
    name: sql`NULL`,
    newest: sql`date DESC`,
  }[request.sort]
  const { rows } = await sql<{ type: HitType; id: string }>`
    SELECT type, id FROM (${everything}) WHERE ${sql.join(tests, sql` AND `)}
    ORDER BY ${order}, ${sql.ref(`name_${request.language}`)} COLLATE NOCASE, type, id`.execute(db)
  const { type } = request.filter
  const chosen = rows.filter((row) => !type || row.type === type)
  return {
    total: chosen.length,
    hits: chosen.slice(request.offset, request.offset + request.limit),
    facets: {
      type: [...Map.groupBy(rows, (row) => row.type)].map(([value, own]) => ({ value, n: own.length })),
      kind: [],
      theme: [],
      rom: [],
      technology: [],
      status: [],
    },
  }
}
