import type { Kysely } from 'kysely'
import type { Db } from '#db/client.ts'
import type { Database } from '#db/schema.ts'
import { write } from '#db/write.ts'
import { clearLog, emptyAccount } from './forget.server.ts'

/**
 * Takes away keys and kept forms that hold no longer, and sessions that ended before a moment: so long somebody may come back to a form
 * that was open when theirs ended.
 * @returns how many
 */
export async function removeEnded(db: Db, now: string, before: string): Promise<number> {
  const sessions = await db
    .deleteFrom('session')
    .where((eb) => eb.or([eb('expires_at', '<=', before), eb('ends_at', '<=', before)]))
    .executeTakeFirst()
  const keys = await db.deleteFrom('sign_in_token').where('expires_at', '<=', now).executeTakeFirst()
  const forms = await db.deleteFrom('kept_form').where('expires_at', '<=', now).executeTakeFirst()
  return Number(sessions.numDeletedRows + keys.numDeletedRows + forms.numDeletedRows)
}

/** Takes away mail that was sent, or given up, before a moment. @returns how many */
export async function removeMailBefore(db: Db, moment: string): Promise<number> {
  const gone = await db
    .deleteFrom('mail')
    .where((eb) => eb.or([eb('sent_at', '<', moment), eb('failed_at', '<', moment)]))
    .executeTakeFirst()
  return Number(gone.numDeletedRows)
}

/**
 * Forgets who was never shown to have the address that was given, and has no key left to show it by.
 * @param moment of before which they asked
 * @returns how many
 */
export async function forgetUnverifiedBefore(db: Kysely<Database>, moment: string, at: Date): Promise<number> {
  const forgotten = await write(db, { id: 'system' }, at, async (trx) => {
    const unverified = await trx
      .selectFrom('account')
      .select('id')
      .where('verified_at', 'is', null)
      .where('forgotten_at', 'is', null)
      .where('created_at', '<', moment)
      .where('id', 'not in', (eb) => eb.selectFrom('sign_in_token').select('account_id'))
      .execute()
    for (const { id } of unverified) await emptyAccount(trx, id, 'system', at.toISOString())
    return unverified.length
  })
  if (forgotten > 0) await clearLog(db)
  return forgotten
}
