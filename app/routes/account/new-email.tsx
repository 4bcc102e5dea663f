import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { keyIn } from '../../auth/keys.server.ts'
import { recorded } from '../../auth/record.server.ts'
import { confirmNewEmail } from '../../domain/account/new-email.server.ts'
import { confirmEmailForm } from '../../domain/account/own-forms.ts'
import { tokenOf } from '../../domain/account/tokens.server.ts'
import { parseForm } from '../../http/form.server.ts'
import { keyHeaders } from '../../http/headers.server.ts'
import { openPage } from '../../http/page.server.ts'
import { Submit } from '../../ui/form.tsx'
import { pageMeta } from '../../ui/meta.ts'
import { PageHeader } from '../../ui/page.tsx'

export const headers = keyHeaders

// The address of this page holds a key: no other site may hear of it.
export const meta: MetaFunction<typeof loader> = (args) => [
  ...pageMeta(args),
  { name: 'referrer', content: 'same-origin' },
]

/** What a link from the mail opens. Opening it uses nothing up: programs that look through mail do so too. */
export async function loader(args: LoaderFunctionArgs) {
  const { t, db } = await openPage(args)
  const key = keyIn(args.request)
  const token = await tokenOf(db, key, ['email'], args.context.now())
  if (!token?.email) return { title: t('own.email.expiredTitle'), description: t('own.email.expired'), key: null }
  const description = t('own.email.confirmIntro', { email: token.email })
  return { title: t('own.email.confirmTitle'), description, key }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { data: given } = await parseForm(request, confirmEmailForm)
  const token = given && (await tokenOf(context.db, given.sleutel, ['email'], context.now()))
  if (!token) return data({ changed: false }, { status: 400 })
  const changed = await recorded(context, token.accountId, (trx) =>
    confirmNewEmail(trx, given.sleutel, context.now()),
  )
  return data({ changed }, { status: changed ? 200 : 400 })
}

export default function NewEmail() {
  const { title, description, key } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { t } = useTranslation()
  if (result?.changed) {
    return (
      <>
        <PageHeader title={t('own.email.changedTitle')} intro={t('own.email.changed')} crumbs={[]} />
        <a href="/mijn" className="button self-start no-prefetch">
          {t('own.pages.home')}
        </a>
      </>
    )
  }
  return (
    <>
      <PageHeader title={title} intro={description} crumbs={[]} />
      {key === null ? (
        <a href="/mijn/account/e-mail" className="button button-quiet no-prefetch">
          {t('own.email.change')}
        </a>
      ) : (
        <form method="post" action="/inloggen/e-mail" className="flex flex-col">
          <input type="hidden" name="sleutel" value={key} />
          <Submit>{t('own.email.confirm')}</Submit>
        </form>
      )}
    </>
  )
}
