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
}

/**
 * A plain search in names and summaries, by the database alone. Every word must occur, in any order.
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
  const names = ['name_nl', 'name_en', 'extra']
  const all = [...names, 'summary_nl', 'summary_en']
  const { rows } = await sql<Hit & { n: number; place: number }>`
    WITH everything AS (
      SELECT kind, slug, name_nl, name_en, summary_nl, summary_en, NULL AS extra FROM public_undertaking
      UNION ALL SELECT 'organisation', slug, name, coalesce(name_en, name), summary_nl, summary_en, place
        FROM public_organisation
      UNION ALL SELECT 'rom', slug, name, name, summary_nl, summary_en, full_name FROM rom
      UNION ALL SELECT 'theme', slug, name_nl, name_en, summary_nl, summary_en, NULL FROM theme
      UNION ALL SELECT 'instrument', slug, name_nl, name_en, summary_nl, summary_en, provider FROM public_instrument
      UNION ALL SELECT 'call', slug, title_nl, title_en, summary_nl, summary_en, NULL FROM public_call
    ), found AS (
      SELECT *, count(*) OVER (PARTITION BY kind) AS n,
        row_number() OVER (PARTITION BY kind ORDER BY NOT (${matches(names)}), name_nl COLLATE NOCASE) AS place
      FROM everything WHERE ${matches(all)}
    )
    SELECT * FROM found WHERE place <= ${limit} ORDER BY kind, place`.execute(db)
  return rows
}
