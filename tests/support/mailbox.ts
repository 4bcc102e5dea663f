import { pino } from 'pino'
import type { App } from '#app/context.server.ts'
import type { Envelope, Transport } from '#app/mail/transport.server.ts'
import { sendDue } from '#app/mail/worker.server.ts'

export const origin = 'https://schakel.example.nl'

/** A mail server that keeps what it is sent; `refuse` makes it refuse. */
export function mailbox() {
  const sent: Envelope[] = []
  const box = {
    sent,
    refuse: null as null | ((mail: Envelope) => Error | null),
    transport: {
      async send(mail) {
        const error = box.refuse?.(mail)
        if (error) throw error
        sent.push(mail)
      },
      close() {},
    } satisfies Transport,
    /** Sends what is due, and gives what was sent this time. */
    async deliver(app: Pick<App, 'db' | 'now'>): Promise<Envelope[]> {
      const before = sent.length
      await sendDue({ ...app, log: pino({ level: 'silent' }) }, { transport: box.transport, origin })
      return sent.slice(before)
    },
  }
  return box
}

/** The link of a mail as an address on the portal. */
export function linkIn({ text }: { text: string }): string {
  const link = new RegExp(`${origin}(/\\S+)`).exec(text)?.[1]
  if (!link) throw new Error(`no link in: ${text}`)
  return link
}
