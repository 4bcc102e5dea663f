import { sql } from 'kysely'
import type { Db } from '#db/client.ts'
import { untilChange } from '#db/until-change.ts'

/** Every theme in its own order, with how much there is under it. What was made up is not counted. */
export function listThemes(db: Db) {
  const undertakings = (kind: 'programme' | 'initiative') => sql<number>`(
    SELECT count(*) FROM undertaking_theme t JOIN public_undertaking u ON u.id = t.undertaking_id
    WHERE t.theme_id = theme.id AND u.kind = ${kind})`
  const themes = db
    .selectFrom('theme')
    .selectAll()
    .select([
      undertakings('programme').as('programmes'),
      undertakings('initiative').as('initiatives'),
      sql<number>`(
        SELECT count(*) FROM organisation_theme t JOIN public_organisation o ON o.id = t.organisation_id
        WHERE t.theme_id = theme.id AND o.is_example = 0)`.as('organisations'),
    ])
    .orderBy('position')
  return untilChange(db, 'themes', () => themes.execute())
}
