import { sql } from 'kysely'
import type { Db } from '#db/client.ts'
import { contains } from '#db/like.ts'

export type HitKind = 'programme' | 'initiative' | 'organisation' | 'rom' | 'theme' | 'instrument' | 'call'

export interface Hit {
  kind: HitKind
  slug: string
  name_nl: string
  name_en: string
  summary_nl: string | null
  summary_en: string | null
  is_example: 0 | 1
}

/**
 * A plain search in names, summaries, places and public offers and needs, by the database alone. Every word must occur, in any order.
 * @returns up to `limit` hits per kind, names that match before summaries that do, and how many there are per kind
 */
export async function searchTitles(db: Db, text: string, limit: number) {
  const words = text.split(/\s+/).filter(Boolean).slice(0, 10)
  const matches = (columns: string[]) =>
    sql.join(
      words.map((word) => {
        const tests = columns.map((column) => sql`${sql.ref(column)} LIKE ${contains(word)} ESCAPE '\\'`)
        return sql`(${sql.join(tests, sql` OR `)})`
      }),
      sql` AND `,
    )
  const names = ['name_nl', 'name_en']
  const all = [...names, 'summary_nl', 'summary_en', 'extra']
  const { rows } = await sql<Hit & { n: number; place: number }>`
    WITH everything AS (
      SELECT kind, slug, name_nl, name_en, summary_nl, summary_en, NULL AS extra, is_example FROM public_undertaking
      UNION ALL SELECT 'organisation', slug, name, coalesce(name_en, name), summary_nl, summary_en,
        coalesce(place, '') || coalesce((SELECT group_concat(coalesce(l.text_nl, '') || ' ' || coalesce(l.text_en, ''), ' ')
          FROM public_listing l WHERE l.organisation_id = o.id), ''), is_example
        FROM public_organisation o
      UNION ALL SELECT 'rom', slug, name, name, summary_nl, summary_en, full_name, 0 FROM rom
      UNION ALL SELECT 'theme', slug, name_nl, name_en, summary_nl, summary_en, NULL, 0 FROM theme
      UNION ALL SELECT 'instrument', slug, name_nl, name_en, summary_nl, summary_en, provider, 0 FROM public_instrument
      UNION ALL SELECT 'call', slug, title_nl, title_en, summary_nl, summary_en, NULL, is_example FROM public_call
    ), found AS (
      SELECT *, count(*) OVER (PARTITION BY kind) AS n,
        row_number() OVER (PARTITION BY kind ORDER BY NOT (${matches(names)}), name_nl COLLATE NOCASE) AS place
      FROM everything WHERE ${matches(all)}
    )
    SELECT * FROM found WHERE place <= ${limit} ORDER BY kind, place`.execute(db)
  return rows
}
