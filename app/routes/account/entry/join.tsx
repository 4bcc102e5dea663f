import { useTranslation } from 'react-i18next'
import type { FormFaults } from '../../../http/form.server.ts'
import { Field, Submit } from '../../../ui/form.tsx'
import { Section } from '../../../ui/page.tsx'

interface Props {
  /** Of the mail. */
  sleutel: string
  /** As the inviter typed it. */
  name: string
  email: string
  organisation: string
  faults: FormFaults | null | undefined
}

/** For who has no account yet: yes is choosing a password, no is one press. The key stays in the address, as often as needed. */
export function Join({ sleutel, name, email, organisation, faults }: Props) {
  const { t } = useTranslation()
  const here = `/inloggen/uitnodiging?${new URLSearchParams({ sleutel })}`
  return (
    <>
      <Section id="aannemen" title={t('joining.yes')}>
        <form method="post" action={here} className="flex flex-col gap-2">
          <p>{t('joining.yesHelp', { organisation, email })}</p>
          <input type="hidden" name="answer" value="accept" />
          <Field
            name="name"
            label={t('entry.name')}
            value={name}
            autoComplete="name"
            maxLength={100}
            faults={faults}
          />
          {/* So that a password manager knows which account it keeps the password of. */}
          <input type="text" autoComplete="username" value={email} readOnly hidden />
          <Field
            name="password"
            type="password"
            label={t('entry.password.label')}
            help={t('entry.password.help')}
            autoComplete="new-password"
            faults={faults}
          />
          <Submit>{t('joining.submit')}</Submit>
        </form>
      </Section>
      <Section id="afwijzen" title={t('joining.no')}>
        <form method="post" action={here} className="flex flex-col gap-2">
          <p>{t('joining.noHelp')}</p>
          <input type="hidden" name="answer" value="decline" />
          <Submit quiet>{t('colleagues.decline')}</Submit>
        </form>
      </Section>
    </>
  )
}
