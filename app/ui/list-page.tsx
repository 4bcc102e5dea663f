import { SlidersHorizontal } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Facet, ListChrome } from '../http/list.server.ts'
import { formatNumber } from '../i18n/format.ts'
import { ListToolbar } from './list-toolbar.tsx'
import { useLocale } from './locale.ts'
import { Pagination } from './pagination.tsx'

/** A list with its filters at the side: each choice is a link, so that every view has an address. */
export function ListPage(props: {
  chrome: ListChrome
  aside?: ReactNode
  /** The page has a search box of its own. */
  ownSearch?: boolean
  /** What is said when nothing is found. */
  empty?: string
  children: ReactNode
}) {
  const { t } = useTranslation()
  const { chrome } = props
  return (
    <div className="grid grid-cols-1 gap-4 lg:grid-cols-[272px_minmax(0,1fr)]">
      <aside aria-label={t('lists.filters')} className="no-print flex flex-col gap-3">
        {!props.ownSearch && <ListSearch chrome={chrome} />}
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
        <ListToolbar chrome={chrome} />
        {chrome.total === 0 ? <Empty text={props.empty} clear={chrome.clear} /> : props.children}
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

function Empty({ text, clear }: { text?: string; clear: string }) {
  const { t } = useTranslation()
  return (
    <div className="flex flex-col items-start gap-2 rounded-md bg-sand p-3">
      <p className="[overflow-wrap:anywhere]">{text ?? t('lists.empty')}</p>
      <a href={clear} className="button button-quiet">
        {t('lists.clear')}
      </a>
    </div>
  )
}
