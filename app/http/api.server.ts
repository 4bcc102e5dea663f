import type { AppLoadContext, LoaderFunctionArgs } from '@remix-run/node'
import type { z } from 'zod'
import { dutchDay } from '../i18n/format.ts'
import { readBody, readJson } from './api-body.server.ts'
import { readQuery } from './api-query.server.ts'
import { machineResponse } from './machine.server.ts'
import { Problem, problemResponse } from './problem.server.ts'

/** What an operation is asked, with what it needs to answer. */
export interface Asked<Query = object, Body = object> {
  query: Query
  /** {} when the operation takes none. */
  body: Body
  /** The last part of the address, '' when the operation takes none. */
  slug: string
  db: AppLoadContext['db']
  search: AppLoadContext['search']
  matcher: AppLoadContext['matcher']
  /** Of the client; null when the portal itself asks. */
  address: AppLoadContext['address']
  env: AppLoadContext['env']
  /** The day it is in the Netherlands. */
  today: string
  /** The public address of the portal, before a path. */
  origin: string
  url: URL
}

/** One address of the API: what may be asked and what comes back. The endpoint, its document and its page are made of it. */
export interface Operation<
  Id extends string = string,
  Query extends z.ZodObject = z.ZodObject,
  Answer extends z.ZodType = z.ZodType,
  Body extends z.ZodObject = z.ZodObject,
> {
  id: Id
  tag: string
  /** Under /api/v1; `{slug}` stands for the slug. */
  path: string
  query: Query
  /** When there is one, it is asked by POST with this as JSON, else by GET. */
  body?: { schema: Body; example: z.input<Body> }
  /** How it may answer that it is asked too much: by one client (429), or by all together (503). */
  limited?: (429 | 503)[]
  /** What is published: whatever is not in it is left out of the answer. */
  answer: Answer
  /** A request that has an answer in the first content. */
  example: string
  /** When it throws `Moved`, as the document tells it. */
  moved?: string
  read(asked: Asked<z.output<Query>, z.output<Body>>): Promise<z.input<Answer>> | z.input<Answer>
}

/** The operation as it is, checked against its own schemas. */
export function operation<
  Id extends string,
  Query extends z.ZodObject,
  Answer extends z.ZodType,
  Body extends z.ZodObject,
>(one: Operation<Id, Query, Answer, Body>): Operation<Id, Query, Answer, Body> {
  return one
}

/** Thrown by an operation when what is asked for has another address in the API: `path`. */
export class Moved extends Error {
  readonly path: string

  constructor(path: string) {
    super(`It is at ${path}`)
    this.path = path
  }
}

export const base = '/api/v1'
const freshSeconds = 60

/** The address of a list from another place on, with the same filters. */
export function addressFrom({ origin, url }: Pick<Asked, 'origin' | 'url'>, offset: number): string {
  const next = new URL(url.pathname, origin)
  for (const [name, value] of url.searchParams) if (name !== 'offset') next.searchParams.set(name, value)
  if (offset > 0) next.searchParams.set('offset', String(offset))
  return next.href
}

/**
 * The answer to a request, by the schema of its operation.
 * @param body gives what came with the request, when the operation takes it; the example of the operation without it
 * @throws Problem when the request cannot be answered; Moved when another address answers it; ZodError when an answer would break the published schema
 */
export async function answerTo(
  one: Operation,
  url: URL,
  slug: string,
  context: AppLoadContext,
  body: () => unknown = () => one.body?.example,
) {
  const asked: Asked = {
    query: readQuery(one.query, url.searchParams),
    body: one.body ? readBody(one.body.schema, await body()) : {},
    slug,
    db: context.db,
    search: context.search,
    matcher: context.matcher,
    address: context.address,
    env: context.env,
    today: dutchDay(context.now()),
    origin: context.env.origin ?? url.origin,
    url,
  }
  return {
    asked,
    answer: one.answer.parse(await one.read(asked as Asked<Record<string, unknown>, Record<string, unknown>>)),
  }
}

interface Paged {
  limit: number
  offset: number
}

/** Where the pages of a list are (RFC 8288), and always where the API is described. */
function links(asked: Asked, answer: unknown): string {
  const link = (href: string, rel: string) => `<${href}>; rel="${rel}"`
  const description = link(`${asked.origin}${base}/openapi.json`, 'service-desc')
  if (!('offset' in asked.query)) return description
  const { limit, offset } = asked.query as Paged
  const { next } = answer as { next: string | null }
  return [
    link(addressFrom(asked, 0), 'first'),
    ...(offset > 0 ? [link(addressFrom(asked, Math.max(0, offset - limit)), 'prev')] : []),
    ...(next ? [link(next, 'next')] : []),
    description,
  ].join(', ')
}

/** Permanent, yet kept no longer than an answer: what is published may change. */
function redirection({ path }: Moved): Response {
  return new Response(null, {
    status: 301,
    headers: { Location: path, 'Cache-Control': `public, max-age=${freshSeconds}` },
  })
}

/** The loader of an operation, or its action when it takes a body: validates, answers with what a cache needs, and makes a problem of whatever goes wrong. */
export function endpoint(one: Operation) {
  return async ({ request, params, context }: LoaderFunctionArgs): Promise<Response> => {
    try {
      const url = new URL(request.url)
      const { asked, answer } = await answerTo(one, url, params.slug ?? '', context, () => readJson(request))
      if (one.body) {
        return new Response(JSON.stringify(answer), {
          headers: {
            'Content-Type': 'application/json; charset=utf-8',
            'Cache-Control': 'no-store',
            Link: links(asked, answer),
          },
        })
      }
      return machineResponse(request, JSON.stringify(answer), 'application/json', freshSeconds, {
        Vary: 'Accept-Encoding',
        Link: links(asked, answer),
      })
    } catch (error) {
      if (error instanceof Moved) return redirection(error)
      if (error instanceof Problem) return problemResponse(error)
      context.log.error({ err: error, path: new URL(request.url).pathname }, 'request failed')
      return problemResponse(new Problem(500, 'Something went wrong on our side. It has been logged.'))
    }
  }
}
