import type { Insertable, Selectable } from 'kysely'
import { sql } from 'kysely'
import type { Database } from '#db/schema.ts'
import type { EvidenceRole, OrganisationKind } from '#db/tables/organisations.ts'
import type { ParticipationRole, ParticipationStatus, PartnerKind } from '#db/tables/undertakings.ts'
import { grantFact, initiativeFacts, type Roms } from './initiatives.ts'
import { nameKey } from './names.ts'
import { evidenceId } from './projects.ts'
import type { Project } from './read.ts'
import { changes, sourceId } from './write-organisations.ts'
import type { Writing } from './write-projects.ts'

type Part = { role: ParticipationRole; status: ParticipationStatus }

/** What each ROM does in a project, by its id. A ROM that all rows say has ended its participation has left. */
function partsOf({ participants }: Project, roms: Map<string, string>): Map<string, Part> {
  const parts = new Map<string, Part>()
  for (const row of participants) {
    const rom = roms.get(row.organisationID)
    if (!rom) continue
    const known = parts.get(rom)
    const lead = row.role === 'coordinator' || known?.role === 'lead'
    const present = !row.endOfParticipation || known?.status === 'confirmed'
    parts.set(rom, { role: lead ? 'lead' : 'partner', status: present ? 'confirmed' : 'left' })
  }
  return parts
}

/**
 * Writes the initiative that a project is because a ROM takes part. One that is known keeps its texts; only the
 * partners and participations that nobody recorded are added.
 * @returns the id of the initiative
 */
export async function writeInitiative(
  writing: Writing,
  project: Project,
  organisations: Map<string, EvidenceRole>,
  known: string | null,
): Promise<string> {
  const id = known ?? evidenceId(project.row.id)
  const parts = partsOf(project, writing.roms)
  const outcome = await writeUndertaking(writing, project, parts, id)
  if (!known) {
    const key = { scheme: 'cordis' as const, value: project.row.id, undertaking_id: id }
    await writing.trx.insertInto('undertaking_identifier').values(key).execute()
  }
  writing.tally.count('initiatives', outcome)
  await writePartners(writing, project, organisations, id)
  await writeParticipations(writing, project.row.id, parts, id)
  return id
}

async function writeUndertaking({ trx, now }: Writing, project: Project, parts: Map<string, Part>, id: string) {
  const row = await trx.selectFrom('undertaking').selectAll().where('id', '=', id).executeTakeFirst()
  // An initiative of the first content, or one that a person edited, says more than CORDIS does.
  if (row && (row.id !== evidenceId(project.row.id) || row.edited_by !== null)) return 'unchanged'
  const roms = await trx.selectFrom('rom').select(['id', 'name']).orderBy('position').execute()
  const named = (role: ParticipationRole) =>
    roms.filter((rom) => parts.get(rom.id)?.role === role).map((rom) => rom.name)
  const names: Roms = { lead: named('lead'), partner: named('partner') }
  const facts = initiativeFacts(project, names, now.slice(0, 10))
  const reviewed_on = now.slice(0, 10)
  let outcome: 'added' | 'changed' | 'unchanged' = 'unchanged'
  if (!row) {
    await trx
      .insertInto('undertaking')
      .values({
        id,
        kind: 'initiative',
        ...facts,
        in_matrix: 0,
        is_example: 0,
        reviewed_on,
        published_at: now,
        created_at: now,
        updated_at: now,
      })
      .execute()
    outcome = 'added'
  } else {
    // An address stays what it was, whatever becomes of the acronym.
    const changed = changes(row, { ...facts, slug: row.slug })
    if (Object.keys(changed).length > 0) {
      await trx
        .updateTable('undertaking')
        .set({ ...changed, reviewed_on, updated_at: now })
        .where('id', '=', id)
        .execute()
      outcome = 'changed'
    }
  }
  const told = await writeFacts(trx, project, id)
  return outcome === 'unchanged' && told ? 'changed' : outcome
}

/** Where the texts come from, and the money. Returns whether anything differed. */
async function writeFacts(trx: Writing['trx'], project: Project, undertaking_id: string): Promise<boolean> {
  const common = { undertaking_id, source_id: sourceId }
  const grant = grantFact(project)
  const wanted: Insertable<Database['fact']>[] = [
    { id: `cordis:${undertaking_id}:source`, ...common, field: 'name', text_nl: null, text_en: null, position: 0 },
  ]
  if (grant) wanted.push({ id: `cordis:${undertaking_id}:grant`, ...common, field: null, ...grant, position: 1 })
  const rows = await trx.selectFrom('fact').selectAll().where('undertaking_id', '=', undertaking_id).execute()
  let differed = false
  for (const fact of wanted) {
    const row = rows.find(({ id }) => id === fact.id)
    if (row && Object.keys(changes(row, fact as Partial<typeof row>)).length === 0) continue
    differed = true
    if (row) await trx.updateTable('fact').set(fact).where('id', '=', row.id).execute()
    else await trx.insertInto('fact').values(fact).execute()
  }
  return differed
}

