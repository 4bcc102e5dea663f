import type { SerializeFrom } from '@remix-run/node'
import { useTranslation } from 'react-i18next'
import type { FormFaults } from '../../../http/form.server.ts'
import { dutchDay, formatDate } from '../../../i18n/format.ts'
import { ActorName } from '../../../ui/actor-name.tsx'
import { Field, SelectField } from '../../../ui/form.tsx'
import { useLocale } from '../../../ui/locale.ts'
import { Section } from '../../../ui/page.tsx'
import { Table } from '../../../ui/table.tsx'
import type { PersonView } from './load.server.ts'
import { OrderForm } from './order-form.tsx'

/** Who stands in while somebody is away, and for whom somebody stands in. */
export function Deputies(props: {
  view: SerializeFrom<PersonView>
  labels: { deputy: string; from: string; until: string }
  faults?: FormFaults | null
}) {
  const { t } = useTranslation()
  const { view, labels, faults } = props
  const people = view.candidates.map(({ id, name, email }) => ({
    value: id,
    label: [name, email].filter(Boolean).join(', '),
  }))
  return (
    <Section id="vervanging" title={t('administration.deputies.title')}>
      <p>{t('administration.deputies.intro')}</p>
      {view.deputies.length > 0 && <Agreed view={view} />}
      {view.may.appoint && (
        <>
          <h3 className="text-lg">{t('administration.order.appoint')}</h3>
          <OrderForm intent="appoint" button={t('administration.order.appoint')}>
            <SelectField
              name="deputy"
              label={labels.deputy}
              none={t('administration.choose')}
              options={people}
              faults={faults}
            />
            <Field name="from" type="date" label={labels.from} value={view.today} faults={faults} />
            <Field
              name="until"
              type="date"
              label={labels.until}
              help={t('administration.deputies.untilHelp')}
              faults={faults}
            />
          </OrderForm>
        </>
      )}
    </Section>
  )
}

function Agreed({ view }: { view: SerializeFrom<PersonView> }) {
  const { t } = useTranslation()
  const locale = useLocale()
  return (
    <Table
      label={t('administration.deputies.agreed')}
      heads={[
        t('administration.deputies.absent'),
        t('administration.deputies.deputy'),
        t('administration.deputies.period'),
        t('lists.facet.status'),
      ]}
    >
      {view.deputies.map((one) => (
        <tr key={one.id}>
          <td>
            <ActorName who={one.absent} />
          </td>
          <td>
            <ActorName who={one.deputy} />
          </td>
          <td>
            {formatDate(one.from_on, locale)} – {formatDate(one.until_on, locale)}
          </td>
          <td>
            {t(`administration.deputies.state.${one.state}`)}
            {one.ended_at &&
              dutchDay(new Date(one.ended_at)) <= one.until_on &&
              ` (${t('administration.deputies.endedOn', { date: formatDate(one.ended_at, locale) })})`}
            {one.mayEnd && one.state !== 'over' && (
              <OrderForm
                intent="dismiss"
                hidden={{ agreed: one.id }}
                quiet
                button={
                  <>
                    {t('administration.order.dismiss')}
                    <span className="sr-only">{one.deputy?.name}</span>
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
