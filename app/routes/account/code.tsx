import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ownAddress } from '../../auth/guard.server.ts'
import { refusalAnswer } from '../../http/form.server.ts'
import { answerHeaders } from '../../http/headers.server.ts'
import { openPage } from '../../http/page.server.ts'
import { Field, FormNotes, Submit } from '../../ui/form.tsx'
import { pageMeta } from '../../ui/meta.ts'
import { PageHeader } from '../../ui/page.tsx'
import { giveCode, halfSession } from './sign-in/code.server.ts'

export const meta = pageMeta
export const headers = answerHeaders

export async function loader(args: LoaderFunctionArgs) {
  halfSession(args)
  const { t, query } = await openPage(args)
  return {
    title: t('own.signInCode.title'),
    description: t('own.signInCode.intro'),
    to: ownAddress(query.url.searchParams.get('naar'), ''),
  }
}

export async function action(args: ActionFunctionArgs) {
  return refusalAnswer(await giveCode(args, halfSession(args)))
}

export default function SignInCode() {
  const { title, description, to } = useLoaderData<typeof loader>()
  const faults = useActionData<typeof action>()?.faults
  const { t } = useTranslation()
  const label = t('own.code')
  return (
    <>
      <PageHeader title={title} intro={description} crumbs={[]} />
      <div className="flex flex-col gap-2">
        <FormNotes faults={faults} labels={{ code: label }} />
        <form method="post" action="/inloggen/code" className="flex flex-col gap-2">
          <input type="hidden" name="naar" value={faults?.values.naar ?? to} />
          <Field
            name="code"
            label={label}
            help={t('own.codeHelp')}
            autoComplete="one-time-code"
            maxLength={100}
            faults={faults}
          />
          <Submit>{t('own.signInCode.submit')}</Submit>
        </form>
        <p>{t('own.signInCode.lost')}</p>
        <p>
          <a href="/inloggen" className="underlined">
            {t('own.signInCode.again')}
          </a>
        </p>
      </div>
    </>
  )
}
