import { sql } from 'kysely'
import { expect, test, vi } from 'vitest'
import type { HitType } from '#search/engine.ts'
import { countWaiting, requestRebuild } from '#search/outbox.ts'
import { settings } from '#search/settings.ts'
import { now, testDatabase } from '../support/database.ts'
import { documentsIn, expectIndexEquals } from '../support/index-equals.ts'
import { testSearch } from '../support/search.ts'

const today = now.toISOString().slice(0, 10)

async function indexed(options?: Parameters<typeof testSearch>[1]) {
  const db = await testDatabase()
  const search = testSearch(db, { only: 'search', ...options })
  await search.sync.catchUp()
  const find = async (text: string, filter = {}) => {
    const answer = await search.engine.find({
      text,
      filter,
      sort: 'relevance',
      language: 'nl',
      limit: 20,
      offset: 0,
      facets: false,
    })
    return answer?.hits.map(({ type, id }) => `${type} ${id}`)
  }
  return { db, find, ...search, equal: () => expectIndexEquals(search.client, search.uid, db, today) }
}

/** Some organisation of the examples with a public offer or need. */
async function someListing(db: Awaited<ReturnType<typeof testDatabase>>) {
  return db.selectFrom('public_listing').selectAll().orderBy('id').limit(1).executeTakeFirstOrThrow()
}

test('a first index holds all that is public, with the settings in code', async () => {
  const { client, uid, equal, db } = await indexed({ only: undefined })
  await equal()
  const actual = await client.index(uid).getSettings()
  const sorted = { sortableAttributes: [...(settings.sortableAttributes ?? [])].sort() }
  expect(actual).toMatchObject({ ...settings, ...sorted })
  expect(await countWaiting(db)).toBe(0)
})

test('whatever is written is found, or no longer, as soon as the outbox is drained', async () => {
  const { db, sync, find, equal } = await indexed()
  const listing = await someListing(db)
  const hit = `organisation ${listing.organisation_id}`
  const { organisation_id } = listing

  await db.updateTable('organisation').set({ name: 'Quaxolith Zwolle' }).where('id', '=', organisation_id).execute()
  await db
    .updateTable('listing')
    .set({ text_nl: 'Wij zoeken snorbaltechniek.' })
    .where('id', '=', listing.id)
    .execute()
  await sync.catchUp()
  expect(await find('quaxolith')).toEqual([hit])
  expect(await find('snorbaltechniek')).toEqual([hit])

  await db.updateTable('listing').set({ visibility: 'roms' }).where('id', '=', listing.id).execute()
  await sync.catchUp()
  expect(await find('snorbaltechniek')).toEqual([])

  await db
    .updateTable('organisation')
    .set({ withdrawn_at: now.toISOString() })
    .where('id', '=', organisation_id)
    .execute()
  await sync.catchUp()
  expect(await find('quaxolith')).toEqual([])
  await equal()
})

test('a programme is found by who takes part and what is sought', async () => {
  const { db, sync, find, equal } = await indexed()
  const { id, kind } = await db.selectFrom('public_undertaking').selectAll().limit(1).executeTakeFirstOrThrow()
  await db
    .insertInto('open_role')
    .values({ id: 'role', undertaking_id: id, title_nl: 'Grobbelzwinger', title_en: 'Grobble swinger' })
    .execute()
  await sync.catchUp()
  expect(await find('grobbelzwinger')).toEqual([`${kind} ${id}`])
  await db.updateTable('open_role').set({ filled_at: now.toISOString() }).where('id', '=', 'role').execute()
  await sync.catchUp()
  expect(await find('grobbelzwinger')).toEqual([])
  await equal()
})

