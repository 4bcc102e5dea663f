import type { Db } from '#db/client.ts'

/** Where an organisation is established: its province, and the ROM that serves it. */
export interface Seat {
  province_id: string
  seat_rom_id: string
}

/**
 * Provinces by the NUTS codes of 2021 and 2024 (Utrecht and Zuid-Holland got new ones). Source: Eurostat, NUTS
 * classification, level 2.
 */
const provinceOfNuts: Partial<Record<string, string>> = {
  NL11: 'gr',
  NL12: 'fr',
  NL13: 'dr',
  NL21: 'ov',
  NL22: 'ge',
  NL23: 'fl',
  NL31: 'ut',
  NL32: 'nh',
  NL33: 'zh',
  NL34: 'ze',
  NL35: 'ut',
  NL36: 'zh',
  NL41: 'nb',
  NL42: 'li',
}
/** Het Gooi en Vechtstreek, in both editions: the one area that another ROM serves than its province's. */
const areaOfNuts: Partial<Record<string, string>> = { NL327: 'gooi-en-vechtstreek' }

/**
 * Reads the regions once, for thousands of organisations.
 * @returns a function that tells the seat by postcode, or else by NUTS code; null when neither says where it is
 */
export async function seats(db: Db): Promise<(postcode: string | null, nuts: string) => Seat | null> {
  const areas = await db
    .selectFrom('service_area')
    .select(['id', 'rom_id', 'province_id', 'whole_province'])
    .execute()
  const ranges = await db.selectFrom('postcode_range').selectAll().orderBy('first').execute()
  const byId = new Map(areas.map((area) => [area.id, area]))
  const byProvince = new Map(areas.filter((area) => area.whole_province).map((area) => [area.province_id, area]))

  return (postcode, nuts) => {
    const digits = Number(postcode?.slice(0, 4))
    const range = postcode ? ranges.find(({ first, last }) => first <= digits && digits <= last) : undefined
    const area =
      byId.get(range?.service_area_id ?? areaOfNuts[nuts] ?? '') ??
      byProvince.get(provinceOfNuts[nuts.slice(0, 4)] ?? '')
    return area ? { province_id: area.province_id, seat_rom_id: area.rom_id } : null
  }
}
