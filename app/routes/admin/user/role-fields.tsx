import { useTranslation } from 'react-i18next'
import { allRoms, staffRoles } from '../../../domain/account/types.ts'
import type { FormFaults } from '../../../http/form.server.ts'
import { SelectField } from '../../../ui/form.tsx'

/** Which role, for which ROM: as far as somebody may give them. */
export function RoleFields(props: {
  /** Whether the reader gives every role; else that of business developer only. */
  whole: boolean
  roms: { id: string; name: string }[]
  labels: { role: string; rom: string }
  faults?: FormFaults | null
}) {
  const { t } = useTranslation()
  const { whole, roms, labels, faults } = props
  const roles = whole ? staffRoles : (['business_developer'] as const)
  return (
    <>
      <SelectField
        name="role"
        label={labels.role}
        none={whole ? t('administration.choose') : undefined}
        options={roles.map((value) => ({ value, label: t(`account.role.${value}`) }))}
        faults={faults}
      />
      <SelectField
        name="rom"
        label={labels.rom}
        help={whole ? t('administration.users.romHelp') : undefined}
        options={[
          ...(whole ? [{ value: allRoms, label: t('administration.users.noRom') }] : []),
          ...roms.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        faults={faults}
      />
    </>
  )
}
