import type { Db } from '#db/client.ts'
import type { Locale } from '../../i18n/locale.ts'
import { rightsChanged } from './queries.server.ts'

/** Changes what somebody is called and reads. Call it within `write`. */
export async function changeProfile(
  trx: Db,
  accountId: string,
  { name, locale }: { name: string; locale: Locale },
  now: string,
): Promise<void> {
  await trx.updateTable('account').set({ name, locale, updated_at: now }).where('id', '=', accountId).execute()
}

/**
 * Gives an account another password: a link to choose one is of no use any more, and sessions go on under another id. Call it within
 * `write`.
 */
export async function setPassword(trx: Db, accountId: string, hash: string, now: string): Promise<void> {
  await trx.updateTable('account').set({ password_hash: hash }).where('id', '=', accountId).execute()
  await trx.deleteFrom('sign_in_token').where('account_id', '=', accountId).where('purpose', '=', 'reset').execute()
  await rightsChanged(trx, accountId, now)
}
