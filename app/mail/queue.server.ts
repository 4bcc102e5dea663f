import type { Selectable } from 'kysely'
import type { Db } from '#db/client.ts'
import type { MailTable } from '#db/tables/accounts.ts'
import type { Locale } from '../i18n/locale.ts'
import type { Messages } from '../i18n/nl/messages.ts'

export type MailTemplate = keyof Messages['mail']['templates']

export interface NewMail {
  /** An account, by its id, or the address of a team. */
  to: { accountId: string } | { address: string }
  locale: Locale
  template: MailTemplate
  /**
   * What is filled in. `link` is an address on this portal, beginning with "/"; `role` and `rom` are a role by its code and the name of
   * its ROM; `name` is whom it greets, where that is not the account's own name; `due` is a day; `message` is a text of more lines;
   * `replyTo` is the address that an answer goes to.
   */
  params: Record<string, string>
}

/**
 * Puts mail in the queue, in the transaction that it belongs to: it goes out when that is written, and only then. What it says is made
 * in the reader's language when it is sent.
 */
export async function queueMail(trx: Db, { to, locale, template, params }: NewMail, now: Date): Promise<void> {
  const at = now.toISOString()
  await trx
    .insertInto('mail')
    .values({
      account_id: 'accountId' in to ? to.accountId : null,
      address: 'address' in to ? to.address : null,
      locale,
      template,
      params: JSON.stringify(params),
      created_at: at,
      due_at: at,
    })
    .execute()
}

/** What a mail is called wherever it goes. Its number alone would be that of another mail after a backup was put back. */
export function nameOf(mail: { id: number; created_at: string }): string {
  return `schakel-${Date.parse(mail.created_at).toString(36)}-${mail.id}`
}

/** The names of all mail there is, sent or not. */
export async function mailNames(db: Db): Promise<Set<string>> {
  const rows = await db.selectFrom('mail').select(['id', 'created_at']).execute()
  return new Set(rows.map(nameOf))
}

export type DueMail = Selectable<MailTable> & {
  /** Whom it goes to at this moment; null for an account that may not be written to (any more). */
  to: { address: string; name: string | null } | null
}

/** The mail that waits longest of what is due; undefined when none is. */
export async function nextDue(db: Db, now: Date): Promise<DueMail | undefined> {
  const row = await db
    .selectFrom('mail as m')
    .leftJoin('account as a', (join) =>
      join.onRef('a.id', '=', 'm.account_id').on('a.blocked_at', 'is', null).on('a.forgotten_at', 'is', null),
    )
    .selectAll('m')
    .select(['a.email', 'a.name', 'a.verified_at'])
    .where('m.sent_at', 'is', null)
    .where('m.failed_at', 'is', null)
    .where('m.due_at', '<=', now.toISOString())
    .orderBy('m.due_at')
    .orderBy('m.id')
    .executeTakeFirst()
  if (!row) return undefined
  const { email, name, verified_at, ...mail } = row
  const address = mail.address ?? email
  // Until somebody has shown that the address is theirs, anybody may have typed the name: it is no text to mail to a stranger.
  return { ...mail, to: address === null ? null : { address, name: verified_at === null ? null : name } }
}

/**
 * Puts on record that mail was sent. What was filled in is let go: it may hold a key.
 * @param kept of that, what is in the subject, which is still shown
 */
export async function markSent(db: Db, id: number, kept: NewMail['params'], now: Date): Promise<void> {
  const sent = { sent_at: now.toISOString(), params: JSON.stringify(kept), error: null }
  await db
    .updateTable('mail')
    .set((eb) => ({ ...sent, attempts: eb('attempts', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** Puts on record that mail is for nobody at this moment: who is blocked may come back, and then it can be tried again. */
export async function markUndeliverable(db: Db, id: number, now: Date): Promise<void> {
  await db
    .updateTable('mail')
    .set({ failed_at: now.toISOString(), error: 'the account is blocked or gone' })
    .where('id', '=', id)
    .execute()
}

const minute = 60_000
const mostAttempts = 8

/** How long to wait after so many attempts, in milliseconds: 1, 3, 9, 27, 81 and 243 minutes, then six hours. */
export function pause(attempts: number): number {
  return Math.min(3 ** (attempts - 1) * minute, 360 * minute)
}

/**
 * Puts on record that an attempt failed.
 * @returns when the next one is; null when there is none any more
 */
export async function markFailed(
  db: Db,
  mail: { id: number; attempts: number },
  error: string,
  now: Date,
): Promise<Date | null> {
  const attempts = mail.attempts + 1
  const next = attempts < mostAttempts ? new Date(now.getTime() + pause(attempts)) : null
  const then = next ? { due_at: next.toISOString() } : { failed_at: now.toISOString() }
  await db
    .updateTable('mail')
    .set({ attempts, error, ...then })
    .where('id', '=', mail.id)
    .execute()
  return next
}
