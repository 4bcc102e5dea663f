import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { requireRole } from '../../auth/guard.server.ts'
import { keptForm } from '../../auth/kept-form.server.ts'
import { canReviewClaims, homeOf } from '../../domain/account/policy.ts'
import { findRom, inboxInUse, inboxWaiting } from '../../domain/rom/inbox.server.ts'
import { canSeeInbox, canSetInbox } from '../../domain/rom/policy.ts'
import { refusalAnswer } from '../../http/form.server.ts'
import { answerHeaders } from '../../http/headers.server.ts'
import { openPage } from '../../http/page.server.ts'
import { found, notFound } from '../../http/responses.ts'
import { formatDate } from '../../i18n/format.ts'
import { pageMeta } from '../../ui/meta.ts'
import { PageHeader } from '../../ui/page.tsx'
import { InboxState, SetInbox } from './rom/inbox.tsx'
import { changeInbox } from './rom/inbox-action.server.ts'

export const meta = pageMeta
export const headers = answerHeaders

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, canReviewClaims)
  const { t, db, locale, query } = await openPage(args)
  const rom = found(await findRom(db, args.params.slug ?? ''))
  if (!canSeeInbox(actor, rom.id)) throw notFound()
  const [current, waiting] = await Promise.all([inboxInUse(db, rom.id), inboxWaiting(db, rom.id, args.context.now())])
  const view = (inbox: { address: string; persons_too: 0 | 1 }, since: string | null) => ({
    address: inbox.address,
    persons: inbox.persons_too ? ('too' as const) : ('only' as const),
    since: formatDate(since ?? '', locale),
  })
  return {
    title: t('inbox.title', { rom: rom.name }),
    description: t('inbox.intro'),
    crumbs: [{ href: homeOf(actor), label: t('desk.title') }],
    slug: rom.slug,
    current: current ? view(current, current.confirmed_at) : null,
    waiting: waiting ? view(waiting, waiting.asked_at) : null,
    canSet: canSetInbox(actor, rom.id),
    kept: await keptForm(args),
    ignored: query.ignored,
  }
}

export async function action(args: ActionFunctionArgs) {
  return refusalAnswer(await changeInbox(args))
}

export default function DeskRom() {
  const { title, description, crumbs, ignored, ...page } = useLoaderData<typeof loader>()
  const faults = useActionData<typeof action>()?.faults
  const { t } = useTranslation()
  return (
    <>
      <PageHeader title={title} intro={description} crumbs={crumbs} ignored={ignored} />
      <div className="flex max-w-[80ch] flex-col gap-2">
        <InboxState {...page} />
        <p>
          <a href={`/werk/rom/${page.slug}/mensen`}>{t('contacts.link')}</a>
        </p>
        {page.canSet && <SetInbox {...page} faults={faults} />}
      </div>
    </>
  )
}
