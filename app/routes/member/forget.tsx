import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { requireSender, requireUser } from '../../auth/guard.server.ts'
import { keptForm } from '../../auth/kept-form.server.ts'
import { proofOf } from '../../auth/proof.server.ts'
import { isLastAdministrator } from '../../domain/account/administer.server.ts'
import { refusalAnswer } from '../../http/form.server.ts'
import { answerHeaders } from '../../http/headers.server.ts'
import { Field, FormNotes, Submit } from '../../ui/form.tsx'
import { pageMeta } from '../../ui/meta.ts'
import { Notice } from '../../ui/page.tsx'
import { openOwn } from './own/account.server.ts'
import { forgetOneself } from './own/forget.server.ts'
import { OwnPage } from './own/own-page.tsx'
import { ProofField } from './own/proof-field.tsx'

export const meta = pageMeta
export const headers = answerHeaders

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireUser(args)
  const { account, t, db } = await openOwn(args, actor)
  return {
    title: t('own.forget.title'),
    description: t('own.forget.intro'),
    proof: proofOf(account),
    last: await isLastAdministrator(db, actor.id),
    kept: await keptForm(args),
  }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireSender(args)
  const { account } = await openOwn(args, actor)
  return refusalAnswer(await forgetOneself(args, account))
}

const happens = ['gone', 'roles', 'history', 'backups'] as const

export default function Forget() {
  const { title, description, proof, last, kept } = useLoaderData<typeof loader>()
  const faults = useActionData<typeof action>()?.faults
  const { t } = useTranslation()
  const word = t('own.forget.word')
  if (last) {
    return (
      <OwnPage title={title}>
        <Notice tone="warn">{t('form.fault.lastAdministrator')}</Notice>
      </OwnPage>
    )
  }
  return (
    <OwnPage title={title} intro={description}>
      <ul className="flex max-w-[70ch] list-disc flex-col gap-0.5 pl-3">
        {happens.map((key) => (
          <li key={key}>{t(`own.forget.happens.${key}`)}</li>
        ))}
      </ul>
      <FormNotes
        faults={faults}
        kept={kept}
        labels={{ current: t('own.current'), code: t('own.code'), woord: t('own.forget.type', { word }) }}
      />
      <form method="post" action="/mijn/account/verwijderen" className="flex flex-col gap-2">
        <ProofField proof={proof} faults={faults} />
        {proof === null && (
          <Field
            name="woord"
            label={t('own.forget.type', { word })}
            autoComplete="off"
            maxLength={100}
            faults={faults ?? kept}
          />
        )}
        <Submit>{t('own.forget.submit')}</Submit>
      </form>
    </OwnPage>
  )
}
