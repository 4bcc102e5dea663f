import type { Db } from '#db/client.ts'
import { grantRole, rightsChanged } from './queries.server.ts'
import { turnOffTwoFactor } from './two-factor.server.ts'

/** The moment it is, and the day that is in the Netherlands. */
export interface When {
  at: string
  today: string
}

/** All of these write: call them within `write`. A person's rights are also those of who stands in for them. */
async function rightsChangedWithDeputies(trx: Db, accountId: string, { at, today }: When): Promise<void> {
  const deputies = await trx
    .selectFrom('deputy')
    .select('deputy_id')
    .distinct()
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .where('until_on', '>=', today)
    .execute()
  for (const id of [accountId, ...deputies.map(({ deputy_id }) => deputy_id)]) await rightsChanged(trx, id, at)
}

/** Gives a role; nothing happens when it is had already. */
export async function giveRole(trx: Db, granted: Parameters<typeof grantRole>[1], when: When): Promise<void> {
  await grantRole(trx, granted, when.at)
  await rightsChangedWithDeputies(trx, granted.accountId, when)
}

/** Whether nobody could administer any more without this person. Who never came in does not count. */
export async function isLastAdministrator(db: Db, accountId: string): Promise<boolean> {
  const administrators = await db
    .selectFrom('account_role as r')
    .innerJoin('account as a', 'a.id', 'r.account_id')
    .select('a.id')
    .where('r.role', '=', 'administrator')
    .where('r.revoked_at', 'is', null)
    .where('a.blocked_at', 'is', null)
    .where('a.forgotten_at', 'is', null)
    .where((eb) =>
      eb.or([
        eb('a.password_hash', 'is not', null),
        eb('a.id', 'in', eb.selectFrom('account_identity').select('account_id')),
        eb('a.is_example', '=', 1),
        eb('a.id', '=', accountId),
      ]),
    )
    .execute()
  return administrators.length === 1 && administrators[0]?.id === accountId
}

/** Takes a role back; nothing happens when it was taken back before. @returns whether it could be: somebody has to administer */
export async function revokeRole(
  trx: Db,
  role: { id: string; role: string; accountId: string; by: string },
  when: When,
): Promise<boolean> {
  if (role.role === 'administrator' && (await isLastAdministrator(trx, role.accountId))) return false
  const { numUpdatedRows } = await trx
    .updateTable('account_role')
    .set({ revoked_at: when.at, revoked_by: role.by })
    .where('id', '=', role.id)
    .where('account_id', '=', role.accountId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows > 0n) await rightsChangedWithDeputies(trx, role.accountId, when)
  return true
}

/** Shuts somebody out, at once and everywhere. @returns whether it could be: somebody has to administer */
export async function block(trx: Db, accountId: string, when: When): Promise<boolean> {
  if (await isLastAdministrator(trx, accountId)) return false
  await trx
    .updateTable('account')
    .set({ blocked_at: when.at })
    .where('id', '=', accountId)
    .where('blocked_at', 'is', null)
    .execute()
  // What was mailed to come in by must not open the door again later.
  await trx.deleteFrom('sign_in_token').where('account_id', '=', accountId).execute()
  await endSessions(trx, accountId)
  await rightsChangedWithDeputies(trx, accountId, when)
  return true
}

export async function unblock(trx: Db, accountId: string, when: When): Promise<void> {
  await trx.updateTable('account').set({ blocked_at: null }).where('id', '=', accountId).execute()
  await rightsChangedWithDeputies(trx, accountId, when)
}

/** Signs somebody out everywhere. */
export async function endSessions(trx: Db, accountId: string): Promise<void> {
  await trx.deleteFrom('session').where('account_id', '=', accountId).execute()
}

/** For somebody who lost it: from now on the password alone is asked. Whoever has the lost telephone is signed out as well. */
export async function takeOffTwoFactor(trx: Db, accountId: string, now: string): Promise<void> {
  await turnOffTwoFactor(trx, accountId, now)
  await endSessions(trx, accountId)
}

/** Lets somebody stand in for another; nothing happens when just that was agreed already. Both days are YYYY-MM-DD and belong to it. */
export async function appointDeputy(
  trx: Db,
  agreed: { accountId: string; deputyId: string; from: string; until: string },
  now: string,
): Promise<void> {
  const row = {
    account_id: agreed.accountId,
    deputy_id: agreed.deputyId,
    from_on: agreed.from,
    until_on: agreed.until,
  }
  const same = await trx
    .selectFrom('deputy')
    .select('id')
    .where((eb) => eb.and(row))
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (same) return
  await trx
    .insertInto('deputy')
    .values({ id: crypto.randomUUID(), ...row, created_at: now, ended_at: null })
    .execute()
  await rightsChanged(trx, agreed.deputyId, now)
}

/** Ends it early, from this moment. Nothing happens when it had ended. */
export async function endDeputy(trx: Db, deputy: { id: string; accountId: string }, now: string): Promise<void> {
  const ended = await trx
    .updateTable('deputy')
    .set({ ended_at: now })
    .where('id', '=', deputy.id)
    .where('account_id', '=', deputy.accountId)
    .where('ended_at', 'is', null)
    .returning('deputy_id')
    .executeTakeFirst()
  if (ended) await rightsChanged(trx, ended.deputy_id, now)
}
