import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { openPage } from '../../http/page.server.ts'
import { pageMeta } from '../../ui/meta.ts'
import { ProsePage } from '../../ui/prose.tsx'

export const meta = pageMeta

export async function loader(args: LoaderFunctionArgs) {
  const { query, t } = await openPage(args)
  const part = (id: 'cookies' | 'logs' | 'persons' | 'contacts' | 'questions' | 'accounts' | 'rights') => ({
    id,
    title: t(`statements.privacy.${id}Title`),
    text: t(`statements.privacy.${id}`),
  })
  return {
    title: t('statements.privacy.title'),
    description: t('statements.privacy.intro'),
    parts: [
      part('cookies'),
      part('logs'),
      part('persons'),
      part('contacts'),
      part('questions'),
      part('accounts'),
      part('rights'),
    ],
    ignored: query.ignored,
  }
}

export default function Privacy() {
  const data = useLoaderData<typeof loader>()
  return <ProsePage title={data.title} intro={data.description} ignored={data.ignored} parts={data.parts} />
}
