import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { requireRole, requireSender } from '../../auth/guard.server.ts'
import { keptForm } from '../../auth/kept-form.server.ts'
import { canManagePeople } from '../../domain/account/policy.ts'
import { refusalAnswer } from '../../http/form.server.ts'
import { answerHeaders } from '../../http/headers.server.ts'
import { FormNotes } from '../../ui/form.tsx'
import { pageMeta } from '../../ui/meta.ts'
import { AdminFrame, Done } from './frame/admin-frame.tsx'
import { Access, Facts } from './user/access.tsx'
import { Deputies } from './user/deputies.tsx'
import { loadPerson } from './user/load.server.ts'
import { carryOut } from './user/orders.server.ts'
import { Roles } from './user/roles.tsx'

export const meta = pageMeta
export const headers = answerHeaders

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, canManagePeople)
  return { ...(await loadPerson(args, actor)), kept: await keptForm(args) }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireSender(args, canManagePeople)
  return refusalAnswer(await carryOut(args, actor))
}

export default function User() {
  const view = useLoaderData<typeof loader>()
  const faults = useActionData<typeof action>()?.faults
  const { t } = useTranslation()
  const labels = {
    role: t('administration.users.role'),
    rom: t('administration.users.rom'),
    deputy: t('administration.deputies.deputy'),
    from: t('administration.deputies.from'),
    until: t('administration.deputies.until'),
  }
  return (
    <AdminFrame title={view.title} whole={view.whole} ignored={view.ignored}>
      <div className="flex flex-col gap-2">
        {view.done && !faults && <Done>{t(`administration.done.${view.done}`)}</Done>}
        <FormNotes faults={faults} kept={view.kept} labels={labels} />
      </div>
      <div className="grid grid-cols-1 gap-x-4 lg:grid-cols-[minmax(0,1fr)_320px]">
        <div className="min-w-0">
          <Roles view={view} labels={labels} faults={faults ?? view.kept} />
          <Deputies view={view} labels={labels} faults={faults ?? view.kept} />
          <Access view={view} />
        </div>
        <Facts view={view} />
      </div>
    </AdminFrame>
  )
}
