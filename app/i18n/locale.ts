export const locales = ['nl', 'en'] as const
export type Locale = (typeof locales)[number]

export function isLocale(value: unknown): value is Locale {
  return locales.includes(value as Locale)
}

/** The name of an organisation in the reader's language: it has an English one only where that is another. */
export function nameIn(locale: Locale, name: string, english: string | null): string {
  return locale === 'en' ? (english ?? name) : name
}

type Localized<Key extends string> = { [Name in `${Key}_${Locale}`]?: string | null }

/** The text of a row in the reader's language, or in the other one when it exists in that one only. */
export function localized<Key extends string>(row: Localized<Key>, key: Key, locale: Locale): string {
  return localizedWithLanguage(row, key, locale).text
}

/** The same, with the language the text is in, for the `lang` attribute. */
export function localizedWithLanguage<Key extends string>(row: Localized<Key>, key: Key, locale: Locale) {
  const other = locale === 'nl' ? 'en' : 'nl'
  const own = row[`${key}_${locale}`]
  if (own) return { text: own, language: locale }
  const foreign = row[`${key}_${other}`]
  return foreign ? { text: foreign, language: other as Locale } : { text: '', language: locale }
}
