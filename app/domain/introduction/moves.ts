import type { IntroductionPartyTable, IntroductionState } from '#db/tables/introductions.ts'

export type PartyStanding = Pick<
  IntroductionPartyTable,
  'id' | 'position' | 'rom_id' | 'via' | 'answer' | 'consent' | 'reason'
>

/** How an introduction stands, as far as a decision changes it. */
export interface Standing {
  state: IntroductionState
  /** The ROM that proposes it. */
  rom_id: string
  parties: PartyStanding[]
}

export type Move =
  | { kind: 'propose' | 'talk' | 'close' | 'withdraw' | 'reopen' }
  | { kind: 'accept' | 'consent'; party: string }
  | { kind: 'decline' | 'refuse'; party: string; reason: NonNullable<PartyStanding['reason']> }

const from: Record<Move['kind'], IntroductionState[]> = {
  propose: ['requested', 'draft'],
  accept: ['proposed'],
  decline: ['proposed'],
  consent: ['consent'],
  refuse: ['consent'],
  talk: ['introduced'],
  close: ['introduced', 'talking'],
  withdraw: ['requested', 'draft', 'proposed', 'consent'],
  reopen: ['declined', 'withdrawn'],
}

/**
 * How an introduction stands after a decision: first whoever speaks for the others agrees, then the organisations themselves consent,
 * and with the last of them it is made. Who does not want to is left out; with fewer than two, or without the one it is for, it ends.
 * @returns null when it is not to be decided (any more): somebody else did, or it has not come to that
 */
export function moved(now: Standing, move: Move): Standing | null {
  if (!from[move.kind].includes(now.state)) return null
  switch (move.kind) {
    case 'propose':
      return agreed({
        ...now,
        state: 'proposed',
        parties: now.parties.map((party) => ({ ...party, answer: isOwn(party, now) ? 'accepted' : 'asked' })),
      })
    case 'accept':
      return decided(now, move.party, 'answer', { answer: 'accepted' })
    case 'decline':
      return decided(now, move.party, 'answer', { answer: 'declined', reason: move.reason })
    case 'consent':
      return decided(now, move.party, 'consent', { consent: 'given' })
    case 'refuse':
      return decided(now, move.party, 'consent', { consent: 'refused', reason: move.reason })
    case 'talk':
      return { ...now, state: 'talking' }
    case 'close':
      return { ...now, state: 'closed' }
    case 'withdraw':
      return { ...now, state: 'withdrawn' }
    case 'reopen':
      return {
        ...now,
        state: 'draft',
        parties: now.parties.map((party) => ({ ...party, answer: 'none', consent: 'none', reason: null })),
      }
  }
}

/** For whom the proposing ROM speaks itself; nobody speaks for who is from outside the nine regions. */
function isOwn(party: PartyStanding, { rom_id }: Standing): boolean {
  return party.via === 'adviser' && (party.rom_id === rom_id || party.rom_id === null)
}

/** Who still takes part. */
export function taking<Party extends Pick<PartyStanding, 'answer' | 'consent'>>(parties: Party[]): Party[] {
  return parties.filter(({ answer, consent }) => answer !== 'declined' && consent !== 'refused')
}

function decided(
  now: Standing,
  id: string,
  of: 'answer' | 'consent',
  change: Partial<PartyStanding>,
): Standing | null {
  const own = now.parties.find((party) => party.id === id)
  if (own?.[of] !== 'asked') return null
  const parties = now.parties.map((party) => (party.id === id ? { ...party, ...change } : party))
  const left = taking(parties)
  if (left.length < 2 || !left.some(({ position }) => position === 0)) return { ...now, parties, state: 'declined' }
  return agreed({ ...now, parties })
}

/** With the last that agrees, the organisations are asked; with the last that consents, they are introduced. */
function agreed(now: Standing): Standing {
  const left = taking(now.parties)
  if (now.state === 'proposed' && left.every(({ answer }) => answer === 'accepted')) {
    const asked = now.parties.map((party) => (left.includes(party) ? { ...party, consent: 'asked' as const } : party))
    return { ...now, state: 'consent', parties: asked }
  }
  if (now.state === 'consent' && left.every(({ consent }) => consent === 'given'))
    return { ...now, state: 'introduced' }
  return now
}

/** Of whom something is waited for, and what. */
export function waitingFor<Party extends PartyStanding>(state: IntroductionState, parties: Party[]): Party[] {
  if (state === 'proposed') return parties.filter(({ answer }) => answer === 'asked')
  return state === 'consent' ? parties.filter(({ consent }) => consent === 'asked') : []
}
