import { Download, LayoutGrid, Rows3, SlidersHorizontal, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Facet, ListChrome } from '../http/list.server.ts'
import { formatNumber } from '../i18n/format.ts'
import { useLocale } from './locale.ts'
import { ScrollRegion } from './scroll-region.tsx'

/** A list with its filters at the side: each choice is a link, so that every view has an address. */
export function ListPage(props: { chrome: ListChrome; aside?: ReactNode; children: ReactNode }) {
  const { t } = useTranslation()
  const { chrome } = props
  return (
    <div className="grid grid-cols-1 gap-4 lg:grid-cols-[272px_minmax(0,1fr)]">
      <aside aria-label={t('lists.filters')} className="no-print flex flex-col gap-3">
        <ListSearch chrome={chrome} />
        <details className="group lg:hidden">
          <summary className="button button-quiet w-full list-none justify-center">
            <SlidersHorizontal className="size-2.5" aria-hidden="true" />
            {t('lists.showFilters')}
          </summary>
          <div className="flex flex-col gap-3 pt-2">
            <Facets facets={chrome.facets} place="menu" />
            {props.aside}
          </div>
        </details>
        <div className="hidden flex-col gap-3 lg:flex">
          <Facets facets={chrome.facets} place="zijkant" />
          {props.aside}
        </div>
      </aside>
      <div className="flex min-w-0 flex-col gap-2">
        <Toolbar chrome={chrome} />
        {chrome.total === 0 ? <Empty clear={chrome.clear} /> : props.children}
        <Pagination chrome={chrome} />
      </div>
    </div>
  )
}

