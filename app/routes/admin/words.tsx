import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireRole } from '../../auth/guard.server.ts'
import { canAdminister } from '../../domain/account/policy.ts'
import { ListPage } from '../../ui/list-page.tsx'
import { pageMeta } from '../../ui/meta.ts'
import { AdminFrame } from './frame/admin-frame.tsx'
import { ConceptTable } from './words/concept-table.tsx'
import { loadConcepts } from './words/list.server.ts'

export const meta = pageMeta

export function loader(args: LoaderFunctionArgs) {
  requireRole(args, canAdminister)
  return loadConcepts(args)
}

export default function Words() {
  const { title, description, chrome, rows, ignored } = useLoaderData<typeof loader>()
  return (
    <AdminFrame title={title} intro={description} whole ignored={ignored}>
      <ListPage chrome={chrome}>
        <ConceptTable label={title} rows={rows} />
      </ListPage>
    </AdminFrame>
  )
}
