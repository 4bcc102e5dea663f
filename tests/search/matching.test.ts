import { expect, test } from 'vitest'
import { Matcher } from '#search/matching/matcher.ts'
import type { MatchQuestion } from '#search/matching/question.ts'
import { leastShare } from '#search/matching/weights.ts'
import { now, testDatabase } from '../support/database.ts'
import { addEvidence } from '../support/evidence.ts'
import { addListing, addOrganisations, asking, type MadeUp, typed } from '../support/matching.ts'
import { lexicon, testSearch } from '../support/search.ts'

/** Beside the examples: some who make pumps, and who asks for them. */
const pumps: MadeUp[] = [
  {
    id: 'vrager',
    rom: 'nom',
    themes: ['water'],
    summary: { nl: 'Wij bouwen gemalen die polders droog houden.' },
    needs: [{ nl: 'Gezocht: een vijzelpomp die palingen heel laat in een poldergemaal.' }],
  },
  {
    id: 'pomp-noord',
    rom: 'nom',
    offers: [{ nl: 'Onze vijzelpomp laat palingen heel door het poldergemaal gaan.' }],
  },
  {
    id: 'pomp-brabant',
    rom: 'bom',
    kind: 'corporate',
    themes: ['water'],
    offers: [{ nl: 'Een vijzelpomp voor elk poldergemaal, ook voor palingen.' }],
  },
  {
    id: 'pomp-nergens',
    rom: null,
    themes: ['food'],
    offers: [{ nl: 'Vijzelpomp en poldergemaal, veilig voor palingen.' }],
  },
]

async function matching(organisations: MadeUp[] = pumps) {
  const db = await testDatabase()
  await addOrganisations(db, organisations)
  const search = testSearch(db, { only: 'match' })
  await search.sync.catchUp()
  const ids = async (question: MatchQuestion) =>
    (await search.matcher.match(question))?.matches.map(({ organisation }) => organisation.id)
  return { db, ids, ...search }
}

const asker = asking({ organisation: 'vrager' })

test('regions, kinds and themes narrow, nobody matches with itself, and pages follow each other', async () => {
  const { ids, matcher, db } = await matching()
  expect((await ids(asker))?.slice(0, 3).sort()).toEqual(['pomp-brabant', 'pomp-nergens', 'pomp-noord'])
  expect(await ids(asker)).not.toContain('vrager')

  const outside = await matcher.match({ ...asker, leaveOut: ['nom'] })
  expect(outside?.matches[0]?.organisation.id).toBe('pomp-brabant')
  expect(outside?.matches.map(({ organisation }) => organisation.seat_rom_id)).not.toContain('nom')
  expect(await ids({ ...asker, leaveOut: ['nom'], roms: ['nom', 'bom'] })).toContain('pomp-brabant')
  expect(await ids({ ...asker, roms: ['nom'] })).not.toContain('pomp-brabant')
  expect(await ids({ ...asker, roms: ['nom'], leaveOut: ['nom'] })).toEqual([])
  const roms = (await db.selectFrom('rom').select('id').execute()).map(({ id }) => id)
  expect(await ids({ ...asker, leaveOut: roms })).toEqual([])
  expect(await ids({ ...asker, exclude: ['pomp-brabant'] })).not.toContain('pomp-brabant')

  const corporates = await matcher.match({ ...asker, kinds: ['corporate'] })
  expect(corporates?.matches[0]?.organisation.id).toBe('pomp-brabant')
  for (const { organisation } of corporates?.matches ?? []) expect(organisation.kind).toBe('corporate')
  const themed = await ids({ ...asker, themes: ['food'] })
  expect(themed).toContain('pomp-nergens')
  expect(themed).not.toContain('pomp-brabant')
  expect(await ids({ ...asker, themes: ['food', 'water'] })).toContain('pomp-brabant')

  const all = await matcher.match(asker)
  const scores = all?.matches.map(({ score }) => score) ?? []
  expect(scores).toEqual([...scores].sort((a, b) => b - a))
  expect(scores.at(-1)).toBeGreaterThanOrEqual((scores[0] ?? 0) * leastShare)
  expect([...((await ids({ ...asker, limit: 2 })) ?? []), ...((await ids({ ...asker, offset: 2 })) ?? [])]).toEqual(
    await ids({ ...asker, limit: 52 }),
  )
  expect(await matcher.ranking({ ...asker, limit: 3 })).toEqual((await ids(asker))?.slice(0, 3))
})

