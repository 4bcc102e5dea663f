import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { requireRole, requireSender } from '../../auth/guard.server.ts'
import { keptForm } from '../../auth/kept-form.server.ts'
import { canAdminister, canManagePeople, inScope, managedRoms } from '../../domain/account/policy.ts'
import { listRomNames } from '../../domain/rom/queries.server.ts'
import { refusalAnswer } from '../../http/form.server.ts'
import { answerHeaders } from '../../http/headers.server.ts'
import { openPage } from '../../http/page.server.ts'
import { Field, FormNotes, Submit } from '../../ui/form.tsx'
import { pageMeta } from '../../ui/meta.ts'
import { AdminFrame } from './frame/admin-frame.tsx'
import { LanguageField } from './frame/language-field.tsx'
import { invitePerson } from './user/invite.server.ts'
import { RoleFields } from './user/role-fields.tsx'

export const meta = pageMeta
export const headers = answerHeaders

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, canManagePeople)
  const { t, db } = await openPage(args)
  const roms = await listRomNames(db)
  return {
    title: t('administration.invite.title'),
    description: t('administration.invite.intro'),
    whole: canAdminister(actor),
    roms: roms.filter(({ id }) => inScope(managedRoms(actor), id)),
    kept: await keptForm(args),
  }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireSender(args, canManagePeople)
  return refusalAnswer(await invitePerson(args, actor))
}

export default function Invite() {
  const { title, description, whole, roms, kept } = useLoaderData<typeof loader>()
  const faults = useActionData<typeof action>()?.faults
  const { t } = useTranslation()
  const labels = {
    email: t('account.email'),
    name: t('administration.users.name'),
    locale: t('administration.users.locale'),
    role: t('administration.users.role'),
    rom: t('administration.users.rom'),
  }
  return (
    <AdminFrame title={title} intro={description} whole={whole}>
      <div className="flex flex-col gap-2">
        <FormNotes faults={faults} kept={kept} labels={labels} />
        <form method="post" className="flex flex-col gap-2">
          <Field name="name" label={labels.name} maxLength={100} autoComplete="off" faults={faults ?? kept} />
          <Field name="email" type="email" label={labels.email} autoComplete="off" faults={faults ?? kept} />
          <LanguageField name="locale" label={labels.locale} faults={faults ?? kept} />
          <RoleFields whole={whole} roms={roms} labels={labels} faults={faults ?? kept} />
          <Submit>{t('administration.invite.submit')}</Submit>
        </form>
      </div>
    </AdminFrame>
  )
}
