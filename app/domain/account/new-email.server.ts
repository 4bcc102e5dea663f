import type { Db } from '#db/client.ts'
import { queueMail } from '../../mail/queue.server.ts'
import { accountByEmail, accountById, normalised, rightsChanged } from './queries.server.ts'
import { issueToken, takeToken } from './tokens.server.ts'

/** Where a new address is confirmed with a key. */
function confirmLink(key: string): string {
  return `/inloggen/e-mail?${new URLSearchParams({ sleutel: key })}`
}

/**
 * Asks the new address whether it is the person's, and tells the one there is. Whether somebody else has the address already is told
 * to its owner only. Call it within `write`.
 */
export async function askNewEmail(trx: Db, accountId: string, given: string, now: Date): Promise<void> {
  const account = await accountById(trx, accountId)
  if (!account) return
  const email = normalised(given)
  const { locale } = account
  await forgetAsked(trx, accountId)
  const params = { email, link: '/mijn/account' }
  await queueMail(trx, { to: { accountId }, locale, template: 'emailChanging', params }, now)
  const owner = await accountByEmail(trx, email)
  if (owner) {
    const to = { accountId: owner.id }
    await queueMail(trx, { to, locale: owner.locale, template: 'emailTaken', params: { link: '/inloggen' } }, now)
    return
  }
  const link = confirmLink(await issueToken(trx, { accountId, purpose: 'email', email }, now))
  await queueMail(trx, { to: { address: email }, locale, template: 'emailConfirm', params: { link } }, now)
}

/** Takes back what was asked before: the address was never shown to be the person's. Call it within `write`. */
export async function forgetAsked(trx: Db, accountId: string): Promise<void> {
  const asked = trx
    .deleteFrom('sign_in_token')
    .where('account_id', '=', accountId)
    .where('purpose', '=', 'email')
    .returning('email')
  for (const { email } of await asked.execute()) await trx.deleteFrom('mail').where('address', '=', email).execute()
}

/**
 * Gives the account the address that the key was mailed to. A link to choose a password, sent to the old one, is of no use any more.
 * Call it within `write`.
 * @returns whether it was changed: not when the key no longer holds, or somebody else got the address meanwhile
 */
export async function confirmNewEmail(trx: Db, key: string, at: Date): Promise<boolean> {
  const token = await takeToken(trx, key, ['email'], at)
  if (!token?.email || (await accountByEmail(trx, token.email))) return false
  const now = at.toISOString()
  const { accountId, email } = token
  await trx.updateTable('account').set({ email, verified_at: now }).where('id', '=', accountId).execute()
  await trx.deleteFrom('sign_in_token').where('account_id', '=', accountId).execute()
  await rightsChanged(trx, accountId, now)
  return true
}
