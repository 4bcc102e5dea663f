import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Database } from '#db/schema.ts'
import type { Derive } from '../../scripts/import/cordis/write-projects.ts'
import { summary } from '../../scripts/import/summary.ts'
import { now, testDatabase } from '../support/database.ts'
import type { Rows } from './download.ts'
import { run } from './run.ts'

const later = new Date('2026-12-24T12:00:00Z')
const two: Rows = {
  organization: [
    { organisationID: '600000001', name: 'VOORBEELD BV', vatNumber: 'NL000000001B01', role: 'coordinator' },
    {
      organisationID: '600000002',
      name: 'STICHTING PROEF',
      activityType: 'REC',
      SME: 'false',
      postCode: '1211 AB',
      city: 'HILVERSUM',
    },
    {
      organisationID: '600000002',
      name: 'STICHTING PROEF',
      activityType: 'REC',
      SME: 'false',
      postCode: '1211 AB',
      city: 'HILVERSUM',
      role: 'thirdParty',
    },
    { organisationID: '600000003', name: 'ELDERS SA', country: 'BE' },
  ],
  project: [{ ecMaxContribution: '1499938.55', objective: 'One.\n\n\n\nTwo  words.', topics: '' }],
  euroSciVoc: ['robotics', 'energy', 'robotics'].map((title) => ({ projectID: '700000001', euroSciVocTitle: title })),
  topics: [{ projectID: '700000001', topic: 'HORIZON-PROEF-01' }],
}

test('Dutch organisations and their projects come in', async () => {
  const db = await testDatabase()
  const { counts } = await run(db, two)
  expect(counts).toMatchObject({ organisations: { added: 2 }, projects: { added: 1 }, links: { added: 2 } })
  const organisation = await db
    .selectFrom('public_organisation')
    .selectAll()
    .where('id', '=', 'pic-600000002')
    .executeTakeFirstOrThrow()
  expect(organisation).toMatchObject({
    slug: 'stichting-proef',
    name: 'Stichting Proef',
    kind: 'knowledge_institution',
    postcode: '1211 AB',
    place: 'Hilversum',
    province_id: 'nh',
    seat_rom_id: 'romutrecht',
    source_id: 'cordis',
    is_example: 0,
  })
  expect(await db.selectFrom('public_evidence').selectAll().execute()).toEqual([
    {
      id: 'cordis-700000001',
      slug: 'proef-700000001',
      kind: 'cordis',
      acronym: 'PROEF',
      title: 'A made-up project',
      summary: 'One.\n\nTwo words.',
      keywords: '["energy","robotics"]',
      topic: 'HORIZON-PROEF-01',
      status: 'signed',
      starts_on: '2024-01-01',
      ends_on: '2027-12-31',
      grant_cents: 149993855,
      url: 'https://cordis.europa.eu/project/id/700000001',
      undertaking_id: null,
      source_id: 'cordis',
      created_at: now.toISOString(),
      updated_at: now.toISOString(),
    },
  ])
  const links = await db
    .selectFrom('evidence_organisation')
    .select(['organisation_id', 'role'])
    .orderBy('organisation_id')
    .execute()
  expect(links).toEqual([
    { organisation_id: 'pic-600000001', role: 'coordinator' },
    { organisation_id: 'pic-600000002', role: 'participant' },
  ])
})

/** Everything in the database, to see whether a run wrote anything. */
async function everything(db: Kysely<Database>) {
  const tables = await db.introspection.getTables()
  const rows = tables
    .filter(({ isView }) => !isView)
    .map(async ({ name }) => [name, (await sql`SELECT * FROM ${sql.table(name)}`.execute(db)).rows])
  return Object.fromEntries(await Promise.all(rows))
}

const withRom: Rows = {
  organization: [
    ...two.organization,
    { projectID: '700000002', organisationID: '993544035', name: 'A ROM' },
    { projectID: '700000002', organisationID: '600000001', name: 'VOORBEELD BV', vatNumber: 'NL000000001B01' },
    { projectID: '700000002', organisationID: '600000004', name: 'VOORBEELD', vatNumber: 'NL000000001B01' },
  ],
  project: [...two.project, { id: '700000002', acronym: 'SAMEN', title: 'Together', startDate: '2025-02-01' }],
}

