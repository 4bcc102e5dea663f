import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { countWaiting, rebuildAsked, requestRebuild } from '#search/outbox.ts'
import { requireRole, requireSender } from '../../auth/guard.server.ts'
import { recorded } from '../../auth/record.server.ts'
import { canAdminister } from '../../domain/account/policy.ts'
import { openPage } from '../../http/page.server.ts'
import { formatMoment, formatNumber } from '../../i18n/format.ts'
import { Submit } from '../../ui/form.tsx'
import { useLocale } from '../../ui/locale.ts'
import { pageMeta } from '../../ui/meta.ts'
import { Notice } from '../../ui/page.tsx'
import { AdminFrame } from './frame/admin-frame.tsx'
import { IndexTable } from './search/index-table.tsx'

export const meta = pageMeta

export async function loader(args: LoaderFunctionArgs) {
  requireRole(args, canAdminister)
  const { t, db, query } = await openPage(args)
  const { search } = args.context
  const [indexes, waiting, asked] = await Promise.all([search.report(), countWaiting(db), rebuildAsked(db)])
  return {
    title: t('administration.search.title'),
    description: t('administration.search.intro'),
    indexes,
    waiting,
    asked,
    at: args.context.now().toISOString(),
    ignored: query.ignored,
  }
}

/** Asks for new indexes; whoever keeps them sees it. Twice is once: the row that asks is there or not. */
export async function action(args: ActionFunctionArgs) {
  const actor = await requireSender(args, canAdminister)
  await recorded(args.context, actor.id, requestRebuild)
  return redirect('/beheer/zoeken', 303)
}

export default function Search() {
  const { title, description, indexes, waiting, asked, at, ignored } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  const locale = useLocale()
  const busy = asked || indexes?.some(({ growing }) => growing !== null)
  return (
    <AdminFrame title={title} intro={description} whole ignored={ignored}>
      <div className="flex flex-col gap-2">
        {!indexes && <Notice tone="warn">{t('administration.search.away')}</Notice>}
        {busy && (
          <Notice>
            {t(indexes ? 'administration.search.busy' : 'administration.search.later')}{' '}
            <a href="/beheer/zoeken">{t('administration.search.reload')}</a>{' '}
            <span className="text-muted">
              {t('administration.search.asOf', { moment: formatMoment(at, locale) })}
            </span>
          </Notice>
        )}
        {indexes && <IndexTable label={title} indexes={indexes} />}
        <p>
          {waiting === 0
            ? t('administration.search.noneWaiting')
            : t('administration.search.waiting', { n: formatNumber(waiting, locale), count: waiting })}
        </p>
        {!busy && (
          <form method="post" action="/beheer/zoeken" className="flex flex-col gap-1">
            <p>{t('administration.search.rebuildHelp')}</p>
            <Submit>{t('administration.search.rebuild')}</Submit>
          </form>
        )}
      </div>
    </AdminFrame>
  )
}
