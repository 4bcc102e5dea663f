import type { Kysely } from 'kysely'
import { expect, test } from 'vitest'
import type { Database } from '#db/schema.ts'
import { Matcher } from '#search/matching/matcher.ts'
import type { OpportunityQuestion } from '#search/matching/opportunities.ts'
import { now, testDatabase } from '../support/database.ts'
import { addEvidence } from '../support/evidence.ts'
import { lexicon, testSearch } from '../support/search.ts'

const today = now.toISOString().slice(0, 10)

async function matching() {
  const db = await testDatabase()
  const { sync, uid } = testSearch(db, { only: 'match' })
  await sync.catchUp()
  // Nobody connected it: what follows asks no search server.
  const { opportunities } = new Matcher(db, lexicon(), uid)
  const keys = async (question: OpportunityQuestion) => (await opportunities.ranked(question))?.map(({ key }) => key)
  const told = async (question: OpportunityQuestion) => {
    const ranked = (await opportunities.ranked(question)) ?? []
    const reasons = [...(await opportunities.reasons(question, ranked, 'nl')).values()].flat()
    return reasons.map(({ shared }) => shared?.item.segments.map(({ text }) => text).join('')).join('\n')
  }
  return { db, sync, opportunities, keys, told }
}

const typed = (text: string, language: 'nl' | 'en' = 'nl'): OpportunityQuestion => ({
  organisation: null,
  text: [{ text, language }],
  today,
})
const of = (organisation: string): OpportunityQuestion => ({ organisation, text: null, today })
const protein = 'call:vb-oproep-eiwit-van-veld-tot-bord'

test('organisations find the call they would be sent to, with their own words quoted', async () => {
  const { keys, opportunities } = await matching()
  const expected = {
    'vb-stroomruimte': 'call:vb-oproep-netcongestie-bedrijventerreinen',
    'vb-extruda-zuid': protein,
    'vb-lichtbaan-fotonica': 'call:vb-oproep-fotonica-voor-sensoren',
    'vb-hunze-zorgdata': 'call:vb-oproep-zorg-dichtbij-testen',
    'vb-nettenkringloop': 'undertaking:project-healix',
  }
  for (const [organisation, key] of Object.entries(expected)) {
    expect((await keys(of(organisation)))?.slice(0, 2), organisation).toContain(key)
  }
  const question = of('vb-extruda-zuid')
  const [first] = (await opportunities.ranked(question)) ?? []
  const [reason] = (first && (await opportunities.reasons(question, [first], 'nl')).get(first.key)) ?? []
  expect(reason?.ask?.key).toMatch(/^(listing|organisation):/)
  expect(reason?.shared?.ask.segments.some(({ match }) => match)).toBe(true)
  expect(reason?.shared?.item.segments.some(({ match }) => match)).toBe(true)
  expect(await keys(of('bestaat-niet'))).toEqual([])
})

test('a Dutch question finds what is in English only, and the other way round', async () => {
  const { db, keys, told } = await matching()
  await db.updateTable('call').set({ title_nl: '', summary_nl: '', eligible_nl: null, offered_nl: null }).execute()
  const dutch = typed('Gezocht: eiwit uit zee of bodem, en een verwerker')
  expect((await keys(dutch))?.[0]).toBe(protein)
  expect(await told(dutch)).toContain('protein from Dutch soil')

  const { db: other, keys: found } = await matching()
  await other.updateTable('call').set({ title_en: '', summary_en: '', eligible_en: null, offered_en: null }).execute()
  expect((await found(typed('We look for protein from the sea or the soil', 'en')))?.[0]).toBe(protein)
})

test('of an imported initiative, its project says what it is about', async () => {
  const { db, keys } = await matching()
  const question = typed('Wie telt otters onder bruggen?')
  expect(await keys(question)).not.toContain('undertaking:project-protix')
  const project = { title: 'Counting otters', summary: 'Cameras count otters under bridges, and every otter counts.' }
  await addEvidence(db, 'otters', { ...project, undertaking_id: 'project-protix' })
  expect((await keys(typed('Who counts otters under bridges?', 'en')))?.[0]).toBe('undertaking:project-protix')
  await db
    .updateTable('undertaking')
    .set({ withdrawn_at: now.toISOString() })
    .where('id', '=', 'project-protix')
    .execute()
  expect(await keys(typed('Who counts otters under bridges?', 'en'))).not.toContain('undertaking:project-protix')
})

const glibber = 'Glibberwhisk voor kwakkelende zwiebels'

