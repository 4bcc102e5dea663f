import type { IntroductionState } from '#db/tables/introductions.ts'
import { nameIn } from '../../i18n/locale.ts'
import { inScope, type Scope } from '../account/policy.ts'
import { waitingFor } from './moves.ts'
import type { listIntroductions } from './queries.server.ts'
import { type BoardColumn, boardColumns } from './types.ts'

type Listed = Awaited<ReturnType<typeof listIntroductions>>[number]

/** What a card can be moved to by hand, by the column that it is put in; the rest is decided by those who are asked. */
export const movesOf: Record<
  IntroductionState,
  Partial<Record<BoardColumn, 'proposed' | 'talking' | 'withdrawn' | 'draft'>>
> = {
  requested: { closed: 'withdrawn' },
  draft: { proposed: 'proposed', closed: 'withdrawn' },
  proposed: { closed: 'withdrawn' },
  consent: { closed: 'withdrawn' },
  introduced: { talking: 'talking' },
  talking: {},
  closed: {},
  declined: { draft: 'draft' },
  withdrawn: { draft: 'draft' },
}

export function columnOf(state: IntroductionState): BoardColumn {
  const [column] =
    Object.entries(boardColumns).find(([, states]) => (states as readonly string[]).includes(state)) ?? []
  return column as BoardColumn
}

/** The names of who takes part, in the reader's language. */
export function namesOf(parties: { name: string; name_en: string | null }[], locale: 'nl' | 'en'): string[] {
  return parties.map(({ name, name_en }) => nameIn(locale, name, name_en))
}

/** What an introduction asks of the staff of a ROM now: to answer, to make a proposal of a draft, or to know that it is late; null when nothing. */
export function asksOf(
  introduction: Pick<Listed, 'id' | 'state' | 'rom_id' | 'due_on' | 'parties'>,
  { scope, locale, today }: { scope: Scope; locale: 'nl' | 'en'; today: string },
) {
  const { id, state, rom_id, due_on, parties } = introduction
  const late = due_on !== null && due_on < today
  const answers = state === 'proposed' && waitingFor(state, parties).some((party) => inScope(scope, party.rom_id))
  const asks = answers ? 'answer' : state === 'requested' || state === 'draft' ? state : late ? 'late' : null
  if (asks === null || (asks !== 'answer' && !inScope(scope, rom_id))) return null
  return {
    id,
    asks: asks as 'answer' | 'requested' | 'draft' | 'late',
    names: namesOf(parties, locale).join(' – '),
    late,
    due: due_on,
  }
}
