import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { requireUser } from '../../auth/guard.server.ts'
import { keptForm } from '../../auth/kept-form.server.ts'
import { canAdminister, canManagePeople, canReadAudit, hasDesk } from '../../domain/account/policy.ts'
import { rightsOf } from '../../domain/account/rights.server.ts'
import { invitationsOf } from '../../domain/organisation/colleagues.server.ts'
import { canAnswerInvitation } from '../../domain/organisation/policy.ts'
import { refusalAnswer } from '../../http/form.server.ts'
import { openPage } from '../../http/page.server.ts'
import { formatDate } from '../../i18n/format.ts'
import { nameIn } from '../../i18n/locale.ts'
import { FormNotes } from '../../ui/form.tsx'
import { pageMeta } from '../../ui/meta.ts'
import { Section } from '../../ui/page.tsx'
import { answerInvitation } from './own/answer-invitation.server.ts'
import { Invitations } from './own/invitations.tsx'
import { OwnPage } from './own/own-page.tsx'

export const meta = pageMeta

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireUser(args)
  const { t, db, locale } = await openPage(args)
  const invitations = await invitationsOf(db, actor.email, args.context.now())
  return {
    title: t('account.home.title', { name: actor.name }),
    description: t('account.home.intro'),
    rights: await rightsOf(db, actor),
    invitations: invitations
      .filter((one) => canAnswerInvitation(actor, one))
      .map(({ id, by, role, slug, organisation, name_en, expires_at }) => ({
        ...{ id, by, role, slug },
        organisation: nameIn(locale, organisation, name_en),
        until: formatDate(expires_at, locale),
      })),
    kept: await keptForm(args),
    desks: {
      '/werk': hasDesk(actor),
      '/beheer': canAdminister(actor),
      '/beheer/gebruikers': !canAdminister(actor) && canManagePeople(actor),
      '/werk/logboek': !canAdminister(actor) && !hasDesk(actor) && canReadAudit(actor),
    },
  }
}

export async function action(args: ActionFunctionArgs) {
  return refusalAnswer(await answerInvitation(args))
}

const deskNames = [
  ['/werk', 'work'],
  ['/beheer', 'all'],
  ['/beheer/gebruikers', 'users'],
  ['/werk/logboek', 'log'],
] as const

export default function MemberHome() {
  const { title, description, rights, invitations, desks, kept } = useLoaderData<typeof loader>()
  const faults = useActionData<typeof action>()?.faults
  const { t } = useTranslation()
  return (
    <OwnPage title={title} intro={description}>
      <FormNotes faults={faults} kept={kept} labels={{}} />
      <Invitations invitations={invitations} />
      {rights.roles.length > 0 && (
        <Section id="rollen" title={t('account.home.roles')}>
          <ul>
            {rights.roles.map(({ role, rom, standsInFor }) => (
              <li key={`${role} ${rom?.slug} ${standsInFor}`}>
                {t(`account.role.${role}`)}
                {rom && (
                  <>
                    {', '}
                    <a href={`/roms/${rom.slug}`}>{rom.name}</a>
                  </>
                )}
                {standsInFor && ` (${t('account.home.standsIn', { name: standsInFor })})`}
              </li>
            ))}
          </ul>
          <ul className="flex flex-wrap gap-x-3">
            {deskNames.map(
              ([href, key]) =>
                desks[href] && (
                  <li key={href}>
                    <a href={href} className="underlined inline-block py-0.5">
                      {t(`administration.desk.${key}`)}
                    </a>
                  </li>
                ),
            )}
          </ul>
        </Section>
      )}
      <Section id="organisaties" title={t('account.home.organisations')}>
        {rights.organisations.length === 0 ? (
          <p>
            {t('account.home.noOrganisations')} <a href="/organisaties">{t('claims.search')}</a>
          </p>
        ) : (
          <ul className="flex flex-col gap-1">
            {rights.organisations.map(({ slug, name, role, confirmed }) => (
              <li key={slug}>
                <a href={`/mijn/organisaties/${slug}`}>{name}</a>
                {`: ${t(`account.memberRole.${role}`)}`}
                {!confirmed && `, ${t('account.home.unconfirmed')}`}
              </li>
            ))}
          </ul>
        )}
      </Section>
    </OwnPage>
  )
}
