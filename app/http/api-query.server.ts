import type { z } from 'zod'
import { badParameters, type ParameterError } from './problem.server.ts'
import { shorten } from './query.ts'

const integer = /^-?\d{1,15}$/
const errorLimit = 20

/** What a schema holds once its default and "optional" are taken off. */
function kernel(schema: z.core.$ZodType): z.core.$ZodType {
  const { def } = schema._zod as z.core.$ZodTypes['_zod']
  return def.type === 'default' || def.type === 'optional' ? kernel(def.innerType) : schema
}

/**
 * The query string by the schema of an operation: nothing is guessed, nothing is ignored.
 * @throws Problem 400 that names every parameter that is unknown, given twice, or has a value that cannot be used
 */
export function readQuery<Query extends z.ZodObject>(schema: Query, params: URLSearchParams): z.output<Query> {
  const errors: ParameterError[] = []
  const known = Object.keys(schema.shape)
  const values: Record<string, unknown> = {}
  for (const name of new Set(params.keys())) {
    const given = params.getAll(name)
    const [value = ''] = given
    if (!known.includes(name)) {
      const can = known.length > 0 ? `Known here: ${known.join(', ')}.` : 'This address takes none.'
      errors.push({ parameter: shorten(name), detail: `There is no such parameter. ${can}` })
    } else if (given.length > 1) errors.push({ parameter: name, detail: 'Give this parameter once.' })
    else {
      const number = (kernel(schema.shape[name] as z.core.$ZodType)._zod as z.core.$ZodTypes['_zod']).def.type
      values[name] = number === 'number' && integer.test(value) ? Number(value) : value
    }
  }
  const read = schema.safeParse(values)
  for (const issue of read.error?.issues ?? []) {
    errors.push({ parameter: String(issue.path[0]), detail: `${issue.message}.` })
  }
  if (!read.success || errors.length > 0) throw badParameters(errors.slice(0, errorLimit))
  return read.data
}
