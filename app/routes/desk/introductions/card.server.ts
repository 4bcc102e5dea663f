import type { TFunction } from 'i18next'
import type { Actor } from '../../../domain/account/types.ts'
import { waitingFor } from '../../../domain/introduction/moves.ts'
import { canRunIntroduction } from '../../../domain/introduction/policy.ts'
import type { listIntroductions } from '../../../domain/introduction/queries.server.ts'
import { columnOf, movesOf, namesOf } from '../../../domain/introduction/view.ts'
import { formatDate } from '../../../i18n/format.ts'
import type { Locale } from '../../../i18n/locale.ts'

type Row = Awaited<ReturnType<typeof listIntroductions>>[number]
interface Reader {
  actor: Actor
  t: TFunction
  locale: Locale
  /** YYYY-MM-DD. */
  today: string
}

/** An introduction on the board: who, how it stands, what is waited for, and what can be done with it by hand. */
export function cardOf(row: Row, { actor, t, locale, today }: Reader) {
  const { id, state, version, due_on, introduced_on, parties } = row
  const runs = canRunIntroduction(actor, row)
  const moves = runs ? movesOf[state] : {}
  return {
    id,
    version,
    state,
    column: columnOf(state),
    names: namesOf(parties, locale),
    roms: [...new Set(parties.map(({ rom_short }) => rom_short ?? t('introduction.elsewhere')))].join(', '),
    example: parties.some(({ is_example }) => is_example === 1),
    waitsFor: namesOf(waitingFor(state, parties), locale).join(', '),
    due: due_on && formatDate(due_on, locale),
    late: due_on !== null && due_on < today,
    introduced: introduced_on && formatDate(introduced_on, locale),
    moves: Object.entries(moves).map(([column, to]) => ({ column, to })),
    closes: runs && (state === 'introduced' || state === 'talking'),
  }
}

export type Card = ReturnType<typeof cardOf>
