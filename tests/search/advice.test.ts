import { expect, test } from 'vitest'
import type { Advice } from '#search/matching/advice.ts'
import { now, testDatabase } from '../support/database.ts'
import { addListing, addOrganisations, asking, typed } from '../support/matching.ts'
import { testSearch } from '../support/search.ts'

const today = now.toISOString().slice(0, 10)

async function advising() {
  const db = await testDatabase()
  const search = testSearch(db)
  await search.sync.catchUp()
  const of = async (id: string): Promise<Advice[]> => {
    const { seat_rom_id } = await db
      .selectFrom('organisation')
      .select('seat_rom_id')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    const question = asking({ organisation: id, leaveOut: seat_rom_id ? [seat_rom_id] : [], withFeedback: false })
    return (await search.matcher.advice({ ...question, organisation: id }, today)) ?? []
  }
  const concepts = async (id: string) =>
    (await of(id)).flatMap((one) => (one.advice === 'concept' ? [{ id: one.concept.id, needs: one.needs }] : []))
  /** How many come before an organisation when a need is asked in words. */
  const before = async (id: string, text: string) => {
    const ranking = await search.matcher.ranking({ ...typed(text), limit: 500 })
    return ranking?.includes(id) ? ranking.indexOf(id) : 500
  }
  return { db, of, concepts, before, ...search }
}

test('who names the advised concept is found sooner by those that ask for it, and is not advised it again', async () => {
  const { db, concepts, before, sync } = await advising()
  const id = 'vb-dollard-chemie'
  const advised = await concepts(id)
  expect(advised.map((one) => one.id)).toContain('electrolyser')
  const needs = await db
    .selectFrom('public_listing')
    .where('side', '=', 'need')
    .select('text_nl')
    .where('text_nl', 'like', '%elektrolyser%')
    .execute()
  expect(needs.length).toBeGreaterThan(0)
  const asked = needs.flatMap(({ text_nl }) => text_nl ?? [])
  const places = await Promise.all(asked.map((text) => before(id, text)))
  await addListing(db, id, 'offer', 'nieuw', { nl: 'Op ons terrein kan een elektrolyser proefdraaien.' })
  await sync.catchUp()
  for (const [at, text] of asked.entries()) expect(await before(id, text), text).toBeLessThan(places[at] ?? 0)
  expect((await concepts(id)).map((one) => one.id)).not.toContain('electrolyser')
})

test('a first offer makes an organisation found by a need that it was not found by, and ends that advice', async () => {
  const { db, of, before, sync } = await advising()
  await addOrganisations(db, [{ id: 'stil', rom: 'liof', themes: ['water'] }])
  await sync.catchUp()
  expect((await of('stil')).map(({ advice }) => advice)).toEqual(['offer', 'need', 'summary'])
  const need = 'Wie heeft een vijzelpomp voor palingen in een poldergemaal?'
  expect(await before('stil', need)).toBe(500)
  await addListing(db, 'stil', 'offer', 'eerste', { nl: 'Een vijzelpomp voor palingen in een poldergemaal.' })
  await sync.catchUp()
  expect(await before('stil', need)).toBe(0)
  const after = await of('stil')
  expect(after.map(({ advice }) => advice).slice(0, 3)).toEqual(['need', 'summary', 'language'])
})

test('needs that are hidden, over, or of the own region are not counted; a withdrawn profile gets no advice', async () => {
  const { db, concepts, of } = await advising()
  const id = 'vb-dollard-chemie'
  const count = async () => (await concepts(id)).find((one) => one.id === 'electrolyser')?.needs ?? 0
  expect(await count()).toBe(2)
  const naming = await db
    .selectFrom('public_listing as l')
    .innerJoin('organisation as o', 'o.id', 'l.organisation_id')
    .where('l.side', '=', 'need')
    .where((eb) => eb.or([eb('l.text_nl', 'like', '%elektrolyser%'), eb('l.text_en', 'like', '%electrolyser%')]))
    .where('o.seat_rom_id', '!=', 'nom')
    .select('l.id')
    .execute()
  for (const change of [{ visibility: 'roms' }, { expires_on: '2020-01-01' }] as const) {
    const [one] = naming.splice(0, 1)
    await db
      .updateTable('listing')
      .set(change)
      .where('id', '=', one?.id ?? '')
      .execute()
    expect(await count()).toBeLessThan(2)
  }
  await db.updateTable('organisation').set({ withdrawn_at: now.toISOString() }).where('id', '=', id).execute()
  expect(await of(id)).toEqual([])
})

test('without a search server there is no advice', async () => {
  const { matcher } = await advising()
  matcher.connect({ url: 'http://127.0.0.1:9', key: 'x' })
  expect(await matcher.advice({ ...asking({}), organisation: 'vb-dollard-chemie' }, today)).toBeNull()
})
