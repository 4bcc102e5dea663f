import { useContext } from 'react'
import { I18nContext } from 'react-i18next'
import type { Locale } from '../i18n/locale.ts'

/** The language the page is rendered in. Not by `useTranslation`, which copies all of i18next each time: a page asks this by the hundred. */
export function useLocale(): Locale {
  return useContext(I18nContext).i18n.language as Locale
}
