import { sql } from 'kysely'
import type { OrganisationContent } from './shapes/organisations.ts'
import type { CallContent } from './shapes/undertakings.ts'
import { identify, record, replaceEligibility, replaceFacts, type Seeding, upsertUnlessEdited } from './upsert.ts'

const listingLife = 365

/** The day that lies a number of days after an instant. */
export function addDays(instant: string, days: number): string {
  return new Date(Date.parse(instant) + days * 86_400_000).toISOString().slice(0, 10)
}

/** One organisation with its themes, technologies, keys, facts, ROMs, offers and needs. */
export async function loadOrganisation(
  seeding: Seeding,
  organisation: OrganisationContent,
  isExample: 0 | 1,
): Promise<void> {
  const { trx, now } = seeding
  const { id } = organisation
  // An import may have given this address to another organisation in the meantime: that one gets a longer one.
  await sql`UPDATE organisation SET slug = slug || '-' || id
    WHERE slug = ${organisation.slug} AND id <> ${id}`.execute(trx)
  const written = await upsertUnlessEdited(seeding, 'organisation', {
    id,
    slug: organisation.slug,
    name: organisation.name,
    name_en: organisation.name_en ?? null,
    kind: organisation.kind,
    institution_kind: organisation.institution_kind ?? null,
    website: organisation.website ?? null,
    postcode: organisation.postcode ?? null,
    place: organisation.place ?? null,
    province_id: organisation.province ?? null,
    seat_rom_id: organisation.seat_rom ?? null,
    founded_year: organisation.founded_year ?? null,
    employees: organisation.employees ?? null,
    summary_nl: organisation.summary?.nl ?? null,
    summary_en: organisation.summary?.en ?? null,
    is_example: isExample,
    source_id: organisation.source ?? null,
    published_at: now,
    created_at: now,
    updated_at: now,
  })
  if (!written) return

  await replaceFacts(seeding, 'organisation_id', id, organisation.facts)
  for (const table of ['organisation_theme', 'organisation_technology'] as const) {
    await trx.deleteFrom(table).where('organisation_id', '=', id).execute()
  }
  for (const theme_id of organisation.themes) {
    await trx.insertInto('organisation_theme').values({ organisation_id: id, theme_id }).execute()
  }
  for (const technology_id of organisation.technologies) {
    await trx.insertInto('organisation_technology').values({ organisation_id: id, technology_id }).execute()
  }
  for (const identifier of organisation.identifiers) {
    await identify(seeding, 'organisation_identifier', { ...identifier, organisation_id: id })
  }
  for (const { rom, source } of organisation.accompanied_by) {
    await record(seeding, 'organisation_rom', `content:${id}:${rom}`, {
      organisation_id: id,
      rom_id: rom,
      valid_from: null,
      valid_until: null,
      source_id: source ?? null,
    })
  }
  for (const [index, listing] of organisation.listings.entries()) await loadListing(seeding, id, index, listing)
}

async function loadListing(
  seeding: Seeding,
  organisationId: string,
  index: number,
  listing: OrganisationContent['listings'][number],
) {
  const { trx, now } = seeding
  const id = `${organisationId}:${index}`
  const written = await upsertUnlessEdited(seeding, 'listing', {
    id,
    organisation_id: organisationId,
    side: listing.side,
    text_nl: listing.text.nl ?? null,
    text_en: listing.text.en ?? null,
    trl_min: listing.trl?.[0] ?? null,
    trl_max: listing.trl?.[1] ?? null,
    partner_kinds: JSON.stringify(listing.partner_kinds),
    agreement: listing.agreement ?? null,
    visibility: listing.visibility,
    anonymous: listing.anonymous ? 1 : 0,
    expires_on: addDays(now, listingLife),
    created_at: now,
    updated_at: now,
  })
  if (!written) return
  await trx.deleteFrom('listing_theme').where('listing_id', '=', id).execute()
  await trx.deleteFrom('listing_technology').where('listing_id', '=', id).execute()
  for (const theme_id of listing.themes) {
    await trx.insertInto('listing_theme').values({ listing_id: id, theme_id }).execute()
  }
  for (const technology_id of listing.technologies) {
    await trx.insertInto('listing_technology').values({ listing_id: id, technology_id }).execute()
  }
}

/** A call; an example's dates are counted from the day of loading, so that a demonstration has open ones. */
export async function loadCall(seeding: Seeding, call: CallContent, isExample: 0 | 1): Promise<void> {
  const { now } = seeding
  const relative = (days: number | undefined) => (days === undefined ? null : addDays(now, days))
  const written = await upsertUnlessEdited(seeding, 'call', {
    id: call.id,
    slug: call.slug,
    undertaking_id: call.undertaking ?? null,
    theme_id: call.theme ?? null,
    title_nl: call.title.nl,
    title_en: call.title.en,
    summary_nl: call.summary.nl,
    summary_en: call.summary.en,
    eligible_nl: call.eligible?.nl ?? null,
    eligible_en: call.eligible?.en ?? null,
    offered_nl: call.offered?.nl ?? null,
    offered_en: call.offered?.en ?? null,
    opens_on: call.opens_on ?? relative(call.opens_in_days),
    deadline_on: call.deadline_on ?? relative(call.deadline_in_days),
    url: call.url ?? null,
    is_example: isExample,
    source_id: call.source ?? null,
    published_at: now,
  })
  if (written) await replaceEligibility(seeding, 'call_id', call.id, call.eligibility)
}
