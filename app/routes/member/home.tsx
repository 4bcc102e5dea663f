import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { requireUser } from '../../auth/guard.server.ts'
import { hasDesk } from '../../domain/account/policy.ts'
import { rightsOf } from '../../domain/account/rights.server.ts'
import { openPage } from '../../http/page.server.ts'
import { pageMeta } from '../../ui/meta.ts'
import { PageHeader, Section } from '../../ui/page.tsx'

export const meta = pageMeta

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireUser(args)
  const { t, db } = await openPage(args)
  return {
    title: t('account.home.title', { name: actor.name }),
    description: t('account.home.intro'),
    rights: await rightsOf(db, actor),
    desk: hasDesk(actor),
  }
}

export default function MemberHome() {
  const { title, description, rights, desk } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  return (
    <>
      <PageHeader title={title} intro={description} crumbs={[]} />
      {rights.roles.length > 0 && (
        <Section id="rollen" title={t('account.home.roles')} aside={desk && <a href="/werk">{t('desk.link')}</a>}>
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
    </>
  )
}
