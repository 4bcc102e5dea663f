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

/** Of which ROMs somebody sees the people: null means of all, and those of none; [] means not at all. */
export function managedRoms(actor: Visitor): string[] | null {
  return canAdminister(actor) ? null : romsOf(actor, 'coordinator')
}

/** Who has people to look after, of one ROM or of all. */
export function canManagePeople(actor: Visitor): boolean {
  return managedRoms(actor)?.length !== 0
}

/** Who blocks an account, ends its sessions and takes off its two-factor: this is about the whole person, not about one ROM. */
export function canControlAccount(actor: Visitor, accountId: string): boolean {
  return canAdminister(actor) && actor?.id !== accountId
}

/**
 * Who lets somebody stand in for another: that gives the roles of the other for a while, so that all of them must be the actor's to
 * give. Administration is not handed on.
 */
export function canAppointDeputy(
  actor: Visitor,
  absent: { roles: { role: StaffRole; romId: string | null }[]; deputyId: string },
): boolean {
  const handed = absent.roles.filter(({ role }) => role !== 'administrator')
  return (
    handed.length > 0 &&
    handed.every(({ role, romId }) => canGrant(actor, { role, romId, accountId: absent.deputyId }))
  )
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

/** Who reads the audit log at all, of whichever ROM. */
export function canReadAudit(actor: Visitor): boolean {
  return auditableRoms(actor)?.length !== 0
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
