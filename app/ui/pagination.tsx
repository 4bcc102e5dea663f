import { useTranslation } from 'react-i18next'
import type { ListChrome } from '../http/list.server.ts'

export function Pagination({ chrome }: { chrome: Pick<ListChrome, 'pages' | 'previous' | 'next'> }) {
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
