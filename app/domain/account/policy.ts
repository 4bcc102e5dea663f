import type { StaffRole } from '#db/tables/accounts.ts'
import type { Actor } from './types.ts'

/** null is a visitor. */
export type Visitor = Actor | null

/** Whether somebody has one of these roles, for whichever ROM. */
export function hasRole(actor: Visitor, ...wanted: StaffRole[]): boolean {
  return actor?.roles.some(({ role }) => wanted.includes(role)) ?? false
}

/** Whether somebody works for a ROM or for all of them; a commissioner only reads, and is not staff. */
export function isStaff(actor: Visitor): boolean {
  return hasRole(actor, 'business_developer', 'coordinator', 'secretary', 'administrator')
}

/** The ROMs that somebody has one of these roles for, by id, each once. */
export function romsOf(actor: Visitor, ...wanted: StaffRole[]): string[] {
  const ids = actor?.roles.flatMap(({ role, romId }) => (wanted.includes(role) && romId ? [romId] : [])) ?? []
  return [...new Set(ids)]
}

/** Who works at the desk of a ROM. */
export function hasDesk(actor: Visitor): boolean {
  return hasRole(actor, 'business_developer', 'coordinator')
}

export function canAdminister(actor: Visitor): boolean {
  return hasRole(actor, 'administrator')
}

/** Who sees the people of a ROM: its coordinators, and whoever administers all. */
export function canManagePeopleOf(actor: Visitor, romId: string): boolean {
  return canAdminister(actor) || romsOf(actor, 'coordinator').includes(romId)
}

/**
 * Who gives a role and takes it back. A coordinator does so for the business developers of the own ROM; nobody changes the own roles,
 * so that the last administrator cannot shut the door from the inside.
 */
export function canGrant(
  actor: Visitor,
  given: { role: StaffRole; romId: string | null; accountId: string },
): boolean {
  if (!actor || actor.id === given.accountId) return false
  if (canAdminister(actor)) return true
  return (
    given.role === 'business_developer' && given.romId !== null && romsOf(actor, 'coordinator').includes(given.romId)
  )
}

/** Who reads the audit log, and of which ROMs: null means of all; [] means not at all. */
export function auditableRoms(actor: Visitor): string[] | null {
  return canAdminister(actor) ? null : romsOf(actor, 'business_developer', 'coordinator')
}

/** Staff work with what others entrusted to them: a password alone is too little. */
export function needsTwoFactor(actor: Actor, mode: 'demonstration' | 'production'): boolean {
  return mode === 'production' && !actor.twoFactor && (isStaff(actor) || hasRole(actor, 'commissioner'))
}

/** The desk somebody works at first: where signing in leads to. */
export function homeOf(actor: Actor): string {
  if (hasRole(actor, 'administrator')) return '/beheer'
  return hasDesk(actor) ? '/werk' : '/mijn'
}
