import type { Db } from '#db/client.ts'
import type { OrganisationKind } from '#db/tables/organisations.ts'

/**
 * What is offered and needed in public without a name, in an order that tells nothing: by code. Whose it is, or in which region, is in
 * none of it.
 */
export async function listAnonymous(db: Db) {
  const [rows, themes, technologies] = await Promise.all([
    db.selectFrom('anonymous_listing').selectAll().orderBy('code').execute(),
    db
      .selectFrom('listing_theme as lt')
      .innerJoin('listing_code as c', 'c.listing_id', 'lt.listing_id')
      .innerJoin('anonymous_listing as l', 'l.code', 'c.code')
      .innerJoin('theme as t', 't.id', 'lt.theme_id')
      .select(['c.code', 't.id', 't.slug', 't.name_nl', 't.name_en'])
      .orderBy('t.position')
      .execute(),
    db
      .selectFrom('listing_technology as lt')
      .innerJoin('listing_code as c', 'c.listing_id', 'lt.listing_id')
      .innerJoin('anonymous_listing as l', 'l.code', 'c.code')
      .innerJoin('technology as t', 't.id', 'lt.technology_id')
      .select(['c.code', 't.id', 't.name_nl', 't.name_en'])
      .orderBy('t.position')
      .execute(),
  ])
  return rows.map((row) => ({
    ...row,
    partner_kinds: JSON.parse(row.partner_kinds) as OrganisationKind[],
    themes: themes.filter(({ code }) => code === row.code),
    technologies: technologies.filter(({ code }) => code === row.code),
  }))
}

/** The code by which everybody knows an offer or need without a name, for who keeps it; null when it has none. */
export async function codeOf(db: Db, listingId: string): Promise<string | null> {
  const row = await db
    .selectFrom('listing_code')
    .select('code')
    .where('listing_id', '=', listingId)
    .executeTakeFirst()
  return row?.code ?? null
}
