import type { Db } from '#db/client.ts'
import { rightsChanged } from './queries.server.ts'

/** Keeps a new secret, which counts once it was confirmed. Call it within `write`. @returns false when one counts already */
export async function keepSecret(trx: Db, accountId: string, sealed: string | null, now: string): Promise<boolean> {
  const kept = await trx
    .updateTable('account')
    .set({ totp_secret: sealed, totp_last_step: null, updated_at: now })
    .where('id', '=', accountId)
    .where('totp_confirmed_at', 'is', null)
    .executeTakeFirst()
  return Number(kept.numUpdatedRows) > 0
}

/**
 * Lets the secret count from now on, as a code was given by it. Call it within `write`.
 * @param step of which that code was: it is not taken again
 * @param sealed the secret it was checked against: another one may have been made meanwhile
 * @returns false when that is no longer the one to be confirmed
 */
export async function confirmSecret(
  trx: Db,
  accountId: string,
  { step, sealed }: { step: number; sealed: string },
  now: string,
): Promise<boolean> {
  const confirmed = await trx
    .updateTable('account')
    .set({ totp_confirmed_at: now, totp_last_step: step })
    .where('id', '=', accountId)
    .where('totp_secret', '=', sealed)
    .where('totp_confirmed_at', 'is', null)
    .executeTakeFirst()
  if (Number(confirmed.numUpdatedRows) === 0) return false
  await rightsChanged(trx, accountId, now)
  return true
}

/** Uses up a step. @returns false when it, or a later one, was used before */
export async function spendStep(trx: Db, accountId: string, step: number): Promise<boolean> {
  const used = await trx
    .updateTable('account')
    .set({ totp_last_step: step })
    .where('id', '=', accountId)
    .where('totp_confirmed_at', 'is not', null)
    .where((eb) => eb.or([eb('totp_last_step', 'is', null), eb('totp_last_step', '<', step)]))
    .executeTakeFirst()
  return Number(used.numUpdatedRows) > 0
}

/** From now on a password is enough. Call it within `write`. @returns false when it was already */
export async function turnOffTwoFactor(trx: Db, accountId: string, now: string): Promise<boolean> {
  const off = await trx
    .updateTable('account')
    .set({ totp_secret: null, totp_confirmed_at: null, totp_last_step: null })
    .where('id', '=', accountId)
    .where('totp_confirmed_at', 'is not', null)
    .executeTakeFirst()
  if (Number(off.numUpdatedRows) === 0) return false
  await trx.deleteFrom('recovery_code').where('account_id', '=', accountId).execute()
  await rightsChanged(trx, accountId, now)
  return true
}

/** Keeps these recovery codes, by their hashes, in the place of those there were. */
export async function keepRecoveryCodes(trx: Db, accountId: string, hashes: string[]): Promise<void> {
  await trx.deleteFrom('recovery_code').where('account_id', '=', accountId).execute()
  await trx
    .insertInto('recovery_code')
    .values(hashes.map((hash) => ({ hash, account_id: accountId })))
    .execute()
}

/** Uses up a recovery code. @returns false when there is none such */
export async function spendRecoveryCode(trx: Db, accountId: string, hash: string): Promise<boolean> {
  const used = await trx
    .deleteFrom('recovery_code')
    .where('account_id', '=', accountId)
    .where('hash', '=', hash)
    .executeTakeFirst()
  return Number(used.numDeletedRows) > 0
}

export async function countRecoveryCodes(db: Db, accountId: string): Promise<number> {
  const { n } = await db
    .selectFrom('recovery_code')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('account_id', '=', accountId)
    .executeTakeFirstOrThrow()
  return n
}
