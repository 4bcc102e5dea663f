import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { wayIn, withWay } from '../../auth/way-back.server.ts'
import { forgottenForm } from '../../domain/account/entry-forms.ts'
import { forgotten } from '../../domain/account/registration.server.ts'
import { answerHeaders } from '../../http/headers.server.ts'
import { openPage } from '../../http/page.server.ts'
import { Field, FormNotes, Submit } from '../../ui/form.tsx'
import { pageMeta } from '../../ui/meta.ts'
import { PageHeader } from '../../ui/page.tsx'
import { mailOnce } from './entry/mail.server.ts'

export const meta = pageMeta
export const headers = answerHeaders

export async function loader(args: LoaderFunctionArgs) {
  const { t, query } = await openPage(args)
  const to = wayIn(args.context, query.url)
  return {
    title: t('entry.forgotten.title'),
    description: t('entry.forgotten.intro'),
    to,
    signIn: withWay('/inloggen', to),
  }
}

export function action(args: ActionFunctionArgs) {
  return mailOnce(args, forgottenForm, forgotten)
}

export default function Forgotten() {
  const { title, description, to, signIn } = useLoaderData<typeof loader>()
  const faults = useActionData<typeof action>()?.faults
  const { t } = useTranslation()
  const labels = { email: t('account.email') }
  return (
    <>
      <PageHeader title={title} intro={description} crumbs={[{ href: signIn, label: t('account.signIn.title') }]} />
      <div className="flex flex-col gap-2">
        <FormNotes faults={faults} labels={labels} />
        <form method="post" action="/inloggen/vergeten" className="flex flex-col gap-2">
          <input type="hidden" name="naar" value={faults?.values.naar ?? to} />
          <Field name="email" type="email" label={labels.email} autoComplete="username" faults={faults} />
          <Submit>{t('entry.forgotten.submit')}</Submit>
        </form>
      </div>
    </>
  )
}
