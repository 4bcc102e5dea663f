import { expect, test } from 'vitest'
import { openApi, portalThatMatches, portalWithProjects, validator } from '../support/api.ts'
import { testPortal } from '../support/portal.ts'
import { forText, matches, own, type Problem, path, send, text } from './matching.ts'

test.each([
  ['{}', ['text']],
  ['{"text":""}', ['text']],
  [`{"text":"${' '.repeat(900_000)}"}`, ['text']],
  [`{"text":"${'x'.repeat(50_001)}"}`, ['text']],
  ['{"text":5}', ['text']],
  ['{"text":["waterstof"]}', ['text']],
  ['{"text":"a","rom":"nergens"}', ['rom']],
  ['{"text":"a","rom":null}', ['rom']],
  ['{"text":"a","themes":["energie","onzin"],"rom":"nergens"}', ['themes', 'rom']],
  ['{"text":"a","themes":"energie"}', ['themes']],
  ['{"text":"a","kinds":["startup","toverkol"]}', ['kinds']],
  ['{"text":"a","kinds":{"0":"startup"}}', ['kinds']],
  ['{"text":"a","limit":0}', ['limit']],
  ['{"text":"a","limit":"5"}', ['limit']],
  ['{"text":"a","limit":1.5}', ['limit']],
  ['{"text":"a","lang":"de"}', ['lang']],
  ['{"text":"a","offset":1,"nope":2}', ['offset', 'nope']],
  ['{"text":"a","__proto__":{"rom":"bom"}}', ['__proto__']],
  ['{"text":"a","constructor":1}', ['constructor']],
  ['null', ['body']],
  ['[]', ['body']],
  ['"waterstof"', ['body']],
  ['', ['body']],
  ['{"text":', ['body']],
  ['['.repeat(400_000), ['body']],
  [new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]), ['body']],
] as const)('a body that cannot be used is a 400 that names why: %.40s', async (body, names) => {
  const portal = await testPortal()
  const answer = await send(portal, body)
  expect(answer.status).toBe(400)
  expect(answer.headers.get('content-type')).toBe('application/problem+json')
  const problem = (await answer.json()) as Problem
  expect(problem.errors?.map(({ parameter }) => parameter)).toEqual(names)
  validator(await openApi(portal))('/matches', '400', 'application/problem+json', problem)
  expect(portal.errors).toEqual([])
})

test('what is not JSON is a 415, what is too long a 413, and a query takes no part', async () => {
  const portal = await testPortal()
  const check = validator(await openApi(portal))
  const body = JSON.stringify({ text })
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/json; charset=latin1', 'x']) {
    const answer = await send(portal, body, { 'Content-Type': type })
    expect(answer.status, type).toBe(415)
    check('/matches', '415', 'application/problem+json', await answer.json())
  }
  expect((await send(portal, body, { 'Content-Encoding': 'gzip' })).status).toBe(415)
  const long = await send(portal, JSON.stringify({ text: 'x'.repeat(1_000_001) }))
  expect(long.status).toBe(413)
  check('/matches', '413', 'application/problem+json', await long.json())
  const asked = await portal.get('/api/v1/matches?rom=bom', {
    method: 'POST',
    body,
    headers: { 'Content-Type': 'application/json' },
  })
  expect(((await asked.json()) as Problem).errors?.map(({ parameter }) => parameter)).toEqual(['rom'])
  expect(portal.errors).toEqual([])
})

test('each address takes the methods of the document, and tells a browser so', async () => {
  const portal = await testPortal()
  for (const [address, { post }] of Object.entries((await openApi(portal)).paths)) {
    const methods = post ? 'POST, OPTIONS' : 'GET, HEAD, OPTIONS'
    const url = `/api/v1${address.replace('{slug}', 'x')}`
    const preflight = await portal.get(url, { method: 'OPTIONS' })
    expect(preflight.status).toBe(204)
    expect(preflight.headers.get('access-control-allow-methods'), address).toBe(methods)
    expect(preflight.headers.get('access-control-allow-headers')).toContain('Content-Type')
    for (const method of ['GET', 'POST', 'PUT', 'DELETE'].filter((one) => !methods.includes(one))) {
      const answer = await portal.get(url, { method })
      expect(answer.status, `${method} ${address}`).toBe(405)
      expect(answer.headers.get('allow')).toBe(methods)
      expect(answer.headers.get('access-control-allow-origin')).toBe('*')
    }
  }
  for (const odd of ['/api/v1/Matches', '/api/v1/matches/', '/api/v1//matches', '/api/v1/matches.data']) {
    const answer = await portal.get(odd)
    expect([404, 405], odd).toContain(answer.status)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
  }
  expect(portal.errors).toEqual([])
})

test('who asks more than sixty times a minute is told to wait, at both addresses; pages and refusals do not count', async () => {
  const portal = await portalThatMatches()
  for (let n = 0; n < 70; n++) await portal.get(`${own}?nope=1`)
  for (let n = 0; n < 30; n++) await matches(portal, 'limit=1')
  for (let n = 0; n < 30; n++) await forText(portal, { text, limit: 1 })
  const check = validator(await openApi(portal))
  const refused = { [path]: await portal.get(own), '/matches': await send(portal, JSON.stringify({ text })) }
  for (const [address, answer] of Object.entries(refused)) {
    expect(answer.status).toBe(429)
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(answer.headers.get('ratelimit-policy')).toBe('"matches";q=60;w=60')
    expect(answer.headers.get('ratelimit')).toMatch(/^"matches";r=0;t=\d+$/)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    check(address, '429', 'application/problem+json', await answer.json())
  }
  // An address that anybody can write down for himself is not believed.
  const pretended = await portal.get(own, { headers: { 'X-Forwarded-For': '198.51.100.7' } })
  expect(pretended.status).toBe(429)
  expect((await portal.get('/api/v1/roms')).status).toBe(200)
  expect(portal.errors).toEqual([])
}, 120_000)

test('without a search server matching is away for a while, and the page about the API is not', async () => {
  const portal = await portalWithProjects()
  const check = validator(await openApi(portal))
  const refused = { [path]: await portal.get(own), '/matches': await send(portal, JSON.stringify({ text })) }
  for (const [address, answer] of Object.entries(refused)) {
    expect(answer.status).toBe(503)
    expect(answer.headers.get('retry-after')).toBe('30')
    check(address, '503', 'application/problem+json', await answer.json())
  }
  expect((await portal.get('/api')).status).toBe(200)
  expect((await portal.get('/api/v1/organisations/bestaat-niet/matches')).status).toBe(404)
  expect(portal.errors).toEqual([])
})

test('the example on the page is what the API answers', async () => {
  const portal = await portalThatMatches()
  const html = await (await portal.get('/api')).text()
  const { example } = (await openApi(portal)).paths['/matches']?.post?.requestBody?.content['application/json'] ?? {}
  const shown = html.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&amp;', '&')
  expect(shown).toContain(JSON.stringify(example, null, 2))
  expect(shown).toContain(JSON.stringify(await forText(portal, example ?? {}), null, 2))
  expect(shown).toContain(JSON.stringify(await matches(portal, 'limit=1'), null, 2))
})
