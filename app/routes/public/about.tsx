import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { openPage } from '../../http/page.server.ts'
import { pageMeta } from '../../ui/meta.ts'
import { ProsePage } from '../../ui/prose.tsx'

export const meta = pageMeta

export async function loader(args: LoaderFunctionArgs) {
  const { query, t } = await openPage(args)
  const part = (id: 'what' | 'content' | 'history' | 'example' | 'map') => ({
    id,
    title: t(`statements.about.${id}Title`),
    text: t(`statements.about.${id}`),
  })
  return {
    title: t('statements.about.title'),
    description: t('statements.about.intro'),
    parts: [part('what'), part('content'), part('history'), part('example'), part('map')],
    sourcesLink: t('statements.about.sourcesLink'),
    ignored: query.ignored,
  }
}

export default function About() {
  const data = useLoaderData<typeof loader>()
  return (
    <>
      <ProsePage title={data.title} intro={data.description} ignored={data.ignored} parts={data.parts} />
      <p className="pt-3">
        <a href="/bronnen">{data.sourcesLink}</a>
      </p>
    </>
  )
}
