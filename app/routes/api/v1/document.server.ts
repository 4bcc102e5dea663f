import { z } from 'zod'
import { createDocument, type ZodOpenApiPathsObject, type ZodOpenApiResponseObject } from 'zod-openapi'
import { base, type Operation, operation } from '../../../http/api.server.ts'
import { problemType } from '../../../http/problem.server.ts'
import { translator } from '../../../i18n/translator.server.ts'
import { operations } from './operations/all.server.ts'
import { fieldText, operationText, parameterText, tagText } from './texts.ts'

const t = translator('en')

const ProblemBody = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    errors: z.array(z.object({ parameter: z.string(), detail: z.string() })).optional(),
  })
  .meta({
    id: 'Problem',
    description: 'Why there is no answer (RFC 9457).',
    example: {
      type: 'about:blank',
      title: 'Bad Request',
      status: 400,
      detail: 'These parameters cannot be used: limit',
      errors: [{ parameter: 'limit', detail: 'Too big: expected number to be <=100.' }],
    },
  })

const problem = (id: string, description: string): ZodOpenApiResponseObject => ({
  id,
  description,
  content: { [problemType]: { schema: ProblemBody } },
})
/** A problem that says when to come back. */
function refusedFor(id: string, description: string): ZodOpenApiResponseObject {
  const seconds = z.string().optional().meta({ description: 'After how many seconds to try again.', example: '30' })
  return { ...problem(id, description), headers: z.object({ 'Retry-After': seconds }) }
}

const badRequest = problem('BadRequest', 'A parameter cannot be used; `errors` names it.')
const notFound = problem('NotFound', 'There is nothing at this address.')
const tooLarge = problem('TooLarge', 'The body is longer than 1 MB.')
const noLength = problem('LengthRequired', 'The body has no Content-Length.')
const notJson = problem('UnsupportedMediaType', 'The body is not said to be JSON.')
const limited = {
  429: refusedFor('TooManyRequests', 'You ask too often.'),
  503: refusedFor('Unavailable', 'It cannot be answered now.'),
}
const failed = problem('ServerError', 'Something went wrong on our side.')

const header = (id: string, description: string) => z.string().optional().meta({ header: { id }, description })
const headers = z.object({
  ETag: header('ETag', 'Send it back as If-None-Match: a 304 says that nothing changed.'),
  Link: header('Link', 'first, prev and next page of a list (RFC 8288), and this document as service-desc.'),
  'Cache-Control': header('CacheControl', 'How long the answer may be kept.'),
})
const unchanged: ZodOpenApiResponseObject = {
  id: 'NotModified',
  description: 'What you have is still the answer.',
  headers,
}

const moved = (description: string): ZodOpenApiResponseObject => ({
  description,
  headers: z.object({ Location: z.string().meta({ description: 'The address to ask instead.' }) }),
})

const slugExample = (one: Operation) => one.example.split('?')[0]?.split('/')[2] ?? ''

/** An object of which each property says what it means. */
function described<Shape extends z.ZodObject>({ shape }: Shape, text: (name: string) => string) {
  return z.object(
    Object.fromEntries(
      Object.entries(shape).map(([name, schema]) => [
        name,
        (schema as z.ZodType).meta({ ...(schema as z.ZodType).meta(), description: text(name) }),
      ]),
    ),
  )
}

function bodyOf({ schema, example }: NonNullable<Operation['body']>) {
  const fields = described(schema, (name) => fieldText(t, name))
    .strict()
    .meta(schema.meta() ?? {})
  return { required: true, content: { 'application/json': { schema: fields, example } } }
}

function pathOf(one: Operation) {
  const text = (name: string) => parameterText(t, one.id, name)
  const slug = z.string().meta({ description: text('slug'), example: slugExample(one) })
  const query = described(one.query, text)
  return {
    [one.body ? 'post' : 'get']: {
      operationId: one.id,
      tags: [tagText(t, one.tag)],
      summary: operationText(t, one.id),
      ...(one.body && { requestBody: bodyOf(one.body) }),
      requestParams: { query, ...(one.path.includes('{slug}') && { path: z.object({ slug }) }) },
      responses: {
        '200': {
          description: t('api.answerWord'),
          ...(!one.body && { headers }),
          content: { 'application/json': { schema: one.answer } },
        },
        ...(one.moved && { '301': moved(one.moved) }),
        ...(!one.body && { '304': unchanged }),
        '400': badRequest,
        ...(one.path.includes('{slug}') && { '404': notFound }),
        ...(one.body && { '411': noLength, '413': tooLarge, '415': notJson }),
        ...Object.fromEntries((one.limited ?? []).map((status) => [status, limited[status]])),
        '500': failed,
      },
    },
  }
}

function make(): Record<string, unknown> {
  const all = [...operations, getDocument] as Operation[]
  const paths: ZodOpenApiPathsObject = Object.fromEntries(all.map((one) => [one.path, pathOf(one)]))
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Schakel API',
      version: '1.0.0',
      summary: t('api.intro'),
      description: [
        t('api.paging'),
        t('api.language'),
        t('api.values'),
        t('api.caching'),
        t('api.errors'),
        t('api.attribution'),
      ].join('\n\n'),
      license: { name: 'EUPL-1.2 (the software; the content: see the description)', identifier: 'EUPL-1.2' },
    },
    externalDocs: { url: '/api?taal=en', description: t('api.title') },
    servers: [{ url: base, description: t('api.serverWord') }],
    tags: [...new Set(all.map(({ tag }) => tagText(t, tag)))].map((name) => ({ name })),
    paths,
  }) as unknown as Record<string, unknown>
}

let made: Record<string, unknown> | undefined

/** The OpenAPI document: made once, of the schemas by which the endpoints read and answer. */
export const getDocument = operation({
  id: 'getDocument',
  tag: 'document',
  path: '/openapi.json',
  query: z.object({}),
  answer: z.looseObject({ openapi: z.string() }).meta({ id: 'OpenApiDocument', description: 'OpenAPI 3.1.' }),
  example: '/openapi.json',
  read() {
    made ??= make()
    return made as { openapi: string }
  },
})
