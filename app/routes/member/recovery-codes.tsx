import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { requireSender, requireUser } from '../../auth/guard.server.ts'
import { proofOf } from '../../auth/proof.server.ts'
import { answerHeaders } from '../../http/headers.server.ts'
import { FormNotes, Submit } from '../../ui/form.tsx'
import { pageMeta } from '../../ui/meta.ts'
import { openOwn } from './own/account.server.ts'
import { OwnPage } from './own/own-page.tsx'
import { ProofField } from './own/proof-field.tsx'
import { RecoveryCodes } from './own/recovery-codes.tsx'
import { codesAnswer, renewCodes } from './own/two-factor.server.ts'

export const meta = pageMeta
export const headers = answerHeaders

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireUser(args)
  const { account, t } = await openOwn(args, actor)
  if (account.totp_confirmed_at === null) throw redirect('/mijn/account/tweestaps', 303)
  return { title: t('own.codes.title'), description: t('own.codes.intro'), proof: proofOf(account) }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireSender(args)
  const { account } = await openOwn(args, actor)
  return codesAnswer(await renewCodes(args, account))
}

export default function NewRecoveryCodes() {
  const { title, description, proof } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { t } = useTranslation()
  if (result?.codes) {
    return (
      <OwnPage title={t('own.codes.made')}>
        <RecoveryCodes codes={result.codes} />
      </OwnPage>
    )
  }
  return (
    <OwnPage title={title} intro={description}>
      <FormNotes faults={result?.faults} labels={{ current: t('own.current'), code: t('own.code') }} />
      <form method="post" action="/mijn/account/tweestaps/codes" className="flex flex-col gap-2">
        <ProofField proof={proof} faults={result?.faults} />
        <Submit>{t('own.codes.make')}</Submit>
      </form>
    </OwnPage>
  )
}
