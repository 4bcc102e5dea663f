import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { requireSender, requireUser } from '../../auth/guard.server.ts'
import { refusalAnswer } from '../../http/form.server.ts'
import { answerHeaders } from '../../http/headers.server.ts'
import { Field, FormNotes, Submit } from '../../ui/form.tsx'
import { pageMeta } from '../../ui/meta.ts'
import { Notice } from '../../ui/page.tsx'
import { openOwn } from './own/account.server.ts'
import { NoPassword } from './own/no-password.tsx'
import { OwnPage } from './own/own-page.tsx'
import { changePassword } from './own/password.server.ts'
import { ProofField } from './own/proof-field.tsx'

export const meta = pageMeta
export const headers = answerHeaders

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireUser(args)
  const { account, t, query } = await openOwn(args, actor)
  return {
    title: t('own.password.title'),
    description: t('own.password.intro'),
    email: account.email ?? '',
    hasPassword: account.password_hash !== null,
    done: query.choice('klaar', ['wachtwoord']) !== null,
  }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireSender(args)
  const { account } = await openOwn(args, actor)
  return refusalAnswer(await changePassword(args, account))
}

export default function OwnPassword() {
  const { title, description, email, hasPassword, done } = useLoaderData<typeof loader>()
  const faults = useActionData<typeof action>()?.faults
  const { t } = useTranslation()
  const labels = { current: t('own.current'), password: t('own.password.new') }
  if (!hasPassword) {
    return (
      <OwnPage title={title}>
        <NoPassword>{t('own.password.none')}</NoPassword>
      </OwnPage>
    )
  }
  return (
    <OwnPage title={title} intro={description}>
      {done && !faults && <Notice>{t('own.password.done')}</Notice>}
      <FormNotes faults={faults} labels={labels} />
      <form method="post" action="/mijn/account/wachtwoord" className="flex flex-col gap-2">
        {/* Tells a password manager which account it is about. */}
        <input type="hidden" name="account" autoComplete="username" value={email} />
        <ProofField proof="password" faults={faults} />
        <Field
          name="password"
          type="password"
          label={labels.password}
          help={t('own.password.help')}
          autoComplete="new-password"
          maxLength={1000}
          faults={faults}
        />
        <Submit>{t('own.password.submit')}</Submit>
      </form>
    </OwnPage>
  )
}
