import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { localizedWithLanguage } from '../../i18n/locale.ts'
import { CardGrid } from '../../ui/card-grid.tsx'
import { OrganisationCard } from '../../ui/cards.tsx'
import { ListPage } from '../../ui/list-page.tsx'
import { type Column, ListTable } from '../../ui/list-table.tsx'
import { useLocale } from '../../ui/locale.ts'
import { pageMeta } from '../../ui/meta.ts'
import { PageHeader, Website } from '../../ui/page.tsx'
import { RomMap } from '../../ui/rom-map.tsx'
import { ExampleTag, ThemeTags } from '../../ui/tags.tsx'
import { loadOrganisations } from './organisation/list.server.ts'

export const meta = pageMeta

export function loader(args: LoaderFunctionArgs) {
  return loadOrganisations(args)
}

export default function Organisations() {
  const data = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  const locale = useLocale()
  const listings = (rows: { text_nl: string | null; text_en: string | null }[]) =>
    rows.map((row) => {
      const { text, language } = localizedWithLanguage(row, 'text', locale)
      return (
        <p key={text} lang={language} className="line-clamp-3 w-[32ch]">
          {text}
        </p>
      )
    })
  const columns: Column<(typeof data.rows)[number]>[] = [
    {
      key: 'name',
      label: t('lists.column.name'),
      cell: (row) => (
        <>
          <a href={`/organisaties/${row.slug}`}>{row.name}</a> {row.is_example === 1 && <ExampleTag />}
        </>
      ),
    },
    { key: 'kind', label: t('lists.column.kind'), cell: (row) => t(`common.organisationKind.${row.kind}`) },
    { key: 'place', label: t('lists.column.place'), cell: (row) => row.place ?? t('common.unknown') },
    { key: 'region', label: t('lists.column.region'), cell: (row) => row.rom_name ?? t('common.unknown') },
    { key: 'themes', label: t('lists.column.themes'), cell: (row) => <ThemeTags themes={row.themes} /> },
    { key: 'offers', label: t('lists.column.offers'), cell: (row) => listings(row.offers) },
    { key: 'needs', label: t('lists.column.needs'), cell: (row) => listings(row.needs) },
    {
      key: 'technologies',
      label: t('lists.column.technologies'),
      cell: (row) => row.technologies.map((technology) => technology[`name_${locale}`]).join(', '),
    },
    {
      key: 'website',
      label: t('lists.column.website'),
      cell: (row) => row.website && <Website href={row.website} />,
    },
  ]
  const map = (
    <figure className="flex flex-col gap-1">
      <figcaption>
        <p className="font-semibold">{t('lists.organisations.mapTitle')}</p>
        <p className="text-sm text-muted">{t('lists.organisations.mapHelp')}</p>
      </figcaption>
      <RomMap regions={data.map} label={t('lists.organisations.mapTitle')} unit="organisations" small />
    </figure>
  )
  return (
    <>
      <PageHeader title={data.title} intro={data.description} crumbs={[]} ignored={data.ignored}>
        <p className="no-print text-sm">
          <a href="/aanbod-en-vraag">{t('anonymous.link')}</a>
        </p>
      </PageHeader>
      <ListPage chrome={data.chrome} aside={map}>
        {data.chrome.view === 'tabel' ? (
          <ListTable label={data.title} columns={columns} chosen={data.chrome.columns} rows={data.rows} />
        ) : (
          <CardGrid wide="wide3" rows={data.rows} card={(row) => <OrganisationCard organisation={row} />} />
        )}
      </ListPage>
    </>
  )
}
