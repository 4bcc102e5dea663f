import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { evidenceLanguage } from '../../domain/evidence/types.ts'
import { formatMoney } from '../../i18n/format.ts'
import { localized } from '../../i18n/locale.ts'
import { CardGrid } from '../../ui/card-grid.tsx'
import { ListPage } from '../../ui/list-page.tsx'
import { type Column, ListTable } from '../../ui/list-table.tsx'
import { useLocale } from '../../ui/locale.ts'
import { pageMeta } from '../../ui/meta.ts'
import { PageHeader } from '../../ui/page.tsx'
import { ParticipantNames, ProjectCard, projectMonths, projectName } from '../../ui/project-card.tsx'
import { ThemeTags } from '../../ui/tags.tsx'
import { loadProjects } from './project/list.server.ts'

export const meta = pageMeta

export function loader(args: LoaderFunctionArgs) {
  return loadProjects(args)
}

export default function Projects() {
  const data = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  const locale = useLocale()
  const columns: Column<(typeof data.rows)[number]>[] = [
    {
      key: 'project',
      label: t('projects.column.project'),
      cell: (row) => (
        <a href={`/projecten/${row.slug}`} lang={evidenceLanguage(row)} className="block min-w-[24ch]">
          {projectName(row)}
        </a>
      ),
    },
    {
      key: 'participants',
      label: t('projects.column.participants'),
      cell: (row) => (
        <p className="min-w-[24ch]">
          <ParticipantNames participants={row.participants} />
        </p>
      ),
    },
    {
      key: 'period',
      label: t('projects.column.period'),
      cell: (row) => <p className="min-w-[16ch]">{projectMonths(row, locale) || t('common.unknown')}</p>,
    },
    { key: 'state', label: t('projects.column.state'), cell: (row) => t(`projects.state.${row.state}`) },
    { key: 'themes', label: t('projects.column.themes'), cell: (row) => <ThemeTags themes={row.themes} /> },
    {
      key: 'regions',
      label: t('projects.column.regions'),
      cell: (row) =>
        [...new Set(row.participants.map((participant) => participant.rom_short_name))].filter(Boolean).join(', ') ||
        t('common.unknown'),
    },
    {
      key: 'technologies',
      label: t('projects.column.technologies'),
      cell: (row) => row.technologies.map((technology) => localized(technology, 'name', locale)).join(', '),
    },
    {
      key: 'grant',
      label: t('projects.column.grant'),
      cell: (row) => (row.grant_cents === null ? t('common.unknown') : formatMoney(row.grant_cents, locale)),
    },
    { key: 'topic', label: t('projects.column.topic'), cell: (row) => row.topic },
    {
      key: 'keywords',
      label: t('projects.column.keywords'),
      cell: (row) => (
        <p lang={evidenceLanguage(row)} className="w-[32ch]">
          {row.keywords.join(', ')}
        </p>
      ),
    },
  ]
  return (
    <>
      <PageHeader title={data.title} intro={data.description} crumbs={[]} ignored={data.ignored} />
      {data.none ? (
        <NothingYet />
      ) : (
        <ListPage chrome={data.chrome}>
          {data.chrome.view === 'tabel' ? (
            <ListTable label={data.title} columns={columns} chosen={data.chrome.columns} rows={data.rows} />
          ) : (
            <CardGrid wide="wide3" rows={data.rows} card={(row) => <ProjectCard project={row} />} />
          )}
        </ListPage>
      )}
    </>
  )
}

function NothingYet() {
  const { t } = useTranslation()
  return (
    <div className="flex flex-col gap-2 rounded-md bg-sand p-3">
      <h2 className="text-xl">{t('projects.noneTitle')}</h2>
      <p>{t('projects.none')}</p>
      <div className="border-t border-line pt-2 text-sm text-muted">
        <p>{t('projects.noneStaff')}</p>
        <p>
          <code className="text-ink">{`npm run import -- cordis ${t('projects.noneStaffFolder')}`}</code>
        </p>
      </div>
    </div>
  )
}
