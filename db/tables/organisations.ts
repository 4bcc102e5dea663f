import type { Generated } from 'kysely'
import type { Day, Flag, Instant, PartialDate } from './reference.ts'

export type OrganisationKind =
  | 'startup'
  | 'scaleup'
  | 'sme'
  | 'knowledge_institution'
  | 'corporate'
  | 'government'
  | 'network'

export type InstitutionKind =
  | 'university'
  | 'applied_university'
  | 'medical_centre'
  | 'to2'
  | 'national_institute'
  | 'institute'

export interface OrganisationTable {
  id: string
  slug: string
  name: string
  name_en: string | null
  kind: OrganisationKind
  institution_kind: InstitutionKind | null
  /** Eight digits; the key across the ROMs' own systems. */
  kvk_number: string | null
  website: string | null
  postcode: string | null
  place: string | null
  province_id: string | null
  /** Where it is established (vestigingsregio); which ROM accompanies it is in organisation_rom. */
  seat_rom_id: string | null
  founded_year: number | null
  employees: number | null
  summary_nl: string | null
  summary_en: string | null
  is_example: Flag
  source_id: string | null
  published_at: Instant | null
  withdrawn_at: Instant | null
  created_at: Instant
  updated_at: Instant
  edited_by: string | null
}

export interface OrganisationIdentifierTable {
  scheme: 'pic' | 'ror' | 'vat' | 'wikidata'
  value: string
  organisation_id: string
}

/** Another name that an organisation is known and looked for by. */
export interface OrganisationAliasTable {
  organisation_id: string
  name: string
  source_id: string | null
}

export interface OrganisationRomTable {
  id: string
  organisation_id: string
  rom_id: string
  valid_from: Day | null
  valid_until: Day | null
  retracted: Generated<Flag>
  supersedes_id: string | null
  source_id: string | null
  recorded_at: Instant
  recorded_by: string
}

export interface OrganisationThemeTable {
  organisation_id: string
  theme_id: string
}

export interface OrganisationTechnologyTable {
  organisation_id: string
  technology_id: string
}

export type Agreement = 'research' | 'technical' | 'pilot' | 'commercial' | 'licence' | 'investment' | 'supply'

/** An offer (aanbod) or a need (vraag) of an organisation. */
export interface ListingTable {
  id: string
  organisation_id: string
  side: 'offer' | 'need'
  text_nl: string | null
  text_en: string | null
  trl_min: number | null
  trl_max: number | null
  /** A JSON array of OrganisationKind. */
  partner_kinds: string
  agreement: Agreement | null
  visibility: 'own_rom' | 'roms' | 'public'
  anonymous: Generated<Flag>
  expires_on: Day
  withdrawn_at: Instant | null
  created_at: Instant
  updated_at: Instant
  edited_by: string | null
}

export interface ListingThemeTable {
  listing_id: string
  theme_id: string
}

export interface ListingTechnologyTable {
  listing_id: string
  technology_id: string
}

/** By what an offer or need without a name is known. */
export interface ListingCodeTable {
  listing_id: string
  code: string
}

/** What everybody may see of an offer or need without a name. */
export type AnonymousListingView = Pick<
  ListingTable,
  'side' | 'text_nl' | 'text_en' | 'trl_min' | 'trl_max' | 'partner_kinds' | 'agreement'
> & {
  code: string
  is_example: Flag
}

/** A mail about what an organisation has that is about to expire. */
export interface ListingReminderTable {
  id: string
  organisation_id: string
  /** SHA-256 of what was mailed; null once it was used. */
  key_hash: string | null
  sent_at: Instant
}

/** Of which listing, and which day it expires on, was told in which mail. */
export interface ListingRemindedTable {
  listing_id: string
  expires_on: Day
  reminder_id: string
}

/** An earlier project. One in which a ROM takes part points to its initiative and is shown as that. */
export interface EvidenceTable {
  id: string
  slug: string
  kind: 'cordis' | 'rom_project'
  acronym: string | null
  title: string
  summary: string | null
  /** A JSON array of texts. */
  keywords: string
  /** The call it was funded under, by its code. */
  topic: string | null
  status: 'signed' | 'closed' | 'terminated' | null
  starts_on: PartialDate | null
  ends_on: PartialDate | null
  /** What the funder contributes at most. */
  grant_cents: number | null
  url: string | null
  undertaking_id: string | null
  source_id: string
  created_at: Instant
  updated_at: Instant
}

export type EvidenceRole = 'coordinator' | 'participant' | 'associated' | 'third_party'

export interface EvidenceOrganisationTable {
  evidence_id: string
  organisation_id: string
  role: EvidenceRole
}

export interface EvidenceThemeTable {
  evidence_id: string
  theme_id: string
}

export interface EvidenceTechnologyTable {
  evidence_id: string
  technology_id: string
}

/** Two organisations that may be one; `first_id` sorts before `second_id`. */
export interface OrganisationDuplicateTable {
  first_id: string
  second_id: string
  reason: 'vat' | 'name_place'
  /** What they share. */
  value: string
  proposed_at: Instant
  resolution: 'merged' | 'distinct' | null
  resolved_at: Instant | null
}
