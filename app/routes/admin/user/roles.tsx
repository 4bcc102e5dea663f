import type { SerializeFrom } from '@remix-run/node'
import { useTranslation } from 'react-i18next'
import type { FormFaults } from '../../../http/form.server.ts'
import { formatDate } from '../../../i18n/format.ts'
import { ActorName } from '../../../ui/actor-name.tsx'
import { useLocale } from '../../../ui/locale.ts'
import { Section } from '../../../ui/page.tsx'
import { Table } from '../../../ui/table.tsx'
import type { PersonView } from './load.server.ts'
import { OrderForm } from './order-form.tsx'
import { RoleFields } from './role-fields.tsx'

/** What somebody is and was, by whom, and giving and taking back. */
export function Roles(props: {
  view: SerializeFrom<PersonView>
  labels: { role: string; rom: string }
  faults?: FormFaults | null
}) {
  const { t } = useTranslation()
  const { view, labels, faults } = props
  return (
    <Section id="rollen" title={t('administration.users.roles')}>
      {view.roles.length === 0 ? <p>{t('administration.users.noRoles')}</p> : <History view={view} />}
      {view.may.grant && (
        <>
          <h3 className="text-lg">{t('administration.order.grant')}</h3>
          <OrderForm intent="grant" button={t('administration.order.grant')}>
            <RoleFields whole={view.whole} roms={view.roms} labels={labels} faults={faults} />
          </OrderForm>
        </>
      )}
    </Section>
  )
}

function History({ view }: { view: SerializeFrom<PersonView> }) {
  const { t } = useTranslation()
  const locale = useLocale()
  return (
    <Table
      label={t('administration.users.roleHistory')}
      heads={[
        t('administration.users.role'),
        t('administration.users.rom'),
        t('administration.users.granted'),
        t('administration.users.revoked'),
      ]}
    >
      {view.roles.map((role) => (
        <tr key={role.id}>
          <th scope="row" className="font-semibold">
            {t(`account.role.${role.role}`)}
          </th>
          <td>{role.rom ?? t('administration.users.allRoms')}</td>
          <td>
            {formatDate(role.granted_at, locale)}, <ActorName who={role.grantedBy} />
          </td>
          <td>
            {role.revoked_at && (
              <>
                {formatDate(role.revoked_at, locale)}, <ActorName who={role.revokedBy} />
              </>
            )}
            {role.mayRevoke && (
              <OrderForm
                intent="revoke"
                hidden={{ held: role.id }}
                quiet
                button={
                  <>
                    {t('administration.order.revoke')}
                    <span className="sr-only">{t(`account.role.${role.role}`)}</span>
                  </>
                }
              />
            )}
          </td>
        </tr>
      ))}
    </Table>
  )
}
