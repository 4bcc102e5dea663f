import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { requireSender, requireUser } from '../../auth/guard.server.ts'
import { keptForm } from '../../auth/kept-form.server.ts'
import { proofOf } from '../../auth/proof.server.ts'
import { refusalAnswer } from '../../http/form.server.ts'
import { answerHeaders } from '../../http/headers.server.ts'
import { Field, FormNotes, Submit } from '../../ui/form.tsx'
import { pageMeta } from '../../ui/meta.ts'
import { openOwn } from './own/account.server.ts'
import { changeEmail } from './own/email.server.ts'
import { NoPassword } from './own/no-password.tsx'
import { OwnPage } from './own/own-page.tsx'
import { ProofField } from './own/proof-field.tsx'

export const meta = pageMeta
export const headers = answerHeaders

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireUser(args)
  const { account, t } = await openOwn(args, actor)
  return {
    title: t('own.email.change'),
    description: t('own.email.intro'),
    now: t('own.email.now', { email: actor.email }),
    proof: proofOf(account),
    kept: await keptForm(args),
  }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireSender(args)
  const { account } = await openOwn(args, actor)
  return refusalAnswer(await changeEmail(args, account))
}

export default function OwnEmail() {
  const { title, description, now, proof, kept } = useLoaderData<typeof loader>()
  const faults = useActionData<typeof action>()?.faults
  const { t } = useTranslation()
  const labels = { email: t('own.email.new'), current: t('own.current'), code: t('own.code') }
  if (proof === null) {
    return (
      <OwnPage title={title}>
        <p>{now}</p>
        <NoPassword>{t('own.email.none')}</NoPassword>
      </OwnPage>
    )
  }
  return (
    <OwnPage title={title} intro={description}>
      <p>{now}</p>
      <FormNotes faults={faults} kept={kept} labels={labels} />
      <form method="post" action="/mijn/account/e-mail" className="flex flex-col gap-2">
        <Field name="email" type="email" label={labels.email} autoComplete="email" faults={faults ?? kept} />
        <ProofField proof={proof} faults={faults} />
        <Submit>{t('own.email.submit')}</Submit>
      </form>
    </OwnPage>
  )
}
