import type { Db } from '#db/client.ts'
import { sourcesById } from '../source/queries.server.ts'
import { withThemesAndRoms } from '../undertaking/queries.server.ts'

/**
 * The joint agenda: per theme the newest ambition and goal, and the work under it in which a ROM is known to take part;
 * with the strategy's pillars.
 */
export async function readAgenda(db: Db) {
  const [themes, goals, links, undertakings, pillars] = await Promise.all([
    db.selectFrom('theme').selectAll().orderBy('position').execute(),
    db.selectFrom('agenda_goal').selectAll().orderBy('version', 'desc').execute(),
    db.selectFrom('undertaking_theme').selectAll().execute(),
    db.selectFrom('public_undertaking').selectAll().orderBy('kind', 'desc').orderBy('name_nl').execute(),
    db.selectFrom('pillar').selectAll().orderBy('id').execute(),
  ])
  const rows = await withThemesAndRoms(db, undertakings)
  const sources = await sourcesById(
    db,
    [...goals, ...pillars].map(({ source_id }) => source_id),
  )
  return {
    pillars,
    sources,
    framework: rows.find(({ id }) => id === 'meerjarenstrategie'),
    themes: themes.map((theme) => {
      const ids = new Set(links.filter((link) => link.theme_id === theme.id).map((link) => link.undertaking_id))
      const own = rows.filter((row) => ids.has(row.id) && row.roms.length > 0)
      return {
        ...theme,
        goal: goals.find((goal) => goal.theme_id === theme.id),
        current: own.filter((row) => row.status !== 'completed'),
        completed: own.filter((row) => row.status === 'completed'),
        programmes: own.filter((row) => row.kind === 'programme'),
        initiatives: own.filter((row) => row.kind === 'initiative'),
      }
    }),
  }
}
