import { type Selectable, sql } from 'kysely'
import { among } from '#db/among.ts'
import type { Db } from '#db/client.ts'
import type { ListingTable, OrganisationKind } from '#db/tables/organisations.ts'
import { type Fields, savedMeanwhile } from '../forms/version.server.ts'
import type { Saved } from '../organisation/profile.server.ts'
import type { ListingTexts } from './forms.ts'
import { audienceOf, expiryFrom, seenBy, stateOf, tellsWhose } from './policy.ts'

export type Side = ListingTable['side']

/** Everything an organisation offers and needs, for who keeps its profile: what is shown first, then what no longer is. */
export async function listListings(db: Db, organisationId: string) {
  const rows = await db
    .selectFrom('listing')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .orderBy(sql`withdrawn_at IS NOT NULL`)
    .orderBy('expires_on', 'desc')
    .orderBy('id')
    .execute()
  return withTerms(db, rows)
}

export type Listing = Awaited<ReturnType<typeof listListings>>[number]

/** One of them; undefined when it is not of this organisation. */
export async function findListing(db: Db, organisationId: string, id: string): Promise<Listing | undefined> {
  const rows = await db
    .selectFrom('listing')
    .selectAll()
    .where('id', '=', id)
    .where('organisation_id', '=', organisationId)
    .execute()
  return (await withTerms(db, rows))[0]
}

async function withTerms(db: Db, rows: Selectable<ListingTable>[]) {
  const ids = among(rows.map(({ id }) => id))
  const [themes, technologies] = await Promise.all([
    db.selectFrom('listing_theme').selectAll().where('listing_id', 'in', ids).execute(),
    db.selectFrom('listing_technology').selectAll().where('listing_id', 'in', ids).execute(),
  ])
  return rows.map((row) => ({
    ...row,
    partner_kinds: JSON.parse(row.partner_kinds) as OrganisationKind[],
    themes: themes.flatMap(({ listing_id, theme_id }) => (listing_id === row.id ? theme_id : [])),
    technologies: technologies.flatMap(({ listing_id, technology_id }) =>
      listing_id === row.id ? technology_id : [],
    ),
    audience: audienceOf(row),
  }))
}

/** What the form of an offer or need shows. */
export function fieldsOf(listing: ListingTexts): Fields {
  const { themes, technologies, partner_kinds, trl_min, trl_max, ...rest } = listing
  return {
    text_nl: rest.text_nl ?? '',
    text_en: rest.text_en ?? '',
    'themes[]': [...themes].sort().join(','),
    'technologies[]': [...technologies].sort().join(','),
    trl_min: trl_min === null ? '' : String(trl_min),
    trl_max: trl_max === null ? '' : String(trl_max),
    'partner_kinds[]': [...partner_kinds].sort().join(','),
    agreement: rest.agreement ?? '',
    audience: rest.audience,
  }
}

/** Whose offer or need it is: enough to see whether a text without a name tells it after all. */
export interface Owner {
  id: string
  name: string
  name_en: string | null
  website: string | null
}

interface Write {
  owner: Owner
  /** Who writes, by account. */
  by: string
  now: Date
  /** YYYY-MM-DD */
  today: string
}

/** Adds an offer or need. Call it within `write`. @returns its id, or what is at fault */
export async function addListing(
  trx: Db,
  { owner, by, now, today }: Write,
  side: Side,
  texts: ListingTexts,
): Promise<{ id: string } | { fault: [string, string] }> {
  const fault = await faultOf(trx, owner, texts)
  if (fault) return { fault }
  const id = crypto.randomUUID()
  const at = now.toISOString()
  const row = { id, organisation_id: owner.id, side, created_at: at, updated_at: at, edited_by: by }
  await trx
    .insertInto('listing')
    .values({ ...row, ...columnsOf(texts), expires_on: expiryFrom(today) })
    .execute()
  await replaceTerms(trx, id, texts)
  return { id }
}

/** Changes one; for how long it is shown, and that it was withdrawn, stays as it is. Call it within `write`. */
export async function saveListing(
  trx: Db,
  { owner, by, now }: Write,
  { id, opened }: { id: string; opened: string },
  texts: ListingTexts,
): Promise<Saved> {
  const row = await findListing(trx, owner.id, id)
  if (!row) throw new Error(`there is no listing ${id}`)
  const meanwhile = savedMeanwhile(opened, { ...row, fields: fieldsOf(row) }, fieldsOf(texts))
  if (meanwhile) return { meanwhile }
  const fault = await faultOf(trx, owner, texts)
  if (fault) return { fault }
  await trx
    .updateTable('listing')
    .set({ ...columnsOf(texts), edited_by: by, updated_at: now.toISOString() })
    .where('id', '=', id)
    .execute()
  await replaceTerms(trx, id, texts)
  return { saved: true }
}

function columnsOf({ text_nl, text_en, trl_min, trl_max, partner_kinds, agreement, audience }: ListingTexts) {
  const kinds = JSON.stringify(partner_kinds)
  return { text_nl, text_en, trl_min, trl_max, partner_kinds: kinds, agreement, ...seenBy(audience) }
}

async function faultOf(trx: Db, owner: Owner, texts: ListingTexts): Promise<[string, string] | null> {
  if (!texts.audience.endsWith('_anonymous')) return null
  const aliases = await trx
    .selectFrom('organisation_alias')
    .select('name')
    .where('organisation_id', '=', owner.id)
    .execute()
  const names = [owner.name, owner.name_en ?? '', ...aliases.map(({ name }) => name)]
  const tells = (['text_nl', 'text_en'] as const).find((name) => tellsWhose(texts[name] ?? '', { ...owner, names }))
  return tells ? [tells, 'tellsWhose'] : null
}

async function replaceTerms(trx: Db, id: string, { themes, technologies }: ListingTexts): Promise<void> {
  for (const table of ['listing_theme', 'listing_technology'] as const) {
    await trx.deleteFrom(table).where('listing_id', '=', id).execute()
  }
  for (const theme_id of themes) await trx.insertInto('listing_theme').values({ listing_id: id, theme_id }).execute()
  for (const technology_id of technologies) {
    await trx.insertInto('listing_technology').values({ listing_id: id, technology_id }).execute()
  }
}

/** Shows one for another year from today, also when it had expired or was withdrawn. Call it within `write`. */
export async function renewListing(trx: Db, { owner, by, now, today }: Write, id: string): Promise<void> {
  await trx
    .updateTable('listing')
    .set({ expires_on: expiryFrom(today), withdrawn_at: null, edited_by: by, updated_at: now.toISOString() })
    .where('id', '=', id)
    .where('organisation_id', '=', owner.id)
    .execute()
}

/** Shows one to its editors only, from now on; nothing happens when it was withdrawn already. Call it within `write`. */
export async function withdrawListing(trx: Db, { owner, by, now }: Write, id: string): Promise<void> {
  const at = now.toISOString()
  await trx
    .updateTable('listing')
    .set({ withdrawn_at: at, edited_by: by, updated_at: at })
    .where('id', '=', id)
    .where('organisation_id', '=', owner.id)
    .where('withdrawn_at', 'is', null)
    .execute()
}

/** Of these, the needs that not everybody sees but that count for who keeps the profile. */
export function ownNeeds(listings: Listing[], today: string): Listing[] {
  return listings.filter(
    (one) => one.side === 'need' && one.audience !== 'public' && ['shown', 'ending'].includes(stateOf(one, today)),
  )
}
