import type { StaffRole } from '#db/tables/accounts.ts'
import type { Locale } from '../../i18n/locale.ts'

export const staffRoles = [
  'business_developer',
  'coordinator',
  'secretary',
  'commissioner',
  'administrator',
] as const satisfies StaffRole[]

/** The roles that are had for one ROM. */
export const romRoles = ['business_developer', 'coordinator'] as const satisfies StaffRole[]

/** What stands in a form for no ROM in particular. */
export const allRoms = 'all'

export interface Role {
  role: StaffRole
  /** The ROM it is had for; null for the roles that are for all nine. */
  romId: string | null
  /** Of whom it is, for a deputy; null when it is one's own. */
  standsInFor: string | null
}

export interface Membership {
  organisationId: string
  role: 'owner' | 'editor'
  /** Whether the organisation's ROM has confirmed it. */
  confirmed: boolean
}

/** Somebody who is signed in, with all that a decision about rights rests on. */
export interface Actor {
  id: string
  name: string
  email: string
  locale: Locale
  verified: boolean
  roles: Role[]
  memberships: Membership[]
  /** Whether a code is asked at sign-in, or the issuer they came by asked for a second factor. */
  twoFactor: boolean
}

/** Somebody as they are named where they did something. */
export interface ActorName {
  id: string
  /** False for the portal itself and what it loads. */
  person: boolean
  /** null for somebody who was forgotten. */
  name: string | null
}

export const accountStatuses = ['invited', 'active', 'blocked'] as const
/** Invited means that no password was chosen yet, and nobody came in by another way. */
export type AccountStatus = (typeof accountStatuses)[number]
