import { expect, test } from 'vitest'
import { openApi, portalThatMatches, portalWithProjects, validator } from '../support/api.ts'
import { addEvidence } from '../support/evidence.ts'
import { testPortal } from '../support/portal.ts'

interface Answer {
  total: number
  items: {
    organisation: {
      slug: string
      name: string
      kind: string
      rom: { slug: string; name: string } | null
      url: string
      is_example: boolean
    }
    score: number
    reasons: { criterion: string; verdict: string; text: string }[]
  }[]
  next?: string | null
}

interface Problem {
  status: number
  errors?: { parameter: string; detail: string }[]
}

type Portal = Awaited<ReturnType<typeof testPortal>>

const asker = 'noorderelektrolyse-voorbeeld'
const own = `/api/v1/organisations/${asker}/matches`
const path = '/organisations/{slug}/matches'
const text = 'Wij zoeken een partner die groene waterstof kan opslaan of membranen voor elektrolyse maakt.'

async function matches(portal: Portal, search = ''): Promise<Answer> {
  const answer = await portal.get(`${own}?${search}`)
  expect(answer.status, search).toBe(200)
  return (await answer.json()) as Answer
}

function send(portal: Portal, body: BodyInit, headers: Record<string, string> = {}) {
  return portal.get('/api/v1/matches', {
    method: 'POST',
    body,
    headers: { 'Content-Type': 'application/json', ...headers },
  })
}

async function forText(portal: Portal, body: object): Promise<Answer> {
  const answer = await send(portal, JSON.stringify(body))
  expect(answer.status, JSON.stringify(body).slice(0, 200)).toBe(200)
  expect(answer.headers.get('cache-control')).toBe('no-store')
  return (await answer.json()) as Answer
}

