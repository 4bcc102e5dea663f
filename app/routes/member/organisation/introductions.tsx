import { useTranslation } from 'react-i18next'
import type { IntroductionState } from '#db/tables/introductions.ts'
import { Section } from '../../../ui/page.tsx'

interface Own {
  id: string
  state: IntroductionState
  rom: string
  others: {
    slug: string
    name: string
    person: { name: string; job: string | null; email: string; phone: string | null } | null
  }[]
}

/** The introductions of one's own organisation: with whom, how each stands, and whom to speak to once all said yes. */
export function OwnIntroductions({ introductions, slug }: { introductions: Own[]; slug: string }) {
  const { t } = useTranslation()
  return (
    <Section id="introducties" title={t('introduction.title')}>
      {introductions.length === 0 && <p>{t('introduction.request.none')}</p>}
      <ul className="flex max-w-[80ch] flex-col gap-1">
        {introductions.map(({ id, state, rom, others }) => (
          <li key={id} className="border-l-4 border-line pl-2">
            <p>
              {others.map(({ slug: other, name }, at) => (
                <span key={other}>
                  {at > 0 && ', '}
                  <a href={`/organisaties/${other}`}>{name}</a>
                </span>
              ))}
              <span className="text-muted">
                {' '}
                {t(`introduction.state.${state}`)}, {rom}
              </span>
            </p>
            {others.map(
              ({ slug: other, person }) =>
                person && (
                  <p key={other} className="break-words text-sm">
                    {t('introduction.person.is')} {person.name}
                    {person.job && ` (${person.job})`}, <a href={`mailto:${person.email}`}>{person.email}</a>
                    {person.phone && `, ${person.phone}`}
                  </p>
                ),
            )}
          </li>
        ))}
      </ul>
      <p>
        <a href={`/organisaties/${slug}/partners`}>{t('introduction.request.find')}</a>
      </p>
    </Section>
  )
}
