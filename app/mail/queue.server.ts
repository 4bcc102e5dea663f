import type { Db } from '#db/client.ts'
import type { Locale } from '../i18n/locale.ts'
import type { Messages } from '../i18n/nl/messages.ts'

export type MailTemplate = keyof Messages['mail']['templates']

export interface NewMail {
  /** An account, by its id, or the address of a team. */
  to: { accountId: string } | { address: string }
  locale: Locale
  template: MailTemplate
  /** What is filled in; `link` is an address on this portal, beginning with "/". */
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
