import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireRole } from '../../auth/guard.server.ts'
import { canReadAudit } from '../../domain/account/policy.ts'
import { pageMeta } from '../../ui/meta.ts'
import { PageHeader } from '../../ui/page.tsx'
import { loadLog } from '../admin/log/load.server.ts'
import { LogView } from '../admin/log/log-view.tsx'

export const meta = pageMeta

/** What was changed of one's own ROM. */
export function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, canReadAudit)
  return loadLog(args, actor)
}

export default function DeskLog() {
  const view = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader title={view.title} intro={view.description} crumbs={[]} ignored={view.ignored} />
      <LogView view={view} people={false} />
    </>
  )
}
