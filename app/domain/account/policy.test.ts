import { expect, test } from 'vitest'
import type { StaffRole } from '#db/tables/accounts.ts'
import { canConfirmMember, isMemberOf } from '../organisation/policy.ts'
import { canSeeInbox, canSetInbox } from '../rom/policy.ts'
import {
  canAdminister,
  canGrant,
  deskRoms,
  homeOf,
  inScope,
  isStaff,
  managedRoms,
  needsTwoFactor,
  type Visitor,
} from './policy.ts'
import { type Actor, staffRoles } from './types.ts'

const actor = (has: Partial<Actor> = {}): Actor => ({
  id: 'somebody',
  name: 'Somebody',
  email: 'somebody@test.example',
  locale: 'nl',
  verified: true,
  roles: [],
  memberships: [],
  twoFactor: false,
  ...has,
})
const withRole = (role: StaffRole, romId: string | null = null, standsInFor: string | null = null) =>
  actor({ roles: [{ role, romId, standsInFor }] })
const member = (role: 'owner' | 'editor', confirmed: boolean) =>
  actor({ memberships: [{ organisationId: 'own', role, confirmed }] })

/** Everybody, in the order of the columns below. Those with a ROM are of NOM, the members of the organisation "own". */
const everybody: Record<string, Visitor> = {
  visitor: null,
  nobody: actor(),
  unconfirmed: member('owner', false),
  editor: member('editor', true),
  owner: member('owner', true),
  developer: withRole('business_developer', 'nom'),
  coordinator: withRole('coordinator', 'nom'),
  deputy: withRole('coordinator', 'nom', 'somebody else'),
  secretary: withRole('secretary'),
  commissioner: withRole('commissioner'),
  administrator: withRole('administrator'),
}

const granting = (role: StaffRole, romId: string | null, accountId = 'another') => {
  return (visitor: Visitor) => canGrant(visitor, { role, romId, accountId })
}
const audits = (romId: string | null) => (visitor: Visitor) => inScope(deskRoms(visitor), romId)
const manages = (romId: string | null) => (visitor: Visitor) => inScope(managedRoms(visitor), romId)

/** Each action on each noun, and who may. Whoever is not named may not. */
const matrix: [action: string, noun: string, allowed: (visitor: Visitor) => boolean, who: string][] = [
  ['work as', 'staff', isStaff, 'developer coordinator deputy secretary administrator'],
  ['administer', 'the portal', canAdminister, 'administrator'],

  ['manage', 'people of the own ROM', manages('nom'), 'coordinator deputy administrator'],
  ['manage', 'people of another ROM', manages('bom'), 'administrator'],

  ['grant', 'developer, own ROM', granting('business_developer', 'nom'), 'coordinator deputy administrator'],
  ['grant', 'developer, another ROM', granting('business_developer', 'bom'), 'administrator'],
  ['grant', 'coordinator, own ROM', granting('coordinator', 'nom'), 'administrator'],
  ['grant', 'coordinator, another ROM', granting('coordinator', 'bom'), 'administrator'],
  ['grant', 'secretary', granting('secretary', null), 'administrator'],
  ['grant', 'commissioner', granting('commissioner', null), 'administrator'],
  ['grant', 'administrator', granting('administrator', null), 'administrator'],
  ['grant', 'developer without a ROM', granting('business_developer', null), 'administrator'],
  ['grant', 'developer to oneself', granting('business_developer', 'nom', 'somebody'), ''],
  ['grant', 'administrator to oneself', granting('administrator', null, 'somebody'), ''],

  ['read', 'audit log of the own ROM', audits('nom'), 'developer coordinator deputy administrator'],
  ['read', 'audit log of another ROM', audits('bom'), 'administrator'],
  ['read', 'audit log of no ROM', audits(null), 'administrator'],

  ['see', 'team inbox of the own ROM', (v) => canSeeInbox(v, 'nom'), 'developer coordinator deputy administrator'],
  ['see', 'team inbox of another ROM', (v) => canSeeInbox(v, 'bom'), 'administrator'],
  ['set', 'team inbox of the own ROM', (v) => canSetInbox(v, 'nom'), 'coordinator deputy administrator'],
  ['set', 'team inbox of another ROM', (v) => canSetInbox(v, 'bom'), 'administrator'],

  [
    'confirm',
    'member of an organisation of the own ROM',
    (v) => canConfirmMember(v, { seatRomId: 'nom' }),
    'developer coordinator deputy administrator',
  ],
  [
    'confirm',
    'member of an organisation of another ROM',
    (v) => canConfirmMember(v, { seatRomId: 'bom' }),
    'administrator',
  ],
  [
    'confirm',
    'member of an organisation of no ROM',
    (v) => canConfirmMember(v, { seatRomId: null }),
    'administrator',
  ],

  ['speak for', 'the own organisation', (v) => isMemberOf(v, 'own'), 'editor owner'],
  ['decide for', 'the own organisation', (v) => isMemberOf(v, 'own', ['owner']), 'owner'],
  ['speak for', 'another organisation', (v) => isMemberOf(v, 'foreign'), ''],
]

test.each(matrix)('%s %s', (_action, _noun, allowed, who) => {
  const may = Object.entries(everybody).flatMap(([name, visitor]) => (allowed(visitor) ? [name] : []))
  expect(may.join(' ')).toBe(who)
})

test('everybody of the matrix is there: a new role needs a column', () => {
  const had = Object.values(everybody).flatMap((visitor) => visitor?.roles.map(({ role }) => role) ?? [])
  expect(new Set(had)).toEqual(new Set(staffRoles))
})

test('in production who works here or reads everything needs two-factor, and members choose', () => {
  const must = (mode: 'demonstration' | 'production', twoFactor: boolean) =>
    Object.entries(everybody).flatMap(([name, visitor]) =>
      visitor && needsTwoFactor({ ...visitor, twoFactor }, mode) ? [name] : [],
    )
  expect(must('production', false)).toEqual([
    ...['developer', 'coordinator', 'deputy', 'secretary', 'commissioner', 'administrator'],
  ])
  expect(must('production', true)).toEqual([])
  expect(must('demonstration', false)).toEqual([])
})

test('signing in leads to an address of the portal', () => {
  for (const visitor of Object.values(everybody)) if (visitor) expect(homeOf(visitor)).toMatch(/^\/[a-z]+$/)
})
