import type { IntroductionPartyTable, IntroductionState } from '#db/tables/introductions.ts'
import { deskRoms, hasDesk, inScope, type Visitor } from '../account/policy.ts'

type Party = Pick<IntroductionPartyTable, 'rom_id' | 'answer' | 'consent'>
interface Subject {
  state: IntroductionState
  rom_id: string
  parties: Party[]
}

/** States in which only the proposing ROM knows of it. */
export const ownStates = ['requested', 'draft'] as const satisfies IntroductionState[]
/** States in which all consented, so that each may know whom to speak to. */
const madeStates: IntroductionState[] = ['introduced', 'talking', 'closed']

/** Who sees introductions at all, of whichever ROM. */
export function canSeeIntroductions(actor: Visitor): boolean {
  return deskRoms(actor)?.length !== 0
}

/** Who brings organisations together, for a ROM. */
export function canIntroduce(actor: Visitor): boolean {
  return hasDesk(actor)
}

/** The staff of the proposing ROM; and, once it was put to them, those who speak for the other organisations. */
export function canSeeIntroduction(actor: Visitor, { state, rom_id, parties }: Subject): boolean {
  const scope = deskRoms(actor)
  const own = (ownStates as readonly string[]).includes(state)
  return inScope(scope, rom_id) || (!own && parties.some((party) => inScope(scope, party.rom_id)))
}

/** Who edits it, puts it forward, takes it back and records what came of it: the staff of the ROM that proposes it. */
export function canRunIntroduction(actor: Visitor, { rom_id }: Pick<Subject, 'rom_id'>): boolean {
  return inScope(deskRoms(actor), rom_id)
}

/** Who speaks for an organisation in it: the staff of its ROM; of who is from outside the nine regions, the one that proposes. */
export function canSpeakFor(actor: Visitor, introduction: Pick<Subject, 'rom_id'>, party: Pick<Party, 'rom_id'>) {
  return inScope(deskRoms(actor), party.rom_id ?? introduction.rom_id)
}

/** Who knows whom to write to at an organisation: the staff that speaks for it, and the others once all of them consented. */
export function canSeePerson(actor: Visitor, introduction: Subject, party: Party): boolean {
  return canSpeakFor(actor, introduction, party) || isMade(introduction.state)
}

export function isMade(state: IntroductionState): boolean {
  return madeStates.includes(state)
}
