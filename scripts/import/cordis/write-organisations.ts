import type { Insertable, Selectable } from 'kysely'
import type { Db } from '#db/client.ts'
import type { Database } from '#db/schema.ts'
import type { Tally } from '../tally.ts'
import { letters, type Organisation } from './organisations.ts'
import { slug } from './values.ts'

export const sourceId = 'cordis'

/** The columns of `next` whose value differs from the row's. */
export function changes<Row extends object>(row: Row, next: Partial<Row>): Partial<Row> {
  const differing = Object.entries(next).filter(([column, value]) => row[column as keyof Row] !== value)
  return Object.fromEntries(differing) as Partial<Row>
}

export function organisationId(pic: string): string {
  return `pic-${pic}`
}

type Known = Selectable<Database['organisation']>

/** Made by this import and not touched by a person since: only then CORDIS has the say over it. */
function isOurs(row: Known, pic: string): boolean {
  return row.id === organisationId(pic) && row.source_id === sourceId && row.edited_by === null
}

/** Keys of other registers that the organisations of a batch have, and the organisations they lead to. */
async function keys(trx: Db, scheme: 'pic' | 'vat', values: string[]): Promise<Map<string, string>> {
  const rows = await trx
    .selectFrom('organisation_identifier')
    .select(['value', 'organisation_id'])
    .where('scheme', '=', scheme)
    .where('value', 'in', values)
    .execute()
  return new Map(rows.map(({ value, organisation_id }) => [value, organisation_id]))
}

/**
 * Writes what differs of some organisations: those that are known by their PIC keep what others said of them and only
 * get what is missing, the rest follows CORDIS.
 */
export async function writeOrganisations(trx: Db, batch: Organisation[], now: string, tally: Tally): Promise<void> {
  const pics = batch.map(({ pic }) => pic)
  const byPic = await keys(trx, 'pic', pics)
  const byVat = await keys(
    trx,
    'vat',
    batch.flatMap(({ vat }) => vat ?? []),
  )
  const ids = [...byPic.values(), ...pics.map(organisationId)]
  const rows = await trx.selectFrom('organisation').selectAll().where('id', 'in', ids).execute()
  const known = new Map(rows.map((row) => [row.id, row]))
  const slugs = await freeSlugs(trx, batch)
  const added: Insertable<Database['organisation']>[] = []
  const missing: Insertable<Database['organisation_identifier']>[] = []
  const aliases: Insertable<Database['organisation_alias']>[] = []
  const aliased = await aliasesOf(trx, ids)

  for (const { pic, vat, alias, facts } of batch) {
    const id = byPic.get(pic) ?? organisationId(pic)
    const row = known.get(id)
    let outcome: 'added' | 'changed' | 'unchanged' = 'unchanged'
    if (!row) {
      const address = slugs(pic, facts.name)
      added.push(newRow(id, address, facts, now))
      outcome = 'added'
    } else if (isOurs(row, pic)) {
      const changed = changes(row, facts)
      if (Object.keys(changed).length > 0) {
        await trx
          .updateTable('organisation')
          .set({ ...changed, updated_at: now })
          .where('id', '=', id)
          .execute()
        outcome = 'changed'
      }
    }
    const before = missing.length
    if (!byPic.has(pic)) missing.push({ scheme: 'pic', value: pic, organisation_id: id })
    // A VAT number that another organisation has already is shared: that pair is proposed as one.
    if (vat && !byVat.has(vat)) {
      missing.push({ scheme: 'vat', value: vat, organisation_id: id })
      byVat.set(vat, id)
    }
    // An organisation that keeps the name others gave it is looked for by its name in CORDIS too.
    const names = alias === null ? [] : [alias]
    if (row && !isOurs(row, pic)) names.push(facts.name)
    const own = [row?.name ?? facts.name, row?.name_en ?? ''].map(letters)
    const fresh = names.filter((name) => !own.includes(letters(name)) && !aliased.has(`${id} ${name}`))
    aliases.push(...fresh.map((name) => ({ organisation_id: id, name, source_id: sourceId })))
    if (outcome === 'unchanged' && fresh.length + missing.length > before) outcome = 'changed'
    tally.count('organisations', outcome)
  }
  if (added.length > 0) await trx.insertInto('organisation').values(added).execute()
  if (missing.length > 0) await trx.insertInto('organisation_identifier').values(missing).execute()
  if (aliases.length > 0)
    await trx
      .insertInto('organisation_alias')
      .values(aliases)
      .onConflict((c) => c.doNothing())
      .execute()
}

async function aliasesOf(trx: Db, ids: string[]): Promise<Set<string>> {
  const rows = await trx.selectFrom('organisation_alias').selectAll().where('organisation_id', 'in', ids).execute()
  return new Set(rows.map(({ organisation_id, name }) => `${organisation_id} ${name}`))
}

function newRow(id: string, address: string, facts: Organisation['facts'], now: string) {
  return {
    id,
    slug: address,
    ...facts,
    is_example: 0 as const,
    source_id: sourceId,
    published_at: now,
    created_at: now,
    updated_at: now,
  }
}

/** Gives each new organisation an address that nobody has: its name, and its PIC too where the name is taken. */
async function freeSlugs(trx: Db, batch: Organisation[]): Promise<(pic: string, name: string) => string> {
  const wanted = batch.map(({ facts }) => slug(facts.name))
  const rows = await trx.selectFrom('organisation').select('slug').where('slug', 'in', wanted).execute()
  const taken = new Set(rows.map((row) => row.slug))
  return (pic, name) => {
    const plain = slug(name)
    const free = plain !== '' && !taken.has(plain) ? plain : `${plain || 'organisatie'}-${pic}`
    taken.add(free)
    return free
  }
}
