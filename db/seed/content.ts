import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { id } from './shapes/common.ts'
import { organisation } from './shapes/organisations.ts'
import { figures, reference, source } from './shapes/reference.ts'
import { call, instrument, milestone, undertaking } from './shapes/undertakings.ts'

/**
 * The files under `db/content`, each with its shape. Texts come in pairs, Dutch and English. A strict shape catches a
 * mistyped key when the file is read, not when somebody misses it on a page.
 */
const files = {
  sources: z.array(source),
  reference,
  postcodes: z.strictObject({
    source: id,
    ranges: z.array(z.tuple([z.number().int(), z.number().int(), id])),
  }),
  institutions: z.array(organisation),
  companies: z.array(organisation),
  programmes: z.array(undertaking),
  initiatives: z.array(undertaking),
  milestones: z.array(milestone),
  figures,
  instruments: z.array(instrument),
  examples: z.strictObject({ organisations: z.array(organisation), calls: z.array(call) }),
}

export type Content = { [Name in keyof typeof files]: z.infer<(typeof files)[Name]> }

/**
 * Reads and checks every content file.
 * @returns the content, by file name
 * @throws Error naming the file and the place in it, when a file does not have its shape
 */
export function readContent(directory = new URL('../content/', import.meta.url)): Content {
  const entries = Object.entries(files).map(([name, shape]) => {
    const file = new URL(`${name}.json`, directory)
    const parsed = z.safeParse(shape as z.ZodType, JSON.parse(readFileSync(file, 'utf8')))
    if (!parsed.success) throw new Error(`db/content/${name}.json: ${z.prettifyError(parsed.error)}`)
    return [name, parsed.data]
  })
  return Object.fromEntries(entries) as Content
}
