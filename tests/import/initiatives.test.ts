import { expect, test } from 'vitest'
import { statusOn } from '../../scripts/import/cordis/initiatives.ts'
import { testDatabase } from '../support/database.ts'
import type { Rows } from './download.ts'
import { run } from './run.ts'

const later = new Date('2026-12-24T12:00:00Z')
const [oost, bom] = ['993544035', '997331303']
const project = {
  id: '700000002',
  acronym: 'SAMEN',
  title: 'Working together',
  startDate: '2025-02-01',
  endDate: '2028-01-31',
}
const rows: Rows = {
  organization: [
    { projectID: '700000002', organisationID: oost, name: 'A ROM' },
    { projectID: '700000002', organisationID: '600000001', name: 'VOORBEELD BV', role: 'coordinator' },
    { projectID: '700000002', organisationID: '600000002', name: 'PROEF', activityType: 'REC', SME: 'false' },
  ],
  project: [project],
}

test('a project in which a ROM takes part becomes an initiative', async () => {
  const db = await testDatabase()
  const { counts } = await run(db, rows)
  expect(counts).toMatchObject({
    organisations: { added: 2 },
    initiatives: { added: 1 },
    partners: { added: 2 },
    participations: { added: 1 },
  })
  const undertaking = await db
    .selectFrom('public_undertaking')
    .selectAll()
    .where('id', '=', 'cordis-700000002')
    .executeTakeFirstOrThrow()
  expect(undertaking).toMatchObject({
    kind: 'initiative',
    initiative_kind: 'project',
    slug: 'samen-700000002',
    name_nl: 'SAMEN: Working together',
    name_en: 'SAMEN: Working together',
    summary_nl:
      'Europees project binnen Horizon Europe, met Oost NL als deelnemer. De looptijd is 1 februari 2025 tot en met 31 januari 2028.',
    summary_en:
      'European project within Horizon Europe, with Oost NL as a participant. It is planned from 1 February 2025 to 31 January 2028.',
    status: 'running',
    website: 'https://cordis.europa.eu/project/id/700000002',
    in_matrix: 0,
    reviewed_on: '2026-11-21',
  })
  expect(undertaking.caveat_nl).toContain('CORDIS')
  const partners = await db
    .selectFrom('undertaking_partner')
    .select(['id', 'organisation_id', 'name_nl', 'kind', 'source_id'])
    .where('undertaking_id', '=', undertaking.id)
    .orderBy('id')
    .execute()
  const shared = { source_id: 'cordis' }
  expect(partners).toEqual([
    {
      id: 'cordis-700000002-pic-600000001',
      organisation_id: 'pic-600000001',
      name_nl: 'Voorbeeld BV',
      kind: 'external_lead',
      ...shared,
    },
    {
      id: 'cordis-700000002-pic-600000002',
      organisation_id: 'pic-600000002',
      name_nl: 'Proef',
      kind: 'knowledge_partner',
      ...shared,
    },
  ])
  const facts = await db.selectFrom('fact').selectAll().where('undertaking_id', '=', undertaking.id).execute()
  expect(facts.map(({ source_id, text_nl }) => [source_id, text_nl])).toEqual([
    ['cordis', null],
    ['cordis', 'De Europese bijdrage aan het hele project is ten hoogste 1.000.000 euro.'],
  ])
  // It is shown as an initiative, not a second time as evidence; its own organisations keep it as theirs.
  expect(await db.selectFrom('public_evidence').selectAll().execute()).toEqual([])
  const evidence = await db.selectFrom('evidence').select(['id', 'undertaking_id']).execute()
  expect(evidence).toEqual([{ id: 'cordis-700000002', undertaking_id: 'cordis-700000002' }])
  expect((await run(db, rows, { at: later })).tally.written).toBe(0)
})

