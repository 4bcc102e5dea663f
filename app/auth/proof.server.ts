import type { AccountTable } from '#db/tables/accounts.ts'
import type { App } from '../context.server.ts'
import { type Refusal, refused, refusedFor } from '../http/form.server.ts'
import { tooOften } from '../http/rate.server.ts'
import { busyFor, checkPassword } from './passwords.server.ts'
import { recorded } from './record.server.ts'
import { takeCode } from './two-factor.server.ts'

/** By what somebody who is signed in shows again that it is them; null when they have neither. */
export type Proof = 'password' | 'code' | null

export function proofOf(account: Pick<AccountTable, 'password_hash' | 'totp_confirmed_at'>): Proof {
  if (account.password_hash !== null) return 'password'
  return account.totp_confirmed_at === null ? null : 'code'
}

/**
 * Checks the password or the code that is asked before what matters most: a session that somebody left open, or lost, is not enough.
 * @returns what is wrong; null when it is right, or there is nothing to ask
 */
export async function refusedProof(
  app: Pick<App, 'db' | 'env' | 'log' | 'now' | 'secret'>,
  account: AccountTable,
  given: { current: string; code: string },
): Promise<Refusal | null> {
  const proof = proofOf(account)
  if (proof === null) return null
  const wait = await tooOften(app.db, 'code', account.id, app.env.limitFactor)
  if (wait !== null) return refusedFor(wait, 'tooOften')
  if (proof === 'code') {
    const right = await recorded(app, account.id, (trx) => takeCode(app, trx, account, given.code))
    return right ? null : refused('code', 'code')
  }
  const right = await checkPassword(account.password_hash, given.current)
  if (right === null) return refusedFor(busyFor, 'busy', {}, 503)
  return right ? null : refused('current', 'current')
}
