import type { SerializeFrom } from '@remix-run/node'
import { useTranslation } from 'react-i18next'
import { formatDate, formatMoment } from '../../../i18n/format.ts'
import { useLocale } from '../../../ui/locale.ts'
import { Details, Glance, Section } from '../../../ui/page.tsx'
import type { PersonView } from './load.server.ts'
import { Considered, OrderForm } from './order-form.tsx'

/** Who somebody is, and whether they come in. */
export function Facts({ view }: { view: SerializeFrom<PersonView> }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { person, sessions } = view
  const open =
    sessions.open > 0 && sessions.lastUsed
      ? t('administration.users.openSessions', {
          count: sessions.open,
          last: formatMoment(sessions.lastUsed, locale),
        })
      : t('administration.users.noSessions')
  return (
    <Glance>
      <Details
        items={[
          { label: t('account.email'), value: person.email },
          { label: t('lists.facet.status'), value: t(`administration.statusHelp.${person.status}`) },
          { label: t('administration.users.twoFactor'), value: t(`administration.twoFactor.${person.two_factor}`) },
          { label: t('administration.users.sessions'), value: open },
          { label: t('administration.users.since'), value: formatDate(person.created_at, locale) },
        ]}
      />
      {view.whole && (
        <p>
          <a href={`/beheer/logboek?persoon=${person.id}`} className="underlined">
            {t('administration.users.toLog')}
          </a>
        </p>
      )}
    </Glance>
  )
}

/** What can be done about how somebody comes in; nothing is shown where nothing can. */
export function Access({ view }: { view: SerializeFrom<PersonView> }) {
  const { t } = useTranslation()
  const { person, sessions, may } = view
  if (!view.own && !may.inviteAgain && !may.control) return null
  return (
    <Section id="toegang" title={t('administration.users.access')}>
      {view.own && <p className="text-muted">{t('administration.users.own')}</p>}
      {may.inviteAgain && <OrderForm intent="inviteAgain" button={t('administration.order.inviteAgain')} quiet />}
      {may.control && (
        <div className="flex flex-col gap-1">
          {sessions.open > 0 && (
            <Considered title={t('administration.order.endSessions')}>
              <p>{t('administration.help.endSessions')}</p>
              <OrderForm intent="endSessions" button={t('administration.order.endSessions')} />
            </Considered>
          )}
          {person.two_factor === 'on' && (
            <Considered title={t('administration.order.takeOffTwoFactor')}>
              <p>{t('administration.help.takeOffTwoFactor')}</p>
              <OrderForm intent="takeOffTwoFactor" button={t('administration.order.takeOffTwoFactor')} />
            </Considered>
          )}
          {person.status === 'blocked' ? (
            <OrderForm intent="unblock" button={t('administration.order.unblock')} quiet />
          ) : (
            <Considered title={t('administration.order.block')}>
              <p>{t('administration.help.block')}</p>
              <OrderForm intent="block" button={t('administration.order.block')} />
            </Considered>
          )}
        </div>
      )}
    </Section>
  )
}
