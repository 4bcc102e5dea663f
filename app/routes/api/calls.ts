import type { LoaderFunctionArgs } from '@remix-run/node'
import { listCalls } from '../../domain/call/queries.server.ts'
import { feedResponse } from '../../http/feed.server.ts'
import { openFeed } from '../../http/machine.server.ts'
import { formatDate } from '../../i18n/format.ts'
import { localized } from '../../i18n/locale.ts'

/**
 * The calls, open and upcoming ones first, as RSS or Atom. Their date is that of publication: the day a call opens may
 * lie ahead, and readers hide what comes from the future.
 */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const asked = openFeed({ request, context })
  const { locale, t, db, today } = asked
  const calls = await listCalls(db, today)
  return feedResponse(request, asked, {
    id: 'oproepen',
    title: t('feeds.calls.title'),
    description: t('feeds.calls.description'),
    path: '/oproepen',
    items: calls.map((call) => {
      const title = localized(call, 'title', locale)
      const dates = [
        t(`common.callState.${call.state}`),
        call.opens_on && `${t('call.opens')} ${formatDate(call.opens_on, locale)}`,
        call.deadline_on && `${t('call.deadline')} ${formatDate(call.deadline_on, locale)}`,
      ]
      return {
        id: `oproep/${call.id}`,
        title: call.is_example === 1 ? t('feeds.example', { title }) : title,
        path: `/oproepen/${call.slug}`,
        paragraphs: [
          localized(call, 'summary', locale),
          dates.filter(Boolean).join(' · '),
          call.eligible_nl && `${t('call.eligible')}: ${localized(call, 'eligible', locale)}`,
          call.offered_nl && `${t('call.offered')}: ${localized(call, 'offered', locale)}`,
        ].flatMap((text) => text || []),
        date: new Date(call.published_at ?? 0),
      }
    }),
  })
}
