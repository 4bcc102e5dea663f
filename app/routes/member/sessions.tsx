import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { requireSender, requireUser } from '../../auth/guard.server.ts'
import { recorded } from '../../auth/record.server.ts'
import { sessionsOf } from '../../auth/session.server.ts'
import { sessionsForm } from '../../domain/account/own-forms.ts'
import { parseForm } from '../../http/form.server.ts'
import { openPage } from '../../http/page.server.ts'
import { formatMoment } from '../../i18n/format.ts'
import { Submit } from '../../ui/form.tsx'
import { pageMeta } from '../../ui/meta.ts'
import { Notice } from '../../ui/page.tsx'
import { OwnPage } from './own/own-page.tsx'

export const meta = pageMeta

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireUser(args)
  const { t, query, locale } = await openPage(args)
  const open = await sessionsOf(args.context).list(actor.id)
  return {
    title: t('own.sessions.title'),
    description: t('own.sessions.intro'),
    sessions: open.map(({ id, agent, since, used_at }) => ({
      id,
      agent: agent || t('own.sessions.unknown'),
      since: formatMoment(since, locale),
      used: formatMoment(used_at, locale),
      current: id === args.context.session?.id,
    })),
    done: query.choice('klaar', ['sessies']) !== null,
  }
}

/** Ends one session of one's own, or all but this one. */
export async function action(args: ActionFunctionArgs) {
  const actor = await requireSender(args)
  const { request, context } = args
  const { data } = await parseForm(request, sessionsForm)
  if (!data) throw new Response('Bad form', { status: 400 })
  const which = data.sessie ? { only: data.sessie } : { except: context.session?.id }
  await recorded(context, actor.id, (trx) => sessionsOf(context, trx).endOthers(actor.id, which))
  return redirect('/mijn/account/sessies?klaar=sessies', 303)
}

export default function OwnSessions() {
  const { title, description, sessions, done } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  return (
    <OwnPage title={title} intro={description}>
      {done && <Notice>{t('own.sessions.done')}</Notice>}
      <ul className="grid gap-2 lg:grid-cols-2">
        {sessions.map(({ id, agent, since, used, current }) => (
          <li key={id} className="card">
            <h2 className="text-lg">{agent}</h2>
            <p className="grow text-sm text-muted">
              {t('own.sessions.since', { moment: since })}
              <br />
              {t('own.sessions.used', { moment: used })}
            </p>
            {current ? (
              <p className="font-semibold">{t('own.sessions.current')}</p>
            ) : (
              <form method="post" action="/mijn/account/sessies">
                <input type="hidden" name="sessie" value={id} />
                <button type="submit" className="button button-quiet">
                  {t('own.sessions.end')}
                  <span className="sr-only">{`: ${agent}, ${t('own.sessions.since', { moment: since })}`}</span>
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <form method="post" action="/mijn/account/sessies">
          <Submit>{t('own.sessions.endAll')}</Submit>
        </form>
      )}
    </OwnPage>
  )
}
