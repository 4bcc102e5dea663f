import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'
import { forgetUnverifiedBefore, removeEnded, removeMailBefore } from '../domain/account/retention.server.ts'
import { removeLapsedKeys } from '../domain/introduction/keys.server.ts'
import { removeLapsedInvitations } from '../domain/organisation/colleagues.server.ts'
import { forgetClosedBefore } from '../domain/question/forget.server.ts'
import { removeClosedKeys } from '../domain/question/status.server.ts'
import { removeUnconfirmedInboxes } from '../domain/rom/inbox.server.ts'

const day = 24 * 3_600_000
const sessionDays = 14
const mailDays = 30
const unverifiedDays = 30
const questionDays = 365

/**
 * Takes away what may no longer be kept: sessions two weeks after they ended, keys that hold no longer, mail of 30 days ago,
 * invitations and team addresses that lapsed, accounts nobody made use of in 30 days, who asked a ROM something that was closed a year
 * ago.
 * It may run at any moment, as often as one likes.
 * @returns how many of each went
 */
export async function tidy(db: Kysely<Database>, now: Date) {
  const before = (days: number) => new Date(now.getTime() - days * day).toISOString()
  return {
    ended: (await removeEnded(db, now.toISOString(), before(sessionDays))) + (await removeClosedKeys(db, now)),
    mail: await removeMailBefore(db, before(mailDays)),
    lapsed:
      (await removeLapsedInvitations(db, now)) +
      (await removeUnconfirmedInboxes(db, now)) +
      (await removeLapsedKeys(db, now)),
    questions: await forgetClosedBefore(db, before(questionDays), now),
    unverified: await forgetUnverifiedBefore(db, before(unverifiedDays), now),
  }
}
