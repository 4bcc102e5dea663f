import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { wayIn, withWay } from '../../auth/way-back.server.ts'
import { registerForm } from '../../domain/account/entry-forms.ts'
import { homeOf } from '../../domain/account/policy.ts'
import { register } from '../../domain/account/registration.server.ts'
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
  const { actor } = args.context
  const to = wayIn(args.context, query.url)
  if (actor) throw redirect(to || homeOf(actor), 303)
  return {
    title: t('entry.register.title'),
    description: t('entry.register.intro'),
    to,
    signIn: withWay('/inloggen', to),
  }
}

export function action(args: ActionFunctionArgs) {
  return mailOnce(args, registerForm, register)
}

export default function Register() {
  const { title, description, to, signIn } = useLoaderData<typeof loader>()
  const faults = useActionData<typeof action>()?.faults
  const { t } = useTranslation()
  const labels = { name: t('entry.name'), email: t('account.email') }
  return (
    <>
      <PageHeader title={title} intro={description} crumbs={[]} />
      <div className="flex flex-col gap-2">
        <FormNotes faults={faults} labels={labels} />
        <form method="post" action="/aanmelden" className="flex flex-col gap-2">
          <input type="hidden" name="naar" value={faults?.values.naar ?? to} />
          <Field name="name" label={labels.name} autoComplete="name" maxLength={100} faults={faults} />
          <Field
            name="email"
            type="email"
            label={labels.email}
            help={t('entry.register.emailHelp')}
            autoComplete="email"
            faults={faults}
          />
          <Submit>{t('entry.register.submit')}</Submit>
        </form>
        <p>
          {t('entry.register.known')}{' '}
          <a href={signIn} className="underlined">
            {t('account.signIn.title')}
          </a>
        </p>
        <p className="text-sm text-muted">
          {t('entry.register.privacy')}{' '}
          <a href="/privacy" className="underlined">
            {t('common.nav.privacy')}
          </a>
        </p>
      </div>
    </>
  )
}
