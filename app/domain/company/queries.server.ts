import { sql } from 'kysely'
import type { Db } from '#db/client.ts'
import { monthAfter } from '../listing/policy.ts'

/** The companies that somebody accompanies for a ROM, by name, with what asks for attention. @param today YYYY-MM-DD */
export function listCompanies(db: Db, accountId: string, today: string) {
  return db
    .selectFrom('company_adviser as c')
    .innerJoin('organisation as o', 'o.id', 'c.organisation_id')
    .innerJoin('rom', 'rom.id', 'c.rom_id')
    .select(['o.id', 'o.slug', 'o.name', 'o.name_en', 'o.kind', 'o.place', 'o.is_example', 'rom.short_name as rom'])
    .select([
      sql<number>`(SELECT count(*) FROM listing l WHERE l.organisation_id = o.id AND l.withdrawn_at IS NULL
        AND l.expires_on > ${today})`.as('listings'),
      sql<number>`(SELECT count(*) FROM listing l WHERE l.organisation_id = o.id AND l.withdrawn_at IS NULL
        AND l.expires_on > ${today} AND l.expires_on <= ${monthAfter(today)})`.as('ending'),
      sql<number>`(SELECT count(*) FROM introduction i JOIN introduction_party p ON p.introduction_id = i.id
        WHERE p.organisation_id = o.id AND i.state IN ('proposed', 'consent', 'introduced', 'talking'))`.as(
        'running',
      ),
    ])
    .where('c.account_id', '=', accountId)
    .where('c.ended_at', 'is', null)
    .where('o.withdrawn_at', 'is', null)
    .orderBy(sql`o.name COLLATE NOCASE`)
    .orderBy('o.id')
    .execute()
}

/** A company for the desk, published or not; undefined when there is none. */
export function findCompany(db: Db, slug: string) {
  return db
    .selectFrom('organisation as o')
    .leftJoin('rom', 'rom.id', 'o.seat_rom_id')
    .select(['o.id', 'o.slug', 'o.name', 'o.name_en', 'o.kind', 'o.place', 'o.kvk_number', 'o.website'])
    .select(['o.seat_rom_id', 'o.is_example', 'o.published_at', 'rom.name as seat_rom'])
    .where('o.slug', '=', slug)
    .where('o.withdrawn_at', 'is', null)
    .executeTakeFirst()
}

/** Takes a company among one's own; nothing happens when it is there already. Call it within `write`. */
export async function addCompany(
  trx: Db,
  { organisationId, accountId, romId }: { organisationId: string; accountId: string; romId: string },
  at: string,
): Promise<void> {
  await trx
    .insertInto('company_adviser')
    .values({
      ...{ id: crypto.randomUUID(), organisation_id: organisationId, rom_id: romId, account_id: accountId },
      ...{ since_at: at, ended_at: null },
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Takes a company from among one's own. Call it within `write`. */
export async function endCompany(trx: Db, organisationId: string, accountId: string, at: string): Promise<void> {
  await trx
    .updateTable('company_adviser')
    .set({ ended_at: at })
    .where('organisation_id', '=', organisationId)
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .execute()
}

/**
 * Who knows a company ("wie kent dit bedrijf al?"): per ROM whether it accompanies it, who has it among theirs, and in how many
 * introductions it spoke for it. By role, and nothing of what was said.
 */
export async function whoKnows(db: Db, organisationId: string) {
  const [accompanying, advisers, introductions, roms] = await Promise.all([
    db
      .selectFrom('current_organisation_rom')
      .select('rom_id')
      .distinct()
      .where('organisation_id', '=', organisationId)
      .execute(),
    db
      .selectFrom('company_adviser as c')
      .innerJoin('account as a', 'a.id', 'c.account_id')
      .select(['c.rom_id', 'c.account_id', 'a.name'])
      .where('c.organisation_id', '=', organisationId)
      .where('c.ended_at', 'is', null)
      .orderBy('c.since_at')
      .execute(),
    db
      .selectFrom('introduction as i')
      .innerJoin('introduction_party as p', 'p.introduction_id', 'i.id')
      .select('i.rom_id')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .where('p.organisation_id', '=', organisationId)
      .where('i.state', 'in', ['introduced', 'talking', 'closed'])
      .groupBy('i.rom_id')
      .execute(),
    db.selectFrom('rom').select(['id', 'slug', 'name']).orderBy('position').execute(),
  ])
  return roms
    .map((rom) => ({
      ...rom,
      accompanies: accompanying.some(({ rom_id }) => rom_id === rom.id),
      advisers: advisers.flatMap(({ rom_id, name }) => (rom_id === rom.id && name ? name : [])),
      introductions: introductions.find(({ rom_id }) => rom_id === rom.id)?.n ?? 0,
    }))
    .filter(({ accompanies, advisers: own, introductions: n }) => accompanies || own.length > 0 || n > 0)
}

/** Whether somebody has a company among theirs. */
export async function isOwnCompany(db: Db, organisationId: string, accountId: string): Promise<boolean> {
  const row = await db
    .selectFrom('company_adviser')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}
