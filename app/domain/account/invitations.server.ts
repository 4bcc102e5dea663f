import type { Db } from '#db/client.ts'
import type { Locale } from '../../i18n/locale.ts'
import { queueMail } from '../../mail/queue.server.ts'
import { accountByEmail, addAccount, grantRole } from './queries.server.ts'
import { issueToken, passwordLink } from './tokens.server.ts'
import type { Role } from './types.ts'

export interface Invitation {
  email: string
  /** Of an account that exists, the name stays as it is. */
  name: string
  /** The language of the mail, where there is no account yet that says so. */
  locale: Locale
  role: Role['role']
  /** The ROM that a role is had for; null for the roles that are for all nine. */
  romId: string | null
  /** Who invites, by actor. */
  by: string
}

export interface Invited {
  accountId: string
  /** Whether there was no account yet. */
  isNew: boolean
  /** What a password is chosen with; null for somebody who has one. */
  key: string | null
}

/** Gives somebody a role, and an account where there is none yet, without telling them. Call it within `write`. */
export async function enrol(trx: Db, invitation: Invitation, now: Date): Promise<Invited> {
  const { email, name, locale, role, romId, by } = invitation
  const at = now.toISOString()
  const account = await accountByEmail(trx, email)
  const accountId = account?.id ?? (await addAccount(trx, { email, name, locale }, at))
  await grantRole(trx, { accountId, role, romId, by }, at)
  const key = account?.password_hash ? null : await issueToken(trx, { accountId, purpose: 'invite' }, now)
  return { accountId, isNew: account === undefined, key }
}

/**
 * Invites somebody: makes the account where there is none, gives the role, and mails how to come in. Who has a password already is told
 * of the role: a week-long key to choose another one would only be a risk. Call it within `write`.
 */
export async function invite(trx: Db, invitation: Invitation, now: Date): Promise<Invited> {
  const invited = await enrol(trx, invitation, now)
  const { locale } = await trx
    .selectFrom('account')
    .select('locale')
    .where('id', '=', invited.accountId)
    .executeTakeFirstOrThrow()
  const rom = await trx.selectFrom('rom').select('name').where('id', '=', invitation.romId).executeTakeFirst()
  const params = { name: invitation.name, role: invitation.role, rom: rom?.name ?? '' }
  await queueMail(
    trx,
    {
      to: { accountId: invited.accountId },
      locale,
      ...(invited.key === null
        ? { template: 'roleGranted', params: { ...params, link: '/inloggen' } }
        : { template: 'invitation', params: { ...params, link: passwordLink(invited.key) } }),
    },
    now,
  )
  return invited
}
