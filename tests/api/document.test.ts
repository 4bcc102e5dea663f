import type { RouteConfigEntry } from '@remix-run/route-config'
import { Validator } from '@seriousme/openapi-schema-validator'
import { expect, test } from 'vitest'
import { en } from '#app/i18n/en/messages.ts'
import routes from '#app/routes.ts'
import {
  addresses,
  openApi,
  type Parameter,
  portalThatMatches,
  portalWithProjects,
  validator,
} from '../support/api.ts'
import { testPortal } from '../support/portal.ts'

/** Values to try for a parameter: its example, and everything it says it takes. */
function good(parameter: Parameter): string[] {
  const { schema } = parameter
  const example = parameter.example ?? schema.example
  const edges = [schema.minimum, schema.maximum].filter((edge) => edge !== undefined)
  return [example, ...(schema.enum ?? []), ...edges].filter((value) => value !== undefined).map(String)
}

test('the document is OpenAPI 3.1, and describes exactly the addresses there are', async () => {
  const portal = await testPortal()
  const document = await openApi(portal)
  const result = await new Validator().validate(document as unknown as Record<string, unknown>)
  expect(result.errors ?? []).toEqual([])
  const mapped = (routes as RouteConfigEntry[]).flatMap(({ path }) =>
    path?.startsWith('api/v1/') ? `/${path.slice(7).replace(':slug', '{slug}')}` : [],
  )
  expect(mapped.length).toBeGreaterThan(15)
  expect(Object.keys(document.paths).sort()).toEqual(mapped.sort())
  for (const { path, operation, query } of addresses(document)) {
    const { operationId } = operation
    expect(en.api.operation, path).toHaveProperty(operationId)
    for (const { name } of query) expect(en.api.parameter, path).toHaveProperty(name)
  }
})

test('every address answers what the document says, with every parameter and every value', async () => {
  const portal = await portalThatMatches()
  const document = await openApi(portal)
  const check = validator(document)
  let tried = 0
  for (const { path, address, query } of addresses(document)) {
    const all = query.map((parameter) => `${parameter.name}=${encodeURIComponent(good(parameter)[0] ?? '')}`)
    const single = query.flatMap((parameter) =>
      good(parameter).map((value) => `${parameter.name}=${encodeURIComponent(value)}`),
    )
    for (const { name, example, schema } of query) expect(example ?? schema.example, `${path} ${name}`).toBeDefined()
    for (const search of ['', ...single, all.join('&')]) {
      const answer = await portal.get(`${address}?${search}`)
      expect(answer.status, `${address}?${search}`).toBe(200)
      expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8')
      check(path, '200', 'application/json', await answer.json())
      tried++
    }
  }
  expect(tried).toBeGreaterThan(100)
  expect(portal.errors).toEqual([])
}, 120_000)

test('every row there is answers in full, and its own address works', async () => {
  const portal = await portalWithProjects()
  const document = await openApi(portal)
  const check = validator(document)
  const lists = ['programmes', 'initiatives', 'organisations', 'projects', 'calls', 'instruments', 'roms']
  for (const list of lists) {
    let next: string | null = `/api/v1/${list}?limit=100`
    let seen = 0
    while (next) {
      const answer = (await (await portal.get(next)).json()) as { items: { slug: string }[]; next: string | null }
      for (const { slug } of answer.items) {
        const one = await portal.get(`/api/v1/${list}/${slug}`)
        expect(one.status, slug).toBe(200)
        check(`/${list}/{slug}`, '200', 'application/json', await one.json())
        seen++
      }
      next = answer.next
    }
    expect(seen, list).toBeGreaterThan(3)
  }
  expect(portal.errors).toEqual([])
}, 120_000)

test('a refusal is what the document says too', async () => {
  const portal = await testPortal()
  const document = await openApi(portal)
  const check = validator(document)
  for (const { path, address } of addresses(document)) {
    const refused = await portal.get(`${address}?nope=1`)
    check(path, '400', 'application/problem+json', await refused.json())
    if (!path.includes('{slug}')) continue
    const missing = await portal.get(`/api/v1${path.replace('{slug}', 'bestaat-niet')}`)
    expect(missing.status).toBe(404)
    check(path, '404', 'application/problem+json', await missing.json())
  }
})
