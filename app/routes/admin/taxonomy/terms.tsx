import { useTranslation } from 'react-i18next'
import type { Term } from '../../../domain/taxonomy/terms.server.ts'
import { formatNumber } from '../../../i18n/format.ts'
import { localized } from '../../../i18n/locale.ts'
import { useLocale } from '../../../ui/locale.ts'
import { Section } from '../../../ui/page.tsx'
import { Table } from '../../../ui/table.tsx'
import { Tag } from '../../../ui/tags.tsx'
import { placesOf, termPath } from './places.ts'

/** The terms of one kind, with how much carries each; what nothing carries stands out. */
export function Terms({ kind, terms }: { kind: Term['kind']; terms: Term[] }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const other = locale === 'nl' ? 'en' : 'nl'
  const title = t(`administration.taxonomy.kinds.${kind}`)
  const columns = placesOf(kind)
  return (
    <Section id={kind} title={title}>
      <Table
        label={t('administration.taxonomy.use', { terms: title })}
        heads={[
          t('administration.taxonomy.name'),
          t(`administration.locale.${other}`),
          ...columns.map(({ key }) => t(`administration.taxonomy.${key}`)),
        ]}
      >
        {terms.map((term) => (
          <tr key={term.id}>
            <th scope="row" className="min-w-[20ch] font-semibold">
              <a href={termPath(term)}>{localized(term, 'name', locale)}</a>{' '}
              {term.edited === 1 && <Tag>{t('administration.taxonomy.edited')}</Tag>}
            </th>
            <td lang={other} className="min-w-[20ch]">
              {localized(term, 'name', other)}
            </td>
            {columns.map(({ key, href }) => (
              <td key={key} className="tabular-nums">
                {term[key] === 0 ? (
                  <span className="font-semibold text-warn">{t('administration.taxonomy.none')}</span>
                ) : href ? (
                  <a href={href(term)}>{formatNumber(term[key] ?? 0, locale)}</a>
                ) : (
                  formatNumber(term[key] ?? 0, locale)
                )}
              </td>
            ))}
          </tr>
        ))}
      </Table>
    </Section>
  )
}
