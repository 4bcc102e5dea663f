import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { requireRole, requireSender } from '../../auth/guard.server.ts'
import { recorded } from '../../auth/record.server.ts'
import { canAdminister } from '../../domain/account/policy.ts'
import { tryMailAgain } from '../../domain/mail/queries.server.ts'
import { parseForm } from '../../http/form.server.ts'
import { notFound } from '../../http/responses.ts'
import { ListPage } from '../../ui/list-page.tsx'
import { pageMeta } from '../../ui/meta.ts'
import { Notice } from '../../ui/page.tsx'
import { AdminFrame, Done } from './frame/admin-frame.tsx'
import { loadMail } from './mail/list.server.ts'
import { MailTable } from './mail/mail-table.tsx'

export const meta = pageMeta

export function loader(args: LoaderFunctionArgs) {
  requireRole(args, canAdminister)
  return loadMail(args)
}

const form = z.strictObject({ mail: z.coerce.number().int().min(1) })

/** Puts mail that was given up back in the queue. */
export async function action(args: ActionFunctionArgs) {
  const actor = await requireSender(args, canAdminister)
  const { data } = await parseForm(args.request, form)
  if (!data) throw new Response('Bad form', { status: 400 })
  const at = args.context.now().toISOString()
  if (!(await recorded(args.context, actor.id, (trx) => tryMailAgain(trx, data.mail, at)))) throw notFound()
  return redirect('/beheer/mail?gedaan=opnieuw', 303)
}

export default function Mail() {
  const { title, description, chrome, rows, server, kept, done, ignored } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  return (
    <AdminFrame title={title} intro={description} whole ignored={ignored}>
      <div className="flex flex-col gap-2 pb-3">
        {done && <Done>{t('administration.mail.done')}</Done>}
        {!server && (
          <Notice>
            {t('administration.mail.noServer')}
            {kept && (
              <>
                {' '}
                <a href="/beheer/mail/bewaard">{t('administration.mail.toKept')}</a>
              </>
            )}
          </Notice>
        )}
      </div>
      <ListPage chrome={chrome} ownSearch empty={t('administration.mail.empty')}>
        <MailTable label={title} rows={rows} />
      </ListPage>
    </AdminFrame>
  )
}
