import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { openWay, withWay } from '../../auth/way-back.server.ts'
import { keyHeaders } from '../../http/headers.server.ts'
import { openPage } from '../../http/page.server.ts'
import { Field, FormNotes, Submit } from '../../ui/form.tsx'
import { pageMeta } from '../../ui/meta.ts'
import { PageHeader } from '../../ui/page.tsx'
import { keyHolder, setPassword } from './entry/password.server.ts'

export const meta = pageMeta
export const headers = keyHeaders

export async function loader(args: LoaderFunctionArgs) {
  const { t, query } = await openPage(args)
  const holder = await keyHolder(args)
  const way = query.url.searchParams.get('verder')
  // Whoever asks for a new mail still goes where they were going.
  const again = withWay('/inloggen/vergeten', openWay(args.context, way))
  if (!holder) return { title: t('entry.deadKey.title'), description: t('entry.deadKey.intro'), again, holder: null }
  const { key, email } = holder
  const here = `/inloggen/wachtwoord?${new URLSearchParams({ sleutel: key, ...(way && { verder: way }) })}`
  return { title: t('entry.password.title'), description: t('entry.password.intro'), again, holder: { here, email } }
}

export function action(args: ActionFunctionArgs) {
  return setPassword(args)
}

export default function Password() {
  const { title, description, again, holder } = useLoaderData<typeof loader>()
  const faults = useActionData<typeof action>()?.faults
  const { t } = useTranslation()
  const labels = { password: t('entry.password.label') }
  return (
    <>
      <PageHeader
        title={title}
        intro={description}
        crumbs={[{ href: '/inloggen', label: t('account.signIn.title') }]}
      />
      {holder ? (
        <div className="flex flex-col gap-2">
          <FormNotes faults={faults} labels={labels} />
          {/* The key stays in the address: what is typed can be wrong, and the page made again, as often as needed. */}
          <form method="post" action={holder.here} className="flex flex-col gap-2">
            <p>{t('entry.password.whose', { email: holder.email })}</p>
            {/* So that a password manager knows which account it keeps the password of. */}
            <input type="text" autoComplete="username" value={holder.email} readOnly hidden />
            <Field
              name="password"
              type="password"
              label={labels.password}
              help={t('entry.password.help')}
              autoComplete="new-password"
              faults={faults}
            />
            <Submit>{t('entry.password.submit')}</Submit>
          </form>
        </div>
      ) : (
        <p>
          <a href={again} className="button">
            {t('entry.deadKey.again')}
          </a>
        </p>
      )}
    </>
  )
}