const hiding = {
  hidden: { visibility: 'roms' },
  anonymous: { anonymous: 1 },
  expired: { expires_on: '2020-01-01' },
  withdrawn: { withdrawn_at: now.toISOString() },
} as const

test('what is hidden, anonymous, expired or withdrawn is not found and not quoted, from that moment on', async () => {
  const makers = [...Object.keys(hiding), 'gone'].map((id): MadeUp => {
    return { id, rom: 'liof', offers: [{ nl: `Een ${id}kwakkelende vijzelpomp voor palingen in een poldergemaal.` }] }
  })
  const { db, ids, matcher, sync } = await matching([...pumps, ...makers])
  expect(await ids(asker)).toEqual(expect.arrayContaining(makers.map(({ id }) => id)))
  // Of this one a second offer stays, so that it is still found and has its reasons told.
  await addListing(db, 'hidden', 'offer', 'tweede', { nl: 'Nog een vijzelpomp voor palingen.' })
  await sync.catchUp()
  expect(JSON.stringify(await matcher.match(asker))).toContain('hiddenkwakkelende')

  for (const [id, change] of Object.entries(hiding)) {
    await db.updateTable('listing').set(change).where('id', '=', `${id}-offer-0`).execute()
  }
  await db.updateTable('organisation').set({ withdrawn_at: now.toISOString() }).where('id', '=', 'gone').execute()
  for (const moment of ['at once', 'when the index knows']) {
    const answer = await matcher.match(asker)
    const found = answer?.matches.map(({ organisation }) => organisation.id)
    for (const id of ['anonymous', 'expired', 'withdrawn', 'gone']) expect(found, moment).not.toContain(id)
    expect(found, moment).toEqual(expect.arrayContaining(['hidden', 'pomp-brabant']))
    expect(JSON.stringify(answer), moment).not.toContain('kwakkelende')
    await sync.catchUp()
  }
  await db.updateTable('organisation').set({ withdrawn_at: now.toISOString() }).where('id', '=', 'vrager').execute()
  expect(await ids(asker)).toEqual([])
})

test('projects tell who are partners already; those of an initiative that is not public tell nothing', async () => {
  const { db, ids, matcher, sync } = await matching()
  await addEvidence(db, 'samen', {
    title: 'Screw pumps',
    organisations: { vrager: 'coordinator', 'pomp-noord': 'participant' },
  })
  // At once, before the index has heard of it.
  expect(await ids(asker)).not.toContain('pomp-noord')
  await sync.catchUp()
  expect(await ids(asker)).not.toContain('pomp-noord')
  expect(await ids({ ...asker, withPartners: true })).toContain('pomp-noord')

  const { id: undertaking_id } = await db
    .selectFrom('public_undertaking')
    .select('id')
    .where('kind', '=', 'initiative')
    .where('parent_id', 'is not', null)
    .limit(1)
    .executeTakeFirstOrThrow()
  await addOrganisations(db, [{ id: 'geheim', rom: 'bom' }])
  const project = { title: 'Glibberwhisk turbines for eels', organisations: { geheim: 'coordinator' } } as const
  await addEvidence(db, 'zichtbaar', { ...project, undertaking_id })
  await sync.catchUp()
  const question = typed('Glibberwhisk turbines', 'en')
  expect((await ids(question))?.[0]).toBe('geheim')
  expect(JSON.stringify(await matcher.match(question))).toContain('Glibberwhisk')
  await db.updateTable('undertaking').set({ published_at: null }).where('id', '=', undertaking_id).execute()
  for (const _moment of ['at once', 'later']) {
    expect(await ids(question)).not.toContain('geheim')
    expect(JSON.stringify(await matcher.match(asking({ organisation: 'geheim' })))).not.toContain('Glibberwhisk')
    await sync.catchUp()
  }
})

