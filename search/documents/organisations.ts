import type { Db } from '#db/client.ts'
import type { DocumentSource } from './document.ts'

/** Of a university with hundreds of projects, all of them together hold every word: its latest say what it does. */
const mostProjects = 25

/** Organisations, with what they offer and need in public, and the titles of their projects. */
export async function organisationSources(db: Db, ids: string[]): Promise<DocumentSource[]> {
  const [rows, aliases, accompanying, themes, technologies, identifiers, listings, evidence] = await Promise.all([
    db
      .selectFrom('public_organisation as o')
      .leftJoin('province', 'province.id', 'o.province_id')
      .where('o.id', 'in', ids)
      .selectAll('o')
      .select('province.name as province')
      .execute(),
    db.selectFrom('organisation_alias').selectAll().where('organisation_id', 'in', ids).execute(),
    db
      .selectFrom('current_organisation_rom')
      .where('organisation_id', 'in', ids)
      .select(['organisation_id', 'rom_id'])
      .execute(),
    db
      .selectFrom('organisation_theme as t')
      .innerJoin('theme', 'theme.id', 't.theme_id')
      .where('t.organisation_id', 'in', ids)
      .select(['t.organisation_id', 'theme.id', 'theme.name_nl', 'theme.name_en'])
      .execute(),
    db
      .selectFrom('organisation_technology as t')
      .innerJoin('technology', 'technology.id', 't.technology_id')
      .where('t.organisation_id', 'in', ids)
      .select(['t.organisation_id', 'technology.id', 'technology.name_nl', 'technology.name_en'])
      .execute(),
    db
      .selectFrom('organisation_identifier')
      .where('organisation_id', 'in', ids)
      .select(['organisation_id', 'value'])
      .execute(),
    db
      .selectFrom('public_listing')
      .where('organisation_id', 'in', ids)
      .select(['organisation_id', 'text_nl', 'text_en'])
      .orderBy('id')
      .execute(),
    db
      .selectFrom('evidence_organisation as eo')
      .innerJoin('evidence as e', 'e.id', 'eo.evidence_id')
      .leftJoin('public_undertaking as u', 'u.id', 'e.undertaking_id')
      .where('eo.organisation_id', 'in', ids)
      // Of an initiative that is not published, the project is not either.
      .where((eb) => eb.or([eb('e.undertaking_id', 'is', null), eb('u.id', 'is not', null)]))
      .select(['eo.organisation_id', 'e.acronym', 'e.title', 'e.keywords'])
      .orderBy('e.starts_on', 'desc')
      .orderBy('e.id')
      .execute(),
  ])
  const of = <Row extends { organisation_id: string }>(list: Row[]) => Map.groupBy(list, (row) => row.organisation_id)
  const by = {
    aliases: of(aliases),
    accompanying: of(accompanying),
    themes: of(themes),
    technologies: of(technologies),
    identifiers: of(identifiers),
    listings: of(listings),
    evidence: of(evidence),
  }
  return rows.map((row) => {
    const labels = [...(by.themes.get(row.id) ?? []), ...(by.technologies.get(row.id) ?? [])]
    const own = by.listings.get(row.id) ?? []
    const names = [row.name, row.name_en, ...(by.aliases.get(row.id) ?? []).map(({ name }) => name)]
    const projects = (by.evidence.get(row.id) ?? []).slice(0, mostProjects)
    return {
      type: 'organisation',
      key: row.id,
      kind: row.kind,
      themes: (by.themes.get(row.id) ?? []).map(({ id }) => id),
      technologies: (by.technologies.get(row.id) ?? []).map(({ id }) => id),
      roms: [row.seat_rom_id, ...(by.accompanying.get(row.id) ?? []).map(({ rom_id }) => rom_id)].filter(
        (id) => id !== null,
      ),
      title: { name: names },
      names,
      summary: { nl: [row.summary_nl, row.place, row.province], en: [row.summary_en] },
      text: {
        nl: own.map(({ text_nl }) => text_nl),
        en: own.map(({ text_en }) => text_en),
        name: [row.kvk_number, ...(by.identifiers.get(row.id) ?? []).map(({ value }) => value)],
      },
      labels: { nl: labels.map(({ name_nl }) => name_nl), en: labels.map(({ name_en }) => name_en) },
      evidence: {
        en: projects.flatMap(({ acronym, title, keywords }) => [
          acronym ? `${acronym}: ${title}` : title,
          (JSON.parse(keywords) as string[]).join(', ') || null,
        ]),
      },
      name_nl: row.name,
      name_en: row.name_en ?? row.name,
      date: row.updated_at,
      isExample: row.is_example,
    }
  })
}

/** Earlier projects that no ROM takes part in, with the names and regions of those who do. */
export async function evidenceSources(db: Db, ids: string[], today: string): Promise<DocumentSource[]> {
  const [rows, participants, themes, technologies] = await Promise.all([
    db.selectFrom('public_evidence').selectAll().where('id', 'in', ids).execute(),
    db
      .selectFrom('evidence_organisation as eo')
      .innerJoin('public_organisation as o', 'o.id', 'eo.organisation_id')
      .where('eo.evidence_id', 'in', ids)
      .select(['eo.evidence_id', 'o.name', 'o.seat_rom_id'])
      .orderBy('o.name')
      .execute(),
    db.selectFrom('evidence_theme').selectAll().where('evidence_id', 'in', ids).execute(),
    db.selectFrom('evidence_technology').selectAll().where('evidence_id', 'in', ids).execute(),
  ])
  const of = <Row extends { evidence_id: string }>(list: Row[]) => Map.groupBy(list, (row) => row.evidence_id)
  const by = { participants: of(participants), themes: of(themes), technologies: of(technologies) }
  return rows.map((row) => {
    const own = by.participants.get(row.id) ?? []
    const name = row.acronym ? `${row.acronym}: ${row.title}` : row.title
    return {
      type: 'project',
      key: row.id,
      status: row.ends_on && row.ends_on < today ? 'completed' : 'running',
      themes: (by.themes.get(row.id) ?? []).map(({ theme_id }) => theme_id),
      technologies: (by.technologies.get(row.id) ?? []).map(({ technology_id }) => technology_id),
      roms: own.map(({ seat_rom_id }) => seat_rom_id).filter((id) => id !== null),
      title: { name: [row.acronym], en: [row.title] },
      summary: { en: JSON.parse(row.keywords) as string[] },
      text: {
        en: [row.summary],
        name: [...own.map((organisation) => organisation.name), /\d+$/.exec(row.id)?.[0] ?? null],
      },
      name_nl: name,
      name_en: name,
      date: row.starts_on,
    }
  })
}
