import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { listCalls } from '../../domain/call/queries.server.ts'
import { openPage } from '../../http/page.server.ts'
import { CardGrid } from '../../ui/card-grid.tsx'
import { CallCard } from '../../ui/cards.tsx'
import { DownloadLinks } from '../../ui/download-links.tsx'
import { FeedLinks } from '../../ui/feed-links.tsx'
import { feedAlternates, pageMeta } from '../../ui/meta.ts'
import { PageHeader, Section } from '../../ui/page.tsx'

export const meta = pageMeta

export async function loader(args: LoaderFunctionArgs) {
  const { query, locale, t, db, today } = await openPage(args)
  return {
    title: t('lists.calls.title'),
    description: t('lists.calls.intro'),
    feeds: feedAlternates(t, locale, ['calls']),
    calls: await listCalls(db, today),
    ignored: query.ignored,
  }
}

export default function Calls() {
  const { title, description, calls, ignored } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  return (
    <>
      <PageHeader title={title} intro={description} crumbs={[]} ignored={ignored} />
      {calls.length === 0 ? <p>{t('lists.calls.none')}</p> : <DownloadLinks path="/oproepen" />}
      <FeedLinks feed="calls" />
      {(['open', 'upcoming', 'closed'] as const).map((state) => {
        const rows = calls.filter((call) => call.state === state)
        if (rows.length === 0) return null
        return (
          <Section key={state} id={state} title={t(`common.callState.${state}`)}>
            <CardGrid wide={3} rows={rows} card={(call) => <CallCard call={call} level="h3" />} />
          </Section>
        )
      })}
    </>
  )
}
