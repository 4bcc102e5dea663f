import { expect, test } from 'vitest'
import { listIndicators } from '#app/domain/indicator/queries.server.ts'
import { readContent } from '#db/seed/content.ts'
import { countExamples, removeExamples } from '#db/seed/examples.ts'
import { loadContent } from '#db/seed/load.ts'
import { now, testDatabase } from '../support/database.ts'

test('the first content is there: nine ROMs, the four transitions, real programmes and the institutions', async () => {
  const db = await testDatabase()
  const count = async (
    table: 'rom' | 'organisation' | 'undertaking' | 'measurement' | 'technology',
    where?: [string, unknown],
  ) => {
    let query = db.selectFrom(table).select((eb) => eb.fn.countAll<number>().as('n'))
    if (where) query = query.where(where[0] as never, '=', where[1] as never)
    return (await query.executeTakeFirstOrThrow()).n
  }
  expect(await count('rom')).toBe(9)
  expect(await count('organisation', ['kind', 'knowledge_institution'])).toBeGreaterThanOrEqual(112)
  expect(await count('organisation', ['is_example', 1])).toBeGreaterThanOrEqual(60)
  expect(await count('undertaking', ['kind', 'programme'])).toBeGreaterThanOrEqual(14)
  expect(await count('undertaking', ['kind', 'initiative'])).toBeGreaterThanOrEqual(25)
  expect(await count('technology', ['kind', 'priority'])).toBe(10)
  expect(await count('measurement')).toBeGreaterThanOrEqual(30)
})

test('every published fact, participation, partner and amount has a source', async () => {
  const db = await testDatabase()
  const without = await Promise.all([
    db.selectFrom('participation').select('id').where('source_id', 'is', null).execute(),
    db.selectFrom('undertaking_partner').select('id').where('source_id', 'is', null).execute(),
    db.selectFrom('organisation').select('id').where('source_id', 'is', null).where('is_example', '=', 0).execute(),
    db
      .selectFrom('undertaking as u')
      .select('u.id')
      .where((eb) =>
        eb.not(eb.exists(eb.selectFrom('fact').select('id').whereRef('fact.undertaking_id', '=', 'u.id'))),
      )
      .execute(),
  ])
  expect(without.flat()).toEqual([])
})

test('values of 2016 and 2020 share no series with those of 2021 and 2023', async () => {
  const indicators = await listIndicators(await testDatabase())
  for (const { series, id } of indicators) {
    for (const values of series) {
      const early = values.filter(({ period_from }) => period_from < '2021')
      expect([0, values.length], id).toContain(early.length)
    }
  }
  const projects = indicators.find(({ slug }) => slug === 'innovatieprojecten')
  expect(projects?.series.map((values) => values.map(({ value }) => value))).toEqual([[131, 234], [734], [474]])
})

test('loading again changes nothing, and what a person edited stays', async () => {
  const db = await testDatabase()
  const content = readContent()
  expect(await loadContent(db, { examples: true, now, content })).toBe('unchanged')

  await db.insertInto('actor').values({ id: 'anna', kind: 'person', name: 'Anna' }).execute()
  await db.updateTable('rom').set({ summary_nl: 'Door Anna', edited_by: 'anna' }).where('id', '=', 'bom').execute()
  const [first] = content.reference.roms
  if (first) first.summary = { nl: 'Nieuwe tekst', en: 'New text' }
  expect(await loadContent(db, { examples: true, now, content })).toBe('loaded')
  const roms = await db.selectFrom('rom').select(['id', 'summary_nl']).orderBy('position').execute()
  expect(roms[0]?.summary_nl).toBe('Nieuwe tekst')
  expect(roms.find(({ id }) => id === 'bom')?.summary_nl).toBe('Door Anna')
})

test('a participation that the content now states otherwise is recorded as a correction; the old row stays', async () => {
  const db = await testDatabase()
  const content = readContent()
  const programme = content.programmes.find(({ id }) => id === 'nxtgen')
  const participation = programme?.participations[0]
  if (!programme || !participation) throw new Error('the content has changed: choose another programme')
  participation.role = 'lead'
  await loadContent(db, { examples: true, now: new Date('2027-01-01T00:00:00Z'), content })
  await loadContent(db, { examples: false, now: new Date('2027-01-02T00:00:00Z'), content })
  const rows = await db
    .selectFrom('participation')
    .select(['role', 'correction', 'supersedes_id'])
    .where('undertaking_id', '=', programme.id)
    .where('rom_id', '=', participation.rom)
    .orderBy('recorded_at')
    .execute()
  expect(rows).toHaveLength(2)
  expect(rows[1]).toMatchObject({
    role: 'lead',
    correction: 1,
    supersedes_id: `content:${programme.id}:${participation.rom}`,
  })
})

test('the examples go with one command, for good, and everything real stays', async () => {
  const db = await testDatabase()
  const real = () => db.selectFrom('organisation').select('id').where('is_example', '=', 0).execute()
  const before = await real()
  expect(await countExamples(db)).toBeGreaterThan(60)
  const removed = await removeExamples(db)
  expect(removed.organisations).toBeGreaterThanOrEqual(60)
  expect(await countExamples(db)).toBe(0)
  expect(await db.selectFrom('listing').select('id').execute()).toEqual([])
  expect(await real()).toEqual(before)
  await loadContent(db, { examples: true, now })
  expect(await countExamples(db)).toBe(0)
})

test('production loads no examples', async () => {
  const db = await testDatabase()
  await removeExamples(db)
  await db.deleteFrom('setting').execute()
  await loadContent(db, { examples: false, now })
  expect(await countExamples(db)).toBe(0)
})
