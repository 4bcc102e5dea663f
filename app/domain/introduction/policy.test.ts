import { expect, test } from 'vitest'
import type { Actor } from '../account/types.ts'
import { canRunIntroduction, canSeeIntroduction, canSeePerson, canSpeakFor } from './policy.ts'

const of = (romId: string): Actor => ({
  id: 'a',
  name: 'A',
  email: 'a@test.example',
  locale: 'nl',
  verified: true,
  memberships: [],
  twoFactor: true,
  roles: [{ role: 'business_developer', romId, standsInFor: null }],
})
const parties = [
  { rom_id: 'nom', answer: 'accepted', consent: 'none' },
  { rom_id: 'bom', answer: 'asked', consent: 'none' },
] as const
const proposed = { state: 'proposed', rom_id: 'nom', parties: [...parties] } as const
const subject = { ...proposed, parties: [...parties] }
const [own, other] = parties

test('a draft is of the ROM that writes it; once it was put forward, of both', () => {
  expect(canSeeIntroduction(of('nom'), { ...subject, state: 'draft' })).toBe(true)
  expect(canSeeIntroduction(of('bom'), { ...subject, state: 'draft' })).toBe(false)
  expect(canSeeIntroduction(of('bom'), subject)).toBe(true)
  expect(canSeeIntroduction(of('liof'), subject)).toBe(false)
  expect(canSeeIntroduction(null, subject)).toBe(false)
})

test('whoever proposes runs it; each speaks for its own organisation only', () => {
  expect(canRunIntroduction(of('nom'), subject)).toBe(true)
  expect(canRunIntroduction(of('bom'), subject)).toBe(false)
  expect(canSpeakFor(of('bom'), subject, other)).toBe(true)
  expect(canSpeakFor(of('nom'), subject, other)).toBe(false)
  expect(canSpeakFor(of('nom'), subject, { rom_id: null })).toBe(true)
  expect(canSpeakFor(of('bom'), subject, { rom_id: null })).toBe(false)
})

test('the other side learns whom to write to when all have consented, not before', () => {
  expect(canSeePerson(of('nom'), subject, own)).toBe(true)
  expect(canSeePerson(of('nom'), subject, other)).toBe(false)
  expect(canSeePerson(of('nom'), { ...subject, state: 'consent' }, other)).toBe(false)
  expect(canSeePerson(of('nom'), { ...subject, state: 'introduced' }, other)).toBe(true)
  expect(canSeePerson(of('nom'), { ...subject, state: 'declined' }, other)).toBe(false)
})
