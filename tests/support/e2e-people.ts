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

/** The path of the link in the mail that an address got, once it is there: the portal keeps mail as files. */
export async function mailedLink(address: string): Promise<string> {
  let link: string | undefined
  await expect(async () => {
    const folder = join(dataDir(), 'mail')
    for (const file of await readdir(folder)) {
      const { to, text } = await readMail(await readFile(join(folder, file)))
      if (to.includes(address)) link = /https?:\/\/[^/\s]+(\/\S+)/.exec(text)?.[1]
    }
    expect(link, `mail to ${address}`).toBeDefined()
  }).toPass({ timeout: 30_000 })
  return link ?? ''
}
