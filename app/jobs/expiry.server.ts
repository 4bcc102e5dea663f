import type { App } from '../context.server.ts'
import { type Ending, remindOfExpiry } from '../domain/listing/reminders.server.ts'
import { dutchDay, formatDate } from '../i18n/format.ts'
import { type Locale, localized } from '../i18n/locale.ts'
import { translator } from '../i18n/translator.server.ts'

/** So many are named in a mail, each by its beginning. */
const mostNamed = 10
const longestName = 80

/** Tells who keeps a profile what of it ends within a month, once. @returns how many organisations were mailed */
export function remindExpiring({ db, now }: Pick<App, 'db' | 'now'>, signal?: AbortSignal): Promise<number> {
  return remindOfExpiry(db, { now: now(), today: dutchDay(now()), told }, signal)
}

function told(endings: Ending[], locale: Locale): string {
  const t = translator(locale)
  const named = endings.slice(0, mostNamed).map((one) => {
    const text = localized(one, 'text', locale).replace(/\s+/g, ' ')
    const words = text.length > longestName ? `${text.slice(0, longestName).trimEnd()}…` : text
    return t(`listing.mailed.${one.side}`, { words, date: formatDate(one.expires_on, locale) })
  })
  const more = endings.length - named.length
  return [...named, ...(more > 0 ? [t('listing.mailedMore', { count: more })] : [])].join('; ')
}
