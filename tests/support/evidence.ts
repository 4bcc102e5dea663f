import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'
import type { EvidenceRole } from '#db/tables/organisations.ts'

const at = '2026-11-20T09:00:00.000Z'

type Evidence = Partial<Omit<Database['evidence'], 'id'>>

/** One made-up project, with what is given and the rest filled in; the organisations by their slug. */
export async function addEvidence(
  db: Kysely<Database>,
  id: string,
  evidence: Evidence & { organisations?: Record<string, EvidenceRole>; themes?: string[]; technologies?: string[] },
): Promise<void> {
  const { organisations = {}, themes = [], technologies = [], ...row } = evidence
  await db
    .insertInto('evidence')
    .values({
      id,
      slug: id,
      kind: 'cordis',
      acronym: null,
      title: `Made-up project ${id}`,
      summary: null,
      keywords: '[]',
      topic: null,
      status: null,
      starts_on: null,
      ends_on: null,
      grant_cents: null,
      url: null,
      undertaking_id: null,
      source_id: 'cordis',
      created_at: at,
      updated_at: at,
      ...row,
    })
    .execute()
  for (const [slug, role] of Object.entries(organisations)) {
    const { id: organisation_id } = await db
      .selectFrom('organisation')
      .select('id')
      .where('slug', '=', slug)
      .executeTakeFirstOrThrow()
    await db.insertInto('evidence_organisation').values({ evidence_id: id, organisation_id, role }).execute()
  }
  for (const theme_id of themes) {
    await db.insertInto('evidence_theme').values({ evidence_id: id, theme_id }).execute()
  }
  for (const technology_id of technologies) {
    await db.insertInto('evidence_technology').values({ evidence_id: id, technology_id }).execute()
  }
}

/** The slug of the project that `sampleEvidence` makes with everything a project can have. */
export const fullProject = 'proefwater-100000001'

/**
 * Some made-up projects, since the first content has none: one with everything, one with hardly anything, one that is
 * over, and one that is shown as an initiative.
 */
export async function sampleEvidence(db: Kysely<Database>): Promise<void> {
  const { id: undertaking_id } = await db
    .selectFrom('public_undertaking')
    .select('id')
    .where('kind', '=', 'initiative')
    .where('slug', '=', 'protix-2023')
    .executeTakeFirstOrThrow()
  const technology = await db
    .selectFrom('technology')
    .select('id')
    .where('kind', '=', 'priority')
    .orderBy('position')
    .executeTakeFirstOrThrow()
  await addEvidence(db, fullProject, {
    acronym: 'PROEFWATER',
    title: 'Made-up membranes for "greener" hydrogen <at sea> & on land',
    summary: 'The first paragraph of an objective.\n\nThe second paragraph, with more about it.',
    keywords: '["hydrogen","membranes","electrolysis & storage"]',
    topic: 'HORIZON-CL5-2026-D2-01-01',
    status: 'signed',
    starts_on: '2025-01-01',
    ends_on: '2028-12-31',
    grant_cents: 152_345_600,
    url: 'https://cordis.europa.eu/project/id/100000001',
    organisations: { 'technische-universiteit-delft': 'coordinator', 'accuherleef-voorbeeld': 'participant' },
    themes: ['energy', 'key_technologies'],
    technologies: [technology.id],
  })
  await addEvidence(db, 'kaal-100000002', { title: 'Bare' })
  await addEvidence(db, 'voorbij-100000003', {
    acronym: 'VOORBIJ',
    title: 'Something that is over',
    starts_on: '2021-03',
    ends_on: '2024',
    status: 'closed',
    organisations: { 'technische-universiteit-delft': 'participant' },
    themes: ['food'],
  })
  await addEvidence(db, 'verhuisd-100000004', {
    acronym: 'VERHUISD',
    title: 'Shown as an initiative',
    summary: 'The objective of what is an initiative here.',
    starts_on: '2023-01-01',
    url: 'https://cordis.europa.eu/project/id/100000004',
    undertaking_id,
    organisations: { 'technische-universiteit-delft': 'associated' },
  })
}
