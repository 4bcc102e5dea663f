import type { OrganisationKind } from '#db/tables/organisations.ts'
import type { CoreTaskId } from '#db/tables/reference.ts'
import type { InitiativeKind, UndertakingStatus } from '#db/tables/undertakings.ts'
import type { OpportunityKey } from '#search/matching/opportunity-texts.ts'

/** What kind of help somebody looks for, as it is in the address. */
export const helpKinds = ['geld', 'partners', 'buitenland', 'kennis'] as const
export type HelpKind = (typeof helpKinds)[number]

/** When one can take part or apply, by what kind of thing it is. */
export type Period =
  | { of: 'call'; opens_on: string | null; deadline_on: string | null }
  | { of: 'undertaking'; status: UndertakingStatus | null; starts_on: string | null; ends_on: string | null }
  | { of: 'instrument'; stated_until: string | null; needs_recheck: 0 | 1; facts_as_of: string }

/** A programme, initiative, call or instrument: something that somebody may take part in, or apply to. */
export interface Opportunity {
  key: OpportunityKey
  type: 'programme' | 'initiative' | 'call' | 'instrument'
  slug: string
  name_nl: string
  name_en: string
  summary_nl: string
  summary_en: string
  /** Whom it is for, in words; null when that is not stated. */
  audience_nl: string | null
  audience_en: string | null
  /** Where to apply; null where that is at one's own ROM. */
  apply_nl: string | null
  apply_en: string | null
  is_example: 0 | 1
  initiative_kind: InitiativeKind | null
  /** The programme or initiative that a call is of. */
  undertaking_id: string | null
  themes: string[]
  coreTasks: CoreTaskId[]
  /** Whether what it gives is money, as far as its text says. */
  givesMoney: boolean
  /** The ROMs that take part now; null where that is no question, and [] when nobody says. */
  roms: string[] | null
  /** Of each what is allowed; [] and null when that is not known. */
  eligible: { kinds: OrganisationKind[]; roms: string[]; themes: string[]; mostEmployees: number | null }
  period: Period
}

/** Whom an opportunity is for, as far as somebody said who they are. */
export interface Asker {
  kind: OrganisationKind | null
  employees: number | null
  /** The ROM of the own region. */
  rom: string | null
  themes: string[]
  /** Whether the themes were asked for. Those that are merely known of an organisation need not be all it has. */
  insists: boolean
}
