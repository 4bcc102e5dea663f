import { deskRoms, inScope, managedRoms, type Visitor } from '../account/policy.ts'

/** Who sees where mail about the work of a ROM arrives: whoever works for it. */
export function canSeeInbox(actor: Visitor, romId: string): boolean {
  return inScope(deskRoms(actor), romId)
}

/** Who says where it arrives: the coordinators, and whoever administers all. */
export function canSetInbox(actor: Visitor, romId: string): boolean {
  return inScope(managedRoms(actor), romId)
}
