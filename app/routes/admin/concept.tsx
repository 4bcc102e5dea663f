import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { requireRole, requireSender } from '../../auth/guard.server.ts'
import { keptForm } from '../../auth/kept-form.server.ts'
import { canAdminister } from '../../domain/account/policy.ts'
import { refusalAnswer } from '../../http/form.server.ts'
import { answerHeaders } from '../../http/headers.server.ts'
import { FormNotes } from '../../ui/form.tsx'
import { pageMeta } from '../../ui/meta.ts'
import { Notice } from '../../ui/page.tsx'
import { AdminFrame, Done } from './frame/admin-frame.tsx'
import { changeWords, loadConcept } from './words/concept.server.ts'
import { Listed, Matched, Place } from './words/listed.tsx'
import { OwnWords } from './words/own-words.tsx'

export const meta = pageMeta
export const headers = answerHeaders

export async function loader(args: LoaderFunctionArgs) {
  requireRole(args, canAdminister)
  return { ...(await loadConcept(args)), kept: await keptForm(args) }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireSender(args, canAdminister)
  return refusalAnswer(await changeWords(args, actor))
}

export default function ConceptPage() {
  const view = useLoaderData<typeof loader>()
  const faults = useActionData<typeof action>()?.faults
  const { t } = useTranslation()
  const labels = { label: t('administration.words.word'), language: t('administration.words.language') }
  return (
    <AdminFrame title={view.title} whole ignored={view.ignored}>
      <div className="flex flex-col gap-2">
        {view.done && !faults && <Done>{t(`administration.words.done.${view.done}`)}</Done>}
        {view.asked && (
          <Notice>
            {t('administration.words.asked')} <a href="/beheer/zoeken">{t('administration.words.toSearch')}</a>
          </Notice>
        )}
        <FormNotes faults={faults} kept={view.kept} labels={labels} />
      </div>
      <div className="grid grid-cols-1 gap-x-4 lg:grid-cols-[minmax(0,1fr)_320px]">
        <div className="min-w-0">
          <Listed view={view} />
          <OwnWords view={view} labels={labels} faults={faults ?? view.kept} />
          <Matched />
        </div>
        <Place view={view} />
      </div>
    </AdminFrame>
  )
}
