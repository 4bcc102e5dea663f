import { type Insertable, type Selectable, sql } from 'kysely'
import type { Db } from '#db/client.ts'
import type { Database } from '#db/schema.ts'
import type { EvidenceRole } from '#db/tables/organisations.ts'
import type { Tally } from '../tally.ts'
import { evidenceId, factsOf, roleOf, stronger } from './projects.ts'
import type { Project } from './read.ts'
import { writeInitiative } from './write-initiatives.ts'
import { changes } from './write-organisations.ts'

/** The themes and technologies that a text speaks of, by their ids. */
export type Derive = (text: string) => { themes: string[]; technologies: string[] }

export interface Writing {
  trx: Db
  now: string
  tally: Tally
  /** The ROMs by PIC. */
  roms: Map<string, string>
  derive?: Derive
}

/** Writes what differs of some projects, their participants, and the initiatives that ROMs take part in. */
export async function writeProjects(writing: Writing, batch: Project[]): Promise<void> {
  const { trx, now, tally } = writing
  const ids = batch.map(({ row }) => evidenceId(row.id))
  const evidence = await trx.selectFrom('evidence').selectAll().where('id', 'in', ids).execute()
  const known = new Map(evidence.map((row) => [row.id, row]))
  const organisations = await organisationsOf(trx, batch)
  const links = await trx.selectFrom('evidence_organisation').selectAll().where('evidence_id', 'in', ids).execute()
  const linked = Map.groupBy(links, ({ evidence_id }) => evidence_id)
  const undertakings = await trx
    .selectFrom('undertaking_identifier')
    .select(['value', 'undertaking_id'])
    .where('scheme', '=', 'cordis')
    .where(
      'value',
      'in',
      batch.map(({ row }) => row.id),
    )
    .execute()
  const undertakingOf = new Map(undertakings.map(({ value, undertaking_id }) => [value, undertaking_id]))

  for (const project of batch) {
    const id = evidenceId(project.row.id)
    const row = known.get(id)
    const partners = rolesOf(project, organisations, writing.roms)
    const joined = project.participants.some(({ organisationID }) => writing.roms.has(organisationID))
    const undertaking = undertakingOf.get(project.row.id) ?? null
    const initiative = joined || undertaking ? await writeInitiative(writing, project, partners, undertaking) : null
    const facts = { ...factsOf(project), undertaking_id: initiative ?? row?.undertaking_id ?? null }
    // An address stays what it was, whatever becomes of the acronym.
    const changed = row ? changes(row, { ...facts, slug: row.slug }) : null
    if (!changed) {
      await trx
        .insertInto('evidence')
        .values({ id, ...facts, created_at: now, updated_at: now })
        .execute()
    } else if (Object.keys(changed).length > 0) {
      await trx
        .updateTable('evidence')
        .set({ ...changed, updated_at: now })
        .where('id', '=', id)
        .execute()
    }
    await writeLinks(writing, id, partners, linked.get(id) ?? [])
    const told = await writeDerived(writing, id, facts)
    const unchanged = changed && Object.keys(changed).length === 0 && !told
    tally.count('projects', row ? (unchanged ? 'unchanged' : 'changed') : 'added')
  }
}

/** The organisations behind the PICs of some projects: two PICs may lead to one. */
async function organisationsOf(trx: Db, batch: Project[]): Promise<Map<string, string>> {
  const pics = batch.flatMap(({ participants }) => participants.map(({ organisationID }) => organisationID))
  const found = await trx
    .selectFrom('organisation_identifier')
    .select(['value', 'organisation_id'])
    .where('scheme', '=', 'pic')
    .where('value', 'in', [...new Set(pics)])
    .execute()
  return new Map(found.map(({ value, organisation_id }) => [value, organisation_id]))
}

/** The role of each organisation in a project, by its id; the ROMs are no organisations. */
function rolesOf(project: Project, organisations: Map<string, string>, roms: Map<string, string>) {
  const result = new Map<string, EvidenceRole>()
  for (const row of project.participants) {
    const id = organisations.get(row.organisationID)
    if (id && !roms.has(row.organisationID)) result.set(id, stronger(roleOf(row), result.get(id)))
  }
  return result
}

async function writeLinks(
  { trx, tally }: Writing,
  evidence_id: string,
  wanted: Map<string, EvidenceRole>,
  links: Selectable<Database['evidence_organisation']>[],
): Promise<void> {
  const known = new Map(links.map((link) => [link.organisation_id, link.role]))
  const differing: Insertable<Database['evidence_organisation']>[] = []
  for (const [organisation_id, role] of wanted) {
    const before = known.get(organisation_id)
    if (before !== role) differing.push({ evidence_id, organisation_id, role })
    tally.count('links', before === role ? 'unchanged' : before ? 'changed' : 'added')
  }
  if (differing.length > 0) {
    await trx
      .insertInto('evidence_organisation')
      .values(differing)
      .onConflict((conflict) =>
        conflict.columns(['evidence_id', 'organisation_id']).doUpdateSet({ role: sql`excluded.role` }),
      )
      .execute()
  }
  for (const { organisation_id } of links) {
    if (wanted.has(organisation_id)) continue
    await trx
      .deleteFrom('evidence_organisation')
      .where('evidence_id', '=', evidence_id)
      .where('organisation_id', '=', organisation_id)
      .execute()
    tally.count('links', 'removed')
  }
}

/** Keeps a project's themes and technologies as they follow from its text. Returns whether anything differed. */
async function writeDerived(
  { trx, derive }: Writing,
  evidence_id: string,
  { title, summary, keywords }: { title: string; summary: string | null; keywords: string },
): Promise<boolean> {
  if (!derive) return false
  const text = [title, (JSON.parse(keywords) as string[]).join('. '), summary ?? ''].join('\n')
  const { themes, technologies } = derive(text)
  const hasThemes = await trx
    .selectFrom('evidence_theme')
    .select('theme_id')
    .where('evidence_id', '=', evidence_id)
    .execute()
  const hasTechnologies = await trx
    .selectFrom('evidence_technology')
    .select('technology_id')
    .where('evidence_id', '=', evidence_id)
    .execute()
  const theme = differing(themes, new Set(hasThemes.map(({ theme_id }) => theme_id)))
  const technology = differing(technologies, new Set(hasTechnologies.map(({ technology_id }) => technology_id)))
  for (const theme_id of theme.missing) {
    await trx.insertInto('evidence_theme').values({ evidence_id, theme_id }).execute()
  }
  for (const technology_id of technology.missing) {
    await trx.insertInto('evidence_technology').values({ evidence_id, technology_id }).execute()
  }
  for (const id of theme.surplus) {
    await trx.deleteFrom('evidence_theme').where('evidence_id', '=', evidence_id).where('theme_id', '=', id).execute()
  }
  for (const id of technology.surplus) {
    await trx
      .deleteFrom('evidence_technology')
      .where('evidence_id', '=', evidence_id)
      .where('technology_id', '=', id)
      .execute()
  }
  return [theme, technology].some(({ missing, surplus }) => missing.length + surplus.length > 0)
}

function differing(wanted: string[], has: Set<string>): { missing: string[]; surplus: string[] } {
  const set = new Set(wanted)
  return { missing: [...set].filter((id) => !has.has(id)), surplus: [...has].filter((id) => !set.has(id)) }
}