test('an organisation is matched with those of other regions, in sentences', async () => {
  const portal = await portalThatMatches()
  const answer = await matches(portal)
  validator(await openApi(portal))(path, '200', 'application/json', answer)
  expect(answer.total).toBeGreaterThan(5)
  for (const { organisation, reasons } of answer.items) {
    expect(organisation.rom?.slug, organisation.slug).not.toBe('nom')
    expect(organisation.slug).not.toBe(asker)
    expect(reasons.length).toBeGreaterThan(1)
    // A quote begins where a sentence, or the cut before it, does.
    for (const { text } of reasons) expect(text).not.toMatch(/“\p{Ll}/u)
    for (const { text } of reasons) expect(text).not.toMatch(/matchReason|common\.|undefined|null|\{\{|\s\s/)
    expect((await portal.get(organisation.url)).status).toBe(200)
  }
  const said = answer.items.flatMap(({ reasons }) => reasons)
  const scores = answer.items.map(({ score }) => score)
  expect(scores).toEqual([...scores].sort((a, b) => b - a))
  expect(
    said.some(({ criterion, text }) => criterion === 'need' && /^Vraagt: “.+” · Biedt: “.+” · Gedeeld: ./.test(text)),
  ).toBe(true)
  const [first] = (await matches(portal, 'lang=en&limit=1')).items
  expect(first?.reasons.map(({ text }) => text).join('\n')).toMatch(/In common: /)
  expect(portal.errors).toEqual([])
})

test('the filters narrow, the pages are one list, and the own region stays out', async () => {
  const portal = await portalThatMatches()
  const all = await matches(portal, 'limit=100')
  const slugs = (answer: Answer) => answer.items.map(({ organisation }) => organisation.slug)
  const bom = await matches(portal, 'rom=bom&limit=100')
  expect(bom.total).toBeGreaterThan(0)
  for (const { organisation } of bom.items) expect(organisation.rom?.slug).toBe('bom')
  expect((await matches(portal, 'rom=nom')).total).toBe(0)
  const startups = await matches(portal, 'kind=startup&limit=100')
  expect(startups.total).toBeGreaterThan(0)
  for (const { organisation, reasons } of startups.items) {
    expect(organisation.kind).toBe('startup')
    expect(reasons).toContainEqual({
      criterion: 'kind',
      verdict: expect.stringMatching(/match|gap/),
      text: expect.any(String),
    })
  }
  const themed = await matches(portal, 'theme=energie&limit=100')
  expect(themed.total).toBeGreaterThan(0)
  expect(themed.total).toBeLessThan(all.total)
  const pages: string[] = []
  let next: string | null | undefined = `${portal.url}${own}?limit=7`
  while (next) {
    const page = (await (await portal.get(next)).json()) as Answer
    pages.push(...slugs(page))
    next = page.next
  }
  expect(pages.slice(0, 100)).toEqual(slugs(all))
  expect(pages).toHaveLength(all.total)
})

test('those that it worked with before come only when they are asked for', async () => {
  const portal = await portalThatMatches()
  const { items } = await matches(portal, 'limit=3')
  const partner = items[0]?.organisation.slug ?? ''
  await addEvidence(portal.db, 'samen-eerder', {
    title: 'Alkaline membranes for electrolysis of water to green hydrogen',
    organisations: { [asker]: 'coordinator', [partner]: 'participant' },
  })
  await portal.catchUp()
  const slugs = async (known: string) =>
    (await matches(portal, `limit=100&known=${known}`)).items.map(({ organisation }) => organisation.slug)
  expect(await slugs('false')).not.toContain(partner)
  expect(await slugs('true')).toContain(partner)
})

test('what was made of a match before is said', async () => {
  const portal = await portalThatMatches()
  const { db } = portal
  const { items } = await matches(portal, 'limit=1')
  const slug = items[0]?.organisation.slug ?? ''
  const id = async (one: string) =>
    (await db.selectFrom('organisation').select('id').where('slug', '=', one).executeTakeFirstOrThrow()).id
  const recorded_by = (await db.selectFrom('participation').select('recorded_by').executeTakeFirstOrThrow())
    .recorded_by
  await db
    .insertInto('match_feedback')
    .values({
      id: 'f1',
      asker_id: await id(asker),
      candidate_id: await id(slug),
      verdict: 'declined',
      reason: 'too_early',
      recorded_at: '2026-11-20T10:00:00.000Z',
      recorded_by,
    })
    .execute()
  const after = (await matches(portal, 'limit=100')).items.find(({ organisation }) => organisation.slug === slug)
  expect(after?.reasons.at(-1)).toEqual({
    criterion: 'feedback',
    verdict: 'gap',
    text: 'Lager omdat het eerder te vroeg was',
  })
  expect(after?.score).toBeLessThan(items[0]?.score ?? 0)
})

test('a need in words is answered, in both languages, outside the region of who asks', async () => {
  const portal = await portalThatMatches()
  const check = validator(await openApi(portal))
  const dutch = await forText(portal, { text, rom: 'nom', limit: 100 })
  check('/matches', '200', 'application/json', dutch)
  expect(dutch.total).toBeGreaterThan(3)
  expect(dutch).not.toHaveProperty('next')
  for (const { organisation } of dutch.items) expect(organisation.rom?.slug).not.toBe('nom')
  const english = await forText(portal, {
    text: 'We are looking for a partner that stores green hydrogen or makes membranes for electrolysis.',
    lang: 'en',
    limit: 5,
  })
  check('/matches', '200', 'application/json', english)
  expect(english.items).toHaveLength(5)
  expect(english.items[0]?.reasons[0]?.text).toMatch(/^Asks: “/)
  const narrow = await forText(portal, { text, kinds: ['startup', 'scaleup'], themes: ['energie'], limit: 100 })
  expect(narrow.total).toBeGreaterThan(0)
  for (const { organisation } of narrow.items) expect(['startup', 'scaleup']).toContain(organisation.kind)
  expect(portal.errors).toEqual([])
})

test('a text that means nothing, or tries to be more than text, is text', async () => {
  const portal = await portalThatMatches()
  for (const strange of [
    '!!!',
    '💥',
    '\u0000',
    '\ud800',
    'de het een',
    'x'.repeat(50_000),
    "'; DROP TABLE organisation",
  ]) {
    const answer = await forText(portal, { text: strange })
    expect(answer.total, strange.slice(0, 20)).toBeLessThan(100)
  }
  const { items } = await forText(portal, {
    text: `$t(api.title) {{ask}} <b>waterstof</b> elektrolyse ${text}`,
    limit: 1,
  })
  expect(items[0]?.reasons[0]?.text).toContain('waterstof')
  expect(items[0]?.reasons[0]?.text).not.toContain('API voor andere systemen')
  expect((await forText(portal, { text: 'waterstof en elektrolyse. '.repeat(1900) })).total).toBeGreaterThan(0)
  expect(portal.errors).toEqual([])
})

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
