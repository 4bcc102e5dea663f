import { data as answer } from '@remix-run/node'
import type { z } from 'zod'

/** What was wrong with a form, by field, with what was typed: nothing is lost. */
export interface FormFaults<Code extends string = string> {
  /** A code of the text that says what is wrong; '' stands for the form as a whole. */
  errors: Record<string, Code>
  values: Record<string, string>
}

/** Why a form was not taken: what is wrong, and what the answer says beside its page. */
export interface Refusal {
  faults: FormFaults
  status: number
  headers?: Record<string, string>
}

export type ParsedForm<Data> = { data: Data; refusal: null } | { data: null; refusal: Refusal }

const mostFields = 200

/**
 * Reads a form by its schema, of which each message is the code of a text.
 * @returns the data, or a refusal with the first fault of each field and what was typed, save passwords and codes
 * @throws a 400 for what no form of ours sends
 */
export async function parseForm<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): Promise<ParsedForm<z.output<Schema>>> {
  const form = await readForm(request)
  const given: Record<string, string | string[]> = {}
  for (const name of new Set(form.keys())) {
    const all = textsOf(form, name)
    // Several boxes of one name are a list; its name ends with "[]", so that one box and none are a list too.
    if (name.endsWith('[]')) given[name.slice(0, -2)] = all
    else given[name] = all[0] ?? ''
  }
  const parsed = schema.safeParse(given)
  if (parsed.success) return { data: parsed.data, refusal: null }
  const errors: Record<string, string> = {}
  for (const { path, message } of parsed.error.issues) errors[String(path[0] ?? '')] ??= message
  return { data: null, refusal: { faults: { errors, values: valuesOf(form) }, status: 400 } }
}

/** What was typed into a form, whatever its schema, save passwords and codes; null for what no form of ours sends. */
export async function typedIn(request: Request): Promise<FormFaults['values'] | null> {
  return readForm(request).then(valuesOf, () => null)
}

function valuesOf(form: FormData): FormFaults['values'] {
  const names = [...new Set(form.keys())].filter((name) => !secret.test(name))
  return Object.fromEntries(names.map((name) => [name, textsOf(form, name).join(',')]))
}

function textsOf(form: FormData, name: string): string[] {
  return form.getAll(name).filter((value) => typeof value === 'string')
}

/** What is never sent back to a page. */
const secret = /^(password|code|current|sleutel)/

async function readForm(request: Request): Promise<FormData> {
  const bad = () => new Response('Bad form', { status: 400 })
  const type = request.headers.get('content-type') ?? ''
  // No form of ours sends files here.
  if (!type.startsWith('application/x-www-form-urlencoded')) throw bad()
  const form = await request.formData().catch(() => {
    throw bad()
  })
  if ([...form.keys()].length > mostFields) throw bad()
  return form
}

/**
 * A form that is not taken.
 * @param field the field at fault; '' for the form as a whole
 * @param code of the text that says what is wrong
 * @param values what was typed
 */
export function refused(field: string, code: string, values: FormFaults['values'] = {}, status = 400): Refusal {
  return { faults: { errors: { [field]: code }, values }, status }
}

/**
 * A form that is not taken now, and may be in so many seconds.
 * @param status 429 after too many tries of one, 503 when there are too many people
 */
export function refusedFor(
  seconds: number,
  code: string,
  values: FormFaults['values'] = {},
  status: 429 | 503 = 429,
): Refusal {
  return { ...refused('', code, values, status), headers: { 'Retry-After': String(seconds) } }
}

/** The answer of an action that did not take a form; its route passes the headers on by `answerHeaders`. */
export function refusalAnswer({ faults, status, headers }: Refusal) {
  return answer({ faults }, { status, headers })
}
