import type { Db } from '#db/client.ts'
import type { IntroductionKeyTable } from '#db/tables/introductions.ts'
import { hashOf, newKey } from '../../auth/keys.server.ts'

const day = 24 * 3_600_000

/** How long a key holds, in milliseconds: longer than an answer may take, so that late is better than never. */
const lifetimes: Record<IntroductionKeyTable['purpose'], number> = {
  answer: 30 * day,
  consent: 30 * day,
  outcome: 60 * day,
}

export type NewKey = Pick<
  IntroductionKeyTable,
  'introduction_id' | 'party_id' | 'purpose' | 'after_months' | 'account_id'
>

/** Makes a key for a mail. @returns the address that it opens: the key is nowhere else, since only its hash is kept */
export async function issueLink(trx: Db, key: NewKey, now: Date): Promise<string> {
  const own = newKey()
  await trx
    .insertInto('introduction_key')
    .values({
      ...key,
      hash: hashOf(own),
      created_at: now.toISOString(),
      expires_at: new Date(now.getTime() + lifetimes[key.purpose]).toISOString(),
    })
    .execute()
  return `/introductie?${new URLSearchParams({ sleutel: own })}`
}

/** What a key opens, which is not used up by looking; undefined when it opens nothing (any more). */
export function keyOf(db: Db, key: string, now: Date) {
  return db
    .selectFrom('introduction_key')
    .selectAll()
    .where('hash', '=', hashOf(key))
    .where('expires_at', '>', now.toISOString())
    .executeTakeFirst()
}

/** Ends every key for what was decided: nobody decides it twice. Call it within `write`. */
export async function endKeys(
  trx: Db,
  introductionId: string,
  of: { purpose?: IntroductionKeyTable['purpose']; partyId?: string; afterMonths?: 6 | 12 } = {},
): Promise<void> {
  let query = trx.deleteFrom('introduction_key').where('introduction_id', '=', introductionId)
  if (of.purpose) query = query.where('purpose', '=', of.purpose)
  if (of.partyId) query = query.where('party_id', '=', of.partyId)
  if (of.afterMonths) query = query.where('after_months', '=', of.afterMonths)
  await query.execute()
}

/** Takes away keys that hold no longer. @returns how many */
export async function removeLapsedKeys(db: Db, now: Date): Promise<number> {
  const gone = await db.deleteFrom('introduction_key').where('expires_at', '<=', now.toISOString()).executeTakeFirst()
  return Number(gone.numDeletedRows)
}
