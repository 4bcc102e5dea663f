import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { marks } from '../../domain/participation/types.ts'
import { formatDate } from '../../i18n/format.ts'
import { DownloadLinks } from '../../ui/download-links.tsx'
import { useLocale } from '../../ui/locale.ts'
import { pageMeta } from '../../ui/meta.ts'
import { DayField, Notice, PageHeader } from '../../ui/page.tsx'
import { RoleMark, RoleMarkDrawings } from '../../ui/role-mark.tsx'
import { loadMatrix } from './matrix/load.server.ts'
import { MatrixTable } from './matrix/table.tsx'

export const meta = pageMeta

export function loader(args: LoaderFunctionArgs) {
  return loadMatrix(args)
}

export default function Matrix() {
  const data = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  const locale = useLocale()
  return (
    <>
      <RoleMarkDrawings />
      <PageHeader title={data.title} intro={data.description} crumbs={[]} ignored={data.ignored} />
      <form className="no-print flex flex-wrap items-end gap-2 rounded-md bg-sand p-2">
        <DayField
          name="datum"
          label={t('undertaking.onLabel')}
          help={t('undertaking.onHelp')}
          value={data.moment.on}
        />
        <DayField
          name="stand"
          label={t('undertaking.knownLabel')}
          help={t('undertaking.knownHelp')}
          value={data.moment.known}
        />
        <button type="submit" className="button">
          {t('lists.apply')}
        </button>
        {data.search && <a href="/matrix">{t('lists.clear')}</a>}
        <details className="w-full" open={data.filters.some((filter) => filter.value !== '')}>
          <summary className="py-0.5 text-action">{t('matrix.more')}</summary>
          <div className="flex flex-wrap gap-2 pt-1">
            {data.filters.map((filter) => (
              <div key={filter.name} className="flex flex-col">
                <label htmlFor={`veld-${filter.name}`} className="font-semibold">
                  {filter.label}
                </label>
                <select
                  id={`veld-${filter.name}`}
                  name={filter.name}
                  defaultValue={filter.value}
                  className="field max-w-[232px]"
                >
                  <option value="">{t('common.all')}</option>
                  {filter.options.map(({ value, label }) => (
                    <option key={value} value={value}>
                      {label}
                    </option>
                  ))}
                </select>
              </div>
            ))}
          </div>
        </details>
      </form>
      <div className="flex flex-wrap items-start justify-between gap-2 py-2">
        <section aria-labelledby="legenda" className="text-sm">
          <h2 id="legenda" className="sr-only">
            {t('matrix.legend')}
          </h2>
          <ul className="flex flex-wrap gap-x-2 gap-y-0.5">
            {marks.map((mark) => (
              <li key={mark}>
                <RoleMark
                  mark={mark}
                  name={
                    mark === 'unknown'
                      ? `${t('common.role.unknown')}: ${t('matrix.unknownHelp')}`
                      : t(`common.role.${mark}`)
                  }
                  named
                />
              </li>
            ))}
          </ul>
          {data.over > 0 && <p className="text-muted">{t('matrix.over', { count: data.over })}</p>}
        </section>
        <DownloadLinks path="/matrix" search={data.search} />
      </div>
      {data.moment.unrecorded ? (
        <Notice>{t('undertaking.unrecorded', { date: formatDate(data.moment.unrecorded, locale) })}</Notice>
      ) : data.count === 0 ? (
        <p className="rounded-md bg-sand p-3">{t('matrix.empty')}</p>
      ) : (
        <MatrixTable data={data} />
      )}
    </>
  )
}
