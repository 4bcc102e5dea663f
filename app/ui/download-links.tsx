import { Download } from 'lucide-react'
import { useTranslation } from 'react-i18next'

/** CSV and XLSX of what the page shows, with the same query string. */
export function DownloadLinks({ path, search = '' }: { path: string; search?: string }) {
  const { t } = useTranslation()
  return (
    <p className="no-print flex items-center gap-1 text-sm">
      <Download className="size-2 text-muted" aria-hidden="true" />
      {['csv', 'xlsx'].map((format) => (
        <a
          key={format}
          href={`${path}.${format}${search}`}
          download=""
          aria-label={t('lists.exportAs', { format: format.toUpperCase() })}
        >
          {format.toUpperCase()}
        </a>
      ))}
    </p>
  )
}
