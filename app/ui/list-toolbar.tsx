import { Download, LayoutGrid, Rows3, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ListChrome } from '../http/list.server.ts'

/** How many there are, and what one can do with the list: sort, view, download, take filters away, choose columns. */
export function ListToolbar({ chrome }: { chrome: ListChrome }) {
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
          {chrome.views.length > 0 && (
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
          )}
          {chrome.exports.length > 0 && (
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
          )}
        </div>
      </div>
      {chrome.active.length > 0 && (
        <ul aria-label={t('lists.active')} className="flex flex-wrap items-center gap-1 text-sm">
          {chrome.active.map(({ label, href }) => (
            <li key={label}>
              <a
                href={href}
                aria-label={t('lists.remove', { label })}
                className="inline-flex items-center gap-0.5 rounded-full bg-action-tint px-1 py-0.5 no-underline [overflow-wrap:anywhere] hover:underline"
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
        {chrome.columns.slice(1).map((column) => (
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
