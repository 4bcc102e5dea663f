import type { AccountTable } from '#db/tables/accounts.ts'
import type { App } from '../context.server.ts'
import { type FormFaults, faultOf } from '../http/form.server.ts'
import { tooOften } from '../http/rate.server.ts'
import { Busy, checkPassword } from './passwords.server.ts'
import { recorded } from './record.server.ts'
import { takeCode } from './two-factor.server.ts'

/** Why a form was not taken. */
export interface Refusal {
  faults: FormFaults
  status: number
  headers?: Record<string, string>
}

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
  if (wait !== null) return refuse('', 'tooOften', 429, wait)
  if (proof === 'code') {
    const right = await recorded(app, account.id, (trx) => takeCode(app, trx, account, given.code))
    return right ? null : refuse('code', 'code', 400)
  }
  try {
    return (await checkPassword(account.password_hash, given.current)) ? null : refuse('current', 'current', 400)
  } catch (error) {
    if (!(error instanceof Busy)) throw error
    return refuse('', 'busy', 503, 10)
  }
}

function refuse(field: string, code: string, status: number, wait?: number): Refusal {
  const headers = wait === undefined ? undefined : { 'Retry-After': String(wait) }
  return { faults: faultOf(field, code), status, headers }
}
