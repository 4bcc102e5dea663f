import type { TFunction } from 'i18next'
import type { Advice, Named } from '#search/matching/advice.ts'
import { shorten } from '../../../http/query.ts'
import { formatDate } from '../../../i18n/format.ts'
import type { Locale } from '../../../i18n/locale.ts'

export interface AdviceView {
  text: string
  /** Where one can see for oneself. */
  link: { href: string; label: string } | null
}

/** An advice in the reader's words. */
export function adviceView(one: Advice, t: TFunction, locale: Locale): AdviceView {
  const words = ({ side, text }: Named) => t(`advice.text.${side}`, { words: shorten(text) })
  const said = (text: string): AdviceView => ({ text, link: null })
  switch (one.advice) {
    case 'expires':
      return said(t('advice.expires', { text: words(one.text), date: formatDate(one.on, locale) }))
    case 'vague':
      return said(t('advice.vague', { text: words(one.text) }))
    case 'language':
      return said(t(one.missing === 'nl' ? 'advice.languageNl' : 'advice.languageEn', { text: words(one.text) }))
    case 'concept': {
      const term = one.concept[locale][0] ?? one.concept.id
      const search = new URLSearchParams({ q: term, soort: 'organisatie' })
      return {
        text: t('advice.concept', { term, count: one.needs }),
        link: { href: `/zoeken?${search}`, label: t('advice.look', { term }) },
      }
    }
    case 'trl':
    case 'kinds':
    case 'agreement':
      return said(t(`advice.${one.advice}`, { unknown: one.unknown, of: one.of }))
    default:
      return said(t(`advice.${one.advice}`))
  }
}