test('a second run writes nothing at all, also for search', async () => {
  const db = await testDatabase()
  const derive: Derive = (text) => ({ themes: text.includes('Two') ? ['energy'] : [], technologies: ['ai-data'] })
  await run(db, withRom, { derive })
  await db.deleteFrom('search_outbox').execute()
  const before = await everything(db)
  const { tally, proposed } = await run(db, withRom, { at: later, derive })
  expect(tally.written).toBe(0)
  expect(proposed).toEqual([])
  expect(await everything(db)).toEqual(before)
  expect(await db.selectFrom('search_outbox').selectAll().execute()).toEqual([])
  expect(summary(tally, proposed, 1)).toContain('nothing was written')
})

test('a changed row changes that row only; what the files no longer have is kept, but for a participant', async () => {
  const db = await testDatabase()
  await run(db, withRom)
  await db.deleteFrom('search_outbox').execute()
  const changed: Rows = {
    organization: [
      { organisationID: '600000001', name: 'VOORBEELD HOLDING BV', vatNumber: 'NL000000001B01', role: 'coordinator' },
    ],
    project: [{ ...two.project[0], acronym: 'ANDERS', status: 'CLOSED' }],
    euroSciVoc: two.euroSciVoc,
    topics: two.topics,
  }
  const { counts } = await run(db, changed, { at: later })
  expect(counts).toEqual({
    organisations: { added: 0, changed: 1, unchanged: 0, removed: 0 },
    projects: { added: 0, changed: 1, unchanged: 0, removed: 0 },
    links: { added: 0, changed: 0, unchanged: 1, removed: 1 },
  })
  const organisation = await db
    .selectFrom('organisation')
    .select(['name', 'slug', 'updated_at'])
    .where('id', '=', 'pic-600000001')
    .executeTakeFirst()
  // Its address stays the same.
  expect(organisation).toEqual({
    name: 'Voorbeeld Holding BV',
    slug: 'voorbeeld-bv',
    updated_at: later.toISOString(),
  })
  const evidence = await db.selectFrom('evidence').select(['slug', 'acronym', 'status']).orderBy('id').execute()
  expect(evidence).toEqual([
    { slug: 'proef-700000001', acronym: 'ANDERS', status: 'closed' },
    { slug: 'samen-700000002', acronym: 'SAMEN', status: 'signed' },
  ])
  expect(
    await db.selectFrom('organisation').select('id').where('id', '=', 'pic-600000004').executeTakeFirst(),
  ).toBeDefined()
})

test('the row of the project that started last says what an organisation is', async () => {
  const db = await testDatabase()
  const project = [{}, { id: '700000002', startDate: '2025-01-01' }, { id: '700000003', startDate: '2023-01-01' }]
  const organization = [
    { name: 'EERST BV' },
    { projectID: '700000002', name: 'LAATST BV', SME: 'false' },
    { projectID: '700000003', name: 'VROEGER BV' },
  ]
  await run(db, { organization, project })
  const row = await db.selectFrom('organisation').selectAll().where('id', '=', 'pic-600000001').executeTakeFirst()
  expect(row).toMatchObject({ name: 'Laatst BV', kind: 'corporate' })
})

test('an organisation that is known otherwise is not changed, and gets what it lacks', async () => {
  const db = await testDatabase()
  const known = await db
    .selectFrom('organisation_identifier as i')
    .innerJoin('organisation as o', 'o.id', 'i.organisation_id')
    .where('i.scheme', '=', 'pic')
    .selectAll('o')
    .select('i.value as pic')
    .orderBy('o.id')
    .executeTakeFirstOrThrow()
  const { pic, ...row } = known
  const rows: Rows = {
    organization: [{ organisationID: pic, name: 'ANOTHER NAME', postCode: '9712 CP', vatNumber: 'NL000000009B01' }],
    project: [{}],
  }
  expect((await run(db, rows, { at: later })).counts.organisations).toMatchObject({ changed: 1, added: 0 })
  const after = await db.selectFrom('organisation').selectAll().where('id', '=', row.id).executeTakeFirst()
  expect(after).toEqual(row)
  const vat = await db.selectFrom('organisation_identifier').selectAll().where('scheme', '=', 'vat').execute()
  expect(vat).toEqual([{ scheme: 'vat', value: 'NL000000009B01', organisation_id: row.id }])
  const link = await db.selectFrom('evidence_organisation').select('organisation_id').execute()
  expect(link).toEqual([{ organisation_id: row.id }])

  const alias = await db
    .selectFrom('organisation_alias')
    .select('name')
    .where('organisation_id', '=', row.id)
    .execute()
  expect(alias).toEqual([{ name: 'Another Name' }])

  // Nor is one of our own that a person has edited since; it can still be found by the name that CORDIS gives it.
  await run(db, two)
  await db
    .updateTable('organisation')
    .set({ edited_by: 'system', name: 'Mine' })
    .where('id', '=', 'pic-600000001')
    .execute()
  await run(db, two, { at: later })
  const edited = await db.selectFrom('organisation').select('name').where('id', '=', 'pic-600000001').execute()
  expect(edited).toEqual([{ name: 'Mine' }])
  expect((await run(db, two, { at: later })).tally.written).toBe(0)
})

