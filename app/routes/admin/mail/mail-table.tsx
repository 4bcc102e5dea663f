import type { SerializeFrom } from '@remix-run/node'
import { useTranslation } from 'react-i18next'
import { formatMoment } from '../../../i18n/format.ts'
import { ActorName } from '../../../ui/actor-name.tsx'
import { useLocale } from '../../../ui/locale.ts'
import { Table } from '../../../ui/table.tsx'
import { Tag } from '../../../ui/tags.tsx'
import type { MailView } from './list.server.ts'

/** Mail with whom it is for and how it goes; what was given up can be tried again. */
export function MailTable({ label, rows }: { label: string; rows: SerializeFrom<MailView>['rows'] }) {
  const { t } = useTranslation()
  const locale = useLocale()
  return (
    <Table
      label={label}
      heads={[
        t('administration.mail.subject'),
        t('administration.mail.to'),
        t('lists.facet.status'),
        t('administration.mail.made'),
        t('administration.mail.attempts'),
      ]}
    >
      {rows.map((row) => (
        <tr key={row.id}>
          <th scope="row" lang={row.locale} className="font-semibold [overflow-wrap:anywhere]">
            {row.subject}
          </th>
          <td>{row.address ?? <ActorName who={row.to} />}</td>
          <td>
            <Tag>{t(`administration.mail.state.${row.state}`)}</Tag>
            <span className="block text-muted">
              {row.sent_at && formatMoment(row.sent_at, locale)}
              {row.state === 'failed' && row.failed_at && formatMoment(row.failed_at, locale)}
              {row.state === 'retrying' &&
                t('administration.mail.nextAt', { moment: formatMoment(row.due_at, locale) })}
            </span>
          </td>
          <td>{formatMoment(row.created_at, locale)}</td>
          <td>
            {row.attempts}
            {row.error && <span className="block [overflow-wrap:anywhere] text-warn">{row.error}</span>}
            {row.can_try_again === 1 && (
              <form method="post" action="/beheer/mail">
                <input type="hidden" name="mail" value={row.id} />
                <button type="submit" className="button button-quiet">
                  {t('administration.mail.tryAgain')}
                </button>
              </form>
            )}
          </td>
        </tr>
      ))}
    </Table>
  )
}
