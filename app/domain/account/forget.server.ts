import { type Kysely, sql } from 'kysely'
import type { Db } from '#db/client.ts'
import type { Database } from '#db/schema.ts'
import { write } from '#db/write.ts'
import { forgetQuestionsOf } from '../question/forget.server.ts'
import { isLastAdministrator } from './administer.server.ts'
import { forgetAsked } from './new-email.server.ts'

/** Thrown when the only administrator would go: nobody could let anybody in any more. */
export class LastAdministrator extends Error {}

/**
 * Forgets a person: every personal value goes, from the file too. What they did stays on record as done by somebody with that role.
 * @param by who asked for it, by the id of the actor
 * @throws LastAdministrator, after which nothing has changed
 */
export async function forgetPerson(db: Kysely<Database>, accountId: string, by: string, at: Date): Promise<void> {
  await write(db, { id: by }, at, async (trx) => {
    if (await isLastAdministrator(trx, accountId)) throw new LastAdministrator()
    await emptyAccount(trx, accountId, by, at.toISOString())
  })
  await clearLog(db)
}

/** What is overwritten in the file still stands in its write-ahead log, until that begins anew. */
export async function clearLog(db: Kysely<Database>): Promise<void> {
  await sql`PRAGMA wal_checkpoint(TRUNCATE)`.execute(db)
}

/** Whose rows are of no use to anybody else, and tell nothing of what was done. */
const ownTables = ['session', 'account_identity', 'sign_in_token', 'recovery_code', 'kept_form'] as const

/** Takes the personal values of an account away, and ends what it could do. Call it within `write`. */
export async function emptyAccount(trx: Db, accountId: string, by: string, now: string): Promise<void> {
  const account = await trx
    .selectFrom('account')
    .select(['email', 'verified_at'])
    .where('id', '=', accountId)
    .executeTakeFirst()
  await forgetAsked(trx, accountId)
  // By an address that was only typed, nobody erases what somebody else asked.
  const own = { id: accountId, email: account?.verified_at ? account.email : null }
  await forgetQuestionsOf(trx, own, by, new Date(now))
  for (const table of [...ownTables, 'mail'] as const) {
    await trx.deleteFrom(table).where('account_id', '=', accountId).execute()
  }
  if (account?.email) {
    const { email } = account
    // Also what would tell others the address: whom they were introduced to.
    await trx
      .deleteFrom('mail')
      .where((eb) => eb.or([eb('address', '=', email), eb(sql`instr(params, ${email})`, '>', 0)]))
      .execute()
    // Whoever only typed an address takes no invitation away from whom it is of.
    if (account.verified_at) {
      await trx.deleteFrom('member_invitation').where('email', '=', account.email).execute()
    }
  }
  // What the person invited others to would lapse; the addresses of those others need not wait for that.
  await trx.deleteFrom('member_invitation').where('invited_by', '=', accountId).execute()
  await trx
    .updateTable('account_role')
    .set({ revoked_at: now, revoked_by: by })
    .where('account_id', '=', accountId)
    .where('revoked_at', 'is', null)
    .execute()
  await trx
    .updateTable('organisation_member')
    .set({ ended_at: now, ended_by: by })
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .execute()
  // What the person wrote to the ROM, in memberships that had ended too.
  await trx.updateTable('organisation_member').set({ note: null }).where('account_id', '=', accountId).execute()
  await trx
    .updateTable('deputy')
    .set({ ended_at: now })
    .where((eb) => eb.or([eb('account_id', '=', accountId), eb('deputy_id', '=', accountId)]))
    .where('ended_at', 'is', null)
    .execute()
  await trx
    .updateTable('account')
    .set({
      email: null,
      name: null,
      password_hash: null,
      totp_secret: null,
      totp_confirmed_at: null,
      totp_last_step: null,
      forgotten_at: now,
      updated_at: now,
    })
    .where('id', '=', accountId)
    .where('forgotten_at', 'is', null)
    .execute()
}