test('earlier projects are found under their own type, and find those who did them', async () => {
  const { db, sync, find, equal } = await indexed()
  const { organisation_id } = await someListing(db)
  const stamp = now.toISOString()
  await db
    .insertInto('evidence')
    .values({
      id: 'e1',
      slug: 'brumbo-e1',
      kind: 'rom_project',
      acronym: 'BRUMBO',
      title: 'Membranes for brumbological purposes',
      keywords: '["brumbology"]',
      source_id: 'cordis',
      created_at: stamp,
      updated_at: stamp,
    })
    .execute()
  await db
    .insertInto('evidence_organisation')
    .values({ evidence_id: 'e1', organisation_id, role: 'coordinator' })
    .execute()
  await sync.catchUp()
  expect(await find('brumbological')).toEqual(['project e1', `organisation ${organisation_id}`])
  const [undertaking] = await db.selectFrom('public_undertaking').select('id').limit(1).execute()
  // A project in which a ROM takes part is shown as its initiative.
  await db.updateTable('evidence').set({ undertaking_id: undertaking?.id }).where('id', '=', 'e1').execute()
  await sync.catchUp()
  expect(await find('brumbological')).toEqual([`organisation ${organisation_id}`])
  await equal()
})

test('what is undone leaves nothing to tell, and what changes again while it is dealt with is told again', async () => {
  const { db, sync, find } = await indexed()
  const { organisation_id } = await someListing(db)
  const rename = (name: string) => db.updateTable('organisation').set({ name }).where('id', '=', organisation_id)
  await expect(
    db.transaction().execute(async (trx) => {
      await trx.updateTable('organisation').set({ name: 'Nooitgeweest' }).where('id', '=', organisation_id).execute()
      throw new Error('undone')
    }),
  ).rejects.toThrow('undone')
  expect(await countWaiting(db)).toBe(0)

  await rename('Eerste Naam').execute()
  const [first] = await db.selectFrom('search_outbox').selectAll().execute()
  await rename('Tweede Naam').execute()
  const [second] = await db.selectFrom('search_outbox').selectAll().execute()
  expect(second?.seq).toBeGreaterThan(first?.seq ?? 0)
  await sync.catchUp()
  expect(await find('"tweede naam"')).toEqual([`organisation ${organisation_id}`])
})

test('the names of themes are in what is under them: another name makes the index anew', async () => {
  const { db, sync, find, equal } = await indexed()
  await db.updateTable('theme').set({ name_nl: 'Zwierigheid' }).where('id', '=', 'energy').execute()
  await sync.catchUp()
  const hits = await find('zwierigheid')
  expect(hits?.[0]).toBe('theme energy')
  expect(hits?.length).toBeGreaterThan(5)
  await equal()
})

test('time changes things too: an offer expires, a call closes', async () => {
  let day = today
  const { db, sync, find } = await indexed({ today: () => day })
  const listing = await someListing(db)
  const call = await db.selectFrom('public_call').selectAll().limit(1).executeTakeFirstOrThrow()
  await db
    .updateTable('listing')
    .set({ text_nl: 'Verlopend flubberaanbod', expires_on: '2000-01-01' })
    .where('id', '=', listing.id)
    .execute()
  await db.updateTable('call').set({ opens_on: null, deadline_on: '2026-12-01' }).where('id', '=', call.id).execute()
  await sync.catchUp()
  expect(await find('flubberaanbod')).toEqual([])
  const isOpen = async (status: string) =>
    (await find('', { type: 'call', status }))?.includes(`call ${call.id}`) ?? false
  expect(await isOpen('open')).toBe(true)
  day = '2026-12-01'
  await sync.catchUp()
  expect(await isOpen('open')).toBe(true)
  day = '2026-12-05'
  await sync.catchUp()
  expect(await isOpen('open')).toBe(false)
  expect(await isOpen('closed')).toBe(true)
})

type Indexed = Awaited<ReturnType<typeof indexed>>