test('the second answer is the first until a verdict or an edit, which counts at once', async () => {
  const { db, matcher, sync, ids } = await matching()
  const first = await matcher.match(asker)
  expect(await matcher.match(asker)).toEqual(first)

  const of = async (id: string) => (await matcher.match(asker))?.matches.find((one) => one.organisation.id === id)
  const score = (await of('pomp-brabant'))?.score ?? 0
  const { id: recorded_by } = await db.selectFrom('actor').select('id').limit(1).executeTakeFirstOrThrow()
  let n = 0
  const give = async (verdict: 'declined' | 'withdrawn' | 'shortlisted', reason: 'competitor' | null) => {
    const recorded_at = new Date(now.getTime() + n++).toISOString()
    const pair = { asker_id: 'vrager', candidate_id: 'pomp-brabant', recorded_at, recorded_by }
    await db
      .insertInto('match_feedback')
      .values({ id: `f${n}`, ...pair, verdict, reason })
      .execute()
    return recorded_at
  }
  const recorded_at = await give('declined', 'competitor')
  const declined = await of('pomp-brabant')
  expect(declined?.score).toBeLessThan(score * 0.8)
  expect(declined?.feedback).toEqual({ verdict: 'declined', reason: 'competitor', recorded_at })
  expect((await of('pomp-noord'))?.feedback).toBeNull()

  await give('withdrawn', null)
  expect(await matcher.match(asker)).toEqual(first)
  await give('shortlisted', null)
  expect((await of('pomp-brabant'))?.score).toBeGreaterThan(score)
  // What one asker thinks of it is nobody else's.
  const others = await matcher.match(typed('vijzelpomp voor palingen'))
  expect(others?.matches.map(({ feedback }) => feedback).filter(Boolean)).toEqual([])

  await addOrganisations(db, [{ id: 'overstapper', rom: 'liof', summary: { nl: 'Wij bakken brood.' } }])
  await sync.catchUp()
  expect(await ids(asker)).not.toContain('overstapper')
  const summary_nl = 'Wij maken een vijzelpomp waar palingen door een poldergemaal heen komen.'
  await db.updateTable('organisation').set({ summary_nl }).where('id', '=', 'overstapper').execute()
  await sync.catchUp()
  expect(await ids(asker)).toContain('overstapper')

  await db
    .updateTable('listing')
    .set({ text_nl: 'Gezocht: gistcellen voor brood.' })
    .where('id', '=', 'vrager-need-0')
    .execute()
  await sync.catchUp()
  expect((await ids(asker))?.[0]).not.toMatch(/^pomp/)
})

test('without a search server there is no answer, and without a first index neither', async () => {
  const { db, uid } = await matching()
  expect(await new Matcher(db, lexicon(), uid).match(asker)).toBeNull()
  const away = new Matcher(db, lexicon(), uid)
  away.connect({ url: 'http://127.0.0.1:9', key: 'x' })
  expect(await away.match(asker)).toBeNull()
  expect(await away.ranking(asker)).toBeNull()

  const empty = testSearch(await testDatabase(), { only: 'match' })
  expect(await empty.matcher.match(typed('vijzelpomp'))).toBeNull()
})

test('a newcomer with one precise offer is found among hundreds, and so is another language', async () => {
  const { db, ids, sync } = await matching(crowd(300))
  await addOrganisations(db, [
    { id: 'newcomer', rom: 'iq', offers: [{ nl: 'Wij tellen otters met een camera onder bruggen.' }] },
    { id: 'english', rom: 'bom', summary: { en: 'We make heat pumps for monuments with brick walls.' } },
    { id: 'nederlands', rom: 'liof', offers: [{ nl: 'Ons warmtenet haalt aardwarmte omhoog voor kassen.' }] },
  ])
  await sync.catchUp()
  expect((await ids(typed('Wie telt otters bij een brug, met camera’s?')))?.slice(0, 10)).toContain('newcomer')
  expect((await ids(typed('Gezocht: een warmtepomp')))?.slice(0, 10)).toContain('english')
  expect((await ids(typed('Geothermal energy for our district heating', 'en')))?.slice(0, 10)).toContain('nederlands')

  // What is meant though it is not said, and what is not meant though it is.
  const meant = typed('Iets voor een oud huis')
  const withConcept = { ...meant, text: { passages: [], added: ['heat-pump'], removed: [] } }
  expect((await ids(withConcept))?.slice(0, 10)).toContain('english')
  const text = { passages: [{ text: 'heat pump', language: 'nl' as const }], added: [], removed: ['heat-pump'] }
  expect(await ids({ ...meant, text })).toBeDefined()
})

