import type { TFunction } from 'i18next'
import { inScope, type Scope } from '../../../domain/account/policy.ts'
import type { Question, QuestionEvent } from '../../../domain/question/queries.server.ts'
import { formatMoment } from '../../../i18n/format.ts'
import type { Locale } from '../../../i18n/locale.ts'

export interface Happened {
  number: number
  at: string
  title: string
  text: string | null
  /** How it is shown: what the asker said, what the ROM said to the asker, what only staff see, and what else was done. */
  tone: 'asker' | 'reply' | 'note' | 'done'
  /** A referral of which it can be told what came of it. */
  canReport: boolean
}

type Words = { t: TFunction; locale: Locale }

/** What was said and done of a question, as those at the desk of some ROMs may see it: a note is its own ROM's. */
export function timelineOf(events: QuestionEvent[], question: Question, scope: Scope, words: Words): Happened[] {
  const { t, locale } = words
  const reported = new Set(events.flatMap(({ kind, about_number }) => (kind === 'reported' ? about_number : [])))
  return events
    .filter(({ kind, rom_id }) => kind !== 'noted' || inScope(scope, rom_id))
    .map((event) => ({
      number: event.number,
      at: formatMoment(event.at, locale),
      title: titleOf(event, question, t),
      text: event.kind === 'asked' ? question.text : event.text,
      tone: toneOf(event),
      canReport: event.kind === 'referred' && !reported.has(event.number),
    }))
}

function toneOf({ kind }: QuestionEvent): Happened['tone'] {
  if (kind === 'asked' || kind === 'wrote') return 'asker'
  if (kind === 'replied' || kind === 'referred') return 'reply'
  return kind === 'noted' ? 'note' : 'done'
}

function titleOf(event: QuestionEvent, question: Question, t: TFunction): string {
  const { kind, rom, toRom, organisation, referred_to, outcome } = event
  const by = event.by ?? t('questions.somebody')
  const to = event.to ?? t('questions.somebody')
  const asker = question.asker ?? t('questions.erasedName')
  if (kind === 'asked' || kind === 'wrote') return t(`questions.did.${kind}`, { by: asker })
  if (kind === 'replied') return t(event.elsewhere ? 'questions.did.elsewhere' : 'questions.did.replied', { by, rom })
  if (kind === 'assigned') {
    return event.to_account_id === event.by_id
      ? t('questions.did.took', { by })
      : t('questions.did.handed', { by, to })
  }
  if (kind === 'passed') return t('questions.did.passed', { by, from: rom, to: toRom ?? '' })
  if (kind === 'linked') {
    return organisation ? t('questions.did.linked', { by, organisation }) : t('questions.did.unlinked', { by })
  }
  if (kind === 'referred')
    return t('questions.did.referred', { by, to: t(`questions.referredTo.${referred_to ?? 'other'}`) })
  if (kind === 'closed') {
    return t('questions.did.closed', { by, outcome: t(`questions.outcome.${(outcome ?? 'nothing') as 'nothing'}`) })
  }
  if (kind === 'noted') return t('questions.did.noted', { by, rom })
  return kind === 'reported' ? t('questions.did.reported', { by }) : t(`questions.did.${kind}`)
}
