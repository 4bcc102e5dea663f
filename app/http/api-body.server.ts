import type { z } from 'zod'
import { badParameters, type ParameterError, Problem } from './problem.server.ts'
import { shorten } from './query.ts'

const errorLimit = 20

/**
 * The JSON that came with a request. How long it may be was looked at before anything was read: see `guards` in server.ts.
 * @throws Problem 415 when it is said to be something else, 400 when it is no JSON
 */
export async function readJson(request: Request): Promise<unknown> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(type.trim())) {
    throw new Problem(415, 'Send JSON in UTF-8, with Content-Type: application/json.')
  }
  if (request.headers.has('content-encoding')) throw new Problem(415, 'Send the JSON as it is, not compressed.')
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(await request.arrayBuffer()))
  } catch {
    throw badParameters([{ parameter: 'body', detail: 'This cannot be read as JSON in UTF-8.' }])
  }
}

/**
 * A body by the schema of an operation: nothing is guessed, nothing is ignored.
 * @throws Problem 400 that names every field that is unknown or has a value that cannot be used
 */
export function readBody<Body extends z.ZodObject>(schema: Body, body: unknown): z.output<Body> {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw badParameters([{ parameter: 'body', detail: 'This must be a JSON object.' }])
  }
  const known = Object.keys(schema.shape)
  const errors: ParameterError[] = Object.keys(body)
    .filter((name) => !known.includes(name))
    .map((name) => ({
      parameter: shorten(name),
      detail: `There is no such field. Known here: ${known.join(', ')}.`,
    }))
  const own = Object.fromEntries(Object.entries(body).filter(([name]) => known.includes(name)))
  const read = schema.safeParse(own)
  for (const issue of read.error?.issues ?? []) {
    errors.push({ parameter: String(issue.path[0]), detail: `${issue.message}.` })
  }
  if (!read.success || errors.length > 0) throw badParameters(errors.slice(0, errorLimit))
  return read.data
}