/** Organisations that say this and that, always the same. */
function crowd(count: number): MadeUp[] {
  const who = ['kwekers', 'ziekenhuizen', 'gemeenten', 'bouwers', 'boeren', 'scholen', 'havens']
  const what = ['sensoren', 'batterijen', 'verpakkingen', 'robots', 'medicijnen', 'bruggen', 'software', 'camera’s']
  const how = ['leveren', 'onderzoeken', 'repareren', 'ontwerpen', 'testen']
  const roms = ['nom', 'oostnl', 'bom', 'liof', 'iq']
  const of = (list: string[], n: number) => list[n % list.length] as string
  return Array.from({ length: count }, (_, n) => ({
    id: `menigte-${n}`,
    rom: of(roms, n),
    offers: [{ nl: `Wij ${of(how, n)} ${of(what, n >> 1)} en ${of(what, n * 3 + 1)} voor ${of(who, n)}.` }],
  }))
}

const odd: [what: string, text: string, language?: 'nl' | 'en'][] = [
  ['a book', 'Een vijzelpomp voor palingen in het poldergemaal, of iets anders dat draait. '.repeat(650)],
  ['one long word', 'vijzelpomp'.repeat(5000)],
  ['HTML', '<script>alert("vijzelpomp")</script> <b>palingen</b> & &amp; poldergemaal'],
  ['emoji', '🐟👩‍🔬 vijzelpomp 🇳🇱 palingen'],
  ['right-to-left text', 'مضخة لولبية vijzelpomp palingen للأسماك ‏משאבה‏'],
  ['French', 'Nous cherchons une pompe, vijzelpomp, pour les palingen', 'en'],
  ['control characters', 'vijzelpomp\u0000\u001b palingen \ud83d'],
  ['what could be a filter', '" OR side = "need" vijzelpomp \\" palingen'],
]

test('an odd text gets an answer, and one that says nothing an empty one', async () => {
  const { db, ids, matcher, sync } = await matching([...pumps, { id: 'leeg' }])
  for (const [what, text, language] of odd) {
    const answer = await matcher.match(typed(text, language))
    if (what === 'one long word') expect(answer, what).not.toBeNull()
    else expect(answer?.matches[0]?.organisation.id, what).toMatch(/^pomp-/)
    for (const { reasons } of answer?.matches ?? []) {
      for (const { shared } of reasons) for (const { text } of shared?.ask.segments ?? []) expect(text).not.toBe('')
    }
  }
  for (const text of ['', '   ', '🙂', 'de het een', '12 34', '…']) expect(await ids(typed(text)), text).toEqual([])
  expect(await matcher.match(asking({}))).toEqual({ total: 0, matches: [] })
  expect(await ids(asking({ organisation: 'leeg' }))).toEqual([])
  expect(await ids(asking({ organisation: 'bestaat-niet' }))).toEqual([])

  // The same texts in a profile.
  await addOrganisations(
    db,
    odd.map(([_what, nl], n) => ({ id: `raar-${n}`, rom: 'bom', summary: { nl }, offers: [{ nl }] })),
  )
  await sync.catchUp()
  const answer = await matcher.match(asker)
  expect(answer?.matches.map(({ organisation }) => organisation.id)).toContain('raar-2')
  expect(JSON.stringify(answer)).toContain('<script>')
  for (const n of odd.keys()) expect(await ids(asking({ organisation: `raar-${n}` })), odd[n]?.[0]).toBeDefined()
})
