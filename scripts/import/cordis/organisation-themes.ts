import { sql } from 'kysely'
import type { Db } from '#db/client.ts'
import { sourceId } from './write-organisations.ts'

const links = {
  theme: { table: 'organisation_theme', of: 'evidence_theme', column: 'theme_id' },
  technology: { table: 'organisation_technology', of: 'evidence_technology', column: 'technology_id' },
} as const

/**
 * Gives organisations that CORDIS alone speaks of the themes and technologies of their projects: those of at least a tenth of
 * them, and of at least two where there are four or more. A fact says that they were derived. What is so already is not written.
 * @returns how many organisations differed
 */
export async function writeOrganisationThemes(trx: Db): Promise<number> {
  const differed = new Set<string>()
  for (const { table, of, column } of Object.values(links)) {
    const wanted = sql`
      SELECT eo.organisation_id, t.${sql.ref(column)}
      FROM evidence_organisation eo
      JOIN organisation o ON o.id = eo.organisation_id
      JOIN ${sql.table(of)} t ON t.evidence_id = eo.evidence_id
      JOIN (SELECT organisation_id, count(*) AS n FROM evidence_organisation GROUP BY organisation_id) total
        ON total.organisation_id = eo.organisation_id
      WHERE o.source_id = ${sourceId} AND o.id GLOB 'pic-*' AND o.edited_by IS NULL
      GROUP BY 1, 2
      HAVING count(*) * 10 >= total.n AND (count(*) >= 2 OR total.n < 4)`
    const ours = sql`organisation_id IN (
      SELECT id FROM organisation WHERE source_id = ${sourceId} AND id GLOB 'pic-*' AND edited_by IS NULL)`
    const pair = sql`organisation_id, ${sql.ref(column)}`
    const removed = await sql<{ organisation_id: string }>`
      DELETE FROM ${sql.table(table)} WHERE ${ours} AND (${pair}) NOT IN (${wanted}) RETURNING organisation_id`.execute(
      trx,
    )
    const added = await sql<{ organisation_id: string }>`
      INSERT INTO ${sql.table(table)} (${pair}) SELECT * FROM (${wanted}) w
      WHERE (${pair}) NOT IN (SELECT ${pair} FROM ${sql.table(table)}) RETURNING organisation_id`.execute(trx)
    for (const row of [...removed.rows, ...added.rows]) differed.add(row.organisation_id)
  }
  await sql`
    INSERT INTO fact (id, organisation_id, field, source_id)
    SELECT 'organisation_id:' || o.id || ':themes', o.id, 'themes', ${sourceId} FROM organisation o
    WHERE o.source_id = ${sourceId} AND o.id GLOB 'pic-*' AND o.edited_by IS NULL
      AND (o.id IN (SELECT organisation_id FROM organisation_theme)
        OR o.id IN (SELECT organisation_id FROM organisation_technology))
      AND NOT EXISTS (SELECT 1 FROM fact f WHERE f.organisation_id = o.id AND f.field = 'themes')`.execute(trx)
  return differed.size
}
