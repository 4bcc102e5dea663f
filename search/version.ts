import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'

/**
 * Names the way documents are made now, by the code and data that make them. An index of another version is made anew, without
 * anybody having to remember to ask for it.
 * @param places files and folders ("documents/") of this one
 */
export function versionOf(places: string[]): string {
  const hash = createHash('sha256')
  const folder = new URL('./', import.meta.url)
  for (const place of places) {
    const files = place.endsWith('/')
      ? readdirSync(new URL(place, folder))
          .filter((name) => !name.includes('.test.'))
          .sort()
          .map((name) => place + name)
      : [place]
    for (const file of files) hash.update(file).update(readFileSync(new URL(file, folder)))
  }
  return hash.digest('hex').slice(0, 16)
}
