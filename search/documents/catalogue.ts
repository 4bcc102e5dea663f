import { sql } from 'kysely'
import type { Db } from '#db/client.ts'
import type { DocumentSource } from './document.ts'

/** Programmes and initiatives, with who takes part and what is sought. */
export async function undertakingSources(db: Db, ids: string[], today: string): Promise<DocumentSource[]> {
  const [rows, participations, themes, technologies, partners, roles] = await Promise.all([
    db
      .selectFrom('public_undertaking as u')
      .leftJoin('public_undertaking as parent', 'parent.id', 'u.parent_id')
      .where('u.id', 'in', ids)
      .selectAll('u')
      .select(['parent.name_nl as parent_nl', 'parent.name_en as parent_en'])
      .execute(),
    db
      .selectFrom('participation as p')
      .where('p.undertaking_id', 'in', ids)
      .where('p.status', '=', 'confirmed')
      .where(sql<boolean>`NOT EXISTS (SELECT 1 FROM participation s WHERE s.supersedes_id = p.id)`)
      .where(sql<boolean>`(p.valid_until IS NULL OR p.valid_until > ${today})`)
      .select(['p.undertaking_id', 'p.rom_id'])
      .execute(),
    db
      .selectFrom('undertaking_theme as t')
      .innerJoin('theme', 'theme.id', 't.theme_id')
      .where('t.undertaking_id', 'in', ids)
      .select(['t.undertaking_id', 'theme.id', 'theme.name_nl', 'theme.name_en'])
      .execute(),
    db
      .selectFrom('undertaking_technology as t')
      .innerJoin('technology', 'technology.id', 't.technology_id')
      .where('t.undertaking_id', 'in', ids)
      .select(['t.undertaking_id', 'technology.id', 'technology.name_nl', 'technology.name_en'])
      .execute(),
    db
      .selectFrom('undertaking_partner')
      .where('undertaking_id', 'in', ids)
      .select(['undertaking_id', 'name_nl', 'name_en'])
      .orderBy('id')
      .execute(),
    db
      .selectFrom('open_role')
      .selectAll()
      .where('undertaking_id', 'in', ids)
      .where('filled_at', 'is', null)
      .execute(),
  ])
  const of = <Row extends { undertaking_id: string }>(list: Row[]) => Map.groupBy(list, (row) => row.undertaking_id)
  const by = {
    participations: of(participations),
    themes: of(themes),
    technologies: of(technologies),
    partners: of(partners),
    roles: of(roles),
  }
  return rows.map((row) => {
    const labels = [...(by.themes.get(row.id) ?? []), ...(by.technologies.get(row.id) ?? [])]
    const open = by.roles.get(row.id) ?? []
    const others = by.partners.get(row.id) ?? []
    return {
      type: row.kind,
      key: row.id,
      kind: row.initiative_kind,
      status: row.status ?? 'unknown',
      themes: (by.themes.get(row.id) ?? []).map(({ id }) => id),
      technologies: (by.technologies.get(row.id) ?? []).map(({ id }) => id),
      roms: (by.participations.get(row.id) ?? []).map(({ rom_id }) => rom_id),
      title: { nl: [row.name_nl], en: [row.name_en] },
      summary: { nl: [row.summary_nl], en: [row.summary_en] },
      text: {
        nl: [...open.flatMap((role) => [role.title_nl, role.description_nl]), row.parent_nl],
        en: [...open.flatMap((role) => [role.title_en, role.description_en]), row.parent_en],
        name: others.flatMap(({ name_nl, name_en }) => [name_nl, name_en]),
      },
      labels: { nl: labels.map(({ name_nl }) => name_nl), en: labels.map(({ name_en }) => name_en) },
      name_nl: row.name_nl,
      name_en: row.name_en,
      date: row.starts_on,
      isExample: row.is_example,
    }
  })
}

/** Calls, with whether one can join today. */
export async function callSources(db: Db, ids: string[], today: string): Promise<DocumentSource[]> {
  const rows = await db.selectFrom('public_call').selectAll().where('id', 'in', ids).execute()
  return rows.map((row) => {
    const ended = row.deadline_on !== null && row.deadline_on < today
    return {
      type: 'call',
      key: row.id,
      status: row.opens_on !== null && row.opens_on > today ? 'upcoming' : ended ? 'closed' : 'open',
      themes: row.theme_id === null ? [] : [row.theme_id],
      title: { nl: [row.title_nl], en: [row.title_en] },
      summary: { nl: [row.summary_nl], en: [row.summary_en] },
      text: { nl: [row.eligible_nl, row.offered_nl], en: [row.eligible_en, row.offered_en] },
      name_nl: row.title_nl,
      name_en: row.title_en,
      date: row.deadline_on,
      isExample: row.is_example,
    }
  })
}

export async function instrumentSources(db: Db, ids: string[]): Promise<DocumentSource[]> {
  const rows = await db.selectFrom('public_instrument').selectAll().where('id', 'in', ids).execute()
  return rows.map((row) => ({
    type: 'instrument',
    key: row.id,
    title: { nl: [row.name_nl], en: [row.name_en] },
    summary: { nl: [row.summary_nl], en: [row.summary_en] },
    text: { nl: [row.audience_nl, row.apply_nl], en: [row.audience_en, row.apply_en], name: [row.provider] },
    name_nl: row.name_nl,
    name_en: row.name_en,
    date: row.facts_as_of,
  }))
}

/** The ROMs, found by their provinces and areas too. */
export async function romSources(db: Db, ids: string[]): Promise<DocumentSource[]> {
  const [rows, areas] = await Promise.all([
    db.selectFrom('rom').selectAll().where('id', 'in', ids).execute(),
    db
      .selectFrom('service_area as a')
      .innerJoin('province', 'province.id', 'a.province_id')
      .where('a.rom_id', 'in', ids)
      .select(['a.rom_id', 'a.name', 'province.name as province'])
      .execute(),
  ])
  return rows.map((row) => ({
    type: 'rom',
    key: row.id,
    roms: [row.id],
    title: { name: [row.name, row.short_name, row.full_name] },
    summary: { nl: [row.summary_nl], en: [row.summary_en] },
    text: {
      name: [...areas.filter((area) => area.rom_id === row.id).flatMap((a) => [a.name, a.province]), row.head_office],
    },
    name_nl: row.name,
    name_en: row.name,
  }))
}

export async function themeSources(db: Db, ids: string[]): Promise<DocumentSource[]> {
  const rows = await db.selectFrom('theme').selectAll().where('id', 'in', ids).execute()
  return rows.map((row) => ({
    type: 'theme',
    key: row.id,
    themes: [row.id],
    title: { nl: [row.name_nl], en: [row.name_en] },
    summary: { nl: [row.summary_nl], en: [row.summary_en] },
    name_nl: row.name_nl,
    name_en: row.name_en,
  }))
}
