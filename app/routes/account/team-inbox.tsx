import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { keyIn } from '../../auth/keys.server.ts'
import { recorded } from '../../auth/record.server.ts'
import { confirmInboxForm } from '../../domain/rom/forms.ts'
import { confirmInbox, inboxByKey } from '../../domain/rom/inbox.server.ts'
import { parseForm } from '../../http/form.server.ts'
import { keyHeaders } from '../../http/headers.server.ts'
import { openPage } from '../../http/page.server.ts'
import { Submit } from '../../ui/form.tsx'
import { pageMeta } from '../../ui/meta.ts'
import { PageHeader } from '../../ui/page.tsx'

export const meta = pageMeta
export const headers = keyHeaders

/** What the link to a team inbox opens, for whoever reads it. Opening it uses nothing up: programs that look through mail do so too. */
export async function loader(args: LoaderFunctionArgs) {
  const { t, db } = await openPage(args)
  const key = keyIn(args.request)
  const inbox = await inboxByKey(db, key, args.context.now())
  if (!inbox) return { title: t('inbox.deadTitle'), description: t('inbox.dead'), key: null }
  const { address, rom } = inbox
  return { title: t('inbox.confirmTitle'), description: t('inbox.confirmIntro', { address, rom }), key }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { data: given } = await parseForm(request, confirmInboxForm)
  const confirmed =
    given !== null && (await recorded(context, 'system', (trx) => confirmInbox(trx, given.sleutel, context.now())))
  return data({ confirmed }, { status: confirmed ? 200 : 400 })
}

export default function TeamInbox() {
  const { title, description, key } = useLoaderData<typeof loader>()
  const confirmed = useActionData<typeof action>()?.confirmed
  const { t } = useTranslation()
  if (confirmed) return <PageHeader title={t('inbox.confirmedTitle')} intro={t('inbox.confirmed')} crumbs={[]} />
  return (
    <>
      <PageHeader title={title} intro={description} crumbs={[]} />
      {key !== null && (
        <form method="post" action="/teammailbox" className="flex flex-col">
          <input type="hidden" name="sleutel" value={key} />
          <Submit>{t('inbox.confirm')}</Submit>
        </form>
      )}
    </>
  )
}
