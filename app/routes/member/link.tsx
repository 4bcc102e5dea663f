import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { requireSender, requireUser } from '../../auth/guard.server.ts'
import { linkedSince } from '../../domain/account/identities.server.ts'
import { refusalAnswer } from '../../http/form.server.ts'
import { answerHeaders } from '../../http/headers.server.ts'
import { FormNotes, Submit } from '../../ui/form.tsx'
import { pageMeta } from '../../ui/meta.ts'
import { openOwn } from './own/account.server.ts'
import { unlink } from './own/link.server.ts'
import { NoPassword } from './own/no-password.tsx'
import { OwnPage } from './own/own-page.tsx'
import { ProofField } from './own/proof-field.tsx'

export const meta = pageMeta
export const headers = answerHeaders

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireUser(args)
  const { account, t, db } = await openOwn(args, actor)
  if ((await linkedSince(db, actor.id)) === null) throw redirect('/mijn/account', 303)
  return {
    title: t('sso.link.change'),
    description: t('sso.link.intro'),
    hasPassword: account.password_hash !== null,
  }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireSender(args)
  const { account } = await openOwn(args, actor)
  return refusalAnswer(await unlink(args, account))
}

export default function OwnLink() {
  const { title, description, hasPassword } = useLoaderData<typeof loader>()
  const faults = useActionData<typeof action>()?.faults
  const { t } = useTranslation()
  if (!hasPassword) {
    return (
      <OwnPage title={title}>
        <NoPassword>{t('sso.link.noPassword')}</NoPassword>
      </OwnPage>
    )
  }
  return (
    <OwnPage title={title} intro={description}>
      <FormNotes faults={faults} labels={{ current: t('own.current') }} />
      <form method="post" action="/mijn/account/koppeling" className="flex flex-col gap-2">
        <ProofField proof="password" faults={faults} />
        <Submit>{t('sso.link.change')}</Submit>
      </form>
    </OwnPage>
  )
}
