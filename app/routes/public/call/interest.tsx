import { useTranslation } from 'react-i18next'
import { Notice, Section } from '../../../ui/page.tsx'

/** The way to say that one would join; of a call that is closed, where to look instead. @param at where one says so */
export function CallInterest({
  slug,
  state,
  at,
}: {
  slug: string
  state: 'open' | 'upcoming' | 'closed'
  at: string
}) {
  const { t } = useTranslation()
  if (state === 'closed') {
    return (
      <div className="pt-3">
        <Notice>
          {t('interest.closedCall')} <a href="/oproepen">{t('interest.openCalls')}</a>
        </Notice>
      </div>
    )
  }
  return (
    <Section id="interesse" title={t('interest.title')}>
      <p>{t('interest.help')}</p>
      <p>
        <a href={`${at}?oproep=${slug}`} className="button">
          {t('interest.link')}
        </a>
      </p>
    </Section>
  )
}
