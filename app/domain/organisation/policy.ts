import { deskRoms, inScope, type Visitor } from '../account/policy.ts'

/** Somebody who manages an organisation, or asks to. */
export interface Member {
  accountId: string
  organisationId: string
  role: 'owner' | 'editor'
}

/** Who confirms that somebody speaks for an organisation: the staff of its ROM; where there is none, the administrators. */
export function canConfirmMember(actor: Visitor, organisation: { seatRomId: string | null }): boolean {
  return inScope(deskRoms(actor), organisation.seatRomId)
}

/** As `canConfirmMember`, but nobody decides on what they asked for themselves. */
export function canDecideClaim(actor: Visitor, claim: { accountId: string; seatRomId: string | null }): boolean {
  return canConfirmMember(actor, claim) && actor?.id !== claim.accountId
}

/** Whether somebody is a confirmed member of an organisation, in one of these roles. */
export function isMemberOf(
  actor: Visitor,
  organisationId: string,
  roles: Member['role'][] = ['owner', 'editor'],
): boolean {
  return (
    actor?.memberships.some(
      (one) => one.organisationId === organisationId && one.confirmed && roles.includes(one.role),
    ) ?? false
  )
}

/** Who sees the addresses of those who manage an organisation. */
export function canSeeMemberAddresses(actor: Visitor, organisationId: string): boolean {
  return isMemberOf(actor, organisationId, ['owner'])
}

/** Anybody leaves, and takes back what was asked; an owner ends what others may. */
export function canEndMembership(actor: Visitor, member: Omit<Member, 'role'>): boolean {
  return actor?.id === member.accountId || isMemberOf(actor, member.organisationId, ['owner'])
}

/** Who invites colleagues, takes that back, and says who owns the profile and who works on it: its owners. */
export function canManageColleagues(actor: Visitor, organisationId: string): boolean {
  return isMemberOf(actor, organisationId, ['owner'])
}

/** Who answers an invitation: whoever has the address it went to, and nobody by a name or an address that was only typed. */
export function canAnswerInvitation(actor: Visitor, invitation: { email: string }): boolean {
  return actor?.verified === true && actor.email === invitation.email
}

/** Whether an organisation has nobody left who can let others in or out once this one has gone, or only works on it. */
export function isLastOwner(member: Pick<Member, 'accountId' | 'role'>, confirmed: Omit<Member, 'organisationId'>[]) {
  const others = confirmed.filter(({ accountId }) => accountId !== member.accountId)
  const owns = confirmed.some(({ accountId, role }) => accountId === member.accountId && role === 'owner')
  return owns && !others.some(({ role }) => role === 'owner')
}

/** Whose a profile is: the ROMs that accompany the organisation, or where none does, the ROM of its seat. */
export interface Keepers {
  organisationId: string
  romIds: string[]
}

/** Who writes the profile of an organisation, with what it offers and needs: who manages it, and the staff of its ROM. */
export function canEditProfile(actor: Visitor, { organisationId, romIds }: Keepers): boolean {
  const desk = deskRoms(actor)
  return isMemberOf(actor, organisationId) || desk === null || romIds.some((romId) => inScope(desk, romId))
}
