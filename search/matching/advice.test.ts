import { expect, test } from 'vitest'
import { Lexicon, readLexicon } from '../lexicon/lexicon.ts'
import { type Advice, advise, isVague, nearestNeeds, wantedConcepts } from './advice.ts'
import { bagOf, numberOf, type Passage } from './bag.ts'
import { MatchModel } from './model.ts'
import type { OwnText, Profile } from './profile.ts'
import type { Match } from './question.ts'
import type { Item } from './rank.ts'
import type { ItemText } from './texts.ts'
import { advising } from './weights.ts'

const lexicon = new Lexicon(readLexicon())
const today = '2026-11-22'
const nl = (text: string): Passage => ({ text, language: 'nl' })
const en = (text: string): Passage => ({ text, language: 'en' })

const stated = { trl: true, kinds: true, agreement: true, expires: '2027-06-01' }
const summary: OwnText = {
  key: 'organisation:o',
  side: 'field',
  passages: [nl('Wij maken pompen.'), en('Pumps.')],
  terms: null,
}
const offer: OwnText = { key: 'listing:a', side: 'offer', passages: [nl('Een pomp.'), en('A pump.')], terms: stated }
const need: OwnText = { ...offer, key: 'listing:v', side: 'need' }
const full: Profile = { romId: 'nom', texts: [summary, offer, need], themes: 1 }
const nothing = { vague: new Set<string>(), wanted: [], matches: [] }

test('a profile that lacks nothing gets no advice', () => {
  expect(advise(full, nothing, today)).toEqual([])
})

test.each([
  ['offer', [summary, need], 1],
  ['need', [summary, offer], 1],
  ['summary', [offer, need], 1],
  ['themes', [summary, offer, need], 0],
] as const)('no %s at all', (advice, texts, themes) => {
  expect(advise({ romId: null, texts: [...texts], themes }, nothing, today)).toEqual([{ advice }])
})

test('what ends within a month is named with its day, the first to end first', () => {
  const ends = (key: string, expires: string): OwnText => ({ ...offer, key, terms: { ...stated, expires } })
  const texts = [summary, need, ends('1', '2026-12-22'), ends('2', '2026-12-01'), ends('3', '2026-12-23')]
  const days = advise({ ...full, texts }, nothing, today).map((one) => one.advice === 'expires' && one.on)
  expect(days).toEqual(['2026-12-01', '2026-12-22'])
  // A month after the last day of January is the last day of February.
  const january = { ...full, texts: [summary, need, ends('1', '2027-02-28'), ends('2', '2027-03-01')] }
  expect(advise(january, nothing, '2027-01-31')).toHaveLength(1)
  const december = { ...full, texts: [summary, need, ends('1', '2027-01-15'), ends('2', '2027-01-16')] }
  expect(advise(december, nothing, '2026-12-15')).toHaveLength(1)
})

test('a text in one language is named in that one, with the other that is missing', () => {
  const texts = [{ ...summary, passages: [en('Pumps.')] }, offer, { ...need, passages: [nl('Een pomp.')] }]
  expect(advise({ ...full, texts }, nothing, today)).toEqual([
    { advice: 'language', missing: 'nl', text: { side: 'field', language: 'en', text: 'Pumps.' } },
    { advice: 'language', missing: 'en', text: { side: 'need', language: 'nl', text: 'Een pomp.' } },
  ])
})

type Terms = NonNullable<ItemText['terms']>
const said: Terms = { kinds: ['sme'], trl: [4, 6], agreement: 'pilot' }

/** A match that rests on an offer or need of each side. */
function match(own: Terms | null, other: Terms | null): Match {
  const item = (terms: Terms | null): ItemText => ({
    key: 'x',
    type: terms ? 'listing' : 'organisation',
    passages: [],
    project: null,
    terms,
  })
  const verdict = (known: boolean) => (known ? ('match' as const) : ('unknown' as const))
  const trl = { own: own?.trl ?? null, other: other?.trl ?? null }
  const agreement = { own: own?.agreement ?? null, other: other?.agreement ?? null }
  return {
    organisation: { id: 'm', slug: 'm', name: 'm', name_en: null, kind: 'sme', seat_rom_id: null, is_example: 0 },
    score: 1,
    reasons: [{ side: 'need', ask: item(own), item: item(other), shared: null }],
    criteria: [
      { criterion: 'trl', verdict: verdict(Boolean(trl.own && trl.other)), ...trl },
      { criterion: 'agreement', verdict: verdict(Boolean(agreement.own && agreement.other)), ...agreement },
      { criterion: 'kind', verdict: verdict(Boolean(own?.kinds.length)), kind: 'sme', wanted: own?.kinds ?? [] },
    ],
    feedback: null,
  }
}

