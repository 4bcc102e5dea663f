import { useTranslation } from 'react-i18next'
import { declineReasons } from '../domain/introduction/types.ts'
import type { FormFaults } from '../http/form.server.ts'
import { SelectField, TextField } from './form.tsx'

/** Why an introduction is not wanted: a reason of a short list, and words of one's own. */
export function DeclineFields({ faults }: { faults: FormFaults | null | undefined }) {
  const { t } = useTranslation()
  return (
    <>
      <SelectField
        name="reason"
        label={t('introduction.why')}
        none={t('introduction.choose')}
        options={declineReasons.map((value) => ({ value, label: t(`introduction.reason.${value}`) }))}
        faults={faults}
      />
      <TextField
        name="note"
        label={t('introduction.note')}
        required={false}
        rows={2}
        maxLength={2000}
        faults={faults}
      />
    </>
  )
}
