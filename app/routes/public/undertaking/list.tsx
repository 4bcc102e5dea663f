import { useTranslation } from 'react-i18next'
import type { ListChrome } from '../../../http/list.server.ts'
import { formatPeriod } from '../../../i18n/format.ts'
import { localized } from '../../../i18n/locale.ts'
import { CardGrid } from '../../../ui/card-grid.tsx'
import { RomNames, UndertakingCard, type UndertakingCardData, undertakingHref } from '../../../ui/cards.tsx'
import { ListPage } from '../../../ui/list-page.tsx'
import { type Column, ListTable } from '../../../ui/list-table.tsx'
import { useLocale } from '../../../ui/locale.ts'
import { PageHeader } from '../../../ui/page.tsx'
import { ExampleTag, ThemeTags } from '../../../ui/tags.tsx'

type Row = UndertakingCardData & { parent_nl: string | null; parent_en: string | null }

/** The page of the list of programmes, and of that of initiatives. */
export function UndertakingList(props: {
  title: string
  description: string
  rows: Row[]
  chrome: ListChrome
  ignored: string[]
}) {
  const { t } = useTranslation()
  const locale = useLocale()
  const columns: Column<Row>[] = [
    {
      key: 'name',
      label: t('lists.column.name'),
      cell: (row) => (
        <>
          <a href={undertakingHref(row)}>{localized(row, 'name', locale)}</a> {row.is_example === 1 && <ExampleTag />}
        </>
      ),
    },
    {
      key: 'kind',
      label: t('lists.column.kind'),
      cell: (row) => row.initiative_kind && t(`common.initiativeKind.${row.initiative_kind}`),
    },
    { key: 'themes', label: t('lists.column.themes'), cell: (row) => <ThemeTags themes={row.themes} /> },
    { key: 'roms', label: t('lists.column.roms'), cell: (row) => <RomNames roms={row.roms} /> },
    { key: 'status', label: t('lists.column.status'), cell: (row) => t(`common.status.${row.status ?? 'unknown'}`) },
    {
      key: 'period',
      label: t('lists.column.period'),
      cell: (row) => formatPeriod(row.starts_on, row.ends_on, locale) || t('common.unknown'),
    },
    { key: 'programme', label: t('lists.column.programme'), cell: (row) => localized(row, 'parent', locale) },
    { key: 'summary', label: t('lists.column.summary'), cell: (row) => localized(row, 'summary', locale) },
  ]
  return (
    <>
      <PageHeader title={props.title} intro={props.description} crumbs={[]} ignored={props.ignored} />
      <ListPage chrome={props.chrome}>
        {props.chrome.view === 'tabel' ? (
          <ListTable label={props.title} columns={columns} chosen={props.chrome.columns} rows={props.rows} />
        ) : (
          <CardGrid wide="wide3" rows={props.rows} card={(row) => <UndertakingCard undertaking={row} />} />
        )}
      </ListPage>
    </>
  )
}
