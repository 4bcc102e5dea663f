import { useTranslation } from 'react-i18next'
import type { IntroductionState } from '#db/tables/introductions.ts'
import type { Audience } from '../../../domain/listing/policy.ts'
import type { Locale } from '../../../i18n/locale.ts'
import { useLocale } from '../../../ui/locale.ts'
import { Section } from '../../../ui/page.tsx'
import { Tag } from '../../../ui/tags.tsx'

interface Listing {
  id: string
  side: 'offer' | 'need'
  text: string
  language: Locale
  audience: Audience
  until: string
  ending: boolean
}

/** What a company offers and needs, as far as the reader may see it. */
export function VisibleListings({ listings }: { listings: Listing[] }) {
  const { t } = useTranslation()
  const locale = useLocale()
  return (
    <Section id="aanbod-en-vraag" title={t('listing.title')}>
      {listings.length === 0 && <p>{t('company.noListings')}</p>}
      <ul className="flex max-w-[80ch] flex-col gap-1">
        {listings.map(({ id, side, text, language, audience, until, ending }) => (
          <li key={id} className="border-l-4 border-line pl-2">
            <p className="flex flex-wrap gap-1 text-sm text-muted">
              <span>{t(side === 'offer' ? 'listing.offers' : 'listing.needs')}</span>
              <span>{t(`listing.audiences.${audience}`)}</span>
              <span>{t('company.until', { date: until })}</span>
              {ending && <Tag>{t('listing.ending')}</Tag>}
            </p>
            <p lang={language === locale ? undefined : language} className="break-words">
              {text}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  )
}

export function CompanyIntroductions(props: {
  introductions: { id: string; names: string; state: IntroductionState; late: boolean }[]
}) {
  const { t } = useTranslation()
  return (
    <Section id="introducties" title={t('introduction.title')}>
      {props.introductions.length === 0 && <p>{t('company.noIntroductions')}</p>}
      <ul className="flex flex-col gap-0.5">
        {props.introductions.map(({ id, names, state, late }) => (
          <li key={id}>
            <a href={`/werk/introducties/${id}`} className="inline-block py-0.5">
              {names}
            </a>{' '}
            <span className="text-muted">{t(`introduction.state.${state}`)}</span>{' '}
            {late && <span className="font-semibold text-warn">{t('company.late')}</span>}
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** Which ROMs know a company, by role and nothing more. */
export function KnownBy(props: {
  known: { id: string; slug: string; name: string; accompanies: boolean; advisers: string[]; introductions: number }[]
}) {
  const { t } = useTranslation()
  return (
    <Section id="wie-kent" title={t('company.known')}>
      {props.known.length === 0 && <p>{t('company.knownNone')}</p>}
      <ul className="flex flex-col gap-0.5">
        {props.known.map(({ id, slug, name, accompanies, advisers, introductions }) => (
          <li key={id}>
            <a href={`/roms/${slug}`}>{name}</a>:{' '}
            {[
              accompanies && t('company.accompanies'),
              advisers.length > 0 && advisers.join(', '),
              introductions > 0 && t('introduction.count', { count: introductions }),
            ]
              .filter(Boolean)
              .join('; ')}
          </li>
        ))}
      </ul>
    </Section>
  )
}
