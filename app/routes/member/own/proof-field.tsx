import { useTranslation } from 'react-i18next'
import type { Proof } from '../../../auth/proof.server.ts'
import type { FormFaults } from '../../../http/form.server.ts'
import { Field } from '../../../ui/form.tsx'

/** Asks again who it is, by what the person has; nothing when there is nothing to ask. */
export function ProofField({ proof, faults }: { proof: Proof; faults?: FormFaults | null }) {
  const { t } = useTranslation()
  if (proof === 'password') {
    return (
      <Field
        name="current"
        type="password"
        label={t('own.current')}
        autoComplete="current-password"
        faults={faults}
        maxLength={1000}
      />
    )
  }
  return (
    proof && (
      <Field
        name="code"
        label={t('own.code')}
        help={t('own.codeHelp')}
        autoComplete="one-time-code"
        faults={faults}
        maxLength={100}
      />
    )
  )
}
