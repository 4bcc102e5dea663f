import { useTranslation } from 'react-i18next'
import type { asksOf } from '../../../domain/introduction/view.ts'
import { formatDate } from '../../../i18n/format.ts'
import { useLocale } from '../../../ui/locale.ts'

/** Introductions that ask something of the reader's ROM, those that are due first. */
export function WaitingIntroductions(props: { introductions: NonNullable<ReturnType<typeof asksOf>>[] }) {
  const { t } = useTranslation()
  const locale = useLocale()
  return (
    <ul className="flex flex-col gap-0.5">
      {props.introductions.map(({ id, asks, names, late, due }) => (
        <li key={id}>
          <a href={`/werk/introducties/${id}`} className="inline-block py-0.5">
            {names}
          </a>{' '}
          <span className="text-muted">{t(`introduction.asks.${asks}`)}</span>
          {due && (
            <span className={late ? 'font-semibold text-warn' : 'text-muted'}>
              {' '}
              {t(late ? 'introduction.late' : 'introduction.due', { date: formatDate(due, locale) })}
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}

/** Companies of the reader of which an offer or need ends within a month. */
export function ExpiringCompanies(props: { companies: { slug: string; name: string; ending: number }[] }) {
  const { t } = useTranslation()
  return (
    <ul className="flex flex-col gap-0.5">
      {props.companies.map(({ slug, name, ending }) => (
        <li key={slug}>
          <a href={`/werk/bedrijven/${slug}`} className="inline-block py-0.5">
            {name}
          </a>{' '}
          <span className="text-muted">
            {t('company.listings')}: {t('company.ending', { count: ending })}
          </span>
        </li>
      ))}
    </ul>
  )
}
