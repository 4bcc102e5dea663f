import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireRole } from '../../auth/guard.server.ts'
import { canReviewClaims, homeOf } from '../../domain/account/policy.ts'
import { canSeeInbox } from '../../domain/rom/policy.ts'
import { listRomNames } from '../../domain/rom/queries.server.ts'
import { openPage } from '../../http/page.server.ts'
import { pageMeta } from '../../ui/meta.ts'
import { PageHeader } from '../../ui/page.tsx'

export const meta = pageMeta

/** The ROMs that somebody works for; of one it is no choice. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, canReviewClaims)
  const { t, db, query } = await openPage(args)
  const roms = (await listRomNames(db)).filter(({ id }) => canSeeInbox(actor, id))
  if (roms.length === 1 && roms[0]) throw redirect(`/werk/rom/${roms[0].slug}`, 303)
  return {
    title: t('inbox.roms'),
    description: t('inbox.intro'),
    crumbs: [{ href: homeOf(actor), label: t('desk.title') }],
    roms,
    ignored: query.ignored,
  }
}

export default function DeskRoms() {
  const { title, description, crumbs, roms, ignored } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader title={title} intro={description} crumbs={crumbs} ignored={ignored} />
      <ul className="flex flex-col gap-1">
        {roms.map(({ id, slug, name }) => (
          <li key={id}>
            <a href={`/werk/rom/${slug}`} className="inline-block py-0.5">
              {name}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}
