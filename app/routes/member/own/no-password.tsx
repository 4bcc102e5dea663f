import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Notice } from '../../../ui/page.tsx'

/** For who has no password, where one is asked: why, and the way to one. */
export function NoPassword({ children }: { children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <Notice>
      {children}{' '}
      <a href="/inloggen/vergeten" className="underlined no-prefetch">
        {t('own.password.ask')}
      </a>
    </Notice>
  )
}
