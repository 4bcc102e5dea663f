import { type Kysely, sql } from 'kysely'
import type { Db } from '#db/client.ts'
import type { Database } from '#db/schema.ts'
import { write } from '#db/write.ts'
import { hashOf, newKey } from '../../auth/keys.server.ts'
import type { Locale } from '../../i18n/locale.ts'
import { queueMail } from '../../mail/queue.server.ts'
import { accountByEmail, normalised, rightsChanged } from '../account/queries.server.ts'
import { openAccount } from '../account/registration.server.ts'
import type { Member } from './policy.ts'

const lifetime = 30 * 24 * 3_600_000

/** The invitations that hold: an owner who no longer is one, or may not come in, lets nobody else in either. */
function openInvitations(db: Db, now: Date) {
  return db
    .selectFrom('member_invitation as i')
    .innerJoin('organisation as o', 'o.id', 'i.organisation_id')
    .innerJoin('organisation_member as m', (join) =>
      join
        .onRef('m.organisation_id', '=', 'i.organisation_id')
        .onRef('m.account_id', '=', 'i.invited_by')
        .on('m.role', '=', 'owner')
        .on('m.confirmed_at', 'is not', null)
        .on('m.ended_at', 'is', null),
    )
    .innerJoin('account as by', (join) => join.onRef('by.id', '=', 'i.invited_by').on('by.blocked_at', 'is', null))
    .where('i.expires_at', '>', now.toISOString())
}

/** What whoever was invited is told of an invitation. */
function told(db: Db, now: Date) {
  return openInvitations(db, now).select([
    ...(['i.id', 'i.email', 'i.name', 'i.role', 'i.expires_at', 'by.name as by'] as const),
    ...(['o.id as organisationId', 'o.slug', 'o.name as organisation', 'o.name_en'] as const),
  ])
}

/** Who was invited to manage an organisation and has not answered, the latest first: for its owners. */
export function listInvited(db: Db, organisationId: string, now: Date) {
  return openInvitations(db, now)
    .select(['i.id', 'i.name', 'i.email', 'i.role', 'i.expires_at'])
    .where('i.organisation_id', '=', organisationId)
    .orderBy('i.invited_at', 'desc')
    .orderBy('i.id')
    .execute()
}

/** The invitations that somebody can answer, by the address that is theirs. */
export function invitationsOf(db: Db, email: string, now: Date) {
  return told(db, now).where('i.email', '=', email).orderBy('i.invited_at').orderBy('i.id').execute()
}

export type Invitation = Awaited<ReturnType<typeof invitationsOf>>[number]

/** The invitation that a mailed key is of, which is not used up by looking; undefined when it opens nothing (any more). */
export function invitationByKey(db: Db, key: string, now: Date): Promise<Invitation | undefined> {
  return told(db, now).where('i.key_hash', '=', hashOf(key)).executeTakeFirst()
}

export interface NewInvitation {
  organisation: { id: string; name: string }
  email: string
  name: string
  role: Member['role']
  /** Who invites, by account. */
  by: string
  /** The language of the mail, where there is no account that says so. */
  locale: Locale
}

/**
 * Invites a colleague by mail. Whether the address has an account shows in nothing that comes back. Call it within `write`.
 * @returns what is wrong: who manages it already, and who was invited already, are both known to an owner
 */
export async function inviteColleague(
  trx: Db,
  { organisation, name, role, by, locale, ...given }: NewInvitation,
  now: Date,
): Promise<'isMember' | 'isInvited' | null> {
  const email = normalised(given.email)
  await removeLapsed(trx, now)
  const account = await accountByEmail(trx, email)
  const member = account && (await currentMember(trx, organisation.id, account.id))
  if (member?.confirmed_at) return 'isMember'
  const [id, key] = [crypto.randomUUID(), newKey()]
  const invited = await trx
    .insertInto('member_invitation')
    .values({
      id,
      organisation_id: organisation.id,
      role,
      email,
      name,
      key_hash: hashOf(key),
      invited_at: now.toISOString(),
      invited_by: by,
      expires_at: new Date(now.getTime() + lifetime).toISOString(),
    })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'email']).doNothing())
    .executeTakeFirst()
  if (Number(invited.numInsertedOrUpdatedRows) === 0) return 'isInvited'
  await queueMail(
    trx,
    {
      to: account ? { accountId: account.id } : { address: email },
      locale: account?.locale ?? locale,
      template: 'colleagueInvited',
      // By the organisation only: nothing that the inviter typed goes to the mailbox of a stranger. By `invitation` it is found again.
      params: { organisation: organisation.name, invitation: id, link: joinLink(key) },
    },
    now,
  )
  return null
}

