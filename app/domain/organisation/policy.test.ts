import { describe, expect, test } from 'vitest'
import type { StaffRole } from '#db/tables/accounts.ts'
import { canReviewClaims, deskRoms } from '../account/policy.ts'
import type { Actor, Membership } from '../account/types.ts'
import {
  canAnswerInvitation,
  canConfirmMember,
  canDecideClaim,
  canEditProfile,
  canEndMembership,
  canManageColleagues,
  canSeeMemberAddresses,
  isLastOwner,
  isMemberOf,
} from './policy.ts'

function actor(id: string, role: StaffRole | null, romId: string | null, memberships: Membership[] = []): Actor {
  const roles = role ? [{ role, romId, standsInFor: null }] : []
  return {
    id,
    name: id,
    email: `${id}@people.example`,
    locale: 'nl',
    verified: true,
    roles,
    memberships,
    twoFactor: true,
  }
}

const member = (role: Membership['role'], confirmed = true, organisationId = 'org') =>
  actor('me', null, null, [{ organisationId, role, confirmed }])

const people = {
  visitor: null,
  'somebody without rights': actor('me', null, null),
  owner: member('owner'),
  editor: member('editor'),
  'who asked to own': member('owner', false),
  'owner of another': member('owner', true, 'other'),
  'developer of the ROM': actor('me', 'business_developer', 'nom'),
  'coordinator of the ROM': actor('me', 'coordinator', 'nom'),
  'developer of another ROM': actor('me', 'business_developer', 'liof'),
  'coordinator of another ROM': actor('me', 'coordinator', 'liof'),
  secretary: actor('me', 'secretary', null),
  commissioner: actor('me', 'commissioner', null),
  administrator: actor('me', 'administrator', null),
} satisfies Record<string, Actor | null>

const own = { seatRomId: 'nom' }
const foreign = { seatRomId: 'bom' }
const nowhere = { seatRomId: null }
const staff = ['developer of the ROM', 'coordinator of the ROM']
const anyStaff = [...staff, 'developer of another ROM', 'coordinator of another ROM']

/** What is asked, and who alone may. */
const table: [string, (who: Actor | null) => boolean, string[]][] = [
  [
    'edits a profile that the ROM accompanies',
    (who) => canEditProfile(who, { organisationId: 'org', romIds: ['bom', 'nom'] }),
    ['owner', 'editor', ...staff, 'administrator'],
  ],
  [
    'edits a profile that another ROM accompanies',
    (who) => canEditProfile(who, { organisationId: 'org', romIds: ['bom'] }),
    ['owner', 'editor', 'administrator'],
  ],
  [
    'edits a profile of no ROM and another organisation',
    (who) => canEditProfile(who, { organisationId: 'third', romIds: [] }),
    ['administrator'],
  ],
  ['reviews claims', (who) => canReviewClaims(who), [...anyStaff, 'administrator']],
  ['confirms in the region', (who) => canConfirmMember(who, own), [...staff, 'administrator']],
  ['confirms elsewhere', (who) => canConfirmMember(who, foreign), ['administrator']],
  ['confirms where no ROM is', (who) => canConfirmMember(who, nowhere), ['administrator']],
  [
    'decides on the claim of another',
    (who) => canDecideClaim(who, { ...own, accountId: 'other' }),
    [...staff, 'administrator'],
  ],
  ['decides on the own claim', (who) => canDecideClaim(who, { ...own, accountId: 'me' }), []],
  ['is a member', (who) => isMemberOf(who, 'org'), ['owner', 'editor']],
  ['is a member as owner', (who) => isMemberOf(who, 'org', ['owner']), ['owner']],
  ['sees the addresses of members', (who) => canSeeMemberAddresses(who, 'org'), ['owner']],
  ['invites colleagues, and changes their role', (who) => canManageColleagues(who, 'org'), ['owner']],
  [
    'answers an invitation for another address',
    (who) => canAnswerInvitation(who, { email: 'you@people.example' }),
    [],
  ],
  [
    'answers an invitation for the own address',
    (who) => canAnswerInvitation(who, { email: 'me@people.example' }),
    Object.keys(people).filter((name) => name !== 'visitor'),
  ],
  [
    'answers an invitation for an address that was only typed',
    (who) => canAnswerInvitation(who && { ...who, verified: false }, { email: 'me@people.example' }),
    [],
  ],
  [
    'ends the membership of another',
    (who) => canEndMembership(who, { accountId: 'other', organisationId: 'org' }),
    ['owner'],
  ],
  [
    'ends the own membership',
    (who) => canEndMembership(who, { accountId: 'me', organisationId: 'org' }),
    Object.keys(people).filter((name) => name !== 'visitor'),
  ],
]

describe.each(table)('who %s', (_what, may, allowed) => {
  test.each(Object.entries(people))('%s', (name, who) => {
    expect(may(who)).toBe(allowed.includes(name))
  })
})

test('whose claims one sees: of the own ROMs, each once; of all; of none', () => {
  const both = actor('me', 'coordinator', 'nom')
  both.roles.push({ role: 'business_developer', romId: 'nom', standsInFor: 'other' })
  both.roles.push({ role: 'business_developer', romId: 'liof', standsInFor: 'other' })
  expect(deskRoms(both)).toEqual(['nom', 'liof'])
  expect(deskRoms(people.administrator)).toBeNull()
  expect(deskRoms(people.secretary)).toEqual([])
  expect(deskRoms(null)).toEqual([])
})

test('the last owner is who owns and leaves no other', () => {
  const owner = { accountId: 'a', role: 'owner' as const }
  const second = { accountId: 'b', role: 'owner' as const }
  const editor = { accountId: 'c', role: 'editor' as const }
  expect(isLastOwner(owner, [owner])).toBe(true)
  expect(isLastOwner(owner, [owner, editor])).toBe(true)
  expect(isLastOwner(owner, [owner, second])).toBe(false)
  expect(isLastOwner(editor, [owner, editor])).toBe(false)
  // Who only asked to own it leaves nobody behind.
  expect(isLastOwner(owner, [editor])).toBe(false)
})
