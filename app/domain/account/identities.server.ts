import type { Db } from '#db/client.ts'
import type { AccountTable } from '#db/tables/accounts.ts'
import { queueMail } from '../../mail/queue.server.ts'
import { accountByEmail } from './queries.server.ts'

/** Somebody as an issuer knows them. */
export interface Identity {
  issuer: string
  subject: string
  /** Their address, when it may be believed that it is theirs. */
  email: string | null
}

/**
 * The account that somebody comes into: the one they are linked to, else the one of their address. It is not linked by looking.
 * @returns null when there is none, it is blocked, or it is linked to somebody else of that issuer
 */
export async function accountOf(
  db: Db,
  { issuer, subject, email }: Identity,
): Promise<{ account: AccountTable; linked: boolean } | null> {
  const known = await db
    .selectFrom('account_identity as i')
    .innerJoin('account as a', 'a.id', 'i.account_id')
    .selectAll('a')
    .where('i.issuer', '=', issuer)
    .where('i.subject', '=', subject)
    .executeTakeFirst()
  const account = known ?? (email === null ? undefined : await accountByEmail(db, email))
  if (!account || account.blocked_at || account.forgotten_at) return null
  if (known) return { account, linked: true }
  const other = await db
    .selectFrom('account_identity')
    .select('id')
    .where('account_id', '=', account.id)
    .where('issuer', '=', issuer)
    .executeTakeFirst()
  return other ? null : { account, linked: false }
}

/**
 * Links an account to who its person is at an issuer. As with a password that is chosen by a mailed key, the address is shown to be theirs and
 * keys from before are of no use any more. Who came in by a password until now is told by mail. Call it within `write`.
 * @param name what people call the issuer
 */
export async function linkIdentity(
  trx: Db,
  account: AccountTable,
  { issuer, subject, name }: Pick<Identity, 'issuer' | 'subject'> & { name: string },
  now: Date,
): Promise<void> {
  const at = now.toISOString()
  await trx
    .insertInto('account_identity')
    .values({ id: crypto.randomUUID(), account_id: account.id, issuer, subject, linked_at: at })
    .execute()
  await trx
    .updateTable('account')
    .set({ verified_at: account.verified_at ?? at, updated_at: at })
    .where('id', '=', account.id)
    .execute()
  await trx.deleteFrom('sign_in_token').where('account_id', '=', account.id).execute()
  if (account.password_hash === null) return
  const params = { provider: name, link: '/mijn/account' }
  const to = { accountId: account.id }
  await queueMail(trx, { to, locale: account.locale, template: 'identityLinked', params }, now)
}

/** Since when an account is linked; null when it is not. */
export async function linkedSince(db: Db, accountId: string): Promise<string | null> {
  const first = await db
    .selectFrom('account_identity')
    .select('linked_at')
    .where('account_id', '=', accountId)
    .orderBy('linked_at')
    .executeTakeFirst()
  return first?.linked_at ?? null
}

/** From now on nobody comes into an account by an issuer, until they are linked again. Call it within `write`. */
export async function unlinkIdentities(trx: Db, accountId: string): Promise<void> {
  await trx.deleteFrom('account_identity').where('account_id', '=', accountId).execute()
}
