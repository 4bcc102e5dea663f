import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createTransport, type SendMailOptions } from 'nodemailer'
import type { Env } from '../env.server.ts'
import type { Letter } from './render.server.ts'

export interface Envelope extends Letter {
  to: { address: string; name: string | null }
  /** Where an answer goes, where that is not to the portal. */
  replyTo?: string
  /** The same at each attempt: a reader's mail program shows a mail that arrives twice once. */
  id: string
}

export interface Transport {
  /** @throws Error when the mail server did not take it */
  send(mail: Envelope): Promise<void>
  close(): void
}

/** By the configured mail server; without one, mail is kept in the data folder. */
export function transportOf(env: Pick<Env, 'smtpUrl' | 'mailFrom' | 'dataDir'>, now: () => Date): Transport {
  const from = env.mailFrom ?? 'Schakel <schakel@localhost>'
  return env.smtpUrl ? mailServer(env.smtpUrl, from) : mailFolder(join(env.dataDir, 'mail'), from, now)
}

function optionsOf({ to, subject, text, html, id, replyTo }: Envelope, from: string): SendMailOptions {
  const host = /@([\w.-]+)/.exec(from)?.[1] ?? 'localhost'
  return {
    from,
    // As an object: a text would be taken apart, and could be several addresses.
    to: { address: to.address, name: to.name ?? '' },
    ...(replyTo ? { replyTo: { address: replyTo, name: '' } } : {}),
    subject,
    text,
    html,
    messageId: `<${id}@${host}>`,
    // So that an out-of-office does not answer.
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

function mailServer(url: string, from: string): Transport {
  const server = createTransport({
    url,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
  })
  return {
    async send(mail) {
      await server.sendMail(optionsOf(mail, from))
    },
    close: () => server.close(),
  }
}

/** A file per mail, that any mail program opens. Their names sort by time. Only the owner reads them: they may hold keys. */
function mailFolder(folder: string, from: string, now: () => Date): Transport {
  const composer = createTransport({ streamTransport: true, buffer: true })
  return {
    async send(mail) {
      const { message } = await composer.sendMail(optionsOf(mail, from))
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      const file = join(folder, `${now().toISOString().replace(/[:.]/g, '-')}-${mail.id}.eml`)
      // Whole or not at all, also when the process ends meanwhile.
      writeFileSync(`${file}.unfinished`, message as Buffer, { mode: 0o600 })
      renameSync(`${file}.unfinished`, file)
    },
    close: () => composer.close(),
  }
}
