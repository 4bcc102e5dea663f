import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { openPage } from '../../http/page.server.ts'
import { pageMeta } from '../../ui/meta.ts'
import { ProsePage } from '../../ui/prose.tsx'

export const meta = pageMeta

/** Where deleting one's account ends. It says nothing of anybody: everybody may read it. */
export async function loader(args: LoaderFunctionArgs) {
  const { t, query } = await openPage(args)
  return { title: t('own.forgotten.title'), description: t('own.forgotten.intro'), ignored: query.ignored }
}

export default function AccountDeleted() {
  const { title, description, ignored } = useLoaderData<typeof loader>()
  return <ProsePage title={title} intro={description} ignored={ignored} parts={[]} />
}
