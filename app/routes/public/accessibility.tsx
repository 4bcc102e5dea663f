import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { openPage } from '../../http/page.server.ts'
import { formatDate } from '../../i18n/format.ts'
import { pageMeta } from '../../ui/meta.ts'
import { ProsePage } from '../../ui/prose.tsx'

/** The day on which the statement was last drawn up: change it with its text. */
const drawnUpOn = '2026-11-21'

export const meta = pageMeta

export async function loader(args: LoaderFunctionArgs) {
  const { query, locale, t } = await openPage(args)
  const text = (key: 'status' | 'limits' | 'contact') => ({
    id: key,
    title: t(`statements.accessibility.${key}Title`),
    text: t(`statements.accessibility.${key}`),
  })
  return {
    title: t('statements.accessibility.title'),
    description: t('statements.accessibility.intro'),
    parts: [
      text('status'),
      {
        id: 'maatregelen',
        title: t('statements.accessibility.doneTitle'),
        text: ([1, 2, 3, 4] as const).map((n) => t(`statements.accessibility.done${n}`)),
      },
      text('limits'),
      text('contact'),
      {
        id: 'datum',
        title: t('statements.accessibility.dateTitle'),
        text: t('statements.accessibility.date', { date: formatDate(drawnUpOn, locale) }),
      },
    ],
    ignored: query.ignored,
  }
}

export default function Accessibility() {
  const data = useLoaderData<typeof loader>()
  return <ProsePage title={data.title} intro={data.description} ignored={data.ignored} parts={data.parts} />
}