function joinLink(key: string): string {
  return `/inloggen/uitnodiging?${new URLSearchParams({ sleutel: key })}`
}

function currentMember(db: Db, organisationId: string, accountId: string) {
  return db
    .selectFrom('organisation_member')
    .select(['id', 'role', 'confirmed_at'])
    .where('organisation_id', '=', organisationId)
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
}

/** Takes an invitation away, with the mail of it: somebody's address is kept no longer than it is needed. */
async function takeAway(trx: Db, { id, email }: { id: string; email: string }): Promise<void> {
  await trx.deleteFrom('member_invitation').where('id', '=', id).execute()
  await trx
    .deleteFrom('mail')
    .where('template', '=', 'colleagueInvited')
    .where((eb) =>
      eb.or([
        eb(sql`params ->> 'invitation'`, '=', id),
        // Of what was sent nothing tells any more which invitation it was.
        eb.and([eb('address', '=', email), eb(sql`params ->> 'invitation'`, 'is', null)]),
      ]),
    )
    .execute()
}

/** Takes back an invitation of an organisation; nothing happens when it was gone. Call it within `write`. */
export async function withdrawInvitation(trx: Db, organisationId: string, id: string): Promise<void> {
  const row = await trx
    .selectFrom('member_invitation')
    .select(['id', 'email'])
    .where('id', '=', id)
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst()
  if (row) await takeAway(trx, row)
}

/** Says no to an invitation. Call it within `write`, for whoever may answer it. */
export function declineInvitation(trx: Db, invitation: Pick<Invitation, 'id' | 'email'>): Promise<void> {
  return takeAway(trx, invitation)
}

/**
 * Makes whoever was invited a member, confirmed by the owner who invited; what they had asked of the ROM is settled by it too. Call it
 * within `write`, for whoever may answer it.
 * @returns whether it was: not when the invitation was gone meanwhile
 */
export async function acceptInvitation(trx: Db, id: string, accountId: string, now: Date): Promise<boolean> {
  const row = await openInvitations(trx, now).selectAll('i').where('i.id', '=', id).executeTakeFirst()
  if (!row) return false
  const at = now.toISOString()
  await takeAway(trx, row)
  const member = await currentMember(trx, row.organisation_id, accountId)
  const confirmation = { confirmed_at: at, confirmed_by: row.invited_by }
  if (member) {
    // Who was confirmed by the ROM meanwhile loses nothing by saying yes.
    const set = member.confirmed_at === null ? { ...confirmation, role: row.role } : { role: higher(member, row) }
    await trx.updateTable('organisation_member').set(set).where('id', '=', member.id).execute()
  } else {
    const { organisation_id, role, invited_at: asked_at } = row
    const added = { id: crypto.randomUUID(), account_id: accountId, organisation_id, role, asked_at, ...confirmation }
    await trx.insertInto('organisation_member').values(added).execute()
  }
  await rightsChanged(trx, accountId, at)
  return true
}

/**
 * Accepts by the key that was mailed, for somebody without an account (with a password) yet: one is made by it. Call it within `write`.
 * @returns the account; null when the key opens nothing any more, or somebody comes in by that address already
 */
export async function joinByKey(
  trx: Db,
  { key, ...has }: { key: string; name: string; locale: Locale; passwordHash: string },
  now: Date,
): Promise<string | null> {
  const invitation = await invitationByKey(trx, key, now)
  if (!invitation) return null
  const accountId = await openAccount(trx, { ...has, email: invitation.email }, now)
  if (accountId === null) return null
  await acceptInvitation(trx, invitation.id, accountId, now)
  return accountId
}

function higher(...members: Pick<Member, 'role'>[]): Member['role'] {
  return members.some(({ role }) => role === 'owner') ? 'owner' : 'editor'
}

/** Takes away what no longer holds. @returns how many */
async function removeLapsed(trx: Db, now: Date): Promise<number> {
  const lapsed = await trx
    .selectFrom('member_invitation')
    .select(['id', 'email'])
    .where('id', 'not in', openInvitations(trx, now).select('i.id'))
    .execute()
  for (const row of lapsed) await takeAway(trx, row)
  return lapsed.length
}

/** Takes away the invitations that nobody answered in 30 days, and those of who no longer owns the profile. @returns how many */
export function removeLapsedInvitations(db: Kysely<Database>, now: Date): Promise<number> {
  return write(db, { id: 'system' }, now, (trx) => removeLapsed(trx, now))
}
