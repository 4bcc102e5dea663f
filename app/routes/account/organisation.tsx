import { type ActionFunctionArgs, data as answer, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ownAddress } from '../../auth/guard.server.ts'
import { homeOf } from '../../domain/account/policy.ts'
import { refusalAnswer } from '../../http/form.server.ts'
import { answerHeaders } from '../../http/headers.server.ts'
import { openPage } from '../../http/page.server.ts'
import { FormNotes } from '../../ui/form.tsx'
import { pageMeta } from '../../ui/meta.ts'
import { PageHeader } from '../../ui/page.tsx'
import { begin, issuerOf, refusals } from './sign-in/organisation.server.ts'
import { OrganisationForm } from './sign-in/organisation-form.tsx'

export const meta = pageMeta
export const headers = answerHeaders

export async function loader(args: LoaderFunctionArgs) {
  const { name } = issuerOf(args)
  const { t, query } = await openPage(args)
  const { actor } = args.context
  const to = ownAddress(query.url.searchParams.get('naar'), '')
  if (actor) throw redirect(to || homeOf(actor), 303)
  const refused = query.choice('fout', refusals)
  return {
    name,
    to,
    refused,
    title: refused ? t(`sso.refused.${refused}.title`, { name }) : t('sso.title', { name }),
    description: refused ? t(`sso.refused.${refused}.text`, { name }) : t('sso.intro', { name }),
  }
}

export async function action(args: ActionFunctionArgs) {
  const begun = await begin(args)
  if (!('address' in begun)) return refusalAnswer(begun)
  const { address, cookie } = begun
  const headers = { Refresh: `0; url=${address}`, 'Set-Cookie': cookie }
  return answer({ faults: null, address }, { headers })
}

export default function Organisation() {
  const { name, to, refused, title, description } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { t } = useTranslation()
  const address = result && 'address' in result ? result.address : null
  const password = to ? `/inloggen?${new URLSearchParams({ naar: to })}` : '/inloggen'
  return (
    <>
      <PageHeader
        title={title}
        intro={address ? t('sso.going', { name }) : description}
        crumbs={[{ href: '/inloggen', label: t('account.signIn.title') }]}
      />
      {address ? (
        <p>
          <a href={address} className="button no-prefetch">
            {t('sso.goOn', { name })}
          </a>
        </p>
      ) : (
        <div className="flex flex-col gap-2">
          <FormNotes faults={result?.faults} labels={{}} />
          <OrganisationForm to={to} choose={refused === 'onbekend'}>
            {refused === 'onbekend' ? t('sso.other', { name }) : t(refused ? 'sso.again' : 'sso.title', { name })}
          </OrganisationForm>
          <p>
            <a href={password} className="underlined">
              {t('sso.password')}
            </a>
          </p>
        </div>
      )}
    </>
  )
}
