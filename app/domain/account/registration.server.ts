import type { Db } from '#db/client.ts'
import type { Locale } from '../../i18n/locale.ts'
import { type NewMail, queueMail } from '../../mail/queue.server.ts'
import { accountByEmail, addAccount, normalised } from './queries.server.ts'
import { issueToken, passwordLink, type Token, type TokenPurpose, takeToken } from './tokens.server.ts'

/** The keys that a password is chosen with. */
export const passwordPurposes: TokenPurpose[] = ['verify', 'invite', 'reset']

/**
 * Makes an account, without a password: that is chosen with the key that is mailed, so that nobody comes in by somebody else's address.
 * For an address that has one already, the mail says so. Call it within `write`.
 * @param way the page to go on to with the password, sealed; '' for none
 */
export async function register(
  trx: Db,
  { email, name, locale, way }: { email: string; name: string; locale: Locale; way: string },
  now: Date,
): Promise<void> {
  const account = await accountByEmail(trx, email)
  const known = account?.password_hash != null
  const accountId = account?.id ?? (await addAccount(trx, { email, name, locale }, now.toISOString()))
  const key = await issueToken(trx, { accountId, purpose: known ? 'reset' : 'verify' }, now)
  const template = known ? 'alreadyRegistered' : 'verify'
  await mailKey(trx, { accountId, locale: account?.locale ?? locale, template, key, way }, now)
}

/** Mails the key to choose another password; to an address without an account, that there is none. `way` is as of `register`. Call it within `write`. */
export async function forgotten(
  trx: Db,
  { email, locale, way }: { email: string; locale: Locale; way: string },
  now: Date,
) {
  const account = await accountByEmail(trx, email)
  if (!account) {
    const to = { address: normalised(email) }
    const link = way ? `/aanmelden?${new URLSearchParams({ verder: way })}` : '/aanmelden'
    return queueMail(trx, { to, locale, template: 'noAccount', params: { link } }, now)
  }
  const key = await issueToken(trx, { accountId: account.id, purpose: 'reset' }, now)
  await mailKey(trx, { accountId: account.id, locale: account.locale, template: 'reset', key, way }, now)
}

function mailKey(
  trx: Db,
  mail: Pick<NewMail, 'locale' | 'template'> & { accountId: string; key: string; way: string },
  now: Date,
): Promise<void> {
  const { accountId, locale, template, key, way } = mail
  return queueMail(trx, { to: { accountId }, locale, template, params: { link: passwordLink(key, way) } }, now)
}

/**
 * Gives the account of a key its password, and uses up every key it has. The address is the person's own: the key was mailed there.
 * Whoever had a password already is told by mail. Call it within `write`.
 * @returns null when the key opens nothing (any more)
 */
export async function choosePassword(trx: Db, key: string, passwordHash: string, now: Date): Promise<Token | null> {
  const token = await takeToken(trx, key, passwordPurposes, now)
  if (!token) return null
  const { accountId } = token
  const account = await trx
    .selectFrom('account')
    .select(['locale', 'password_hash', 'verified_at'])
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow()
  const at = now.toISOString()
  await trx
    .updateTable('account')
    .set({ password_hash: passwordHash, verified_at: account.verified_at ?? at, updated_at: at })
    .where('id', '=', accountId)
    .execute()
  await trx.deleteFrom('sign_in_token').where('account_id', '=', accountId).execute()
  if (account.password_hash !== null) {
    const params = { link: '/inloggen/vergeten' }
    await queueMail(trx, { to: { accountId }, locale: account.locale, template: 'passwordChanged', params }, now)
  }
  return token
}

/**
 * Makes an account with a password for whoever showed that an address is theirs, or gives the one that was never opened its password.
 * Call it within `write`.
 * @returns its id; null when there is one that somebody comes in by already, or may not
 */
export async function openAccount(
  trx: Db,
  { email, name, locale, passwordHash }: { email: string; name: string; locale: Locale; passwordHash: string },
  now: Date,
): Promise<string | null> {
  const account = await accountByEmail(trx, email)
  if (account?.password_hash || account?.blocked_at) return null
  const at = now.toISOString()
  const id = account?.id ?? (await addAccount(trx, { email, name, locale }, at))
  // The name that stood there may have been typed by anybody.
  const set = { name, password_hash: passwordHash, verified_at: at, updated_at: at }
  await trx.updateTable('account').set(set).where('id', '=', id).execute()
  await trx.deleteFrom('sign_in_token').where('account_id', '=', id).execute()
  return id
}
