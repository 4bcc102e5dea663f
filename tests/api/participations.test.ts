import { expect, test } from 'vitest'
import { listMatrix } from '#app/domain/participation/queries.server.ts'
import { testPortal } from '../support/portal.ts'

interface Answer {
  on: string
  known: string
  recorded_since: string | null
  items: {
    rom: { slug: string }
    role: string | null
    status: string
    valid_from: string | null
    recorded_at: string
    source: { title: string } | null
  }[]
}

type Portal = Awaited<ReturnType<typeof testPortal>>

async function ask(portal: Portal, slug: string, search = ''): Promise<Answer> {
  const answer = await portal.get(`/api/v1/programmes/${slug}/participations${search}`)
  expect(answer.status).toBe(200)
  return (await answer.json()) as Answer
}

test('every programme says what its row in the matrix says, on any day', async () => {
  const portal = await testPortal()
  const filter = { theme: null, coreTask: null, pillar: null, status: null, kind: 'programme' as const }
  const roms = await portal.db.selectFrom('rom').select(['id', 'slug']).execute()
  const slugs = new Map(roms.map(({ id, slug }) => [id, slug]))
  let compared = 0
  for (const on of ['2020-06-01', '2024-01-01', '2026-11-21', '2030-01-01']) {
    const matrix = await listMatrix(portal.db, filter, { on, known: '2026-11-21' })
    for (const row of matrix.rows) {
      const { items } = await ask(portal, row.slug, `?on=${on}`)
      const cells = roms.flatMap(({ id }) => {
        const cell = row.cell(id)
        return cell ? [`${slugs.get(id)} ${cell.role} ${cell.status} ${cell.valid_from} ${cell.recorded_at}`] : []
      })
      const told = items.map(
        (one) => `${one.rom.slug} ${one.role} ${one.status} ${one.valid_from} ${one.recorded_at}`,
      )
      expect(told.sort(), `${row.slug} on ${on}`).toEqual(cells.sort())
      compared += told.length
    }
  }
  expect(compared).toBeGreaterThan(50)
})

test('without days it is about today; before the first record nothing can be said', async () => {
  const portal = await testPortal()
  const now = await ask(portal, 'energiehubs')
  expect(now).toMatchObject({ on: '2026-11-21', known: '2026-11-21', recorded_since: null })
  expect(now.items.length).toBeGreaterThan(0)
  for (const { source } of now.items) expect(source?.title).toBeTruthy()
  const before = await ask(portal, 'energiehubs', '?known=2020-01-01')
  expect(before).toMatchObject({ items: [], recorded_since: '2026-11-21' })
})

test('what was recorded later is not known earlier, and what was taken back is gone', async () => {
  const portal = await testPortal()
  const { id } = await portal.db
    .selectFrom('undertaking')
    .select('id')
    .where('slug', '=', 'energiehubs')
    .executeTakeFirstOrThrow()
  const first = (await ask(portal, 'energiehubs')).items[0]
  const row = await portal.db
    .selectFrom('participation as p')
    .innerJoin('rom', 'rom.id', 'p.rom_id')
    .select(['p.id', 'p.rom_id'])
    .where('p.undertaking_id', '=', id)
    .where('rom.slug', '=', first?.rom.slug ?? '')
    .executeTakeFirstOrThrow()
  // A portal whose clock is three days on would know of this.
  await portal.db
    .insertInto('participation')
    .values({
      id: 'taken-back',
      undertaking_id: id,
      rom_id: row.rom_id,
      status: 'retracted',
      correction: 1,
      supersedes_id: row.id,
      recorded_at: '2026-11-21T20:00:00.000Z',
      recorded_by: 'system',
    })
    .execute()
  const after = await ask(portal, 'energiehubs')
  expect(after.items.map(({ rom }) => rom.slug)).not.toContain(first?.rom.slug)
  expect(after.items.map(({ status }) => status)).not.toContain('retracted')
})
