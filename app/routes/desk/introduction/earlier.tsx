import { useTranslation } from 'react-i18next'
import type { EarlierView } from './view.server.ts'

/** That these were brought together, or this was tried, before: to think of first. */
export function EarlierNotice({ earlier }: { earlier: EarlierView[] }) {
  const { t } = useTranslation()
  if (earlier.length === 0) return null
  return (
    <div
      role="alert"
      className="flex max-w-[80ch] flex-col gap-0.5 rounded-sm border-l-4 border-warn bg-warn-tint p-2"
    >
      <p className="font-semibold">{t('introduction.earlierTitle')}</p>
      <ul>
        {earlier.map(({ id, text, visible }) => (
          <li key={`${id}${text}`}>{visible ? <a href={`/werk/introducties/${id}`}>{text}</a> : text}</li>
        ))}
      </ul>
    </div>
  )
}
