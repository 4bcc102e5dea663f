import { expect, test } from 'vitest'
import { openApi, portalThatMatches, validator } from '../support/api.ts'
import { addEvidence } from '../support/evidence.ts'
import { type Answer, asker, forText, matches, own, path, text } from './matching.ts'

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

test('what was made of a match before is for nobody to read or to tell by the order', async () => {
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
  expect((await matches(portal, 'limit=1')).items).toEqual(items)
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
