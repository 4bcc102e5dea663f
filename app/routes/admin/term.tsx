import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { requireRole, requireSender } from '../../auth/guard.server.ts'
import { keptForm } from '../../auth/kept-form.server.ts'
import { canAdminister } from '../../domain/account/policy.ts'
import { refusalAnswer } from '../../http/form.server.ts'
import { answerHeaders } from '../../http/headers.server.ts'
import { Field, FormNotes, Submit, TextField } from '../../ui/form.tsx'
import { pageMeta } from '../../ui/meta.ts'
import { AdminFrame, Done } from './frame/admin-frame.tsx'
import { changeTerm, loadTerm } from './taxonomy/term.server.ts'

export const meta = pageMeta
export const headers = answerHeaders

export async function loader(args: LoaderFunctionArgs) {
  requireRole(args, canAdminister)
  return { ...(await loadTerm(args)), kept: await keptForm(args) }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireSender(args, canAdminister)
  return refusalAnswer(await changeTerm(args, actor))
}

export default function TermPage() {
  const { title, description, term, done, kept, ignored } = useLoaderData<typeof loader>()
  const faults = useActionData<typeof action>()?.faults
  const { t } = useTranslation()
  const labels = {
    name_nl: t('administration.taxonomy.nameNl'),
    name_en: t('administration.taxonomy.nameEn'),
    summary_nl: t('administration.taxonomy.summaryNl'),
    summary_en: t('administration.taxonomy.summaryEn'),
  }
  const of = (name: keyof typeof labels) => ({
    name,
    label: labels[name],
    value: term[name] ?? '',
    faults: faults ?? kept,
  })
  return (
    <AdminFrame title={title} intro={description} whole ignored={ignored}>
      <div className="flex flex-col gap-2">
        {done && !faults && <Done>{t('administration.taxonomy.done')}</Done>}
        <FormNotes faults={faults} kept={kept} labels={labels} />
        <form method="post" className="flex flex-col gap-2">
          <Field {...of('name_nl')} maxLength={100} autoComplete="off" />
          <Field {...of('name_en')} maxLength={100} autoComplete="off" />
          {term.table === 'theme' && (
            <>
              <TextField {...of('summary_nl')} maxLength={400} />
              <TextField {...of('summary_en')} maxLength={400} />
            </>
          )}
          <p className="max-w-[60ch] text-sm text-muted">{t('administration.taxonomy.help')}</p>
          <Submit>{t('administration.taxonomy.save')}</Submit>
        </form>
      </div>
    </AdminFrame>
  )
}
