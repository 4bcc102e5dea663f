import { type SelectQueryBuilder, sql } from 'kysely'
import type { Db } from '#db/client.ts'
import type { Database } from '#db/schema.ts'
import { actorNames } from '../account/names.server.ts'

export const mailStates = ['waiting', 'retrying', 'failed', 'sent'] as const
/** Retrying: it was tried, and will be again. Failed: it will not. */
export type MailState = (typeof mailStates)[number]

const state = sql<MailState>`CASE
  WHEN m.sent_at IS NOT NULL THEN 'sent'
  WHEN m.failed_at IS NOT NULL THEN 'failed'
  WHEN m.attempts > 0 THEN 'retrying'
  ELSE 'waiting' END`
const canTryAgain = sql<boolean>`m.failed_at IS NOT NULL AND m.sent_at IS NULL`

function filtered(db: Db, only: MailState | null) {
  const query = db.selectFrom('mail as m') as SelectQueryBuilder<Database & { m: Database['mail'] }, 'm', object>
  return only ? query.where(state, '=', only) : query
}

/** How much mail is in which state. */
export function countMail(db: Db): Promise<{ value: MailState; n: number }[]> {
  return filtered(db, null)
    .groupBy(state)
    .select([state.as('value'), sql<number>`count(*)`.as('n')])
    .execute()
}

/** One page of mail, the latest first, each with whom it is for. What is filled in is for its subject only: it may hold a key. */
export async function listMail(db: Db, only: MailState | null, { limit, offset }: { limit: number; offset: number }) {
  const rows = await filtered(db, only)
    .select(['m.id', 'm.account_id', 'm.address', 'm.locale', 'm.template', 'm.params', 'm.created_at', 'm.due_at'])
    .select(['m.attempts', 'm.sent_at', 'm.failed_at', 'm.error', state.as('state')])
    .select(sql<0 | 1>`(${canTryAgain})`.as('can_try_again'))
    .orderBy('m.id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
  const names = await actorNames(
    db,
    rows.map(({ account_id }) => account_id),
  )
  return rows.map(({ account_id, ...row }) => ({ ...row, to: account_id ? (names.get(account_id) ?? null) : null }))
}

/** Puts mail that was given up back in the queue, as if it were new. @returns whether there is such mail */
export async function tryMailAgain(trx: Db, id: number, now: string): Promise<boolean> {
  const known = await trx.selectFrom('mail').select('id').where('id', '=', id).executeTakeFirst()
  await trx
    .updateTable('mail as m')
    .set({ failed_at: null, error: null, attempts: 0, due_at: now })
    .where('m.id', '=', id)
    .where(canTryAgain)
    .execute()
  return known !== undefined
}
