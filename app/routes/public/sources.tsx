import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { listSources } from '../../domain/source/queries.server.ts'
import { openPage } from '../../http/page.server.ts'
import { formatDate } from '../../i18n/format.ts'
import { DownloadLinks } from '../../ui/download-links.tsx'
import { useLocale } from '../../ui/locale.ts'
import { pageMeta } from '../../ui/meta.ts'
import { PageHeader } from '../../ui/page.tsx'
import { Table } from '../../ui/table.tsx'

export const meta = pageMeta

export async function loader(args: LoaderFunctionArgs) {
  const { query, t, db } = await openPage(args)
  return {
    title: t('statements.sources.title'),
    description: t('statements.sources.intro'),
    sources: await listSources(db),
    ignored: query.ignored,
  }
}

export default function Sources() {
  const { title, description, sources, ignored } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  const locale = useLocale()
  return (
    <>
      <PageHeader title={title} intro={description} crumbs={[]} ignored={ignored} />
      <DownloadLinks path="/bronnen" />
      <Table
        label={title}
        heads={[
          t('statements.sources.name'),
          t('statements.sources.publisher'),
          t('statements.sources.published'),
          t('statements.sources.retrieved'),
          t('statements.sources.licence'),
        ]}
      >
        {sources.map((source) => (
          <tr key={source.id}>
            <th scope="row" className="min-w-[240px] font-normal">
              {source.url ? (
                <a href={source.url} rel="external noopener">
                  {source.title}
                </a>
              ) : (
                source.title
              )}
            </th>
            <td>{source.publisher}</td>
            <td>{source.published_on ? formatDate(source.published_on, locale) : t('common.unknown')}</td>
            <td className="whitespace-nowrap">{formatDate(source.retrieved_on, locale)}</td>
            <td>{source.licence}</td>
          </tr>
        ))}
      </Table>
    </>
  )
}
