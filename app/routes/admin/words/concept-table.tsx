import type { SerializeFrom } from '@remix-run/node'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../../../ui/locale.ts'
import { Table } from '../../../ui/table.tsx'
import { Tag } from '../../../ui/tags.tsx'
import type { ConceptsView } from './list.server.ts'

/** Concepts with their words in both languages; those that were added stand out. */
export function ConceptTable({ label, rows }: { label: string; rows: SerializeFrom<ConceptsView>['rows'] }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const languages = locale === 'nl' ? (['nl', 'en'] as const) : (['en', 'nl'] as const)
  return (
    <Table
      label={label}
      heads={[
        t('administration.words.concept'),
        ...languages.map((language) => t(`administration.locale.${language}`)),
        t('administration.words.broader'),
      ]}
    >
      {rows.map((row) => (
        <tr key={row.id}>
          <th scope="row" className="min-w-[18ch] font-semibold">
            <a href={`/beheer/woorden/${row.id}`}>{row.labels[locale][0]}</a>
          </th>
          {languages.map((language) => (
            <td key={language} lang={language} className="min-w-[18ch]">
              {row.labels[language].join(', ')}
              {row.own
                .filter((own) => own.language === language)
                .map((own) => (
                  <span key={own.label} className="block pt-0.5">
                    <Tag>{own.label}</Tag>
                  </span>
                ))}
            </td>
          ))}
          <td className="min-w-[14ch]">
            {row.broader.map(({ id, name }) => (
              <a key={id} href={`/beheer/woorden/${id}`} className="block">
                {name}
              </a>
            ))}
          </td>
        </tr>
      ))}
    </Table>
  )
}