test.each<[string, (search: Indexed) => Promise<unknown>]>([
  ['it is gone', async (s: Indexed) => await s.client.deleteIndex(s.uid).waitTask()],
  ['what it says of itself is gone', async (s: Indexed) => await s.client.deleteIndex(`${s.uid}-state`).waitTask()],
  [
    'a document is missing',
    async (s: Indexed) => await s.client.index(s.uid).deleteDocument('theme-energy').waitTask(),
  ],
  [
    'its documents were made in another way',
    async (s: Indexed) => {
      await s.client
        .index(`${s.uid}-state`)
        .updateDocuments([{ id: 'state', version: 'older' }])
        .waitTask()
      await s.client
        .index(s.uid)
        .updateDocuments([{ id: 'theme-energy', title: ['wrong'] }])
        .waitTask()
    },
  ],
  [
    'it is older than the database',
    async (s: Indexed) => {
      await s.client
        .index(s.uid)
        .updateDocuments([{ id: 'theme-energy', title: ['wrong'] }])
        .waitTask()
      await sql`UPDATE setting SET value = '900000' WHERE key = 'search-drained'`.execute(s.db)
    },
  ],
  [
    'the database is older than it, as after a restore',
    async (s: Indexed) => {
      await s.client
        .index(`${s.uid}-state`)
        .updateDocuments([{ id: 'state', seq: 900_000 }])
        .waitTask()
      await s.client
        .index(s.uid)
        .updateDocuments([{ id: 'theme-energy', title: ['wrong'] }])
        .waitTask()
    },
  ],
  [
    'somebody asks for it',
    async (s: Indexed) => {
      await s.client
        .index(s.uid)
        .updateDocuments([{ id: 'theme-energy', title: ['wrong'] }])
        .waitTask()
      await requestRebuild(s.db)
    },
  ],
])('the index is made anew when %s', async (_why, damage) => {
  const search = await indexed()
  await damage(search)
  await search.sync.catchUp()
  await search.equal()
  expect(await countWaiting(search.db)).toBe(0)
  expect((await search.client.getRawIndexes({ limit: 1000 })).results.map(({ uid }) => uid)).not.toContain(
    `${search.uid}-shadow`,
  )
})

test('while the index is made anew, the old one answers', async () => {
  const { db, sync, find } = await indexed({ only: undefined })
  await requestRebuild(db)
  const rebuilding = sync.catchUp()
  let asked = 0
  let done = false
  void rebuilding.finally(() => {
    done = true
  })
  while (!done) {
    expect(await find('energie')).toContain('theme energy')
    asked++
  }
  await rebuilding
  expect(asked).toBeGreaterThan(3)
})

test('a row that the search server refuses is reported and does not keep the others out', async () => {
  const { db, sync, find, errors } = await indexed()
  const { organisation_id } = await someListing(db)
  // The server takes keys of at most 511 bytes.
  const longId = 'x'.repeat(600)
  await sql`INSERT INTO theme SELECT ${longId}, 'te-lang', kind, name_nl, name_en, summary_nl, summary_en, 99, edited_by
    FROM theme LIMIT 1`.execute(db)
  await db.updateTable('organisation').set({ name: 'Wel Vindbaar' }).where('id', '=', organisation_id).execute()
  sync.start()
  await vi.waitFor(
    async () => expect(await find('"wel vindbaar"')).toEqual([`organisation ${organisation_id}`]),
    60_000,
  )
  await vi.waitFor(async () => expect(await countWaiting(db)).toBe(0), 60_000)
  expect(errors.join('\n')).toContain('cannot be indexed')
})

test('every type can be filtered by, and its counts are those of the database', async () => {
  const { db, engine, client, uid } = await indexed()
  const answer = await engine.find({
    text: '',
    filter: {},
    sort: 'relevance',
    language: 'nl',
    limit: 1,
    offset: 0,
    facets: true,
  })
  const byType = Map.groupBy((await documentsIn(client, uid)).values(), ({ type }) => type)
  expect(answer?.total).toBe([...byType.values()].reduce((sum, { length }) => sum + length, 0))
  for (const { value, n } of answer?.facets.type ?? []) expect(n, value).toBe(byType.get(value as HitType)?.length)
  const roms = await db.selectFrom('rom').select('id').execute()
  expect(answer?.facets.rom.map(({ value }) => value).sort()).toEqual(roms.map(({ id }) => id).sort())
})
