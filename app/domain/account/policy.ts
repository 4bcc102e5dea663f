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

/** The ROMs that something is somebody's to see or decide for, by id: null means all, and what is of none; [] means nothing. */
export type Scope = string[] | null

function scopeOf(actor: Visitor, ...wanted: StaffRole[]): Scope {
  return canAdminister(actor) ? null : romsOf(actor, ...wanted)
}

export function inScope(scope: Scope, romId: string | null): boolean {
  return scope === null || (romId !== null && scope.includes(romId))
}

function hasAny(scope: Scope): boolean {
  return scope?.length !== 0
}

/** Of which ROMs somebody sees the people: its coordinators do, and whoever administers all. */
export function managedRoms(actor: Visitor): Scope {
  return scopeOf(actor, 'coordinator')
}

/** Who has people to look after, of one ROM or of all. */
export function canManagePeople(actor: Visitor): boolean {
  return hasAny(managedRoms(actor))
}

/** For which ROMs somebody works with what companies entrusted to them: claims, and the record of who changed what. */
export function deskRoms(actor: Visitor): Scope {
  return scopeOf(actor, 'business_developer', 'coordinator')
}

/** Who decides on claims at all, of whichever ROM. */
export function canReviewClaims(actor: Visitor): boolean {
  return hasAny(deskRoms(actor))
}

/** Who reads the audit log at all, of whichever ROM. */
export function canReadAudit(actor: Visitor): boolean {
  return hasAny(deskRoms(actor))
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
  return given.role === 'business_developer' && inScope(managedRoms(actor), given.romId)
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
