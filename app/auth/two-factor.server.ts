import { randomInt } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import type { Db } from '#db/client.ts'
import type { AccountTable } from '#db/tables/accounts.ts'
import type { App } from '../context.server.ts'
import { countRecoveryCodes, spendRecoveryCode, spendStep } from '../domain/account/two-factor.server.ts'
import { queueMail } from '../mail/queue.server.ts'
import { hashOf, seal, unseal } from './keys.server.ts'

/** What every authenticator app does unless told otherwise (RFC 6238). */
const rules = { algorithm: 'SHA1', digits: 6, period: 30 } as const
/** A phone may be one step ahead or behind. */
const tolerance = 1

const codes = 10
/** Without those that are read for one another: 32 characters, so that 16 of them are 80 bits. */
const alphabet = 'abcdefghijkmnpqrstuvwxyz23456789'

/** A new secret, as it is kept. */
export function newSecret({ secret }: Pick<App, 'secret'>): string {
  return seal(secret, new Secret({ size: 20 }).base32)
}

/** The secret that was sealed; null when it cannot be read, as after the portal got another secret of its own. */
function opened({ secret, log }: Pick<App, 'secret' | 'log'>, sealed: string): string | null {
  try {
    return unseal(secret, sealed)
  } catch {
    log.error('a two-factor secret cannot be read: was SECRET changed?')
    return null
  }
}

/** What an authenticator app needs: an address for the QR code, and the key in groups of four to type over. */
export function enrolment(app: Pick<App, 'secret' | 'log'>, account: Pick<AccountTable, 'totp_secret' | 'email'>) {
  const secret = account.totp_secret && opened(app, account.totp_secret)
  if (!secret) return null
  const totp = new TOTP({
    ...rules,
    issuer: 'Schakel',
    label: account.email ?? '',
    secret: Secret.fromBase32(secret),
  })
  return { address: totp.toString(), typed: secret.match(/.{1,4}/g)?.join(' ') ?? secret }
}

/** Of which 30 seconds a code is, counted from 1970; null when it is not one of about now. */
export function stepOf(app: Pick<App, 'secret' | 'log' | 'now'>, sealed: string, code: string): number | null {
  const secret = opened(app, sealed)
  if (secret === null) return null
  const totp = new TOTP({ ...rules, secret: Secret.fromBase32(secret) })
  const timestamp = app.now().getTime()
  const delta = totp.validate({ token: plain(code), timestamp, window: tolerance })
  return delta === null ? null : totp.counter({ timestamp }) + delta
}

/** As somebody typed it: spaces, dashes and capitals mean nothing. */
function plain(code: string): string {
  return code.toLowerCase().replace(/[\s-]/g, '')
}

/** Ten codes for who lost the phone, as they are shown: once. */
export function newRecoveryCodes(): string[] {
  const group = () => Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join('')
  return Array.from({ length: codes }, () => Array.from({ length: 4 }, group).join('-'))
}

/** A recovery code as it is kept. */
export function hashOfRecoveryCode(code: string): string {
  return hashOf(plain(code))
}

/**
 * Uses up a code of the app, or a recovery code, of which the person is told. Call it within `write`.
 * @returns false when it is wrong, or was used before
 */
export async function takeCode(
  app: Pick<App, 'secret' | 'log' | 'now'>,
  trx: Db,
  account: Pick<AccountTable, 'id' | 'totp_secret' | 'locale'>,
  code: string,
): Promise<boolean> {
  if (/^\d{6}$/.test(plain(code))) {
    const step = account.totp_secret === null ? null : stepOf(app, account.totp_secret, code)
    return step !== null && spendStep(trx, account.id, step)
  }
  if (!(await spendRecoveryCode(trx, account.id, hashOfRecoveryCode(code)))) return false
  const left = String(await countRecoveryCodes(trx, account.id))
  const to = { accountId: account.id }
  const link = '/mijn/account/tweestaps'
  await queueMail(
    trx,
    { to, locale: account.locale, template: 'recoveryCodeUsed', params: { left, link } },
    app.now(),
  )
  return true
}
