import { among } from '#db/among.ts'
import type { Db } from '#db/client.ts'
import type { ActorName } from './types.ts'

/** Who did something, by their ids: names stand in one place, so that who was forgotten is so everywhere. */
export async function actorNames(db: Db, ids: Iterable<string | null>): Promise<Map<string, ActorName>> {
  const wanted = [...new Set(ids)].filter((id) => id !== null)
  const rows = await db
    .selectFrom('actor')
    .leftJoin('account', 'account.id', 'actor.id')
    .select(['actor.id', 'actor.kind', 'actor.name as machine', 'account.name', 'account.email'])
    .where('actor.id', 'in', among(wanted))
    .execute()
  return new Map(
    rows.map(({ id, kind, machine, name, email }) => [
      id,
      kind === 'person' ? { id, person: true, name: name ?? email } : { id, person: false, name: machine },
    ]),
  )
}
