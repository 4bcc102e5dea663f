import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** When the last backup in the data folder was made; null when there is none there: one may be kept elsewhere. */
export async function lastBackup(dataDir: string): Promise<string | null> {
  const folder = join(dataDir, 'backups')
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  const files = names.filter((name) => name.endsWith('.sqlite'))
  const times = await Promise.all(files.map(async (name) => (await stat(join(folder, name))).mtime.toISOString()))
  return times.sort().at(-1) ?? null
}
