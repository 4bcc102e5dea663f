import { useTranslation } from 'react-i18next'
import { outcomeKinds, withoutRoms } from '../domain/introduction/types.ts'
import type { FormFaults } from '../http/form.server.ts'
import { SelectField, TextField } from './form.tsx'

/** What came of an introduction, and whether it would have come of itself. */
export function OutcomeFields({ faults }: { faults: FormFaults | null | undefined }) {
  const { t } = useTranslation()
  return (
    <>
      <SelectField
        name="kind"
        label={t('introduction.outcomeKind')}
        none={t('introduction.choose')}
        options={outcomeKinds.map((value) => ({ value, label: t(`introduction.outcome.${value}`) }))}
        faults={faults}
      />
      <SelectField
        name="without"
        label={t('introduction.withoutRoms')}
        value="unknown"
        options={withoutRoms.map((value) => ({ value, label: t(`introduction.without.${value}`) }))}
        faults={faults}
      />
      <TextField
        name="note"
        label={t('introduction.note')}
        required={false}
        rows={3}
        maxLength={2000}
        faults={faults}
      />
    </>
  )
}
