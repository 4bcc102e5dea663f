import { sql } from 'kysely'
import type { InstrumentContent, MilestoneContent, UndertakingContent } from './shapes/undertakings.ts'
import {
  identify,
  record,
  replaceEligibility,
  replaceFacts,
  type Seeding,
  upsert,
  upsertUnlessEdited,
} from './upsert.ts'

/** One programme or initiative with everything under it. */
export async function loadUndertaking(
  seeding: Seeding,
  kind: 'programme' | 'initiative',
  undertaking: UndertakingContent,
): Promise<void> {
  const { trx, now } = seeding
  const { id } = undertaking
  const written = await upsertUnlessEdited(seeding, 'undertaking', {
    id,
    kind,
    slug: undertaking.slug,
    parent_id: undertaking.parent ?? null,
    initiative_kind: undertaking.initiative_kind ?? null,
    name_nl: undertaking.name.nl,
    name_en: undertaking.name.en,
    summary_nl: undertaking.summary.nl,
    summary_en: undertaking.summary.en,
    status: undertaking.status ?? null,
    starts_on: undertaking.starts_on ?? null,
    ends_on: undertaking.ends_on ?? null,
    pillar_id: undertaking.pillar ?? null,
    website: undertaking.website ?? null,
    in_matrix: undertaking.in_matrix ? 1 : 0,
    caveat_nl: undertaking.caveat?.nl ?? null,
    caveat_en: undertaking.caveat?.en ?? null,
    is_example: 0,
    reviewed_on: undertaking.reviewed_on,
    published_at: now,
    created_at: now,
    updated_at: now,
  })
  if (!written) return

  const tables = [
    'undertaking_theme',
    'undertaking_core_task',
    'undertaking_technology',
    'open_role',
    'milestone',
  ] as const
  for (const table of tables) await trx.deleteFrom(table).where('undertaking_id', '=', id).execute()
  await replaceFacts(seeding, 'undertaking_id', id, undertaking.facts)
  for (const theme_id of undertaking.themes) {
    await trx.insertInto('undertaking_theme').values({ undertaking_id: id, theme_id }).execute()
  }
  for (const core_task_id of undertaking.core_tasks) {
    await trx.insertInto('undertaking_core_task').values({ undertaking_id: id, core_task_id }).execute()
  }
  for (const technology_id of undertaking.technologies) {
    await trx.insertInto('undertaking_technology').values({ undertaking_id: id, technology_id }).execute()
  }
  for (const identifier of undertaking.identifiers) {
    await identify(seeding, 'undertaking_identifier', { ...identifier, undertaking_id: id })
  }
  // Partners that an import added have keys of another form, and stay.
  await trx
    .deleteFrom('undertaking_partner')
    .where(sql<boolean>`id GLOB ${`${id}:[0-9]*`}`)
    .execute()
  for (const [index, partner] of undertaking.partners.entries()) {
    const row = {
      id: `${id}:${index}`,
      undertaking_id: id,
      organisation_id: partner.organisation ?? null,
      name_nl: partner.name.nl,
      name_en: partner.name.en,
      kind: partner.kind,
      source_id: partner.source,
    }
    await trx.insertInto('undertaking_partner').values(row).execute()
  }
  for (const role of undertaking.open_roles) {
    await upsert(seeding, 'open_role', {
      id: role.id,
      undertaking_id: id,
      title_nl: role.title.nl,
      title_en: role.title.en,
      description_nl: role.description?.nl ?? null,
      description_en: role.description?.en ?? null,
      closes_on: role.closes_on ?? null,
    })
  }
  for (const milestone of undertaking.milestones) await loadMilestone(seeding, milestone, id)
  await loadHistory(seeding, undertaking)
}

async function loadHistory(seeding: Seeding, undertaking: UndertakingContent) {
  for (const participation of undertaking.participations) {
    await record(seeding, 'participation', `content:${undertaking.id}:${participation.rom}`, {
      undertaking_id: undertaking.id,
      rom_id: participation.rom,
      role: participation.role ?? null,
      status: 'confirmed',
      valid_from: participation.valid_from ?? null,
      valid_until: participation.valid_until ?? null,
      note_nl: participation.note?.nl ?? null,
      note_en: participation.note?.en ?? null,
      source_id: participation.source,
    })
  }
  for (const contribution of undertaking.contributions) {
    await record(seeding, 'contribution', `content:${contribution.id}`, {
      undertaking_id: undertaking.id,
      funder_nl: contribution.funder.nl,
      funder_en: contribution.funder.en,
      rom_id: contribution.rom ?? null,
      state: contribution.state,
      amount_cents: contribution.amount_cents,
      qualifier: contribution.qualifier,
      per_year: contribution.per_year ? 1 : 0,
      year_from: contribution.year_from ?? null,
      year_until: contribution.year_until ?? null,
      note_nl: contribution.note?.nl ?? null,
      note_en: contribution.note?.en ?? null,
      source_id: contribution.source,
    })
  }
}

export async function loadMilestone(seeding: Seeding, milestone: MilestoneContent, undertakingId: string | null) {
  const { title, source, ...rest } = milestone
  await upsert(seeding, 'milestone', {
    ...rest,
    undertaking_id: undertakingId,
    title_nl: title.nl,
    title_en: title.en,
    ends_on: rest.ends_on ?? null,
    place: rest.place ?? null,
    source_id: source,
  })
}

export async function loadInstrument(seeding: Seeding, instrument: InstrumentContent): Promise<void> {
  const written = await upsertUnlessEdited(seeding, 'instrument', {
    id: instrument.id,
    slug: instrument.slug,
    name_nl: instrument.name.nl,
    name_en: instrument.name.en,
    summary_nl: instrument.summary.nl,
    summary_en: instrument.summary.en,
    provider: instrument.provider,
    audience_nl: instrument.audience.nl,
    audience_en: instrument.audience.en,
    apply_nl: instrument.apply.nl,
    apply_en: instrument.apply.en,
    max_amount_cents: instrument.max_amount_cents ?? null,
    facts_as_of: instrument.facts_as_of,
    stated_until: instrument.stated_until ?? null,
    needs_recheck: instrument.needs_recheck ? 1 : 0,
    website: instrument.website ?? null,
    source_id: instrument.source,
    published_at: seeding.now,
  })
  if (!written) return
  await replaceEligibility(seeding, 'instrument_id', instrument.id, instrument.eligibility)
  await replaceFacts(seeding, 'instrument_id', instrument.id, instrument.facts)
}
