import type { Db } from '#db/client.ts'

/** Who works at the desk of a ROM and can come in, by name. */
export async function staffOf(db: Db, romId: string) {
  const rows = await db
    .selectFrom('account as a')
    .innerJoin('account_role as r', 'r.account_id', 'a.id')
    .select(['a.id', 'a.name', 'a.email', 'a.locale', 'a.is_example', 'r.role'])
    .where('r.rom_id', '=', romId)
    .where('r.role', 'in', ['business_developer', 'coordinator'])
    .where('r.revoked_at', 'is', null)
    .where('a.blocked_at', 'is', null)
    .where('a.forgotten_at', 'is', null)
    .orderBy('a.name')
    .orderBy('a.id')
    .execute()
  return [...new Set(rows.map(({ id }) => id))].map((id) => {
    const own = rows.filter((row) => row.id === id)
    const { name, email, locale, is_example } = own[0] as (typeof rows)[number]
    const coordinates = own.some(({ role }) => role === 'coordinator')
    return { id, name: name ?? email ?? '', email, locale, coordinates, isExample: is_example === 1 }
  })
}

/** One place of the wie-is-wie: who is asked about a theme, or with null about all that nobody else is. */
export interface Place {
  themeId: string | null
  contact: { id: string; name: string; isExample: boolean } | null
  deputy: { id: string; name: string; isExample: boolean } | null
  /** Whether somebody stood there who was forgotten, blocked, or does not work there any more. */
  lapsed: boolean
}

/** Who of a ROM is asked about what. Whoever does not work there (any more) is not in it. */
export async function placesOf(db: Db, romId: string): Promise<Place[]> {
  const [staff, rows] = await Promise.all([
    staffOf(db, romId),
    db
      .selectFrom('contact as c')
      .leftJoin('theme', 'theme.id', 'c.theme_id')
      .select(['c.theme_id', 'c.account_id', 'c.deputy_id', 'theme.position'])
      .where('c.rom_id', '=', romId)
      // Whoever is asked about all else comes last.
      .orderBy('theme.position', (order) => order.asc().nullsLast())
      .execute(),
  ])
  const working = (id: string | null) => {
    const found = staff.find((one) => one.id === id)
    return found ? { id: found.id, name: found.name, isExample: found.isExample } : null
  }
  return rows.map(({ theme_id, account_id, deputy_id }) => {
    const [contact, deputy] = [working(account_id), working(deputy_id)]
    return { themeId: theme_id, contact, deputy, lapsed: !contact || (deputy_id !== null && !deputy) }
  })
}

/** Who stands in for somebody on a day: the id of an account, of somebody who can come in; null when nobody is away. */
async function absences(db: Db, ids: string[], day: string) {
  return db
    .selectFrom('deputy as d')
    .innerJoin('account as a', 'a.id', 'd.deputy_id')
    .select(['d.account_id', 'd.deputy_id'])
    .where('d.account_id', 'in', ids)
    .where('d.ended_at', 'is', null)
    .where('d.from_on', '<=', day)
    .where('d.until_on', '>=', day)
    .where('a.blocked_at', 'is', null)
    .where('a.forgotten_at', 'is', null)
    .orderBy('d.from_on')
    .execute()
}

/** Who does the work of somebody on a day: themselves, or while they are away whoever stands in for them. */
export async function standInFor(db: Db, accountId: string, day: string): Promise<string> {
  const [away] = await absences(db, [accountId], day)
  return away?.deputy_id ?? accountId
}

/**
 * Who of a ROM answers a question about a theme on a day: its contact, or whoever is asked about all else. While somebody is away, the
 * deputy in the wie-is-wie does, or else whoever was made to stand in.
 * @returns the id of an account; null when it is for all who work there
 */
export async function answersFor(
  db: Db,
  { romId, themeId, day }: { romId: string; themeId: string | null; day: string },
): Promise<string | null> {
  const places = await placesOf(db, romId)
  const ofTheme = themeId === null ? [] : places.filter((place) => place.themeId === themeId)
  for (const { contact, deputy } of [...ofTheme, ...places.filter((place) => place.themeId === null)]) {
    if (!contact && deputy) return deputy.id
    if (!contact) continue
    const away = await absences(db, [contact.id, ...(deputy ? [deputy.id] : [])], day)
    const standsIn = away.find(({ account_id }) => account_id === contact.id)
    if (!standsIn) return contact.id
    return deputy && !away.some(({ account_id }) => account_id === deputy.id) ? deputy.id : standsIn.deputy_id
  }
  return null
}

export interface PlaceChange {
  themeId: string | null
  /** null leaves the place empty. */
  contactId: string | null
  deputyId: string | null
}

/** Says who of a ROM is asked about what; places that are not among the changes stay. Call it within `write`. */
export async function setPlaces(
  trx: Db,
  romId: string,
  changes: PlaceChange[],
  by: string,
  now: string,
): Promise<void> {
  for (const { themeId, contactId, deputyId } of changes) {
    const place = trx.selectFrom('contact').select('id').where('rom_id', '=', romId).where('theme_id', 'is', themeId)
    const known = await place.executeTakeFirst()
    const values = { account_id: contactId ?? '', deputy_id: deputyId, set_at: now, set_by: by }
    if (contactId === null) {
      if (known) await trx.deleteFrom('contact').where('id', '=', known.id).execute()
    } else if (known) {
      await trx.updateTable('contact').set(values).where('id', '=', known.id).execute()
    } else {
      const id = crypto.randomUUID()
      await trx
        .insertInto('contact')
        .values({ id, rom_id: romId, theme_id: themeId, ...values })
        .execute()
    }
  }
}