/** One of each that say the same odd thing, and how to take each away. */
async function oddOnes(db: Kysely<Database>) {
  const both = (key: 'name' | 'title' | 'summary', text: string) => ({ [`${key}_nl`]: text, [`${key}_en`]: text })
  await db.updateTable('call').set(both('title', glibber)).where('id', '=', protein.slice(5)).execute()
  await db.updateTable('undertaking').set(both('name', glibber)).where('id', '=', 'energiehubs').execute()
  await db.updateTable('instrument').set(both('name', glibber)).where('id', '=', 'bmkb').execute()
  const role = { id: 'rol', undertaking_id: 'nxtgen', title_nl: glibber, title_en: 'Eel wanted', closes_on: today }
  await db.insertInto('open_role').values(role).execute()
  return ['instrument:bmkb', 'undertaking:energiehubs', protein, 'undertaking:nxtgen']
}

test('what is new or edited is found at once; what is hidden, withdrawn, closed or filled is neither found nor quoted', async () => {
  const { db, keys, told } = await matching()
  const question = typed(glibber)
  expect(await told(question)).not.toContain('Glibberwhisk')
  const odd = await oddOnes(db)
  expect((await keys(question))?.slice(0, 4).sort()).toEqual([...odd].sort())
  expect(await told(question)).toContain('Glibberwhisk')

  await db.updateTable('instrument').set({ published_at: null }).where('id', '=', 'bmkb').execute()
  await db.updateTable('undertaking').set({ withdrawn_at: today }).where('id', '=', 'energiehubs').execute()
  await db
    .updateTable('call')
    .set({ title_nl: 'Eiwit', title_en: 'Protein' })
    .where('id', '=', protein.slice(5))
    .execute()
  const left = await keys(question)
  expect(left?.[0]).toBe('undertaking:nxtgen')
  for (const key of odd.slice(0, 3)) expect(left, key).not.toContain(key)
  // On its last day a role is still open.
  expect(await keys({ ...question, today: '2026-11-22' })).not.toContain('undertaking:nxtgen')
  await db.updateTable('open_role').set({ filled_at: today }).where('id', '=', 'rol').execute()
  expect(await keys(question)).not.toContain('undertaking:nxtgen')
  expect(await told(question)).not.toContain('Glibberwhisk')
})

test('what resembles something that does not fit is named by what they share', async () => {
  const { opportunities } = await matching()
  const photonics = 'call:vb-oproep-fotonica-voor-sensoren'
  const plan = 'undertaking:nationaal-actieplan-fotonica'
  const found = await opportunities.alike({ today }, [photonics], [protein, plan, 'instrument:bmkb'], 'nl')
  expect(found.get(photonics)?.key).toBe(plan)
  expect(JSON.stringify(found.get(photonics)?.terms)).toContain('fotonica')
  expect((await opportunities.alike({ today }, [photonics], ['instrument:bmkb'], 'nl')).size).toBe(0)
  expect((await opportunities.alike({ today }, [], [plan], 'nl')).size).toBe(0)
})

test('before there is anything to weigh words by, there is no answer', async () => {
  const { matcher } = testSearch(await testDatabase())
  expect(await matcher.opportunities.ranked(typed('eiwit'))).toBeNull()
  expect((await matcher.opportunities.reasons(typed('eiwit'), [], 'nl')).size).toBe(0)
})

const odd: [what: string, text: string][] = [
  ['a book', 'Een batterij testen op een bedrijventerrein. '.repeat(1200)],
  ['one long word', 'batterij'.repeat(6000)],
  ['HTML', '<script>alert("batterij")</script> <b>bedrijventerrein</b>'],
  ['emoji', '🔋👩‍🔬 batterij 🇳🇱 bedrijventerrein'],
  ['right-to-left text', 'بطارية batterij bedrijventerrein ‏משאבה‏'],
  ['control characters', 'batterij\u0000\u001b bedrijventerrein \ud83d'],
]

test('an odd text gets an answer, and one that says nothing an empty one', async () => {
  const { keys } = await matching()
  for (const [what, text] of odd) {
    const found = await keys(typed(text))
    if (what === 'one long word') expect(found, what).toBeDefined()
    else expect(found?.[0], what).toBe('call:vb-oproep-netcongestie-bedrijventerreinen')
  }
  for (const nothing of ['', '   ', '🙂', 'de het een', '12 34'])
    expect(await keys(typed(nothing)), nothing).toEqual([])
})
