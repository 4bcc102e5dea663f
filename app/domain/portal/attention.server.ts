import { sql } from 'kysely'
import type { Db } from '#db/client.ts'
import { countClaims } from '../organisation/claims.server.ts'

export interface Attention {
  /** Of who works here and can come in, how many have no second step. */
  withoutTwoFactor: number
  /** Who asked to look after an organisation and has no answer yet. */
  openClaims: number
  /** Invited, and no password chosen after a week: the link no longer works. */
  staleInvitations: number
  failedMail: number
  /** Mail that was due a quarter of an hour ago. */
  lateMail: number
}

const quarter = 15 * 60_000
const week = 7 * 24 * 3_600_000

/** What an administrator should look at, as counts. */
export async function attention(db: Db, now: Date): Promise<Attention> {
  const late = new Date(now.getTime() - quarter).toISOString()
  const lastWeek = new Date(now.getTime() - week).toISOString()
  const works = sql`a.blocked_at IS NULL AND a.forgotten_at IS NULL
    AND a.id IN (SELECT account_id FROM account_role WHERE revoked_at IS NULL)`
  const { rows } = await sql<Omit<Attention, 'openClaims'>>`SELECT
    (SELECT count(*) FROM account a WHERE ${works} AND a.totp_confirmed_at IS NULL
      AND (a.password_hash IS NOT NULL OR a.is_example = 1)) AS withoutTwoFactor,
    (SELECT count(*) FROM account a WHERE ${works} AND a.password_hash IS NULL AND a.is_example = 0
      AND a.id NOT IN (SELECT account_id FROM account_identity)
      AND NOT EXISTS (SELECT 1 FROM sign_in_token s WHERE s.account_id = a.id AND s.created_at > ${lastWeek}))
      AS staleInvitations,
    (SELECT count(*) FROM mail WHERE failed_at IS NOT NULL AND sent_at IS NULL) AS failedMail,
    (SELECT count(*) FROM mail WHERE sent_at IS NULL AND failed_at IS NULL AND due_at < ${late}) AS lateMail`.execute(
    db,
  )
  const [counts] = rows
  if (!counts) throw new Error('counting gives one row')
  return { ...counts, openClaims: await countClaims(db, null) }
}

/** The size of the database, in bytes. */
export async function databaseBytes(db: Db): Promise<number> {
  const { rows } = await sql<{ bytes: number }>`
    SELECT page_count * page_size AS bytes FROM pragma_page_count(), pragma_page_size()`.execute(db)
  return rows[0]?.bytes ?? 0
}