test('what CORDIS says otherwise later supersedes what it said, and nothing is overwritten', async () => {
  const db = await testDatabase()
  await run(db, rows)
  const others = rows.organization.slice(1)
  const lead = { ...rows.organization[0], role: 'coordinator' }
  await run(db, { ...rows, organization: [lead, ...others] }, { at: new Date('2026-12-01T12:00:00Z') })
  const second = { ...lead, organisationID: bom }
  const left = { ...lead, endOfParticipation: 'true' }
  await run(db, { ...rows, organization: [left, second, ...others] }, { at: new Date('2026-12-02T12:00:00Z') })
  await run(db, { ...rows, organization: others }, { at: new Date('2026-12-03T12:00:00Z') })
  const history = await db
    .selectFrom('participation')
    .select(['id', 'role', 'status', 'supersedes_id', 'recorded_by', 'source_id'])
    .where('undertaking_id', '=', 'cordis-700000002')
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()
  const by = { recorded_by: 'cordis', source_id: 'cordis' }
  const base = 'cordis:700000002:oostnl'
  expect(history).toEqual([
    { id: base, role: 'partner', status: 'confirmed', supersedes_id: null, ...by },
    { id: `${base}#2`, role: 'lead', status: 'confirmed', supersedes_id: base, ...by },
    { id: 'cordis:700000002:bom', role: 'lead', status: 'confirmed', supersedes_id: null, ...by },
    { id: `${base}#3`, role: 'lead', status: 'left', supersedes_id: `${base}#2`, ...by },
    { id: 'cordis:700000002:bom#2', role: 'lead', status: 'retracted', supersedes_id: 'cordis:700000002:bom', ...by },
    { id: `${base}#4`, role: 'lead', status: 'retracted', supersedes_id: `${base}#3`, ...by },
  ])
})

test('a correction by somebody else stands', async () => {
  const db = await testDatabase()
  await run(db, rows)
  await db
    .insertInto('participation')
    .values({
      id: 'mine',
      undertaking_id: 'cordis-700000002',
      rom_id: 'oostnl',
      role: 'observer',
      status: 'confirmed',
      correction: 1,
      supersedes_id: 'cordis:700000002:oostnl',
      recorded_at: later.toISOString(),
      recorded_by: 'system',
    })
    .execute()
  const lead = { ...rows.organization[0], role: 'coordinator' }
  const { counts } = await run(db, { ...rows, organization: [lead, ...rows.organization.slice(1)] })
  expect(counts.participations).toMatchObject({ added: 0, changed: 0 })
})

test('an initiative that is known keeps its texts and partners, and gets what nobody recorded', async () => {
  const db = await testDatabase()
  const known = await db
    .selectFrom('undertaking_identifier as i')
    .innerJoin('undertaking as u', 'u.id', 'i.undertaking_id')
    .innerJoin('undertaking_partner as p', 'p.undertaking_id', 'u.id')
    .where('p.organisation_id', 'is not', null)
    .selectAll('u')
    .select(['i.value as project', 'p.organisation_id'])
    .executeTakeFirstOrThrow()
  const byName = await db
    .selectFrom('undertaking_partner')
    .select('name_nl')
    .where('undertaking_id', '=', known.id)
    .where('organisation_id', 'is', null)
    .executeTakeFirstOrThrow()
  const { pic } = await db
    .selectFrom('organisation_identifier')
    .select('value as pic')
    .where('scheme', '=', 'pic')
    .where('organisation_id', '=', known.organisation_id)
    .executeTakeFirstOrThrow()
  const { project: id, organisation_id: _, ...row } = known
  const projectID = id
  const { counts } = await run(
    db,
    {
      organization: [
        { projectID, organisationID: oost },
        { projectID, organisationID: bom },
        { projectID, organisationID: pic },
        { projectID, organisationID: '600000001', name: `${byName.name_nl.toUpperCase()} COOPERATIE UA` },
        { projectID, organisationID: '600000002', name: 'NIEUW BV' },
      ],
      project: [{ id, title: 'Another title' }],
    },
    { at: later },
  )
  expect(await db.selectFrom('undertaking').selectAll().where('id', '=', row.id).executeTakeFirst()).toEqual(row)
  // Oost NL was recorded already; BOM is new.
  expect(counts).toMatchObject({
    initiatives: { added: 0, changed: 0, unchanged: 1 },
    partners: { added: 1 },
    participations: { added: 1, unchanged: 1 },
  })
  const added = await db.selectFrom('undertaking_partner').select('id').where('id', 'like', 'cordis-%').execute()
  expect(added).toEqual([{ id: `cordis-${id}-pic-600000002` }])
  const evidence = await db.selectFrom('evidence').select('undertaking_id').execute()
  expect(evidence).toEqual([{ undertaking_id: row.id }])
})

test.each([
  ['TERMINATED', '2024-01-01', '2024-12-31', 'stopped'],
  ['CLOSED', '2024-01-01', '2027-12-31', 'completed'],
  ['SIGNED', '2024-01-01', '2026-11-20', 'completed'],
  ['SIGNED', '2024-01-01', '2026-11-21', 'running'],
  ['SIGNED', '2026-11-22', '2027-12-31', 'preparation'],
  ['SIGNED', '2024-01-01', null, 'running'],
  ['SIGNED', null, null, null],
] as const)('%s from %s to %s is %s', (status, startDate, endDate, expected) => {
  expect(statusOn({ status, startDate, endDate }, '2026-11-21')).toBe(expected)
})
