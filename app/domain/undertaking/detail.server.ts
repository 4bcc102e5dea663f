import type { Db } from '#db/client.ts'
import type { UndertakingKind } from '#db/tables/undertakings.ts'
import { evidenceOfUndertaking } from '../evidence/detail.server.ts'
import { factsOf, sourcesById } from '../source/queries.server.ts'
import { withThemesAndRoms } from './queries.server.ts'

/** The row of a programme or initiative that everybody may see, or undefined. */
export function findUndertakingRow(db: Db, kind: UndertakingKind, slug: string) {
  return db
    .selectFrom('public_undertaking')
    .selectAll()
    .where('kind', '=', kind)
    .where('slug', '=', slug)
    .executeTakeFirst()
}

/** Everything a programme's or initiative's page shows, but who takes part; undefined when there is none to see. */
export async function findUndertaking(db: Db, kind: UndertakingKind, slug: string) {
  const row = await findUndertakingRow(db, kind, slug)
  if (!row) return undefined
  const { id } = row
  const [undertaking] = await withThemesAndRoms(db, [row])
  if (!undertaking) return undefined
  const [
    facts,
    partners,
    contributions,
    milestones,
    openRoles,
    calls,
    technologies,
    coreTasks,
    pillar,
    parent,
    children,
    evidence,
  ] = await Promise.all([
    factsOf(db, 'undertaking_id', id),
    db
      .selectFrom('undertaking_partner as p')
      .leftJoin('public_organisation as o', 'o.id', 'p.organisation_id')
      .where('p.undertaking_id', '=', id)
      .select(['p.id', 'p.kind', 'p.name_nl', 'p.name_en', 'p.source_id', 'o.slug as organisation'])
      .execute(),
    db
      .selectFrom('current_contribution as c')
      .leftJoin('rom', 'rom.id', 'c.rom_id')
      .where('c.undertaking_id', '=', id)
      .selectAll('c')
      .select(['rom.name as rom', 'rom.slug as rom_slug'])
      .orderBy('c.state')
      .orderBy('c.year_from')
      .execute(),
    db.selectFrom('milestone').selectAll().where('undertaking_id', '=', id).orderBy('starts_on').execute(),
    db.selectFrom('open_role').selectAll().where('undertaking_id', '=', id).where('filled_at', 'is', null).execute(),
    db.selectFrom('public_call').selectAll().where('undertaking_id', '=', id).orderBy('deadline_on').execute(),
    db
      .selectFrom('undertaking_technology as ut')
      .innerJoin('technology as t', 't.id', 'ut.technology_id')
      .where('ut.undertaking_id', '=', id)
      .select(['t.id', 't.name_nl', 't.name_en'])
      .orderBy('t.position')
      .execute(),
    db
      .selectFrom('undertaking_core_task')
      .innerJoin('core_task', 'core_task.id', 'core_task_id')
      .where('undertaking_id', '=', id)
      .select('core_task.id')
      .orderBy('core_task.position')
      .execute(),
    db.selectFrom('pillar').selectAll().where('id', '=', undertaking.pillar_id).executeTakeFirst(),
    db
      .selectFrom('public_undertaking')
      .select(['slug', 'kind', 'name_nl', 'name_en'])
      .where('id', '=', undertaking.parent_id)
      .executeTakeFirst(),
    db
      .selectFrom('public_undertaking')
      .selectAll()
      .where('parent_id', '=', id)
      .orderBy('name_nl')
      .execute()
      .then((rows) => withThemesAndRoms(db, rows)),
    evidenceOfUndertaking(db, id),
  ])
  const sources = await sourcesById(
    db,
    [...facts, ...partners, ...contributions, ...milestones, ...evidence].map(({ source_id }) => source_id),
  )
  return {
    ...undertaking,
    facts: facts.filter((fact) => fact.text_nl !== null),
    partners,
    contributions,
    milestones,
    openRoles,
    calls,
    technologies,
    coreTasks: coreTasks.map((task) => task.id),
    pillar,
    parent,
    children,
    evidence,
    sources,
  }
}
