import type { Generated } from 'kysely'
import type { CoreTaskId, Day, Flag, Instant } from './reference.ts'

export type Unit = 'count' | 'eur_cents' | 'permille'
export type Qualifier = 'exact' | 'more_than' | 'about'

export interface IndicatorTable {
  id: string
  slug: string
  name_nl: string
  name_en: string
  unit: Unit
  core_task_id: CoreTaskId | null
  position: number
  edited_by: string | null
}

export interface IndicatorVersionTable {
  id: string
  indicator_id: string
  version: number
  definition_nl: string
  definition_en: string
}

export interface PopulationTable {
  id: string
  name_nl: string
  name_en: string
}

export interface PopulationRomTable {
  population_id: string
  rom_id: string
}

export interface MeasurementTable {
  id: string
  indicator_version_id: string
  population_id: string
  /** null: the population as a whole. */
  rom_id: string | null
  period_from: Day
  period_until: Day
  value: number
  qualifier: Qualifier
  retracted: Generated<Flag>
  supersedes_id: string | null
  source_id: string
  recorded_at: Instant
  recorded_by: string
}

export type ContributionState = 'requested' | 'pledged' | 'granted' | 'advanced' | 'spent' | 'settled' | 'reclaimed'

export interface ContributionTable {
  id: string
  undertaking_id: string
  funder_nl: string
  funder_en: string
  funder_organisation_id: string | null
  rom_id: string | null
  state: ContributionState
  amount_cents: number
  qualifier: Generated<Qualifier>
  per_year: Generated<Flag>
  year_from: number | null
  year_until: number | null
  note_nl: string | null
  note_en: string | null
  retracted: Generated<Flag>
  supersedes_id: string | null
  source_id: string
  recorded_at: Instant
  recorded_by: string
}

export interface AgendaGoalTable {
  id: string
  theme_id: string
  version: number
  ambition_nl: string
  ambition_en: string
  goal_2027_nl: string | null
  goal_2027_en: string | null
  source_id: string
  recorded_at: Instant
  recorded_by: string
}