test('what is not stated is told with the matches in which it is unknown because of that, and no others', () => {
  const blank: Terms = { kinds: [], trl: null, agreement: null }
  const texts = [summary, need, { ...offer, terms: { ...stated, trl: false, kinds: false, agreement: false } }]
  const matches = [
    match(blank, said),
    match(blank, { ...said, agreement: null }),
    // The other side says no more, so that stating it would settle only the kind.
    match(blank, blank),
    match(blank, null),
    match(said, said),
    // This rests on a summary.
    match(null, said),
  ]
  const advice = advise({ ...full, texts }, { ...nothing, matches }, today)
  expect(advice).toEqual([
    { advice: 'kinds', unknown: 4, of: 6 },
    { advice: 'trl', unknown: 2, of: 6 },
    { advice: 'agreement', unknown: 1, of: 6 },
  ])
  // Whoever states it everywhere is not told to.
  expect(advise(full, { ...nothing, matches }, today)).toEqual([])
  // More than are looked at are not counted.
  const many = Array.from({ length: 30 }, () => match(blank, said))
  expect(advise({ ...full, texts }, { ...nothing, matches: many }, today)[0]).toEqual({
    advice: 'trl',
    unknown: advising.matches,
    of: advising.matches,
  })
})

test('what is missing goes before what is about to end, that before what texts do not say, and last what is compared least', () => {
  const wanted = lexicon.find('elektrolyse', 'nl').map(({ concept }) => ({ concept, needs: 3 }))
  const texts: OwnText[] = [
    { ...offer, passages: [nl('Een pomp.')], terms: { ...stated, trl: false, expires: '2026-12-01' } },
  ]
  const matches = [match({ ...said, trl: null }, said)]
  const advice = advise({ romId: null, texts, themes: 0 }, { vague: new Set(['listing:a']), wanted, matches }, today)
  const order: Advice['advice'][] = ['need', 'summary', 'expires', 'vague', 'concept', 'language', 'trl', 'themes']
  expect(advice.map((one) => one.advice)).toEqual(order)
})

const crowd = [
  'Wij zoeken een elektrolyser met een goed membraan voor waterstof.',
  'Wie levert een elektrolyser die groene waterstof maakt?',
  'Gezocht: een waterstoftank voor op zee.',
  'Wij bakken brood met zuurdesem en verkopen het op de markt.',
  'Wij zoeken een bakker die brood met zuurdesem bakt.',
  'Wij zoeken een molen die graan maalt voor brood.',
  'Onze gemeente bouwt bruggen en wegen voor fietsers.',
  'Gezocht: een aannemer die bruggen voor fietsers onderhoudt.',
  'Wij meten de kwaliteit van lucht in steden.',
  'Gezocht: een meter voor de kwaliteit van lucht op school.',
  ...Array.from({ length: 20 }, (_, at) => `Gezocht: hulp bij bezigheid${at}.`),
]

async function learned() {
  const bags = crowd.map((text) => bagOf(lexicon, [nl(text)]))
  const { model } = await MatchModel.learn(bags)
  const items = crowd.map((_text, at): Item => {
    return {
      key: `listing:${at}`,
      side: 'need',
      features: model.encode(bags[at] as never),
      organisations: [`o${at}`],
    }
  })
  const near = new Map(crowd.map((text, at) => [`listing:${at}`, [nl(text)]]))
  const own = (text: string) => new Set([...bagOf(lexicon, [nl(text)]).keys()].map(numberOf))
  const ids = (text: string, needs = items) =>
    wantedConcepts(lexicon, model, own(text), needs, near).map(({ concept, needs: count }) => [concept.id, count])
  return { model, items, near, ids }
}

test('a concept is worth naming when several who ask for what lies near name it, and the profile does not', async () => {
  const { ids, items } = await learned()
  expect(ids('Wij slaan waterstof op in tanks.')).toEqual([['electrolyser', 2]])
  // Naming it, or something narrower, ends the advice; and so does a field that lies elsewhere.
  expect(ids('Wij slaan waterstof op en bouwen een elektrolyser.')).toEqual([])
  expect(ids('Wij repareren horloges.')).toEqual([])
  // Of one organisation alone it is not several, however often that asks.
  const one = items.map((item) => ({ ...item, organisations: ['same'] }))
  expect(ids('Wij slaan waterstof op in tanks.', one)).toEqual([])
  expect(ids('Wij slaan waterstof op in tanks.', [...items].reverse())).toEqual([['electrolyser', 2]])
})

test('the needs that lie nearest come first, by the method that matches', async () => {
  const { model, items } = await learned()
  const features = model.encode(bagOf(lexicon, [nl('Wij maken een membraan voor een elektrolyser.')]))
  const keys = nearestNeeds([{ key: 'own', side: 'offer', features }], items)
  expect(keys.slice(0, 2).sort()).toEqual(['listing:0', 'listing:1'])
  expect(nearestNeeds([], items)).toEqual([])
})

test('a text is vague when no concept in it tells and hardly a word that others use', async () => {
  const { model } = await learned()
  const vague = (text: string) => isVague(lexicon, model, [nl(text)])
  expect(vague('Wij helpen klanten met innovatieve oplossingen.')).toBe(true)
  expect(vague('')).toBe(true)
  expect(vague('Xylozorb is uniek in zijn wezen.')).toBe(true)
  expect(vague('Wij maken een elektrolyser.')).toBe(false)
  expect(vague('Zuurdesem en fietsers.')).toBe(false)
  expect(isVague(lexicon, model, [nl('Wij helpen klanten.'), en('We build electrolysers.')])).toBe(false)
})