const companies = new Set<OrganisationKind>(['startup', 'scaleup', 'sme', 'corporate'])

function partnerKind(role: EvidenceRole, kind: OrganisationKind): PartnerKind {
  if (role === 'coordinator') return 'external_lead'
  if (kind === 'knowledge_institution') return 'knowledge_partner'
  return companies.has(kind) ? 'company' : 'partner'
}

/** Keeps the partners that this import added in step with CORDIS; those that others named stay as they are. */
async function writePartners(
  { trx, tally }: Writing,
  { row }: Project,
  organisations: Map<string, EvidenceRole>,
  undertaking_id: string,
): Promise<void> {
  const prefix = `cordis-${row.id}-`
  const rows = await trx
    .selectFrom('undertaking_partner')
    .selectAll()
    .where('undertaking_id', '=', undertaking_id)
    .execute()
  const ours = new Map(rows.filter(({ id }) => id.startsWith(prefix)).map((partner) => [partner.id, partner]))
  const others = rows.filter(({ id }) => !id.startsWith(prefix))
  const named = new Set(others.flatMap((other) => [nameKey(other.name_nl), nameKey(other.name_en)]))
  const linked = new Set(others.map(({ organisation_id }) => organisation_id))
  const found =
    organisations.size === 0
      ? []
      : await trx
          .selectFrom('organisation')
          .select(['id', 'name', 'name_en', 'kind'])
          .where('id', 'in', [...organisations.keys()])
          .execute()
  for (const organisation of found) {
    if (linked.has(organisation.id) || named.has(nameKey(organisation.name))) continue
    const id = `${prefix}${organisation.id}`
    const partner: Selectable<Database['undertaking_partner']> = {
      id,
      undertaking_id,
      organisation_id: organisation.id,
      name_nl: organisation.name,
      name_en: organisation.name_en ?? organisation.name,
      kind: partnerKind(organisations.get(organisation.id) ?? 'participant', organisation.kind),
      source_id: sourceId,
    }
    const before = ours.get(id)
    ours.delete(id)
    if (!before) await trx.insertInto('undertaking_partner').values(partner).execute()
    else if (Object.keys(changes(before, partner)).length > 0) {
      await trx.updateTable('undertaking_partner').set(partner).where('id', '=', id).execute()
    } else {
      tally.count('partners', 'unchanged')
      continue
    }
    tally.count('partners', before ? 'changed' : 'added')
  }
  for (const id of ours.keys()) {
    await trx.deleteFrom('undertaking_partner').where('id', '=', id).execute()
    tally.count('partners', 'removed')
  }
}

/**
 * Records who of the ROMs takes part where nobody has. What this import recorded itself is superseded when CORDIS now
 * says otherwise, unless somebody else has superseded it already.
 */
async function writeParticipations(
  { trx, now, tally }: Writing,
  projectId: string,
  parts: Map<string, Part>,
  undertaking_id: string,
): Promise<void> {
  const rows = await trx
    .selectFrom('participation')
    .select(['id', 'rom_id', 'role', 'status', 'supersedes_id'])
    .where('undertaking_id', '=', undertaking_id)
    .orderBy('recorded_at')
    .orderBy(sql`length(id)`)
    .orderBy('id')
    .execute()
  const superseded = new Set(rows.map(({ supersedes_id }) => supersedes_id))
  for (const rom_id of new Set([...parts.keys(), ...rows.map((row) => row.rom_id)])) {
    const base = `cordis:${projectId}:${rom_id}`
    const all = rows.filter((row) => row.rom_id === rom_id)
    const own = all.filter(({ id }) => id === base || id.startsWith(`${base}#`))
    const last = own.at(-1)
    // Whoever recorded it otherwise, or corrected it since, has the say over it.
    const theirs = all.length > 0 && (!last || superseded.has(last.id))
    const part = parts.get(rom_id) ?? (last ? { role: last.role, status: 'retracted' as const } : null)
    if (theirs || !part || (last && last.role === part.role && last.status === part.status)) {
      if (all.length > 0) tally.count('participations', 'unchanged')
      continue
    }
    await trx
      .insertInto('participation')
      .values({
        id: last ? `${base}#${own.length + 1}` : base,
        undertaking_id,
        rom_id,
        ...part,
        correction: last ? 1 : 0,
        supersedes_id: last?.id ?? null,
        source_id: sourceId,
        recorded_at: now,
        recorded_by: 'cordis',
      })
      .execute()
    tally.count('participations', last ? 'changed' : 'added')
  }
}
