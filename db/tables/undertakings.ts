import type { Generated } from 'kysely'
import type { OrganisationKind } from './organisations.ts'
import type { CoreTaskId, Day, Flag, Instant, PartialDate } from './reference.ts'

export type UndertakingKind = 'programme' | 'initiative'
export type UndertakingStatus =
  | 'idea'
  | 'exploration'
  | 'aligned'
  | 'preparation'
  | 'running'
  | 'completed'
  | 'stopped'
export type InitiativeKind = 'project' | 'community' | 'trade_mission' | 'event' | 'study' | 'agreement' | 'hub'

/** A joint programme or an inter-ROM initiative. */
export interface UndertakingTable {
  id: string
  kind: UndertakingKind
  slug: string
  parent_id: string | null
  initiative_kind: InitiativeKind | null
  name_nl: string
  name_en: string
  summary_nl: string
  summary_en: string
  status: UndertakingStatus | null
  starts_on: PartialDate | null
  ends_on: PartialDate | null
  pillar_id: number | null
  website: string | null
  /** 0 where the sources name no ROM: it is listed, but says nothing about who takes part. */
  in_matrix: Flag
  caveat_nl: string | null
  caveat_en: string | null
  is_example: Flag
  reviewed_on: Day
  published_at: Instant | null
  withdrawn_at: Instant | null
  created_at: Instant
  updated_at: Instant
  edited_by: string | null
}

/** An undertaking's key in another register: an import knows it by that. */
export interface UndertakingIdentifierTable {
  scheme: 'cordis'
  value: string
  undertaking_id: string
}

export interface UndertakingThemeTable {
  undertaking_id: string
  theme_id: string
}

export interface UndertakingCoreTaskTable {
  undertaking_id: string
  core_task_id: CoreTaskId
}

export interface UndertakingTechnologyTable {
  undertaking_id: string
  technology_id: string
}

export type PartnerKind =
  | 'commissioner'
  | 'external_lead'
  | 'fund_holder'
  | 'funder'
  | 'knowledge_partner'
  | 'company'
  | 'partner'

export interface UndertakingPartnerTable {
  id: string
  undertaking_id: string
  organisation_id: string | null
  name_nl: string
  name_en: string
  kind: PartnerKind
  source_id: string | null
}

export type ParticipationRole = 'lead' | 'partner' | 'observer'
export type ParticipationStatus = 'invited' | 'requested' | 'confirmed' | 'declined' | 'left' | 'retracted'

/** Append-only: a later row supersedes an earlier one; nothing is updated or deleted. */
export interface ParticipationTable {
  id: string
  undertaking_id: string
  rom_id: string
  /** null: no source states the role. */
  role: ParticipationRole | null
  status: ParticipationStatus
  /** null: since the undertaking's start, as far as is known. */
  valid_from: Day | null
  /** The first day on which it no longer holds. */
  valid_until: Day | null
  note_nl: string | null
  note_en: string | null
  correction: Generated<Flag>
  supersedes_id: string | null
  source_id: string | null
  recorded_at: Instant
  recorded_by: string
}

export interface OpenRoleTable {
  id: string
  undertaking_id: string
  title_nl: string
  title_en: string
  description_nl: string | null
  description_en: string | null
  closes_on: Day | null
  filled_at: Instant | null
}

export interface CallTable {
  id: string
  slug: string
  undertaking_id: string | null
  theme_id: string | null
  title_nl: string
  title_en: string
  summary_nl: string
  summary_en: string
  eligible_nl: string | null
  eligible_en: string | null
  offered_nl: string | null
  offered_en: string | null
  opens_on: Day | null
  deadline_on: Day | null
  url: string | null
  is_example: Flag
  source_id: string | null
  published_at: Instant | null
  withdrawn_at: Instant | null
  edited_by: string | null
}

export type MilestoneKind = 'event' | 'decision' | 'signing' | 'publication' | 'start' | 'end' | 'evaluation'

export interface MilestoneTable {
  id: string
  undertaking_id: string | null
  kind: MilestoneKind
  title_nl: string
  title_en: string
  starts_on: PartialDate
  ends_on: PartialDate | null
  place: string | null
  source_id: string
}

export interface InstrumentTable {
  id: string
  slug: string
  name_nl: string
  name_en: string
  summary_nl: string
  summary_en: string
  provider: string
  audience_nl: string
  audience_en: string
  /** Where an entrepreneur applies: often not at a ROM. */
  apply_nl: string
  apply_en: string
  max_amount_cents: number | null
  facts_as_of: PartialDate
  stated_until: Day | null
  needs_recheck: Flag
  website: string | null
  source_id: string
  published_at: Instant | null
  withdrawn_at: Instant | null
  edited_by: string | null
}

/** One thing that a call or an instrument allows: a kind of organisation, a region, a theme or a size. Exactly one of them is there. */
export interface EligibilityTable {
  id: string
  call_id: string | null
  instrument_id: string | null
  organisation_kind: OrganisationKind | null
  rom_id: string | null
  theme_id: string | null
  most_employees: number | null
  source_id: string | null
}
