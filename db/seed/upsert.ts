import type { Insertable, Transaction } from 'kysely'
import { sql } from 'kysely'
import type { Database } from '../schema.ts'
import type { FactContent } from './shapes/common.ts'
import type { EligibilityContent } from './shapes/undertakings.ts'

export type Seeding = { trx: Transaction<Database>; now: string }

/** Tables whose rows a person may edit: the first content then leaves them alone. */
type Editable =
  | 'rom'
  | 'theme'
  | 'technology'
  | 'organisation'
  | 'listing'
  | 'undertaking'
  | 'call'
  | 'instrument'
  | 'indicator'
type Plain =
  | 'source'
  | 'province'
  | 'service_area'
  | 'pillar'
  | 'milestone'
  | 'open_role'
  | 'population'
  | 'indicator_version'
  | 'agenda_goal'
type Row = { id: string | number } & Record<string, unknown>

async function put(seeding: Seeding, table: string, row: Row, guard: boolean): Promise<boolean> {
  const columns = Object.keys(row)
  const changing = columns.filter((column) => column !== 'id' && column !== 'created_at')
  const result = await sql`
    INSERT INTO ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))})
    VALUES (${sql.join(Object.values(row))})
    ON CONFLICT (id) DO UPDATE SET
      ${sql.join(changing.map((column) => sql`${sql.ref(column)} = excluded.${sql.ref(column)}`))}
    ${guard ? sql`WHERE ${sql.table(table)}.edited_by IS NULL` : sql``}`.execute(seeding.trx)
  return result.numAffectedRows !== 0n
}

/**
 * Inserts or updates one row of the first content.
 * @returns false when a person has edited the row since, and it was left as it is
 */
export function upsertUnlessEdited<T extends Editable>(seeding: Seeding, table: T, row: Insertable<Database[T]>) {
  return put(seeding, table, row as Row, true)
}

export function upsert<T extends Plain>(seeding: Seeding, table: T, row: Insertable<Database[T]>) {
  return put(seeding, table, row as Row, false)
}

/** Makes known by which key of another register a row is recognised; a key that is in use already stays as it is. */
export function identify<T extends 'rom_identifier' | 'organisation_identifier' | 'undertaking_identifier'>(
  { trx }: Seeding,
  table: T,
  row: Insertable<Database[T]>,
) {
  return sql`
    INSERT INTO ${sql.table(table)} (${sql.join(Object.keys(row).map((column) => sql.ref(column)))})
    VALUES (${sql.join(Object.values(row))}) ON CONFLICT DO NOTHING`.execute(trx)
}

type History = 'participation' | 'contribution' | 'measurement' | 'organisation_rom'
const bookkeeping = new Set(['id', 'recorded_at', 'recorded_by', 'supersedes_id', 'correction', 'retracted'])

/**
 * Records a row of an append-only table: nothing when it is known already, a correction when the first content
 * now says otherwise, and nothing when somebody else has recorded something later.
 */
export async function record<T extends History>(
  { trx, now }: Seeding,
  table: T,
  id: string,
  values: Omit<Insertable<Database[T]>, 'id' | 'recorded_at' | 'recorded_by' | 'supersedes_id'>,
): Promise<void> {
  const known = await sql<Row>`
    SELECT * FROM ${sql.table(table)} WHERE id = ${id} OR id GLOB ${`${id}#*`} ORDER BY recorded_at, id`.execute(trx)
  const last = known.rows.at(-1)
  if (last) {
    const same = Object.entries(values).every(([column, value]) => bookkeeping.has(column) || last[column] === value)
    if (same) return
    const later = await sql`SELECT 1 FROM ${sql.table(table)} WHERE supersedes_id = ${last.id}`.execute(trx)
    if (later.rows.length > 0) return
  }
  const row: Record<string, unknown> = {
    ...values,
    id: last ? `${id}#${known.rows.length + 1}` : id,
    supersedes_id: last?.id ?? null,
    recorded_at: now,
    recorded_by: 'content',
  }
  if (last && table === 'participation') row.correction = 1
  await sql`
    INSERT INTO ${sql.table(table)} (${sql.join(Object.keys(row).map((column) => sql.ref(column)))})
    VALUES (${sql.join(Object.values(row))})`.execute(trx)
}

type Subject = 'rom_id' | 'theme_id' | 'organisation_id' | 'undertaking_id' | 'instrument_id'

/** Replaces the facts of one subject. */
export async function replaceFacts({ trx }: Seeding, subject: Subject, subjectId: string, facts: FactContent[]) {
  await trx.deleteFrom('fact').where(subject, '=', subjectId).execute()
  if (facts.length === 0) return
  await trx
    .insertInto('fact')
    .values(
      facts.map((fact, position) => ({
        id: `${subject}:${subjectId}:${position}`,
        [subject]: subjectId,
        field: fact.field ?? null,
        text_nl: fact.text?.nl ?? null,
        text_en: fact.text?.en ?? null,
        source_id: fact.source,
        position,
      })),
    )
    .execute()
}

/** Replaces what is known of who may apply to a call or an instrument. */
export async function replaceEligibility(
  { trx }: Seeding,
  subject: 'call_id' | 'instrument_id',
  subjectId: string,
  eligibility: EligibilityContent = {},
) {
  await trx.deleteFrom('eligibility').where(subject, '=', subjectId).execute()
  const { kinds = [], roms = [], themes = [], most_employees, source } = eligibility
  const allowed: Partial<Insertable<Database['eligibility']>>[] = [
    ...kinds.map((organisation_kind) => ({ organisation_kind })),
    ...roms.map((rom_id) => ({ rom_id })),
    ...themes.map((theme_id) => ({ theme_id })),
    ...(most_employees ? [{ most_employees }] : []),
  ]
  for (const [position, row] of allowed.entries()) {
    const id = `${subject}:${subjectId}:${position}`
    await trx
      .insertInto('eligibility')
      .values({ ...row, id, [subject]: subjectId, source_id: source ?? null })
      .execute()
  }
}
