import type { AppLoadContext, LoaderFunctionArgs } from '@remix-run/node'
import type { TFunction } from 'i18next'
import { z } from 'zod'
import { answerTo, base, Moved, type Operation } from '../../../http/api.server.ts'
import { readQuery } from '../../../http/api-query.server.ts'
import { openPage } from '../../../http/page.server.ts'
import { Problem } from '../../../http/problem.server.ts'
import { getDocument } from '../../api/v1/document.server.ts'
import { operations } from '../../api/v1/operations/all.server.ts'
import { keyPattern } from '../../api/v1/operations/common.server.ts'
import { fieldText, operationText, parameterText, tagText } from '../../api/v1/texts.ts'

interface Example {
  /** The address with its query. */
  path: string
  /** What it answers now, as indented JSON. */
  answer: string
  /** What is sent with it, as indented JSON; null for a GET. */
  sent: string | null
}

interface JsonSchema {
  items?: JsonSchema
  maxLength?: number
  $ref?: string
  type?: string
  pattern?: string
  enum?: string[]
  default?: string | number
  minimum?: number
  maximum?: number
}

const properties = new WeakMap<Operation, Record<string, JsonSchema>>()

/** What an operation takes, by the very schema that reads it: that never changes, and to write it out takes a while. */
function propertiesOf(one: Operation): Record<string, JsonSchema> {
  const known = properties.get(one)
  if (known) return known
  const made = z.toJSONSchema(one.body?.schema ?? one.query, { io: 'input' })
  const own = (made.properties ?? {}) as Record<string, JsonSchema>
  properties.set(one, own)
  return own
}

/** The parameters of an operation, or the fields of its body. */
function parametersOf(one: Operation, t: TFunction) {
  return Object.entries(propertiesOf(one)).map(([name, given]) => {
    const schema = given.items ?? given
    const { minimum, maximum } = schema
    // A schema with a name of its own is referred to: the only such parameters are days.
    const type = schema.$ref ? 'day' : schema.pattern === keyPattern.source ? 'key' : 'text'
    const words =
      schema.type !== 'integer'
        ? t(`api.type.${type}`)
        : t(`api.${name === 'offset' ? 'from' : 'range'}`, { from: minimum, until: maximum })
    return {
      name,
      values: schema.enum ?? null,
      words: schema.enum ? null : words,
      standard: schema.default === undefined ? null : t('api.standard', { value: schema.default }),
      text: one.body ? fieldText(t, name) : parameterText(t, one.id, name),
    }
  })
}

type Ask = (one: Operation, path: string) => Promise<Record<string, unknown> | null>

/** Asks the API itself, without the way over the network; null for what does not exist there, or cannot be answered now. */
function asker(origin: string, context: AppLoadContext): Ask {
  return async (one, path) => {
    const url = new URL(base + path, origin)
    const slug = one.path.includes('{slug}') ? (url.pathname.split('/')[4] ?? '') : ''
    try {
      const { answer } = await answerTo(one, url, slug, { ...context, address: null })
      return answer as Record<string, unknown>
    } catch (error) {
      if (error instanceof Moved || (error instanceof Problem && [404, 503].includes(error.status))) return null
      throw error
    }
  }
}

/** A request with what it answers now. Where its own example is gone, the first of the list serves. */
async function exampleOf(one: Operation, ask: Ask): Promise<Example | null> {
  const sent = one.body ? JSON.stringify(one.body.example, null, 2) : null
  const shown = (path: string, answer: unknown) => ({
    path: base + path,
    answer: JSON.stringify(answer, null, 2),
    sent,
  })
  const answer = await ask(one, one.example)
  if (answer) return shown(one.example, answer)
  const list = (operations as readonly Operation[]).find(({ path }) => one.path.startsWith(`${path}/`))
  const first = list && (await ask(list, `${list.path}?limit=1`))
  const [item] = (first?.items ?? []) as { slug: string }[]
  const path = item && one.path.replace('{slug}', item.slug)
  const other = path ? await ask(one, path) : null
  return path && other ? shown(path, other) : null
}

const keptFor = 60_000
type Kept = { origin: string; until: number; examples: Promise<Map<string, Example | null>> }
const kept = new WeakMap<object, Kept>()

/** An example of each operation, as fresh as the API's own answers may be: asking everything takes most of the page's time. */
function examplesOf(all: readonly Operation[], origin: string, context: AppLoadContext): Kept['examples'] {
  const now = context.now().getTime()
  const last = kept.get(context.db)
  if (last && last.origin === origin && now < last.until) return last.examples
  const ask = asker(origin, context)
  const asked = all.map(async (one) => [one.id, await exampleOf(one, ask)] as const)
  const examples = Promise.all(asked).then((pairs) => new Map(pairs))
  kept.set(context.db, { origin, until: now + keptFor, examples })
  // What went wrong once is asked again.
  examples.catch(() => kept.delete(context.db))
  return examples
}

/** Everything the page about the API tells, made of the operations and of what they answer now. */
export async function loadApi(args: LoaderFunctionArgs) {
  const { query, t } = await openPage(args)
  const origin = args.context.env.origin ?? query.url.origin
  const all = [...operations, getDocument] as readonly Operation[]
  const examples = await examplesOf(operations as readonly Operation[], origin, args.context)
  const told = all.map((one) => ({
    id: one.id,
    tag: one.tag,
    method: one.body ? 'POST' : 'GET',
    path: base + one.path,
    text: operationText(t, one.id),
    parameters: parametersOf(one, t),
    example: examples.get(one.id) ?? null,
  }))
  return {
    title: t('api.title'),
    description: t('api.intro'),
    base: origin + base,
    groups: [...Map.groupBy(told, ({ tag }) => tag)].map(([tag, rows]) => ({ tag, name: tagText(t, tag), rows })),
    start: told.find(({ id }) => id === 'listOrganisations')?.example ?? null,
    error: refusal(),
    ignored: query.ignored,
  }
}

export type ApiPage = Awaited<ReturnType<typeof loadApi>>
export type ApiOperation = ApiPage['groups'][number]['rows'][number]

const wrong = '?limit=500&thema=energie'

/** A request that is refused, with the refusal. */
function refusal(): Example {
  const list = operations.find(({ id }) => id === 'listOrganisations')
  try {
    readQuery(list?.query ?? z.object({}), new URLSearchParams(wrong))
  } catch (error) {
    return { path: `${base}/organisations${wrong}`, answer: JSON.stringify(error, null, 2), sent: null }
  }
  throw new Error('The example of an error is none')
}
