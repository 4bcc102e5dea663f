import type { Db } from '#db/client.ts'
import type { SignInTokenTable } from '#db/tables/accounts.ts'
import { hashOf, newKey } from '../../auth/keys.server.ts'

export type TokenPurpose = SignInTokenTable['purpose']

/** What a key opens, for whom. */
export interface Token {
  accountId: string
  purpose: TokenPurpose
  /** The address that is verified, when it is not the account's yet. */
  email: string | null
}

const hour = 3_600_000

/** How long a key holds, in milliseconds. A reset is asked for by somebody who waits for it. */
const lifetimes: Record<TokenPurpose, number> = {
  verify: 7 * 24 * hour,
  invite: 7 * 24 * hour,
  reset: hour,
  email: 24 * hour,
}

/**
 * Makes a key to mail to somebody. An older one for the same purpose is of no use any more. Call it within `write`.
 * @param email the address it verifies, when it is not the account's yet
 * @returns the key: it is nowhere else, since only its hash is kept
 */
export async function issueToken(
  trx: Db,
  token: { accountId: string; purpose: TokenPurpose; email?: string },
  now: Date,
): Promise<string> {
  await trx
    .deleteFrom('sign_in_token')
    .where('account_id', '=', token.accountId)
    .where('purpose', '=', token.purpose)
    .execute()
  const key = newKey()
  await trx
    .insertInto('sign_in_token')
    .values({
      hash: hashOf(key),
      account_id: token.accountId,
      purpose: token.purpose,
      email: token.email ?? null,
      created_at: now.toISOString(),
      expires_at: new Date(now.getTime() + lifetimes[token.purpose]).toISOString(),
    })
    .execute()
  return key
}

/** Where a password is chosen with a key. @param way the page to go on to then, sealed; '' for none */
export function passwordLink(key: string, way = ''): string {
  return `/inloggen/wachtwoord?${new URLSearchParams({ sleutel: key, ...(way && { verder: way }) })}`
}

/** What a key opens, without using it: programs that look through mail open its links too. @returns null when nothing */
export async function tokenOf(db: Db, key: string, purposes: TokenPurpose[], now: Date): Promise<Token | null> {
  const row = await db
    .selectFrom('sign_in_token as s')
    .innerJoin('account as a', 'a.id', 's.account_id')
    .select(['s.account_id as accountId', 's.purpose', 's.email'])
    .where('s.hash', '=', hashOf(key))
    .where('s.purpose', 'in', purposes)
    .where('s.expires_at', '>', now.toISOString())
    .where('a.blocked_at', 'is', null)
    .where('a.forgotten_at', 'is', null)
    .executeTakeFirst()
  return row ?? null
}

/**
 * Uses a key up, in the transaction of what it allows: of two who come with it at once, one is let in.
 * @returns null when it opens nothing (any more)
 */
export async function takeToken(trx: Db, key: string, purposes: TokenPurpose[], now: Date): Promise<Token | null> {
  const token = await tokenOf(trx, key, purposes, now)
  if (token) await trx.deleteFrom('sign_in_token').where('hash', '=', hashOf(key)).execute()
  return token
}
