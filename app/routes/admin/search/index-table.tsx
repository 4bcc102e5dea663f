import { useTranslation } from 'react-i18next'
import type { IndexReport } from '#search/engine.ts'
import { formatMoment, formatNumber } from '../../../i18n/format.ts'
import { useLocale } from '../../../ui/locale.ts'
import { Table } from '../../../ui/table.tsx'

/** Each index with what it holds, and how far the next one is. */
export function IndexTable({ label, indexes }: { label: string; indexes: IndexReport[] }) {
  const { t } = useTranslation()
  const locale = useLocale()
  return (
    <Table
      label={label}
      heads={[
        t('administration.search.index'),
        t('administration.search.documents'),
        t('administration.search.madeAt'),
        t('administration.search.next'),
      ]}
    >
      {indexes.map(({ name, documents, madeAt, growing }) => (
        <tr key={name}>
          <th scope="row" className="font-semibold">
            {t(`administration.search.name.${name}`)}
          </th>
          <td className="tabular-nums">{formatNumber(documents, locale)}</td>
          <td>{madeAt ? formatMoment(madeAt, locale) : t('common.unknown')}</td>
          <td className="tabular-nums">
            {growing === null ? (
              t('administration.search.noNext')
            ) : (
              <>
                <progress
                  max={Math.max(documents, growing, 1)}
                  value={growing}
                  aria-label={t('administration.search.next')}
                />{' '}
                {t('administration.search.growing', {
                  n: formatNumber(growing, locale),
                  of: formatNumber(documents, locale),
                })}
              </>
            )}
          </td>
        </tr>
      ))}
    </Table>
  )
}
