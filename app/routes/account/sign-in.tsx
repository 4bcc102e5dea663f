import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ownAddress } from '../../auth/guard.server.ts'
import { withWay } from '../../auth/way-back.server.ts'
import { listExampleAccounts } from '../../domain/account/demonstration.server.ts'
import { homeOf } from '../../domain/account/policy.ts'
import { refusalAnswer } from '../../http/form.server.ts'
import { answerHeaders } from '../../http/headers.server.ts'
import { openPage } from '../../http/page.server.ts'
import { Field, FormNotes, Submit } from '../../ui/form.tsx'
import { pageMeta } from '../../ui/meta.ts'
import { Notice, PageHeader, Section } from '../../ui/page.tsx'
import { OrganisationForm } from './sign-in/organisation-form.tsx'
import { signIn } from './sign-in/sign-in.server.ts'

export const meta = pageMeta
export const headers = answerHeaders

export async function loader(args: LoaderFunctionArgs) {
  const { t, db, query } = await openPage(args)
  const { env, actor } = args.context
  const to = ownAddress(query.url.searchParams.get('naar'), '')
  if (actor) throw redirect(to || homeOf(actor), 303)
  return {
    title: t('account.signIn.title'),
    description: t('account.signIn.intro'),
    to,
    forgotten: withWay('/inloggen/vergeten', to),
    register: withWay('/aanmelden', to),
    needed: to !== '',
    organisation: env.oidc?.name ?? null,
    examples: env.mode === 'demonstration' ? await listExampleAccounts(db) : [],
  }
}

export async function action(args: ActionFunctionArgs) {
  return refusalAnswer(await signIn(args))
}

export default function SignIn() {
  const { title, description, to, forgotten, register, needed, organisation, examples } =
    useLoaderData<typeof loader>()
  const faults = useActionData<typeof action>()?.faults
  const { t } = useTranslation()
  const labels = { email: t('account.email'), password: t('account.password') }
  return (
    <>
      <PageHeader title={title} intro={description} crumbs={[]} />
      <div className="flex flex-col gap-2">
        {needed && !faults && <Notice>{t('account.signIn.needed')}</Notice>}
        <FormNotes faults={faults} labels={labels} />
        {organisation && (
          <>
            <p>{t('sso.who')}</p>
            <OrganisationForm to={faults?.values.naar ?? to}>
              {t('sso.title', { name: organisation })}
            </OrganisationForm>
            <p className="pt-2">{t('sso.otherwise')}</p>
          </>
        )}
        <form method="post" action="/inloggen" className="flex flex-col gap-2">
          <input type="hidden" name="naar" value={faults?.values.naar ?? to} />
          <Field name="email" type="email" label={labels.email} autoComplete="username" faults={faults} />
          <Field
            name="password"
            type="password"
            label={labels.password}
            autoComplete="current-password"
            faults={faults}
          />
          <Submit>{t('account.signIn.submit')}</Submit>
        </form>
        <p className="flex flex-wrap gap-x-3">
          <a href={forgotten} className="underlined">
            {t('entry.forgottenLink')}
          </a>
          <a href={register} className="underlined">
            {t('entry.registerLink')}
          </a>
        </p>
        {examples.length > 0 && (
          <Section id="voorbeelden" title={t('account.examples.title')}>
            <p>{t('account.examples.intro')}</p>
            <ul className="grid gap-2 sm:grid-cols-2 lg:grid-cols-3">
              {examples.map(({ id, name, role, rom, organisation }) => (
                <li key={id}>
                  <form method="post" action="/inloggen/voorbeeld" className="card h-full">
                    <input type="hidden" name="account" value={id} />
                    <input type="hidden" name="naar" value={to} />
                    <p className="font-semibold">{t(`account.role.${role}`)}</p>
                    <p className="grow text-sm text-muted">
                      {[name, rom ?? organisation].filter(Boolean).join(', ')}
                    </p>
                    <button type="submit" className="button button-quiet">
                      {t('account.examples.try')}
                      {t(`account.role.${role}`)}
                    </button>
                  </form>
                </li>
              ))}
            </ul>
          </Section>
        )}
      </div>
    </>
  )
}
