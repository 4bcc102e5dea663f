import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { requireSender, requireUser } from '../../auth/guard.server.ts'
import { proofOf } from '../../auth/proof.server.ts'
import { needsTwoFactor } from '../../domain/account/policy.ts'
import { refusalAnswer } from '../../http/form.server.ts'
import { answerHeaders } from '../../http/headers.server.ts'
import { FormNotes, Submit } from '../../ui/form.tsx'
import { pageMeta } from '../../ui/meta.ts'
import { Notice } from '../../ui/page.tsx'
import { openOwn } from './own/account.server.ts'
import { OwnPage } from './own/own-page.tsx'
import { ProofField } from './own/proof-field.tsx'
import { turnOff } from './own/two-factor.server.ts'

export const meta = pageMeta
export const headers = answerHeaders

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireUser(args)
  const { env, session } = args.context
  const issuerFactor = session?.issuerFactor ?? false
  const { account, t } = await openOwn(args, actor)
  if (account.totp_confirmed_at === null) throw redirect('/mijn/account/tweestaps', 303)
  return {
    title: t('own.twoFactorOff.title'),
    description: t('own.twoFactorOff.intro'),
    proof: proofOf(account),
    required: needsTwoFactor({ ...actor, twoFactor: issuerFactor }, env.mode),
  }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireSender(args)
  const { account } = await openOwn(args, actor)
  return refusalAnswer(await turnOff(args, account))
}

export default function TwoFactorOff() {
  const { title, description, proof, required } = useLoaderData<typeof loader>()
  const faults = useActionData<typeof action>()?.faults
  const { t } = useTranslation()
  return (
    <OwnPage title={title} intro={description}>
      {required && <Notice tone="warn">{t('own.twoFactorOff.required')}</Notice>}
      <FormNotes faults={faults} labels={{ current: t('own.current'), code: t('own.code') }} />
      <form method="post" action="/mijn/account/tweestaps/uit" className="flex flex-col gap-2">
        <ProofField proof={proof} faults={faults} />
        <Submit>{t('own.twoFactorOff.title')}</Submit>
      </form>
    </OwnPage>
  )
}
