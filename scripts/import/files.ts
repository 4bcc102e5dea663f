import { createReadStream, existsSync } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Readable } from 'node:stream'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { WrongInput } from './wrong-input.ts'

/** A file that can be read as a stream, from a folder or from a zip. */
export interface InputFile {
  name: string
  /** Bytes once unpacked. */
  size: number
  /** The checksum of its bytes, where a zip gives one. */
  crc32?: number
  open(): Promise<Readable>
}

type Found = { path: string; file: InputFile }

function missing(path: string) {
  return (error: NodeJS.ErrnoException): never => {
    throw new WrongInput(error.code === 'ENOENT' ? `${path} does not exist.` : `${path}: ${error.message}`)
  }
}

/** The files with certain names in a folder, and in the folders right under it. */
async function inFolder(folder: string, names: readonly string[]): Promise<Found[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(missing(folder))
  const below = entries.filter((entry) => entry.isDirectory()).map((entry) => join(folder, entry.name))
  const candidates = [folder, ...below].flatMap((path) => names.map((name) => ({ name, path: join(path, name) })))
  const found: Found[] = []
  for (const { name, path } of candidates) {
    if (!existsSync(path)) continue
    const { size } = await stat(path).catch(missing(path))
    found.push({ path, file: { name, size, open: async () => createReadStream(path) } })
  }
  return found
}

/** What yauzl says of a file that is damaged, or no zip at all. */
function unreadable(path: string) {
  return (error: Error): never => {
    throw new WrongInput(`${path} cannot be read as a zip file: ${error.message}`)
  }
}

async function inZip(path: string, zip: ZipFile): Promise<Found[]> {
  const entries: Entry[] = []
  try {
    for await (const entry of zip.eachEntry()) entries.push(entry)
  } catch (error) {
    unreadable(path)(error as Error)
  }
  // A Mac packs a shadow of every file beside it.
  const real = entries.filter(({ fileName }) => !fileName.endsWith('/') && !fileName.startsWith('__MACOSX/'))
  return real.map((entry) => ({
    path: entry.fileName,
    file: {
      name: basename(entry.fileName),
      size: entry.uncompressedSize,
      crc32: entry.crc32,
      open: () => zip.openReadStreamPromise(entry).catch(unreadable(path)),
    },
  }))
}

/**
 * Finds files by their names in a folder or a zip, in a folder inside it too, and lends them while `use` runs.
 * @throws WrongInput when there is no such folder or zip, or a file is missing or found twice
 */
export async function withFiles<Name extends string, Result>(
  path: string,
  names: readonly Name[],
  use: (files: Record<Name, InputFile>) => Promise<Result>,
): Promise<Result> {
  const stats = await stat(path).catch(missing(path))
  const zip = stats.isDirectory() ? null : await openPromise(path, { autoClose: false }).catch(unreadable(path))
  try {
    const found = zip ? await inZip(path, zip) : await inFolder(path, names)
    const pick = (name: Name): [Name, InputFile] => {
      const [match, second] = found.filter(({ file }) => file.name === name)
      if (!match) throw new WrongInput(`${name} is not in ${path}. Needed are ${names.join(', ')}.`)
      if (second) throw new WrongInput(`${name} is in ${path} twice: ${match.path} and ${second.path}.`)
      return [name, match.file]
    }
    return await use(Object.fromEntries(names.map(pick)) as Record<Name, InputFile>)
  } finally {
    zip?.close()
  }
}
