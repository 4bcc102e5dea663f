import type { Insertable } from 'kysely'
import { expect, test } from 'vitest'
import { lastDay, listMatrix, participationsOf, phaseOn } from '#app/domain/participation/queries.server.ts'
import { markOf } from '#app/domain/participation/types.ts'
import type { ParticipationTable } from '#db/tables/undertakings.ts'
import { testDatabase } from '../support/database.ts'

async function programme() {
  const db = await testDatabase()
  const id = 'test'
  await db
    .insertInto('undertaking')
    .values({
      id,
      kind: 'programme',
      slug: 'test',
      name_nl: 'Test',
      name_en: 'Test',
      summary_nl: 'Test',
      summary_en: 'Test',
      starts_on: '2024',
      ends_on: '2027',
      in_matrix: 1,
      is_example: 0,
      reviewed_on: '2026-01-01',
      published_at: '2024-01-01T00:00:00.000Z',
      created_at: '2024-01-01T00:00:00.000Z',
      updated_at: '2024-01-01T00:00:00.000Z',
    })
    .execute()
  const record = (row: Partial<Insertable<ParticipationTable>> & { id: string; recorded_at: string }) =>
    db
      .insertInto('participation')
      .values({ undertaking_id: id, rom_id: 'bom', status: 'confirmed', recorded_by: 'system', ...row })
      .execute()
  const marks = async (on: string, known: string) =>
    (await participationsOf(db, id, { on, known })).map((row) => `${row.rom_id} ${markOf(row)}`)
  return { db, id, record, marks }
}

test('who took part on a day, and what was known on a day, each keep their one answer', async () => {
  const { record, marks } = await programme()
  await record({ id: 'a', role: 'partner', valid_from: '2024-03-01', recorded_at: '2024-03-05T10:00:00.000Z' })
  expect(await marks('2024-02-29', '2024-12-31')).toEqual([])
  expect(await marks('2024-03-01', '2024-03-04')).toEqual([])
  expect(await marks('2024-03-01', '2024-03-05')).toEqual(['bom partner'])

  // From 2025 on it leads: the old row ends, a new one begins.
  const recorded_at = '2025-01-10T09:00:00.000Z'
  await record({
    id: 'b',
    role: 'partner',
    valid_from: '2024-03-01',
    valid_until: '2025-01-01',
    supersedes_id: 'a',
    recorded_at,
  })
  await record({ id: 'c', role: 'lead', valid_from: '2025-01-01', recorded_at })
  expect(await marks('2025-06-01', '2025-06-01')).toEqual(['bom lead'])
  expect(await marks('2024-12-31', '2025-06-01')).toEqual(['bom partner'])
  expect(await marks('2025-06-01', '2025-01-09')).toEqual(['bom partner'])
  expect(await marks('2024-03-01', '2024-03-05')).toEqual(['bom partner'])
})

test('a row recorded by mistake is taken back, and what was known before stays known', async () => {
  const { record, marks } = await programme()
  await record({ id: 'a', rom_id: 'liof', recorded_at: '2024-05-01T00:00:00.000Z' })
  await record({
    id: 'b',
    rom_id: 'liof',
    status: 'retracted',
    correction: 1,
    supersedes_id: 'a',
    recorded_at: '2024-06-01T00:00:00.000Z',
  })
  expect(await marks('2024-07-01', '2024-05-15')).toEqual(['liof unstated'])
  expect(await marks('2024-07-01', '2024-06-15')).toEqual([])
})

test('an unknown start is the start of the programme, and its end ends it for all', async () => {
  const { record, marks } = await programme()
  await record({ id: 'a', role: 'observer', recorded_at: '2024-01-01T00:00:00.000Z' })
  expect(await marks('2023-12-31', '2026-01-01')).toEqual([])
  expect(await marks('2024-01-01', '2026-01-01')).toEqual(['bom observer'])
  expect(await marks('2027-12-31', '2026-01-01')).toEqual(['bom observer'])
  expect(await marks('2028-01-01', '2026-01-01')).toEqual([])
})

test('where no start is known, it holds from what it lies under, or from the day its source speaks of', async () => {
  const { db, record, marks } = await programme()
  await db.updateTable('undertaking').set({ starts_on: null, ends_on: null }).where('id', '=', 'test').execute()
  await db
    .insertInto('source')
    .values({ id: 'test', title: 'Test', publisher: 'Test', published_on: '2022-04', retrieved_on: '2026-11-21' })
    .execute()
  await record({ id: 'a', source_id: 'test', recorded_at: '2026-01-01T00:00:00.000Z' })
  expect(await marks('1974-01-01', '2026-11-21')).toEqual([])
  expect(await marks('2022-04-01', '2026-11-21')).toEqual(['bom unstated'])
})

test('a programme has yet to begin, runs, or is over', () => {
  const programme = { starts_on: '2023', ends_on: '2027' }
  expect(phaseOn(programme, '2022-12-31')).toBe('before')
  expect(phaseOn(programme, '2027-12-31')).toBe('during')
  expect(phaseOn(programme, '2028-01-01')).toBe('after')
  expect(phaseOn({ starts_on: null, ends_on: null }, '1974-01-01')).toBe('during')
})

test('nothing can be changed or deleted afterwards', async () => {
  const { db, record } = await programme()
  await record({ id: 'a', recorded_at: '2024-01-01T00:00:00.000Z' })
  await expect(db.updateTable('participation').set({ role: 'lead' }).execute()).rejects.toThrow('append-only')
  await expect(db.deleteFrom('participation').execute()).rejects.toThrow('append-only')
  await expect(db.deleteFrom('undertaking').where('id', '=', 'test').execute()).rejects.toThrow('FOREIGN KEY')
  await expect(db.updateTable('measurement').set({ value: 1 }).execute()).rejects.toThrow('append-only')
  await expect(db.deleteFrom('contribution').execute()).rejects.toThrow('append-only')
})

test('the matrix holds what runs on the day, counts the rest, and no statement is "unknown"', async () => {
  const { db, record } = await programme()
  await record({ id: 'a', role: 'lead', recorded_at: '2024-01-01T00:00:00.000Z' })
  const filter = { theme: null, coreTask: null, pillar: null, status: null, kind: 'programme' as const }
  const running = await listMatrix(db, filter, { on: '2026-11-21', known: '2026-11-21' })
  const row = running.rows.find(({ id }) => id === 'test')
  expect(markOf(row?.cell('bom'))).toBe('lead')
  expect(markOf(row?.cell('nom'))).toBe('unknown')
  const later = await listMatrix(db, filter, { on: '2028-01-01', known: '2026-11-21' })
  expect(later.rows.find(({ id }) => id === 'test')).toBeUndefined()
  expect(later.rows.length + later.over).toBe(running.rows.length + running.over)
})

test('the last day of a partial date', () => {
  expect(lastDay('2025')).toBe('2025-12-31')
  expect(lastDay('2025-10')).toBe('2025-10-31')
  expect(lastDay('2025-10-13')).toBe('2025-10-13')
})
