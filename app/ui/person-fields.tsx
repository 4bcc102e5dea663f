import { useTranslation } from 'react-i18next'
import type { FormFaults } from '../http/form.server.ts'
import { CheckField, Field } from './form.tsx'

/** Somebody to write to at an organisation. @param props.institution whether it may be a transfer office */
export function PersonFields(props: { institution: boolean; faults: FormFaults | null | undefined }) {
  const { institution, faults } = props
  const { t } = useTranslation()
  const optional = { required: false, faults }
  return (
    <>
      <p className="text-sm text-muted">{t('introduction.person.newHelp')}</p>
      <Field name="name" label={t('introduction.person.name')} maxLength={100} faults={faults} />
      <Field name="email" type="email" label={t('introduction.person.email')} faults={faults} />
      <Field name="job" label={t('introduction.person.job')} maxLength={100} {...optional} />
      <Field name="phone" label={t('introduction.person.phone')} maxLength={30} {...optional} />
      {institution && <CheckField name="office" label={t('introduction.person.office')} {...optional} />}
    </>
  )
}
