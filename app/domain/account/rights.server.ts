import type { Db } from '#db/client.ts'
import type { Actor } from './types.ts'

/** What somebody may do, with the names of what it is for. */
export async function rightsOf(db: Db, actor: Actor) {
  const [roms, people, organisations] = await Promise.all([
    db.selectFrom('rom').select(['id', 'slug', 'name']).execute(),
    db
      .selectFrom('account')
      .select(['id', 'name'])
      .where(
        'id',
        'in',
        actor.roles.flatMap(({ standsInFor }) => standsInFor ?? []),
      )
      .execute(),
    db
      .selectFrom('organisation_member as m')
      .innerJoin('organisation as o', 'o.id', 'm.organisation_id')
      .select(['o.id', 'o.slug', 'o.name', 'm.role', 'm.confirmed_at'])
      .where('m.account_id', '=', actor.id)
      .where('m.ended_at', 'is', null)
      .orderBy('o.name')
      .execute(),
  ])
  return {
    roles: actor.roles.map(({ role, romId, standsInFor }) => ({
      role,
      rom: roms.find(({ id }) => id === romId) ?? null,
      standsInFor: people.find(({ id }) => id === standsInFor)?.name ?? null,
    })),
    organisations: organisations.map(({ confirmed_at, ...one }) => ({ ...one, confirmed: confirmed_at !== null })),
  }
}
