import { lstat, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type ReadMail, readMail } from './eml.ts'

/** Mail that a portal without a mail server keeps as files: they may hold keys, so that a demonstration only shows them. */
const fileName = /^[\w-]{1,200}\.eml$/
const mostBytes = 1_000_000

/** The names of the files, the latest first: they begin with the time. */
export async function listKeptMail(dataDir: string): Promise<string[]> {
  const names = await readdir(join(dataDir, 'mail')).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  return names
    .filter((name) => fileName.test(name))
    .sort()
    .reverse()
}

/** One of them. @returns null for what is not a file of the folder itself: no name leads out of it, and no link is followed */
export async function readKeptMail(dataDir: string, name: string): Promise<ReadMail | null> {
  if (!fileName.test(name)) return null
  const file = join(dataDir, 'mail', name)
  const about = await lstat(file).catch(() => null)
  if (!about?.isFile() || about.size > mostBytes) return null
  return readMail(await readFile(file))
}
