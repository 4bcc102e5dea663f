import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { requireRole } from '../../auth/guard.server.ts'
import { canManagePeople } from '../../domain/account/policy.ts'
import { formatDate } from '../../i18n/format.ts'
import { ListPage } from '../../ui/list-page.tsx'
import { type Column, ListTable } from '../../ui/list-table.tsx'
import { useLocale } from '../../ui/locale.ts'
import { pageMeta } from '../../ui/meta.ts'
import { ExampleTag, Tag } from '../../ui/tags.tsx'
import { AdminFrame, Done } from './frame/admin-frame.tsx'
import { loadPeople } from './user/list.server.ts'

export const meta = pageMeta

export function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, canManagePeople)
  return loadPeople(args, actor)
}

export default function Users() {
  const { title, description, whole, rows, chrome, done, ignored } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  const locale = useLocale()
  const columns: Column<(typeof rows)[number]>[] = [
    {
      key: 'name',
      label: t('administration.users.name'),
      cell: (row) => (
        <>
          <a href={`/beheer/gebruikers/${row.id}`}>{row.name ?? row.email}</a>{' '}
          {row.is_example === 1 && <ExampleTag />}
          {row.name && <span className="block font-normal text-muted [overflow-wrap:anywhere]">{row.email}</span>}
        </>
      ),
    },
    {
      key: 'roles',
      label: t('administration.users.roles'),
      cell: (row) =>
        row.roles.map(({ id, role, rom }) => (
          <span key={id} className="block whitespace-nowrap">
            {[t(`account.role.${role}`), rom].filter(Boolean).join(', ')}
          </span>
        )),
    },
    {
      key: 'status',
      label: t('lists.facet.status'),
      cell: (row) => <Tag>{t(`administration.status.${row.status}`)}</Tag>,
    },
    {
      key: 'twoFactor',
      label: t('administration.users.twoFactor'),
      cell: (row) => t(`administration.twoFactor.${row.two_factor}`),
    },
    {
      key: 'since',
      label: t('administration.users.since'),
      cell: (row) => <span className="whitespace-nowrap">{formatDate(row.created_at, locale)}</span>,
    },
  ]
  return (
    <AdminFrame title={title} intro={description} whole={whole} ignored={ignored}>
      {done && <Done>{t(`administration.done.${done}`)}</Done>}
      <p className="py-2">
        <a href="/beheer/gebruikers/uitnodigen" className="button">
          {t('administration.invite.title')}
        </a>
      </p>
      <ListPage chrome={chrome}>
        <ListTable label={title} columns={columns} chosen={chrome.columns} rows={rows} />
      </ListPage>
    </AdminFrame>
  )
}
