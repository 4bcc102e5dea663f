import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { readMail } from '#app/mail/eml.ts'
import { openDatabase } from '#db/client.ts'
import { addPerson, type Person } from './people.ts'

const dataDir = () => process.env.E2E_DATA_DIR ?? ''

/** Somebody of a test's own, beside the portal that the browser tests have started. */
export async function newPerson(has: Parameters<typeof addPerson>[1] = {}): Promise<Person> {
  const db = openDatabase(join(dataDir(), 'schakel.sqlite'))
  try {
    return await addPerson({ db, now: () => new Date() }, { email: newAddress(), ...has })
  } finally {
    await db.destroy()
  }
}

/** An address that nobody has; the domain is reserved. */
export const newAddress = () => `${crypto.randomUUID()}@proef.example`

/** The newest mail that an address got, once it is there: the portal keeps mail as files. */
export async function mailTo(address: string, about = ''): Promise<string> {
  let mail: string | undefined
  await expect(async () => {
    const folder = join(dataDir(), 'mail')
    // Their names begin with when they were sent.
    for (const file of (await readdir(folder)).sort()) {
      const { to, text } = await readMail(await readFile(join(folder, file)))
      if (to.includes(address) && text.includes(about)) mail = text
    }
    expect(mail, `mail to ${address} about ${about}`).toBeDefined()
  }).toPass({ timeout: 30_000 })
  return mail ?? ''
}

/**
 * The path of the link in the mail that an address got, once it is there.
 * @param about words of the mail, where the address may get others too
 */
export async function mailedLink(address: string, about = ''): Promise<string> {
  let link: string | undefined
  await expect(async () => {
    link = /https?:\/\/[^/\s]+(\/\S+)/.exec(await mailTo(address, about))?.[1]
    expect(link, `link in the mail to ${address}`).toBeDefined()
  }).toPass({ timeout: 30_000 })
  return link ?? ''
}
