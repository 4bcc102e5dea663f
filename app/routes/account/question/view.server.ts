import type { TFunction } from 'i18next'
import type { Db } from '#db/client.ts'
import { eventsOf, type Question } from '../../../domain/question/queries.server.ts'
import { replyTime } from '../../../domain/question/reply-time.server.ts'
import { formatDate, formatMoment } from '../../../i18n/format.ts'
import { type Locale, localized } from '../../../i18n/locale.ts'

/** What the asker sees of a question: who has it, by when, and what was said; no notes, no names but of who replied. */
export async function statusView(
  db: Db,
  question: Question,
  { t, locale, today, now }: { t: TFunction; locale: Locale; today: string; now: Date },
) {
  const events = await eventsOf(db, question.id)
  const time = question.state === 'waiting' ? await replyTime(db, question.rom_id, now) : null
  const values = { rom: question.rom, date: formatDate(question.due_on, locale) }
  const { state } = question
  const late = state === 'waiting' && question.due_on < today
  return {
    rom: { name: question.rom, slug: question.romSlug },
    copy: question.copyRom,
    state,
    interest: question.kind === 'interest',
    promise: t(late ? 'ask.status.late' : `ask.status.${state}`, values),
    time: time ? t(time.ofAll ? 'ask.timeAll' : 'ask.time', { count: time.days, rom: question.rom }) : null,
    theme:
      question.theme_nl === null
        ? null
        : localized({ theme_nl: question.theme_nl, theme_en: question.theme_en }, 'theme', locale),
    isExample: question.is_example === 1,
    said: events.flatMap((event) => {
      const { number, kind, text, by, rom, toRom } = event
      const at = formatMoment(event.at, locale)
      if (kind === 'asked') return [{ number, at, own: true, title: t('ask.status.asked'), text: question.text }]
      if (kind === 'wrote') return [{ number, at, own: true, title: t('ask.status.wrote'), text }]
      if (kind === 'replied' || kind === 'referred') {
        const referred = event.referred_to ? t(`questions.referredTo.${event.referred_to}`) : ''
        const title = by ? t('ask.status.replied', { by, rom }) : t('ask.status.repliedRom', { rom })
        const head = kind === 'referred' ? t('ask.status.referred', { rom, to: referred }) : title
        return [
          {
            number,
            at,
            own: false,
            title: event.elsewhere ? t('ask.status.elsewhere', { rom }) : head,
            text: event.elsewhere ? null : text,
          },
        ]
      }
      if (kind === 'passed') {
        return [{ number, at, own: false, title: t('ask.status.passed', { from: rom, rom: toRom }), text: null }]
      }
      return kind === 'closed'
        ? [{ number, at, own: false, title: t('ask.status.closedBy', { rom }), text: null }]
        : []
    }),
  }
}

export type StatusView = Awaited<ReturnType<typeof statusView>>
