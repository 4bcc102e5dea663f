import type { Generated } from 'kysely'

/** A 0 or 1: SQLite has no boolean. */
export type Flag = 0 | 1
/** YYYY, YYYY-MM or YYYY-MM-DD: as precise as the source. */
export type PartialDate = string
/** YYYY-MM-DD. */
export type Day = string
/** ISO date and time in UTC, to the millisecond, so that text order is time order. */
export type Instant = string

export interface ActorTable {
  id: string
  kind: 'system' | 'content' | 'import' | 'person'
  name: string
}

export interface SettingTable {
  key: string
  value: string
}

/** What the search index still has to hear of; see its migration. */
export interface SearchOutboxTable {
  seq: Generated<number>
  type: string
  id: string
}

/** A word that an administrator added to a concept of the lexicon. It counts until it is ended. */
export interface LexiconWordTable {
  id: string
  /** By its id in the lexicon's files. */
  concept: string
  language: 'nl' | 'en'
  label: string
  added_at: Instant
  added_by: string
  ended_at: Instant | null
  ended_by: string | null
}

export interface SourceTable {
  id: string
  title: string
  publisher: string
  url: string | null
  published_on: PartialDate | null
  retrieved_on: Day
  licence: string | null
}

export interface RomTable {
  id: string
  slug: string
  name: string
  short_name: string
  full_name: string | null
  website: string | null
  head_office: string | null
  founded: PartialDate | null
  summary_nl: string
  summary_en: string
  position: number
  edited_by: string | null
}

/** A ROM's key in another register: an import knows it by that. */
export interface RomIdentifierTable {
  scheme: 'pic'
  value: string
  rom_id: string
}

export interface ProvinceTable {
  id: string
  name: string
  position: number
}

export interface ServiceAreaTable {
  id: string
  rom_id: string
  province_id: string
  name: string
  whole_province: Flag
  source_id: string | null
}

export interface PostcodeRangeTable {
  first: number
  last: number
  service_area_id: string
}

export type ThemeKind = 'transition' | 'challenge'

export interface ThemeTable {
  id: string
  slug: string
  kind: ThemeKind
  name_nl: string
  name_en: string
  summary_nl: string
  summary_en: string
  position: number
  edited_by: string | null
}

export type CoreTaskId = 'innovate' | 'internationalise' | 'invest'

export interface CoreTaskTable {
  id: CoreTaskId
  position: number
}

export interface PillarTable {
  id: number
  name_nl: string
  name_en: string
  summary_nl: string
  summary_en: string
  source_id: string | null
}

export interface TechnologyTable {
  id: string
  parent_id: string | null
  kind: 'priority' | 'cluster'
  name_nl: string
  name_en: string
  position: number
  source_id: string | null
  edited_by: string | null
}

/** A sourced statement about one subject. With a field it says where that column's value comes from. */
export interface FactTable {
  id: string
  rom_id: string | null
  theme_id: string | null
  organisation_id: string | null
  undertaking_id: string | null
  instrument_id: string | null
  field: string | null
  text_nl: string | null
  text_en: string | null
  source_id: string
  position: number
}
