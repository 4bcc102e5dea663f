import type { Db } from '#db/client.ts'
import { type Fields, type Meanwhile, savedMeanwhile } from '../forms/version.server.ts'
import { postcodeDigits, romByPostcode } from '../rom/queries.server.ts'
import type { Basics, Terms } from './profile-forms.ts'

/** An organisation whose profile can be kept, with what it says of itself; undefined when there is none. */
export async function findProfile(db: Db, slug: string) {
  const row = await db
    .selectFrom('public_organisation as o')
    .leftJoin('rom', 'rom.id', 'o.seat_rom_id')
    .selectAll('o')
    .select(['rom.name as seat_rom'])
    .where('o.slug', '=', slug)
    .executeTakeFirst()
  if (!row) return undefined
  const [keepers, themes, technologies] = await Promise.all([
    keepersOf(db, row),
    db.selectFrom('organisation_theme').select('theme_id').where('organisation_id', '=', row.id).execute(),
    db.selectFrom('organisation_technology').select('technology_id').where('organisation_id', '=', row.id).execute(),
  ])
  return {
    ...row,
    organisationId: row.id,
    /** The ROMs whose profile it is, see `Keepers`. */
    romIds: keepers.map(({ id }) => id),
    roms: keepers.map(({ name }) => name),
    themes: themes.map(({ theme_id }) => theme_id),
    technologies: technologies.map(({ technology_id }) => technology_id),
  }
}

export type Profile = NonNullable<Awaited<ReturnType<typeof findProfile>>>

/** The ROMs that accompany an organisation today, in their own order; where none does, that of its seat; [] when there is none either. */
export async function keepersOf(db: Db, organisation: { id: string; seat_rom_id: string | null }) {
  const accompanying = await db
    .selectFrom('current_organisation_rom as a')
    .innerJoin('rom', 'rom.id', 'a.rom_id')
    .select(['rom.id', 'rom.name'])
    .distinct()
    .where('a.organisation_id', '=', organisation.id)
    .orderBy('rom.position')
    .execute()
  if (accompanying.length > 0) return accompanying
  return db.selectFrom('rom').select(['id', 'name']).where('id', '=', organisation.seat_rom_id).execute()
}

/** What the form of what an organisation is shows of it. */
export function basicsOf(row: Basics): Fields {
  const { summary_nl, summary_en, kind, website, employees, founded_year, kvk_number, postcode, place } = row
  const all = { summary_nl, summary_en, kind, website, employees, founded_year, kvk_number, postcode, place }
  return Object.fromEntries(Object.entries(all).map(([name, value]) => [name, value === null ? '' : String(value)]))
}

/** What the form of themes and technologies shows. */
export function termsOf({ themes, technologies }: Terms): Fields {
  return { 'themes[]': [...themes].sort().join(','), 'technologies[]': [...technologies].sort().join(',') }
}

/** What came of saving: it was saved, perhaps with another region; a field is at fault; or somebody else saved meanwhile. */
export type Saved = { saved: true } | { fault: [field: string, code: string] } | { meanwhile: Meanwhile }

export interface Save {
  slug: string
  /** The version that the form carries. */
  opened: string
  /** Who saves, by account. */
  by: string
}

/** Saves what an organisation is; where it is, by its postcode, follows. Call it within `write`. */
export async function saveBasics(trx: Db, { slug, opened, by }: Save, basics: Basics, now: Date): Promise<Saved> {
  const row = await trx.selectFrom('organisation').selectAll().where('slug', '=', slug).executeTakeFirstOrThrow()
  const meanwhile = savedMeanwhile(opened, { ...row, fields: basicsOf(row) }, basicsOf(basics))
  if (meanwhile) return { meanwhile }
  if (basics.kvk_number && (await isTaken(trx, row.id, basics.kvk_number)))
    return { fault: ['kvk_number', 'kvkTaken'] }
  const seat = basics.postcode === row.postcode ? {} : await seatOf(trx, basics.postcode)
  if (!seat) return { fault: ['postcode', 'postcodeUnknown'] }
  const institution_kind = basics.kind === 'knowledge_institution' ? row.institution_kind : null
  await trx
    .updateTable('organisation')
    .set({ ...basics, ...seat, institution_kind, edited_by: by, updated_at: now.toISOString() })
    .where('id', '=', row.id)
    .execute()
  return { saved: true }
}

async function isTaken(trx: Db, id: string, kvk: string): Promise<boolean> {
  const other = trx.selectFrom('organisation').select('id').where('kvk_number', '=', kvk).where('id', '<>', id)
  return (await other.executeTakeFirst()) !== undefined
}

/** The province and ROM of a postcode; nothing to change without one; null when nobody knows it. */
async function seatOf(trx: Db, postcode: string | null) {
  if (postcode === null) return {}
  const digits = postcodeDigits(postcode)
  const seat = digits === null ? null : await romByPostcode(trx, digits)
  return seat && { province_id: seat.area.province_id, seat_rom_id: seat.rom.id }
}

/** Saves which themes and technologies an organisation has. Call it within `write`. */
export async function saveTerms(trx: Db, { slug, opened, by }: Save, terms: Terms, now: Date): Promise<Saved> {
  const row = await findProfile(trx, slug)
  if (!row) throw new Error(`there is no organisation ${slug}`)
  const meanwhile = savedMeanwhile(opened, { ...row, fields: termsOf(row) }, termsOf(terms))
  if (meanwhile) return { meanwhile }
  await exchange(row.themes, terms.themes, {
    add: (theme_id) => trx.insertInto('organisation_theme').values({ organisation_id: row.id, theme_id }).execute(),
    remove: (theme_id) =>
      trx
        .deleteFrom('organisation_theme')
        .where('organisation_id', '=', row.id)
        .where('theme_id', '=', theme_id)
        .execute(),
  })
  await exchange(row.technologies, terms.technologies, {
    add: (technology_id) =>
      trx.insertInto('organisation_technology').values({ organisation_id: row.id, technology_id }).execute(),
    remove: (technology_id) =>
      trx
        .deleteFrom('organisation_technology')
        .where('organisation_id', '=', row.id)
        .where('technology_id', '=', technology_id)
        .execute(),
  })
  // They are no longer derived from projects: somebody chose them.
  await trx.deleteFrom('fact').where('organisation_id', '=', row.id).where('field', '=', 'themes').execute()
  await trx
    .updateTable('organisation')
    .set({ edited_by: by, updated_at: now.toISOString() })
    .where('id', '=', row.id)
    .execute()
  return { saved: true }
}

/** Only what differs is written, so that the log tells what was changed. */
async function exchange(
  before: string[],
  after: string[],
  { add, remove }: Record<'add' | 'remove', (id: string) => Promise<unknown>>,
): Promise<void> {
  for (const id of before.filter((one) => !after.includes(one))) await remove(id)
  for (const id of after.filter((one) => !before.includes(one))) await add(id)
}
