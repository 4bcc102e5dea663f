import type { Content } from './content.ts'
import { identify, record, replaceFacts, type Seeding, upsert, upsertUnlessEdited } from './upsert.ts'

/** Sources, ROMs with their areas and postcodes, themes, pillars, technologies, goals and figures. */
export async function loadReference(seeding: Seeding, content: Content): Promise<void> {
  for (const source of content.sources) {
    await upsert(seeding, 'source', {
      ...source,
      url: source.url ?? null,
      published_on: source.published_on ?? null,
      licence: source.licence ?? null,
    })
  }
  await loadRoms(seeding, content)
  await loadThemes(seeding, content)
  await loadFigures(seeding, content)
}

async function loadRoms(seeding: Seeding, { reference, postcodes }: Content) {
  for (const [position, { summary, facts, identifiers, ...rom }] of reference.roms.entries()) {
    const row = {
      ...rom,
      full_name: rom.full_name ?? null,
      website: rom.website ?? null,
      head_office: rom.head_office ?? null,
      founded: rom.founded ?? null,
      summary_nl: summary.nl,
      summary_en: summary.en,
      position,
    }
    if (await upsertUnlessEdited(seeding, 'rom', row)) await replaceFacts(seeding, 'rom_id', rom.id, facts)
    for (const identifier of identifiers) await identify(seeding, 'rom_identifier', { ...identifier, rom_id: rom.id })
  }
  for (const [position, province] of reference.provinces.entries()) {
    await upsert(seeding, 'province', { ...province, position })
  }
  for (const area of reference.service_areas) {
    await upsert(seeding, 'service_area', {
      id: area.id,
      rom_id: area.rom,
      province_id: area.province,
      name: area.name,
      whole_province: area.whole_province ? 1 : 0,
      source_id: area.source ?? null,
    })
  }
  await seeding.trx.deleteFrom('postcode_range').execute()
  await seeding.trx
    .insertInto('postcode_range')
    .values(postcodes.ranges.map(([first, last, service_area_id]) => ({ first, last, service_area_id })))
    .execute()
}

async function loadThemes(seeding: Seeding, { reference }: Content) {
  for (const [position, { name, summary, facts, ...theme }] of reference.themes.entries()) {
    const row = {
      ...theme,
      name_nl: name.nl,
      name_en: name.en,
      summary_nl: summary.nl,
      summary_en: summary.en,
      position,
    }
    if (await upsertUnlessEdited(seeding, 'theme', row)) await replaceFacts(seeding, 'theme_id', theme.id, facts)
  }
  for (const pillar of reference.pillars) {
    await upsert(seeding, 'pillar', {
      id: pillar.id,
      name_nl: pillar.name.nl,
      name_en: pillar.name.en,
      summary_nl: pillar.summary.nl,
      summary_en: pillar.summary.en,
      source_id: pillar.source,
    })
  }
  for (const [position, technology] of reference.technologies.entries()) {
    await upsertUnlessEdited(seeding, 'technology', {
      id: technology.id,
      parent_id: null,
      kind: technology.kind,
      name_nl: technology.name.nl,
      name_en: technology.name.en,
      position,
      source_id: technology.source,
    })
  }
  for (const goal of reference.agenda_goals) {
    await upsert(seeding, 'agenda_goal', {
      id: `${goal.theme}:${goal.version}`,
      theme_id: goal.theme,
      version: goal.version,
      ambition_nl: goal.ambition.nl,
      ambition_en: goal.ambition.en,
      goal_2027_nl: goal.goal_2027?.nl ?? null,
      goal_2027_en: goal.goal_2027?.en ?? null,
      source_id: goal.source,
      recorded_at: seeding.now,
      recorded_by: 'content',
    })
  }
}

async function loadFigures(seeding: Seeding, { figures }: Content) {
  for (const { id, name, roms } of figures.populations) {
    await upsert(seeding, 'population', { id, name_nl: name.nl, name_en: name.en })
    await seeding.trx.deleteFrom('population_rom').where('population_id', '=', id).execute()
    const members = roms.map((rom_id) => ({ population_id: id, rom_id }))
    await seeding.trx.insertInto('population_rom').values(members).execute()
  }
  for (const [position, indicator] of figures.indicators.entries()) {
    await upsertUnlessEdited(seeding, 'indicator', {
      id: indicator.id,
      slug: indicator.slug,
      name_nl: indicator.name.nl,
      name_en: indicator.name.en,
      unit: indicator.unit,
      core_task_id: indicator.core_task ?? null,
      position,
    })
    for (const { version, definition } of indicator.versions) {
      await upsert(seeding, 'indicator_version', {
        id: `${indicator.id}:${version}`,
        indicator_id: indicator.id,
        version,
        definition_nl: definition.nl,
        definition_en: definition.en,
      })
    }
  }
  for (const measurement of figures.measurements) {
    await record(seeding, 'measurement', `content:${measurement.id}`, {
      indicator_version_id: `${measurement.indicator}:${measurement.version}`,
      population_id: measurement.population,
      rom_id: measurement.rom ?? null,
      period_from: measurement.period_from,
      period_until: measurement.period_until,
      value: measurement.value,
      qualifier: measurement.qualifier,
      source_id: measurement.source,
    })
  }
}
