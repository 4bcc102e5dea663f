import { sql } from 'kysely'
import type { Db } from '#db/client.ts'

/**
 * The nine ROMs in their own order, each with its areas and how much of the catalogue is in its region. What was made up is not
 * counted, nor is the strategy: that is the frame of the programmes. */
export async function listRoms(db: Db) {
  const roms = await db
    .selectFrom('rom')
    .selectAll('rom')
    .select([
      sql<number>`(SELECT count(*) FROM public_organisation o WHERE o.seat_rom_id = rom.id AND o.is_example = 0)`.as(
        'organisations',
      ),
      sql<number>`(
        SELECT count(DISTINCT p.undertaking_id) FROM participation p
        JOIN public_undertaking u ON u.id = p.undertaking_id
        WHERE p.rom_id = rom.id AND p.status = 'confirmed'
          AND (u.in_matrix = 1 OR u.kind = 'initiative')
          AND NOT EXISTS (SELECT 1 FROM participation s WHERE s.supersedes_id = p.id)
      )`.as('undertakings'),
    ])
    .orderBy('position')
    .execute()
  const areas = await db
    .selectFrom('service_area')
    .innerJoin('province', 'province.id', 'service_area.province_id')
    .select([
      'service_area.rom_id',
      'service_area.name',
      'service_area.whole_province',
      'service_area.province_id',
      'province.name as province',
    ])
    .orderBy('service_area.whole_province', 'desc')
    .orderBy('province.position')
    .execute()
  return roms.map((rom) => ({ ...rom, areas: areas.filter((area) => area.rom_id === rom.id) }))
}

/** What the ROMs are called, in their own order. */
export function listRomNames(db: Db) {
  return db.selectFrom('rom').select(['id', 'slug', 'name', 'short_name']).orderBy('position').execute()
}

/** The four digits of a Dutch postcode, or null: "1234", "1234 AB" and "1234ab" are all read. */
export function postcodeDigits(text: string): number | null {
  const match = /^\s*([1-9]\d{3})\s*([a-z]{2})?\s*$/i.exec(text)
  return match?.[1] ? Number(match[1]) : null
}

/**
 * Which ROM serves a postcode. In a single area (Gooi en Vechtstreek) that is another ROM than the province's, which
 * is then given too.
 * @returns null when the postcode is in no known range
 */
export async function romByPostcode(db: Db, digits: number) {
  const area = await db
    .selectFrom('postcode_range as r')
    .innerJoin('service_area as a', 'a.id', 'r.service_area_id')
    .innerJoin('province as p', 'p.id', 'a.province_id')
    .where('r.first', '<=', digits)
    .where('r.last', '>=', digits)
    .select(['a.rom_id', 'a.name', 'a.whole_province', 'a.province_id', 'a.source_id', 'p.name as province'])
    .executeTakeFirst()
  if (!area) return null
  const roms = await listRoms(db)
  const rom = roms.find(({ id }) => id === area.rom_id)
  const provincial = roms.find(({ areas }) =>
    areas.some((other) => other.whole_province === 1 && other.province_id === area.province_id),
  )
  return rom ? { rom, area, provincial: provincial?.id === rom.id ? undefined : provincial } : null
}