function ListSearch({ chrome }: { chrome: ListChrome }) {
  const { t } = useTranslation()
  return (
    <form action={chrome.path} className="flex flex-col gap-0.5">
      <label htmlFor="lijst-zoek" className="font-semibold">
        {t('lists.searchWithin')}
      </label>
      {chrome.hidden.map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      <div className="flex">
        <input
          id="lijst-zoek"
          type="search"
          name="q"
          maxLength={200}
          defaultValue={chrome.q ?? ''}
          className="field min-w-0 grow rounded-r-none border-r-0"
        />
        <button type="submit" className="button rounded-l-none px-2">
          {t('common.searchWord')}
        </button>
      </div>
    </form>
  )
}

function Facets({ facets, place }: { facets: Facet[]; place: string }) {
  const locale = useLocale()
  return facets.map((facet) => (
    <section key={facet.key} aria-labelledby={`${place}-${facet.key}`}>
      <h2 id={`${place}-${facet.key}`} className="border-b border-line pb-0.5 text-base">
        {facet.title}
      </h2>
      <ul>
        {facet.options.map((option) => (
          <li key={option.label}>
            <a
              href={option.href}
              rel="nofollow"
              aria-current={option.selected ? 'true' : undefined}
              className="flex min-h-4 items-center justify-between gap-1 rounded-sm px-0.5 py-0.5 text-sm text-ink no-underline hover:bg-sand hover:underline aria-[current]:bg-action-tint aria-[current]:font-semibold aria-[current]:text-action"
            >
              <span>{option.label}</span>
              <span className="text-muted tabular-nums">{formatNumber(option.count, locale)}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  ))
}

function Toolbar({ chrome }: { chrome: ListChrome }) {
  const { t } = useTranslation()
  const icons = { kaarten: LayoutGrid, tabel: Rows3 }
  return (
    <div className="flex flex-col gap-1 border-b border-line pb-1">
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 text-sm">
        <p role="status" className="font-semibold">
          {chrome.total === 0 ? t('lists.emptyTitle') : chrome.range}
        </p>
        <div className="no-print flex flex-wrap items-center gap-x-3 gap-y-1">
          {chrome.sorts.length > 1 && (
            <p className="flex flex-wrap gap-x-1">
              <span className="text-muted">{t('lists.sort')}</span>
              {chrome.sorts.map((sort) => (
                <a
                  key={sort.value}
                  href={sort.href}
                  rel="nofollow"
                  aria-current={sort.selected ? 'true' : undefined}
                  className="aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:no-underline"
                >
                  {sort.label}
                </a>
              ))}
            </p>
          )}
          <p className="flex gap-0.5">
            <span className="sr-only">{t('lists.view')}</span>
            {chrome.views.map(({ value, href }) => {
              const Icon = icons[value]
              return (
                <a
                  key={value}
                  href={href}
                  rel="nofollow"
                  aria-current={chrome.view === value ? 'true' : undefined}
                  className="flex items-center gap-0.5 rounded-sm px-1 py-0.5 no-underline aria-[current]:bg-action-tint aria-[current]:font-semibold"
                >
                  <Icon className="size-2" aria-hidden="true" />
                  {t(value === 'kaarten' ? 'lists.cards' : 'lists.table')}
                </a>
              )
            })}
          </p>
          <p className="flex items-center gap-1">
            <Download className="size-2 text-muted" aria-hidden="true" />
            {chrome.exports.map(({ format, href }) => (
              <a
                key={format}
                href={href}
                download=""
                title={t('lists.exportHelp')}
                aria-label={t('lists.exportAs', { format: format.toUpperCase() })}
              >
                {format.toUpperCase()}
              </a>
            ))}
          </p>
        </div>
      </div>
      {chrome.active.length > 0 && (
        <ul aria-label={t('lists.active')} className="flex flex-wrap items-center gap-1 text-sm">
          {chrome.active.map(({ label, href }) => (
            <li key={label}>
              <a
                href={href}
                aria-label={t('lists.remove', { label })}
                className="inline-flex items-center gap-0.5 rounded-full bg-action-tint px-1 py-0.5 no-underline hover:underline"
              >
                {label}
                <X className="size-2" aria-hidden="true" />
              </a>
            </li>
          ))}
          <li>
            <a href={chrome.clear}>{t('lists.clear')}</a>
          </li>
        </ul>
      )}
      {chrome.view === 'tabel' && <ColumnChoice chrome={chrome} />}
    </div>
  )
}

function ColumnChoice({ chrome }: { chrome: ListChrome }) {
  const { t } = useTranslation()
  const state = [...chrome.hidden, ...(chrome.q ? [['q', chrome.q] as const] : [])]
  return (
    <details className="no-print text-sm">
      <summary className="py-0.5 text-action">{t('lists.columns')}</summary>
      <form action={chrome.path} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-1">
        {state.map(
          ([name, value]) =>
            name !== 'kolommen' && <input key={`${name} ${value}`} type="hidden" name={name} value={value} />,
        )}
        {chrome.columns.map((column) => (
          <label key={column.key} className="flex min-h-3 items-center gap-0.5">
            <input
              type="checkbox"
              name="kolommen"
              value={column.key}
              defaultChecked={column.selected}
              className="size-2.5"
            />
            {column.label}
          </label>
        ))}
        <button type="submit" className="button button-quiet min-h-4 px-2 py-0.5">
          {t('lists.apply')}
        </button>
      </form>
    </details>
  )
}

function Empty({ clear }: { clear: string }) {
  const { t } = useTranslation()
  return (
    <div className="flex flex-col items-start gap-2 rounded-md bg-sand p-3">
      <p>{t('lists.empty')}</p>
      <a href={clear} className="button button-quiet">
        {t('lists.clear')}
      </a>
    </div>
  )
}

function Pagination({ chrome }: { chrome: ListChrome }) {
  const { t } = useTranslation()
  if (chrome.pages.length < 2) return null
  return (
    <nav aria-label={t('lists.pages')} className="no-print flex flex-wrap items-center gap-1 pt-2">
      {chrome.previous && (
        <a href={chrome.previous} rel="prev" className="px-1 py-0.5">
          {t('lists.previous')}
        </a>
      )}
      <ol className="flex flex-wrap gap-0.5">
        {chrome.pages.map(({ label, href }, index) => (
          <li key={href ?? `${label}${index}`}>
            {href ? (
              <a
                href={href}
                aria-label={t('lists.page', { page: label })}
                className="block min-w-4 rounded-sm px-1 py-0.5 text-center"
              >
                {label}
              </a>
            ) : label === '…' ? (
              <span className="block px-0.5 py-0.5 text-muted">…</span>
            ) : (
              <span
                aria-current="page"
                className="block min-w-4 rounded-sm bg-action px-1 py-0.5 text-center font-semibold text-on-action"
              >
                {label}
              </span>
            )}
          </li>
        ))}
      </ol>
      {chrome.next && (
        <a href={chrome.next} rel="next" className="px-1 py-0.5">
          {t('lists.next')}
        </a>
      )}
    </nav>
  )
}

export interface Column<Row> {
  key: string
  label: string
  cell: (row: Row) => ReactNode
}

/** The list as a dense table of the chosen columns. The first column names the row. */
export function ListTable<Row extends { id: string }>(props: {
  label: string
  columns: Column<Row>[]
  chosen: ListChrome['columns']
  rows: Row[]
}) {
  const shown = props.columns.filter(({ key }) => props.chosen.find((column) => column.key === key)?.selected)
  return (
    <ScrollRegion label={props.label}>
      <table className="table">
        <thead>
          <tr>
            {shown.map(({ key, label }) => (
              <th key={key} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr key={row.id}>
              {shown.map(({ key, cell }, index) =>
                index === 0 ? (
                  <th key={key} scope="row" className="min-w-[24ch] font-semibold">
                    {cell(row)}
                  </th>
                ) : (
                  <td key={key}>{cell(row)}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}
