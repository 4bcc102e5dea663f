import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireRole } from '../../auth/guard.server.ts'
import { canAdminister } from '../../domain/account/policy.ts'
import { pageMeta } from '../../ui/meta.ts'
import { AdminFrame } from './frame/admin-frame.tsx'
import { loadLog } from './log/load.server.ts'
import { LogView } from './log/log-view.tsx'

export const meta = pageMeta

export function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, canAdminister)
  return loadLog(args, actor)
}

export default function Log() {
  const view = useLoaderData<typeof loader>()
  return (
    <AdminFrame title={view.title} intro={view.description} whole ignored={view.ignored}>
      <LogView view={view} people />
    </AdminFrame>
  )
}
