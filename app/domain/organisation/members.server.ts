import type { Db } from '#db/client.ts'
import { queueMail } from '../../mail/queue.server.ts'
import { rightsChanged } from '../account/queries.server.ts'
import { isLastOwner } from './policy.ts'

/** An organisation that somebody manages or asked to manage, by its address; undefined when there is none. */
export function findOwnOrganisation(db: Db, slug: string, accountId: string) {
  return db
    .selectFrom('organisation as o')
    .innerJoin('organisation_member as m', 'm.organisation_id', 'o.id')
    .leftJoin('rom', 'rom.id', 'o.seat_rom_id')
    .select(['o.id', 'o.slug', 'o.name', 'o.name_en', 'rom.name as rom'])
    .select(['m.id as memberId', 'm.role', 'm.asked_at', 'm.confirmed_at'])
    .where('o.slug', '=', slug)
    .where('m.account_id', '=', accountId)
    .where('m.ended_at', 'is', null)
    .executeTakeFirst()
}

/** Those who manage an organisation, the owners first. */
export function listMembers(db: Db, organisationId: string) {
  return db
    .selectFrom('organisation_member as m')
    .innerJoin('account as a', 'a.id', 'm.account_id')
    .select(['m.id', 'm.role', 'm.confirmed_at', 'a.id as accountId', 'a.name', 'a.email'])
    .where('m.organisation_id', '=', organisationId)
    .where('m.confirmed_at', 'is not', null)
    .where('m.ended_at', 'is', null)
    .orderBy('m.role', 'desc')
    .orderBy('m.confirmed_at')
    .orderBy('m.id')
    .execute()
}

/** Somebody who manages the organisation with this address, asks to, or once did; undefined when there is none. */
export function findMember(db: Db, slug: string, memberId: string) {
  return db
    .selectFrom('organisation_member as m')
    .innerJoin('organisation as o', 'o.id', 'm.organisation_id')
    .innerJoin('account as a', 'a.id', 'm.account_id')
    .select(['m.id', 'm.role', 'm.ended_at', 'a.id as accountId', 'a.locale'])
    .select(['o.id as organisationId', 'o.name as organisation', 'o.slug'])
    .where('m.id', '=', memberId)
    .where('o.slug', '=', slug)
    .executeTakeFirst()
}

type Member = NonNullable<Awaited<ReturnType<typeof findMember>>>

/** Ends what somebody may for an organisation, and says so when it was another who did; once. Call it within `write`. */
export async function endMembership(trx: Db, member: Member, by: string, now: Date): Promise<void> {
  const at = now.toISOString()
  const ended = await trx
    .updateTable('organisation_member')
    .set({ ended_at: at, ended_by: by })
    .where('id', '=', member.id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (Number(ended.numUpdatedRows) === 0) return
  await rightsChanged(trx, member.accountId, at)
  if (member.accountId === by) return
  const { accountId, locale, organisation, slug } = member
  const params = { organisation, link: `/organisaties/${slug}` }
  await queueMail(trx, { to: { accountId }, locale, template: 'membershipEnded', params }, now)
}

/**
 * Makes an editor owner, or an owner editor, and says so when it was another who did. Call it within `write`.
 * @param sure whether it may leave the organisation without an owner
 * @returns 'lastOwner' when it would, and nothing was changed
 */
export async function changeRole(
  trx: Db,
  member: Member,
  { role, by, sure }: { role: Member['role']; by: string; sure: boolean },
  now: Date,
): Promise<'lastOwner' | null> {
  const members = await listMembers(trx, member.organisationId)
  // Read again within the transaction: of two owners who step down at once, the second is the last.
  if (role === 'editor' && !sure && isLastOwner(member, members)) return 'lastOwner'
  const changed = await trx
    .updateTable('organisation_member')
    .set({ role })
    .where('id', '=', member.id)
    .where('role', '<>', role)
    .where('confirmed_at', 'is not', null)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (Number(changed.numUpdatedRows) === 0) return null
  await rightsChanged(trx, member.accountId, now.toISOString())
  if (member.accountId === by) return null
  const { accountId, locale, organisation, slug } = member
  const params = { organisation, link: `/mijn/organisaties/${slug}` }
  await queueMail(trx, { to: { accountId }, locale, template: 'memberRoleChanged', params }, now)
  return null
}
