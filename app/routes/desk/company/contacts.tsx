import { useTranslation } from 'react-i18next'
import type { FormFaults } from '../../../http/form.server.ts'
import { CheckField, Submit } from '../../../ui/form.tsx'
import { Section } from '../../../ui/page.tsx'
import { PersonFields } from '../../../ui/person-fields.tsx'

interface Person {
  id: string
  name: string | null
  email: string | null
  phone: string | null
  job: string | null
  office: boolean
}

/** Whom to write to at a company, for the ROM that keeps its profile. */
export function Contacts(props: {
  persons: Person[] | null
  keepers: string
  institution: boolean
  faults: FormFaults | null | undefined
}) {
  const { persons, keepers, institution, faults } = props
  const { t } = useTranslation()
  const doing = faults?.values.doe
  return (
    <Section id="contactpersonen" title={t('company.persons')}>
      {persons === null ? (
        <p>{t('company.personsOf', { rom: keepers })}</p>
      ) : (
        <>
          {persons.length === 0 && <p>{t('introduction.personNone')}</p>}
          <ul className="flex flex-col gap-1">
            {persons.map(({ id, name, email, phone, job, office }) => (
              <li key={id} className="border-l-4 border-line pl-2">
                <p className="break-words">
                  <strong>{name}</strong>
                  {job && `, ${job}`}
                  {email && (
                    <>
                      , <a href={`mailto:${email}`}>{email}</a>
                    </>
                  )}
                  {phone && `, ${phone}`}
                  {office && ` (${t('company.office')})`}
                </p>
                <details open={doing === 'forget' && faults?.values.person === id}>
                  <summary className="py-0.5 text-sm">{t('company.forget')}</summary>
                  <form method="post" className="flex flex-col gap-1 pt-1">
                    <input type="hidden" name="person" value={id} />
                    <CheckField
                      name="sure"
                      label={t('company.sureForget')}
                      faults={doing === 'forget' ? faults : null}
                    />
                    <Submit name="doe" value="forget" quiet>
                      {t('company.forgetNow')}
                    </Submit>
                  </form>
                </details>
              </li>
            ))}
          </ul>
          <details open={persons.length === 0 || doing === 'person'}>
            <summary className="py-0.5">{t('introduction.person.new')}</summary>
            <form method="post" className="flex flex-col gap-2 pt-1">
              <PersonFields institution={institution} faults={doing === 'person' ? faults : null} />
              <Submit name="doe" value="person" quiet>
                {t('company.personAdd')}
              </Submit>
            </form>
          </details>
        </>
      )}
    </Section>
  )
}
