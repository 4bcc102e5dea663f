import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { requireRole } from '../../auth/guard.server.ts'
import { keptForm } from '../../auth/kept-form.server.ts'
import { canReviewClaims } from '../../domain/account/policy.ts'
import { refusalAnswer } from '../../http/form.server.ts'
import { answerHeaders } from '../../http/headers.server.ts'
import { FormNotes } from '../../ui/form.tsx'
import { pageMeta } from '../../ui/meta.ts'
import { Notice, PageHeader } from '../../ui/page.tsx'
import { ExampleTag } from '../../ui/tags.tsx'
import { questionAction } from './question/action.server.ts'
import { Facts, Timeline } from './question/facts.tsx'
import { loadQuestion } from './question/load.server.ts'
import { Note, Orders } from './question/orders.tsx'

export const meta = pageMeta
export const headers = answerHeaders

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, canReviewClaims)
  return { ...(await loadQuestion(args, actor)), kept: await keptForm(args) }
}

export async function action(args: ActionFunctionArgs) {
  return refusalAnswer(await questionAction(args))
}

export default function QuestionPage() {
  const { title, crumbs, passed, view, kept } = useLoaderData<typeof loader>()
  const faults = useActionData<typeof action>()?.faults ?? null
  const { t } = useTranslation()
  if (!view) {
    const typed =
      faults &&
      ['reply', 'note', 'why', 'explanation', 'report', 'remark'].flatMap((name) => faults.values[name] || [])
    return (
      <>
        <PageHeader title={title} crumbs={crumbs} />
        <FormNotes faults={faults} labels={{}} />
        <Notice>{passed}</Notice>
        {typed && typed.length > 0 && (
          <div className="flex max-w-[80ch] flex-col gap-1 pt-2">
            <p className="font-semibold">{t('questions.typed')}</p>
            <p className="whitespace-pre-line break-words border-l-4 border-line pl-2">{typed.join('\n')}</p>
          </div>
        )}
      </>
    )
  }
  return (
    <>
      <PageHeader title={title} crumbs={crumbs}>
        {view.isExample && (
          <p>
            <ExampleTag />
          </p>
        )}
      </PageHeader>
      <div className="grid grid-cols-1 gap-x-6 gap-y-3 lg:grid-cols-[minmax(0,1fr)_336px]">
        <div className="min-w-0">
          <Timeline view={view} />
          {view.canHandle ? (
            !view.erased && <Orders view={view} faults={faults} kept={kept} />
          ) : (
            <>
              <p className="pt-2">{t('questions.readsAlong', { rom: view.rom })}</p>
              <Note view={view} faults={faults} kept={kept} />
            </>
          )}
        </div>
        <Facts view={view} />
      </div>
    </>
  )
}
