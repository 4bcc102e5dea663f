import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { keyIn } from '../../auth/keys.server.ts'
import { questionByKey } from '../../domain/question/status.server.ts'
import { keyHeaders } from '../../http/headers.server.ts'
import { openPage } from '../../http/page.server.ts'
import { pageMeta } from '../../ui/meta.ts'
import { PageHeader } from '../../ui/page.tsx'
import { ExampleTag } from '../../ui/tags.tsx'
import { statusAction } from './question/action.server.ts'
import { Status, StatusForms } from './question/status.tsx'
import { statusView } from './question/view.server.ts'

export const meta = pageMeta
export const headers = keyHeaders

/** What the link to a question opens, for whoever has it; a wrong one tells nothing. */
export async function loader(args: LoaderFunctionArgs) {
  const { t, db, locale, today } = await openPage(args)
  const key = keyIn(args.request)
  const now = args.context.now()
  const question = await questionByKey(db, key, now)
  if (!question) return { title: t('ask.status.deadTitle'), description: t('ask.status.dead'), key: null, view: null }
  const interest = question.kind === 'interest'
  return {
    title: t(interest ? 'ask.status.interestTitle' : 'ask.status.title', { rom: question.rom }),
    description: undefined,
    key,
    view: await statusView(db, question, { t, locale, today, now }),
  }
}

export async function action(args: ActionFunctionArgs) {
  const refusal = await statusAction(args)
  const answer = { forgotten: refusal === null, faults: refusal?.faults ?? null }
  return data(answer, { status: refusal?.status ?? 200, headers: refusal?.headers })
}

export default function AskStatus() {
  const { title, description, key, view } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const { t } = useTranslation()
  if (sent?.forgotten) {
    return <PageHeader title={t('ask.status.forgottenTitle')} intro={t('ask.status.forgotten')} crumbs={[]} />
  }
  return (
    <>
      <PageHeader title={title} intro={description} crumbs={[]}>
        {view?.isExample && (
          <p>
            <ExampleTag />
          </p>
        )}
      </PageHeader>
      {view ? (
        <>
          <Status view={view} />
          <StatusForms sleutel={key} state={view.state} faults={sent?.faults ?? null} />
        </>
      ) : (
        <p>
          <a href="/vraag" className="button">
            {t('ask.title')}
          </a>
        </p>
      )}
    </>
  )
}