test('two PICs of one organisation make one participant, with the stronger role', async () => {
  const db = await testDatabase()
  const organization = [
    { organisationID: '600000001', role: 'associatedPartner' },
    { organisationID: '600000002', name: 'TWEEDE BV', role: 'participant' },
  ]
  await run(db, { organization: organization.slice(0, 1), project: [{}] })
  await db
    .insertInto('organisation_identifier')
    .values({ scheme: 'pic', value: '600000002', organisation_id: 'pic-600000001' })
    .execute()
  await run(db, { organization, project: [{}] })
  expect(await db.selectFrom('evidence_organisation').selectAll().execute()).toEqual([
    { evidence_id: 'cordis-700000001', organisation_id: 'pic-600000001', role: 'participant' },
  ])
  const named = await db
    .selectFrom('organisation')
    .select('name')
    .where('id', '=', 'pic-600000001')
    .executeTakeFirst()
  expect(named?.name).toBe('Voorbeeld BV')
})

test('same names get addresses of their own', async () => {
  const db = await testDatabase()
  const organization = ['600000001', '600000002'].map((organisationID) => ({ organisationID, name: 'ZELFDE BV' }))
  await run(db, { organization, project: [{}] })
  const slugs = await db
    .selectFrom('organisation')
    .select('slug')
    .where('id', 'like', 'pic-%')
    .orderBy('id')
    .execute()
  expect(slugs).toEqual([{ slug: 'zelfde-bv' }, { slug: 'zelfde-bv-600000002' }])
})

test('organisations that may be one are proposed once, never merged', async () => {
  const db = await testDatabase()
  const organization = [
    { organisationID: '600000001', name: 'EERSTE', vatNumber: 'NL000000001B01', city: 'Sittard' },
    { organisationID: '600000002', name: 'Tweede BV', vatNumber: 'NL 000000001 B01', city: 'Geleen' },
    { organisationID: '600000003', name: 'DERDE B.V.', city: 'UTRECHT' },
    { organisationID: '600000004', name: 'Stichting Derde', city: 'Utrecht' },
    { organisationID: '600000005', name: 'DERDE', city: 'Zeist' },
  ]
  const { proposed } = await run(db, { organization, project: [{}] })
  expect(proposed.map(({ first, second, reason, value }) => [first, second, reason, value])).toEqual([
    ['pic-600000001', 'pic-600000002', 'vat', 'NL000000001B01'],
    ['pic-600000003', 'pic-600000004', 'name_place', 'derde, utrecht'],
  ])
  await db
    .updateTable('organisation_duplicate')
    .set({ resolution: 'distinct', resolved_at: now.toISOString() })
    .where('first_id', '=', 'pic-600000001')
    .execute()
  expect((await run(db, { organization, project: [{}] })).proposed).toEqual([])
  const rows = await db.selectFrom('organisation_duplicate').select('resolution').orderBy('first_id').execute()
  expect(rows).toEqual([{ resolution: 'distinct' }, { resolution: null }])
})

test('values that cannot be used are left out and counted', async () => {
  const db = await testDatabase()
  const odd = { postCode: 'BE-1000', nutsCode: 'NL327', organizationURL: 'geen', vatNumber: '-' }
  const organization = [odd, { projectID: '700000009', organisationID: '600000002' }]
  const { tally } = await run(db, { organization, project: [{}] })
  expect(await db.selectFrom('organisation').selectAll().where('id', 'like', 'pic-%').execute()).toMatchObject([
    { postcode: null, website: null, province_id: 'nh', seat_rom_id: 'romutrecht' },
  ])
  const text = summary(tally, [], 1)
  for (const reason of [
    'postcode ("BE-1000" of',
    'website ("geen"',
    'VAT number ("-"',
    'project is not in project.csv (VOOR',
  ]) {
    expect(text).toContain(reason)
  }
})
