import { useTranslation } from 'react-i18next'
import type { Locale } from '../i18n/locale.ts'

/** The language the page is rendered in. */
export function useLocale(): Locale {
  return useTranslation().i18n.language as Locale
}
