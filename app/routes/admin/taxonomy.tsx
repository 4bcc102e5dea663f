import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireRole } from '../../auth/guard.server.ts'
import { canAdminister } from '../../domain/account/policy.ts'
import { listTerms } from '../../domain/taxonomy/terms.server.ts'
import { openPage } from '../../http/page.server.ts'
import { pageMeta } from '../../ui/meta.ts'
import { AdminFrame } from './frame/admin-frame.tsx'
import { Terms } from './taxonomy/terms.tsx'

export const meta = pageMeta

export async function loader(args: LoaderFunctionArgs) {
  requireRole(args, canAdminister)
  const { t, db, query } = await openPage(args)
  return {
    title: t('administration.taxonomy.title'),
    description: t('administration.taxonomy.intro'),
    terms: await listTerms(db),
    ignored: query.ignored,
  }
}

export default function Taxonomy() {
  const { title, description, terms, ignored } = useLoaderData<typeof loader>()
  return (
    <AdminFrame title={title} intro={description} whole ignored={ignored}>
      {(['transition', 'challenge', 'priority', 'cluster'] as const).map((kind) => (
        <Terms key={kind} kind={kind} terms={terms.filter((term) => term.kind === kind)} />
      ))}
    </AdminFrame>
  )
}
