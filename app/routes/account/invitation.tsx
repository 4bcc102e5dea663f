import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { keyHeaders } from '../../http/headers.server.ts'
import { openPage } from '../../http/page.server.ts'
import { formatDate } from '../../i18n/format.ts'
import { nameIn } from '../../i18n/locale.ts'
import { FormNotes } from '../../ui/form.tsx'
import { pageMeta } from '../../ui/meta.ts'
import { Notice, PageHeader } from '../../ui/page.tsx'
import { answerByKey, heldInvitation } from './entry/invitation.server.ts'
import { Join } from './entry/join.tsx'

export const meta = pageMeta
export const headers = keyHeaders

/** What the link of an invitation opens. Opening it uses nothing up: programs that look through mail do so too. */
export async function loader(args: LoaderFunctionArgs) {
  const { t, locale, query } = await openPage(args)
  if (query.url.searchParams.get('klaar') === 'nee') {
    return { title: t('joining.declined'), description: t('joining.declinedHelp'), held: null, actor: null }
  }
  const held = await heldInvitation(args)
  if (!held) return { title: t('joining.dead'), description: t('joining.deadHelp'), held: null, actor: null }
  const { key, way, invitation } = held
  const organisation = nameIn(locale, invitation.organisation, invitation.name_en)
  return {
    title: t('joining.title', { organisation }),
    description: t('joining.asks', { by: invitation.by ?? t('colleagues.owner') }),
    actor: args.context.actor?.email ?? null,
    held: {
      ...{ sleutel: key, way, organisation },
      slug: invitation.slug,
      name: invitation.name,
      email: invitation.email,
      role: invitation.role,
      until: formatDate(invitation.expires_at, locale),
    },
  }
}

export function action(args: ActionFunctionArgs) {
  return answerByKey(args)
}

export default function InvitationPage() {
  const { title, description, held, actor } = useLoaderData<typeof loader>()
  const faults = useActionData<typeof action>()?.faults
  const { t } = useTranslation()
  return (
    <>
      <PageHeader title={title} intro={description} crumbs={[]} />
      {held && (
        <div className="flex flex-col gap-2">
          <FormNotes faults={faults} labels={{ name: t('entry.name'), password: t('entry.password.label') }} />
          <p>
            {`${t('colleagues.role')}: ${t(`account.memberRole.${held.role}`)}. `}
            {t(`claims.members.to.${held.role}`)}
          </p>
          <p>
            <a href={`/organisaties/${held.slug}`}>{t('claims.members.profile')}</a>
          </p>
          <p className="text-sm text-muted">{t('colleagues.until', { date: held.until })}</p>
          {held.way === 'other' && <Notice tone="warn">{t('joining.other', { email: held.email, actor })}</Notice>}
          {held.way === 'signIn' && (
            <>
              <p>{t('joining.known', { email: held.email })}</p>
              <a
                className="button self-start no-prefetch"
                href={`/inloggen?${new URLSearchParams({ naar: '/mijn' })}`}
              >
                {t('account.signInLink')}
              </a>
            </>
          )}
          {held.way === 'join' && <Join {...held} faults={faults} />}
        </div>
      )}
    </>
  )
}
