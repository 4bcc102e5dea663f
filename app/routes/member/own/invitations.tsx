import { useTranslation } from 'react-i18next'
import { Submit } from '../../../ui/form.tsx'
import { Section } from '../../../ui/page.tsx'

interface Props {
  invitations: {
    id: string
    by: string | null
    organisation: string
    slug: string
    role: 'owner' | 'editor'
    until: string
  }[]
}

/** What one was invited to, with yes and no. */
export function Invitations({ invitations }: Props) {
  const { t } = useTranslation()
  if (invitations.length === 0) return null
  return (
    <Section id="uitnodigingen" title={t('colleagues.yours')}>
      <ul className="flex max-w-[80ch] flex-col gap-2">
        {invitations.map(({ id, by, organisation, slug, role, until }) => (
          <li key={id} className="card">
            <h3 className="text-lg">
              <a href={`/organisaties/${slug}`}>{organisation}</a>
            </h3>
            <p className="break-words">{t('colleagues.asks', { by: by ?? t('colleagues.owner') })}</p>
            <p>
              {`${t('colleagues.role')}: ${t(`account.memberRole.${role}`)}. `}
              {t(`claims.members.to.${role}`)}
            </p>
            <p className="text-sm text-muted">{t('colleagues.until', { date: until })}</p>
            <form method="post" action="/mijn" className="flex flex-wrap gap-2">
              <input type="hidden" name="invitation" value={id} />
              <Submit name="answer" value="accept">
                {t('colleagues.accept')}
                <span className="sr-only">{t('colleagues.answerOf', { name: organisation })}</span>
              </Submit>
              <Submit name="answer" value="decline" quiet>
                {t('colleagues.decline')}
                <span className="sr-only">{t('colleagues.answerOf', { name: organisation })}</span>
              </Submit>
            </form>
          </li>
        ))}
      </ul>
    </Section>
  )
}
