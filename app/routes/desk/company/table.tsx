import { useTranslation } from 'react-i18next'
import { Table } from '../../../ui/table.tsx'
import { ExampleTag } from '../../../ui/tags.tsx'

interface Company {
  id: string
  slug: string
  name: string
  place: string | null
  rom: string
  is_example: 0 | 1
  listings: number
  ending: number
  running: number
}

/** The companies that somebody accompanies, each with what asks for attention and the next step. */
export function CompanyTable({ companies }: { companies: Company[] }) {
  const { t } = useTranslation()
  const heads = [
    t('company.name'),
    t('company.place'),
    t('company.listings'),
    t('company.running'),
    t('company.next'),
  ]
  return (
    <Table label={t('company.title')} heads={heads}>
      {companies.map(({ id, slug, name, place, rom, is_example, listings, ending, running }) => (
        <tr key={id}>
          <th scope="row" className="font-semibold">
            <a href={`/werk/bedrijven/${slug}`}>{name}</a> {is_example === 1 && <ExampleTag />}
          </th>
          <td>{[place, rom].filter(Boolean).join(', ')}</td>
          <td>
            {listings}
            {ending > 0 && <span className="text-warn"> ({t('company.ending', { count: ending })})</span>}
          </td>
          <td>{running}</td>
          <td>
            <a href={`/organisaties/${slug}/partners`} className="inline-block py-0.5">
              {t('company.partners')} <span className="sr-only">{name}</span>
            </a>
          </td>
        </tr>
      ))}
    </Table>
  )
}
