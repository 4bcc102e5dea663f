import { expect, test } from 'vitest'
import { type Move, moved, type PartyStanding, type Standing, waitingFor } from './moves.ts'

const party = (position: number, rom: string | null, via: PartyStanding['via'] = 'adviser'): PartyStanding => ({
  id: `p${position}`,
  position,
  rom_id: rom,
  via,
  answer: 'none',
  consent: 'none',
  reason: null,
})
const draft = (...parties: PartyStanding[]): Standing => ({ state: 'draft', rom_id: 'nom', parties })

function after(standing: Standing, ...moves: Move[]): Standing {
  return moves.reduce((now, move) => {
    const next = moved(now, move)
    if (!next) throw new Error(`${move.kind} is not to be decided in ${now.state}`)
    return next
  }, standing)
}

const accept = (party: string): Move => ({ kind: 'accept', party })
const consent = (party: string): Move => ({ kind: 'consent', party })
const decline = (party: string): Move => ({ kind: 'decline', party, reason: 'no_capacity' })
const refuse = (party: string): Move => ({ kind: 'refuse', party, reason: 'too_early' })
const propose: Move = { kind: 'propose' }

test('the other region agrees, both organisations consent, and then they are introduced', () => {
  const two = draft(party(0, 'nom'), party(1, 'bom'))
  const proposed = after(two, propose)
  expect(waitingFor(proposed.state, proposed.parties).map(({ id }) => id)).toEqual(['p1'])
  const asked = after(proposed, accept('p1'))
  expect(asked.state).toBe('consent')
  expect(waitingFor(asked.state, asked.parties).map(({ id }) => id)).toEqual(['p0', 'p1'])
  expect(after(asked, consent('p1')).state).toBe('consent')
  expect(after(asked, consent('p1'), consent('p0')).state).toBe('introduced')
  expect(after(asked, consent('p1'), consent('p0'), { kind: 'talk' }, { kind: 'close' }).state).toBe('closed')
})

test('within one region, and with one from outside all of them, there is nobody to ask but the organisations', () => {
  expect(after(draft(party(0, 'nom'), party(1, 'nom')), propose).state).toBe('consent')
  expect(after(draft(party(0, 'nom'), party(1, null)), propose).state).toBe('consent')
})

test('a transfer office is asked, also by the ROM of its own region', () => {
  const proposed = after(draft(party(0, 'nom'), party(1, 'nom', 'transfer_office')), propose)
  expect(waitingFor(proposed.state, proposed.parties).map(({ id }) => id)).toEqual(['p1'])
})

test('a no ends what is between two, and leaves one of three out', () => {
  const two = after(draft(party(0, 'nom'), party(1, 'bom')), propose)
  expect(after(two, decline('p1'))).toMatchObject({ state: 'declined', parties: [{}, { reason: 'no_capacity' }] })
  const three = after(draft(party(0, 'nom'), party(1, 'bom'), party(2, 'liof')), propose)
  const left = after(three, decline('p1'), accept('p2'))
  expect(left.state).toBe('consent')
  expect(waitingFor(left.state, left.parties).map(({ id }) => id)).toEqual(['p0', 'p2'])
  expect(after(left, consent('p0'), consent('p2')).state).toBe('introduced')
  expect(after(left, consent('p2'), refuse('p0')).state).toBe('declined')
})

test('it is not made without the one that it is for, whoever else is left', () => {
  const three = after(draft(party(0, 'nom'), party(1, 'bom'), party(2, 'liof')), propose, accept('p1'), accept('p2'))
  expect(after(three, refuse('p0')).state).toBe('declined')
})

test('nothing is decided twice, too early or for somebody who was not asked', () => {
  const proposed = after(draft(party(0, 'nom'), party(1, 'bom')), propose)
  expect(moved(proposed, propose)).toBeNull()
  expect(moved(proposed, accept('p0'))).toBeNull()
  expect(moved(proposed, accept('nobody'))).toBeNull()
  expect(moved(proposed, consent('p1'))).toBeNull()
  expect(moved(proposed, { kind: 'close' })).toBeNull()
  const declined = after(proposed, decline('p1'))
  expect(moved(declined, accept('p1'))).toBeNull()
  expect(moved(declined, { kind: 'withdraw' })).toBeNull()
})

test('what was declined or withdrawn begins anew, with nobody asked', () => {
  const declined = after(draft(party(0, 'nom'), party(1, 'bom')), propose, decline('p1'), { kind: 'reopen' })
  expect(declined).toMatchObject({ state: 'draft', parties: [{ answer: 'none' }, { answer: 'none', reason: null }] })
  expect(after(declined, propose).state).toBe('proposed')
})
