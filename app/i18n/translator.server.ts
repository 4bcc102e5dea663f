import { createInstance, type i18n, type TFunction } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { en } from './en/messages.ts'
import type { Locale } from './locale.ts'
import { nl } from './nl/messages.ts'

function make(locale: Locale, messages: object): i18n {
  const instance = createInstance()
  instance.use(initReactI18next).init({
    lng: locale,
    fallbackLng: false,
    initAsync: false,
    resources: { [locale]: { translation: messages } },
    // React escapes; escaping twice would show &amp; on the page.
    interpolation: { escapeValue: false },
    returnNull: false,
  })
  return instance
}

const instances: Record<Locale, i18n> = { nl: make('nl', nl), en: make('en', en) }

/** The translations of one language, for the provider around the page. */
export function translations(locale: Locale): i18n {
  return instances[locale]
}

/** The translate function of one language, for loaders, exports and feeds. */
export function translator(locale: Locale): TFunction {
  return instances[locale].t
}
