import { expect, test } from 'vitest'
import { openApi, portalThatMatches, portalWithProjects, validator } from '../support/api.ts'
import type { Answer, Portal, Problem } from './matching.ts'

const programme = '/api/v1/programmes/energiehubs/matches'
const path = '/programmes/{slug}/matches'

async function read(portal: Portal, address: string): Promise<Answer> {
  const answer = await portal.get(address)
  expect(answer.status, address).toBe(200)
  return (await answer.json()) as Answer
}

test('without a region the best of each come, in the order of the regions; with one only its own', async () => {
  const portal = await portalThatMatches()
  const check = validator(await openApi(portal))
  const all = await read(portal, programme)
  check(path, '200', 'application/json', all)
  const roms = await portal.db.selectFrom('rom').select('slug').orderBy('position').execute()
  const order = roms.map(({ slug }) => slug)
  const places = all.items.map(({ organisation }) => order.indexOf(organisation.rom?.slug ?? ''))
  expect(places).not.toContain(-1)
  expect(places).toEqual([...places].sort((a, b) => a - b))
  const of = ({ items }: Answer, slug: string) => items.filter(({ organisation }) => organisation.rom?.slug === slug)
  expect(new Set(places).size).toBeGreaterThan(5)
  for (const slug of order) expect(of(all, slug).length, slug).toBeLessThanOrEqual(3)
  for (const slug of order.slice(0, 4)) {
    const one = await read(portal, `${programme}?rom=${slug}&limit=100`)
    expect(of(one, slug)).toHaveLength(one.items.length)
    expect(one.total).toBe(one.items.length)
    expect(one.items.slice(0, of(all, slug).length)).toEqual(of(all, slug))
  }
  for (const { reasons } of all.items) {
    for (const { text } of reasons) expect(text).not.toMatch(/matchReason|common\.|undefined|null|\{\{/)
  }
  const startups = await read(portal, `${programme}?kind=startup&limit=10`)
  expect(startups.items.length).toBeGreaterThan(2)
  for (const { organisation } of startups.items) expect(organisation.kind).toBe('startup')
  const english = await read(portal, `${programme}?lang=en&limit=1`)
  expect(english.items.flatMap(({ reasons }) => reasons.map(({ text }) => text)).join('\n')).toMatch(/In common: /)
  expect(portal.errors).toEqual([])
})

test('who takes part in an initiative already is not among its matches', async () => {
  const portal = await portalThatMatches()
  const slugs = async () =>
    (await read(portal, '/api/v1/initiatives/protix-2023/matches?limit=100')).items.map(
      (one) => one.organisation.slug,
    )
  const [first = ''] = await slugs()
  const { id } = await portal.db
    .selectFrom('organisation')
    .select('id')
    .where('slug', '=', first)
    .executeTakeFirstOrThrow()
  const initiative = await portal.db
    .selectFrom('undertaking')
    .select('id')
    .where('slug', '=', 'protix-2023')
    .executeTakeFirstOrThrow()
  const partner = { id: 'nieuw', undertaking_id: initiative.id, organisation_id: id, kind: 'company' as const }
  await portal.db
    .insertInto('undertaking_partner')
    .values({ ...partner, name_nl: first, name_en: first })
    .execute()
  expect(await slugs()).not.toContain(first)
})

test('it keeps to the same limits as other matches, and says what is wrong', async () => {
  const portal = await portalThatMatches()
  const check = validator(await openApi(portal))
  const wrong = await portal.get(`${programme}?rom=nergens`)
  expect(((await wrong.json()) as Problem).errors?.map(({ parameter }) => parameter)).toEqual(['rom'])
  expect((await portal.get('/api/v1/programmes/protix-2023/matches')).status).toBe(404)
  for (let n = 0; n < 60; n++) await portal.get(`${programme}?rom=liof&limit=1`)
  const refused = await portal.get(programme)
  expect(refused.status).toBe(429)
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  check(path, '429', 'application/problem+json', await refused.json())

  const away = await portalWithProjects()
  const answer = await away.get(programme)
  expect(answer.status).toBe(503)
  check(path, '503', 'application/problem+json', await answer.json())
})
