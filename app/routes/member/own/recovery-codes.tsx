import { useTranslation } from 'react-i18next'
import { Notice } from '../../../ui/page.tsx'

/** The codes for who lost the phone. This page is the only one that ever has them. */
export function RecoveryCodes({ codes, intro }: { codes: string[]; intro?: string }) {
  const { t } = useTranslation()
  return (
    <>
      {intro && <p>{intro}</p>}
      <Notice tone="warn">{t('own.codes.once')}</Notice>
      <ul
        aria-label={t('own.codes.list')}
        className="grid gap-1 self-start font-mono text-lg sm:grid-cols-2 sm:gap-x-4"
      >
        {codes.map((code) => (
          <li key={code} translate="no">
            {code}
          </li>
        ))}
      </ul>
      <p>{t('own.codes.how')}</p>
      <a href="/mijn/account/tweestaps" className="button self-start no-print">
        {t('own.codes.kept')}
      </a>
    </>
  )
}
