export interface MapRegion {
  id: string
  name: string
  provinces: string[]
  count: number
  href: string
  current?: boolean
}

interface RomOnMap {
  id: string
  short_name: string
  areas: { province_id: string; whole_province: 0 | 1 }[]
}

/** The regions of the map: each ROM with its whole provinces, and what the page says of it. */
export function mapRegions<Rom extends RomOnMap>(
  roms: Rom[],
  about: (rom: Rom) => Pick<MapRegion, 'count' | 'href' | 'current'>,
): MapRegion[] {
  return roms.map((rom) => ({
    id: rom.id,
    name: rom.short_name,
    provinces: rom.areas.filter((area) => area.whole_province === 1).map((area) => area.province_id),
    ...about(rom),
  }))
}
