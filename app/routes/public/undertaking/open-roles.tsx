import { useTranslation } from 'react-i18next'
import { localized } from '../../../i18n/locale.ts'
import { useLocale } from '../../../ui/locale.ts'
import { Section } from '../../../ui/page.tsx'
import type { UndertakingPage } from './detail.server.ts'

/** The roles that are open, each with the way to say that one would have it. */
export function OpenRoles({ undertaking, interest, today }: UndertakingPage) {
  const { t } = useTranslation()
  const locale = useLocale()
  if (undertaking.openRoles.length === 0) return null
  const field = undertaking.kind === 'programme' ? 'programma' : 'initiatief'
  return (
    <Section id="gezocht" title={t('undertaking.openRoles')}>
      <ul className="flex flex-col gap-1">
        {undertaking.openRoles.map((role) => {
          const title = localized(role, 'title', locale)
          const open = role.closes_on === null || role.closes_on >= today
          return (
            <li key={role.id}>
              <span className="font-semibold">{title}</span> {localized(role, 'description', locale)}{' '}
              {open && (
                <a href={`${interest}?${new URLSearchParams({ [field]: undertaking.slug, rol: role.id })}`}>
                  {t('interest.linkRole')}
                  <span className="sr-only">{t('interest.linkRoleFor', { role: title })}</span>
                </a>
              )}
            </li>
          )
        })}
      </ul>
      <p className="text-sm text-muted">{t('interest.help')}</p>
    </Section>
  )
}
