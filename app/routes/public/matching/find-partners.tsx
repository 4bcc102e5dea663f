import { useTranslation } from 'react-i18next'
import { Section } from '../../../ui/page.tsx'

/**
 * The way from a programme, initiative or call to the organisations that fit it.
 * @param href the address of its own page
 */
export function FindPartners({ href }: { href: string }) {
  const { t } = useTranslation()
  return (
    <Section id="passend" title={t('regional.find')}>
      <p>{t('regional.findHelp')}</p>
      <p>
        <a className="button" href={`${href}/partners`}>
          {t('regional.find')}
        </a>
      </p>
    </Section>
  )
}
