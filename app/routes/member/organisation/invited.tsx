import { useTranslation } from 'react-i18next'
import { Submit } from '../../../ui/form.tsx'
import { Section } from '../../../ui/page.tsx'

interface Props {
  invited: { id: string; name: string; email: string; role: 'owner' | 'editor'; until: string }[]
  slug: string
}

/** Who was invited and has not answered yet, each with the way to take that back, and the way to invite somebody. */
export function Invited({ invited, slug }: Props) {
  const { t } = useTranslation()
  return (
    <Section id="uitgenodigd" title={t('colleagues.title')}>
      <p>{t('colleagues.help')}</p>
      {invited.length > 0 && (
        <ul className="flex max-w-[80ch] flex-col gap-2">
          {invited.map(({ id, name, email, role, until }) => (
            <li key={id} className="border-b border-line pb-2">
              <p className="break-words font-semibold">{t('colleagues.invited', { name })}</p>
              <p className="break-words text-sm text-muted">
                {[t(`account.memberRole.${role}`), t('colleagues.until', { date: until }), email].join(' · ')}
              </p>
              <form method="post" action={`/mijn/organisaties/${slug}`} className="pt-1">
                <input type="hidden" name="doe" value="withdraw" />
                <input type="hidden" name="invitation" value={id} />
                <Submit quiet>
                  {t('colleagues.withdraw')}
                  <span className="sr-only">{t('colleagues.withdrawOf', { name })}</span>
                </Submit>
              </form>
            </li>
          ))}
        </ul>
      )}
      <p>
        <a href={`/mijn/organisaties/${slug}/uitnodigen`} className="button no-prefetch">
          {t('colleagues.invite')}
        </a>
      </p>
    </Section>
  )
}
