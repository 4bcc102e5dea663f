import { lstat, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Db } from '#db/client.ts'
import { type ReadMail, readMail } from './eml.ts'
import { mailNames } from './queue.server.ts'

/** Mail that a portal without a mail server keeps as files: they may hold keys, so that a demonstration only shows them. */
const fileName = /^[\w-]{1,200}\.eml$/
const mostBytes = 1_000_000

/** The names of the files, the latest first: they begin with the time. */
export async function listKeptMail(dataDir: string): Promise<string[]> {
  const names = await namesIn(join(dataDir, 'mail'))
  return names
    .filter((name) => fileName.test(name))
    .sort()
    .reverse()
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
}

/** One of them. @returns null for what is not a file of the folder itself: no name leads out of it, and no link is followed */
export async function readKeptMail(dataDir: string, name: string): Promise<ReadMail | null> {
  if (!fileName.test(name)) return null
  const file = join(dataDir, 'mail', name)
  const about = await lstat(file).catch(() => null)
  if (!about?.isFile() || about.size > mostBytes) return null
  return readMail(await readFile(file))
}

/** What the portal itself wrote, whole or not; it ends with the name of the mail. */
const ownFile = /-(schakel-[a-z0-9]+-\d+)\.eml(?:\.unfinished)?$/

/**
 * Removes the files of mail that the database no longer knows: of who was forgotten, and what was kept long enough.
 * @returns how many
 */
export async function removeForgottenMail(db: Db, dataDir: string): Promise<number> {
  const folder = join(dataDir, 'mail')
  // Before the database is asked, so that no mail is among them that came later.
  const files = await namesIn(folder)
  const known = files.length > 0 ? await mailNames(db) : new Set()
  const gone = files.filter((file) => {
    const name = ownFile.exec(file)?.[1]
    return name !== undefined && !known.has(name)
  })
  for (const file of gone) await rm(join(folder, file), { force: true })
  return gone.length
}
