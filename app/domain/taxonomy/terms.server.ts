import { sql } from 'kysely'
import type { Db } from '#db/client.ts'
import type { TermTexts } from './forms.ts'

export type TermTable = 'theme' | 'technology'

/** A theme or technology, with how much that is public carries it; null for what is never put under one. */
export interface Term {
  table: TermTable
  id: string
  slug: string
  kind: 'transition' | 'challenge' | 'priority' | 'cluster'
  name_nl: string
  name_en: string
  summary_nl: string | null
  summary_en: string | null
  edited: 0 | 1
  organisations: number
  programmes: number
  initiatives: number
  calls: number | null
}

/** Every theme and technology in its own order, counted as the public lists count. */
export async function listTerms(db: Db): Promise<Term[]> {
  const { rows } = await sql<Term>`
    SELECT 'theme' AS "table", id, slug, kind, name_nl, name_en, summary_nl, summary_en, edited_by IS NOT NULL AS edited,
      (SELECT count(*) FROM organisation_theme t JOIN public_organisation o ON o.id = t.organisation_id
        WHERE t.theme_id = theme.id) AS organisations,
      (SELECT count(*) FROM undertaking_theme t JOIN public_undertaking u ON u.id = t.undertaking_id
        WHERE t.theme_id = theme.id AND u.kind = 'programme') AS programmes,
      (SELECT count(*) FROM undertaking_theme t JOIN public_undertaking u ON u.id = t.undertaking_id
        WHERE t.theme_id = theme.id AND u.kind = 'initiative') AS initiatives,
      (SELECT count(*) FROM public_call c WHERE c.theme_id = theme.id) AS calls, 0 AS part, position
    FROM theme
    UNION ALL
    SELECT 'technology', id, id, kind, name_nl, name_en, NULL, NULL, edited_by IS NOT NULL,
      (SELECT count(*) FROM organisation_technology t JOIN public_organisation o ON o.id = t.organisation_id
        WHERE t.technology_id = technology.id),
      (SELECT count(*) FROM undertaking_technology t JOIN public_undertaking u ON u.id = t.undertaking_id
        WHERE t.technology_id = technology.id AND u.kind = 'programme'),
      (SELECT count(*) FROM undertaking_technology t JOIN public_undertaking u ON u.id = t.undertaking_id
        WHERE t.technology_id = technology.id AND u.kind = 'initiative'),
      NULL, CASE kind WHEN 'priority' THEN 1 ELSE 2 END, position
    FROM technology
    ORDER BY part, position`.execute(db)
  return rows
}

const texts = ['name_nl', 'name_en', 'summary_nl', 'summary_en'] as const

/**
 * Changes the texts of a term, of which first content keeps off from then on. What is the same stays as it is, so that no new index is
 * asked for nothing. Call it within `write`.
 * @returns the field with a name that another term of its kind has already; null when all is well
 */
export async function editTerm(
  trx: Db,
  term: Term,
  given: TermTexts,
  by: string,
): Promise<'name_nl' | 'name_en' | null> {
  const others = await trx.selectFrom(term.table).select(['name_nl', 'name_en']).where('id', '!=', term.id).execute()
  const taken = (['name_nl', 'name_en'] as const).find((field) =>
    others.some((other) => other[field].toLowerCase() === given[field].toLowerCase()),
  )
  if (taken) return taken
  const changed = texts.filter((field) => given[field] !== undefined && given[field] !== term[field])
  if (changed.length === 0) return null
  const values = { ...Object.fromEntries(changed.map((field) => [field, given[field]])), edited_by: by }
  await trx.updateTable(term.table).set(values).where('id', '=', term.id).execute()
  return null
}
