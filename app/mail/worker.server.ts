import type { App } from '../context.server.ts'
import {
  type DueMail,
  markFailed,
  markSent,
  markUndeliverable,
  type NewMail,
  nameOf,
  nextDue,
} from './queue.server.ts'
import { inSubject, render } from './render.server.ts'
import type { Transport } from './transport.server.ts'

interface Post {
  transport: Transport
  /** The address of the portal, which links begin with. */
  origin: string
  /** Ends it between two mails. */
  signal?: AbortSignal
}

/**
 * Sends what is due, to the address that an account has now. A mail that fails is tried again later, and does not hold up the others.
 * When the process dies between sending and putting that on record, a mail is sent twice: never is one lost.
 * @returns how many were sent
 */
export async function sendDue({ db, now, log }: Pick<App, 'db' | 'now' | 'log'>, post: Post): Promise<number> {
  let sent = 0
  while (!post.signal?.aborted) {
    const mail = await nextDue(db, now())
    if (!mail) break
    if (mail.to === null) {
      await markUndeliverable(db, mail.id, now())
      continue
    }
    try {
      await send(mail, mail.to, post)
    } catch (error) {
      const reason = withoutAddresses(error)
      const next = await markFailed(db, mail, reason, now())
      log.warn({ mail: mail.id, reason, next }, 'mail was not sent')
      continue
    }
    await markSent(db, mail.id, inSubject(mail.template, JSON.parse(mail.params)), now())
    sent += 1
  }
  return sent
}

function send(mail: DueMail, to: NonNullable<DueMail['to']>, { transport, origin }: Post): Promise<void> {
  const template = mail.template as Parameters<typeof render>[0]['template']
  const params: NewMail['params'] = JSON.parse(mail.params)
  const letter = render({ template, params, locale: mail.locale, name: to.name, origin })
  return transport.send({ ...letter, to, id: nameOf(mail), ...(params.replyTo ? { replyTo: params.replyTo } : {}) })
}

/** Mail servers repeat whom they refuse; personal values stand in `account` only. */
function withoutAddresses(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error)
  return text.replace(/[^\s<>"':,;]+@[^\s<>"':,;]+/g, '…').slice(0, 300)
}
