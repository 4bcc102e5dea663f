import { expect, test } from 'vitest'
import { addresses, openApi, portalThatMatches } from '../support/api.ts'
import { addEvidence, fullProject } from '../support/evidence.ts'
import { testPortal } from '../support/portal.ts'
import { testSearch } from '../support/search.ts'

const at = '2026-01-01T00:00:00.000Z'
const secret = 'geheimtaalword'

test('what is not public is in no answer, nor found', async () => {
  const portal = await portalThatMatches()
  const { db } = portal
  const organisation = (id: string, published_at: string | null, withdrawn_at: string | null) => ({
    id,
    slug: id,
    name: `${secret} ${id}`,
    kind: 'startup' as const,
    is_example: 0 as const,
    published_at,
    withdrawn_at,
    created_at: at,
    updated_at: at,
  })
  await db
    .insertInto('organisation')
    .values([organisation('nooit-openbaar', null, null), organisation('teruggetrokken', at, at)])
    .execute()
  const shown = await db.selectFrom('public_organisation').select(['id', 'slug']).limit(1).executeTakeFirstOrThrow()
  const listing = {
    organisation_id: shown.id,
    side: 'need' as const,
    text_nl: secret,
    partner_kinds: '[]',
    visibility: 'public' as const,
    anonymous: 0 as const,
    expires_on: '2099-01-01',
    created_at: at,
    updated_at: at,
  }
  await db
    .insertInto('listing')
    .values([
      { ...listing, id: 'l1', visibility: 'own_rom' },
      { ...listing, id: 'l2', visibility: 'roms' },
      { ...listing, id: 'l3', anonymous: 1 },
      { ...listing, id: 'l4', withdrawn_at: at },
      { ...listing, id: 'l5', expires_on: '2020-01-01' },
    ])
    .execute()
  const call = await db.selectFrom('public_call').selectAll().limit(1).executeTakeFirstOrThrow()
  await db
    .updateTable('call')
    .set({ withdrawn_at: at, title_nl: secret, title_en: secret })
    .where('id', '=', call.id)
    .execute()
  const initiative = await db
    .selectFrom('public_undertaking')
    .selectAll()
    .where('parent_id', 'is not', null)
    .limit(1)
    .executeTakeFirstOrThrow()
  await db
    .updateTable('undertaking')
    .set({ published_at: null, name_nl: secret, name_en: secret })
    .where('id', '=', initiative.id)
    .execute()

  // A project of an initiative that is not public, of which somebody who is public is a participant.
  await addEvidence(db, 'verborgen-project', {
    title: secret,
    undertaking_id: initiative.id,
    organisations: { [shown.slug]: 'participant', 'nooit-openbaar': 'coordinator' },
  })
  for (const organisation_id of ['nooit-openbaar', 'teruggetrokken']) {
    const { id: evidence_id } = await db
      .selectFrom('evidence')
      .select('id')
      .where('slug', '=', fullProject)
      .executeTakeFirstOrThrow()
    await db
      .insertInto('evidence_organisation')
      .values({ evidence_id, organisation_id, role: 'participant' })
      .execute()
  }

  const asked = [
    '/organisations/nooit-openbaar',
    '/organisations/teruggetrokken',
    '/projects/verborgen-project',
    `/calls/${call.slug}`,
    `/${initiative.kind}s/${initiative.slug}`,
  ]
  for (const path of asked) expect((await portal.get(`/api/v1${path}`)).status, path).toBe(404)

  for (const organisation of ['nooit-openbaar', 'teruggetrokken']) {
    expect((await portal.get(`/api/v1/projects?organisation=${organisation}`)).status, organisation).toBe(400)
  }
  const full = await (await portal.get(`/api/v1/projects/${fullProject}`)).json()
  expect(full).toMatchObject({ participant_count: 2 })

  await portal.catchUp()
  let read = 0
  for (const { address, query } of addresses(await openApi(portal))) {
    const tries = [address.replace(/\/calls\/.*/, '/calls')]
    if (query.some(({ name }) => name === 'limit')) tries.push(`${address}?limit=100`)
    if (query.some(({ name }) => name === 'offset')) tries.push(`${address}?limit=100&offset=100`)
    if (query.some(({ name }) => name === 'q')) tries.push(`${address}?q=${secret}`)
    for (const path of [...tries, `/api/v1/organisations/${shown.slug}`, `/api/v1/projects/${fullProject}`]) {
      const answer = await portal.get(path)
      expect(answer.status, path).toBe(200)
      const text = await answer.text()
      expect(text.replaceAll(`q=${secret}`, ''), path).not.toContain(secret)
      for (const column of ['edited_by', 'recorded_by', 'withdrawn_at', 'source_id', 'postcode', 'supersedes_id']) {
        expect(text, path).not.toContain(`"${column}"`)
      }
      read++
    }
  }
  expect(read).toBeGreaterThan(40)
  expect(portal.errors).toEqual([])
})

test('the search server cannot tell what the database no longer shows', async () => {
  const tools: ReturnType<typeof testSearch>[] = []
  const portal = await testPortal({
    search: (db) => {
      const made = testSearch(db, { only: 'search' })
      tools.push(made)
      return made
    },
  })
  await tools[0]?.sync.catchUp()
  const slug = 'technische-universiteit-delft'
  const found = async () => (await portal.get('/api/v1/search?q=technische+universiteit+delft')).text()
  expect(await found()).toContain(`"slug":"${slug}"`)
  await portal.db.updateTable('organisation').set({ withdrawn_at: at }).where('slug', '=', slug).execute()
  expect(await found()).not.toContain(`"slug":"${slug}"`)
})
