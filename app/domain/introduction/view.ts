import type { IntroductionState } from '#db/tables/introductions.ts'
import { nameIn } from '../../i18n/locale.ts'
import { type BoardColumn, boardColumns } from './types.ts'

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
