import { useTranslation } from 'react-i18next'

/** A text by a key that data is part of; where there is none, what it is called itself. */
export function useKnownText() {
  const { t, i18n } = useTranslation()
  return (key: string, otherwise: string): string => {
    const text: unknown = i18n.exists(key) ? t(key as 'administration.choose') : otherwise
    // A name such as "constructor" leads to something, which is no text.
    return typeof text === 'string' ? text : otherwise
  }
}
