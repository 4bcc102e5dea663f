import { useTranslation } from 'react-i18next'
import type { FormFaults } from '../../../http/form.server.ts'
import { locales } from '../../../i18n/locale.ts'
import { SelectField } from '../../../ui/form.tsx'

/** A choice of the portal's languages; Dutch unless something else was chosen. */
export function LanguageField(props: { name: string; label: string; faults?: FormFaults | null }) {
  const { t } = useTranslation()
  const options = locales.map((value) => ({ value, label: t(`administration.locale.${value}`) }))
  return <SelectField {...props} value="nl" options={options} />
}
