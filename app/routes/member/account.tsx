import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { requireSender, requireUser } from '../../auth/guard.server.ts'
import { keptForm } from '../../auth/kept-form.server.ts'
import { recorded } from '../../auth/record.server.ts'
import { linkedSince } from '../../domain/account/identities.server.ts'
import { changeProfile } from '../../domain/account/own.server.ts'
import { profileForm } from '../../domain/account/own-forms.ts'
import { parseForm, refusalAnswer } from '../../http/form.server.ts'
import { formatDate } from '../../i18n/format.ts'
import { Field, FormNotes, SelectField, Submit } from '../../ui/form.tsx'
import { pageMeta } from '../../ui/meta.ts'
import { Notice, Section } from '../../ui/page.tsx'
import { openOwn } from './own/account.server.ts'
import { OwnPage } from './own/own-page.tsx'

export const meta = pageMeta

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireUser(args)
  const { account, t, query, db, locale } = await openOwn(args, actor)
  const since = await linkedSince(db, actor.id)
  return {
    title: t('own.account.title'),
    description: t('own.account.intro'),
    name: account.name ?? '',
    email: account.email ?? '',
    locale: account.locale,
    linked: since && t('sso.link.since', { date: formatDate(since, locale) }),
    done: query.choice('klaar', ['gegevens', 'e-mail', 'koppeling']),
    kept: await keptForm(args),
  }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireSender(args)
  const { data: profile, refusal } = await parseForm(args.request, profileForm)
  if (!profile) return refusalAnswer(refusal)
  const now = args.context.now().toISOString()
  await recorded(args.context, actor.id, (trx) => changeProfile(trx, actor.id, profile, now))
  // In the language that was chosen, from this page on.
  return redirect(`/mijn/account?klaar=gegevens&taal=${profile.locale}`, 303)
}

export default function OwnAccount() {
  const { title, description, name, email, locale, linked, done, kept } = useLoaderData<typeof loader>()
  const faults = useActionData<typeof action>()?.faults
  const { t } = useTranslation()
  const labels = { name: t('own.account.name'), locale: t('own.account.locale') }
  return (
    <OwnPage title={title} intro={description}>
      {done === 'gegevens' && !faults && <Notice>{t('own.saved')}</Notice>}
      {done === 'e-mail' && !faults && <Notice>{t('own.email.sent')}</Notice>}
      {done === 'koppeling' && !faults && <Notice>{t('sso.link.gone')}</Notice>}
      <FormNotes faults={faults} kept={kept} labels={labels} />
      <form method="post" action="/mijn/account" className="flex flex-col gap-2">
        <Field
          name="name"
          label={labels.name}
          help={t('own.account.nameHelp')}
          autoComplete="name"
          maxLength={100}
          value={name}
          faults={faults ?? kept}
        />
        <SelectField
          name="locale"
          label={labels.locale}
          help={t('own.account.localeHelp')}
          value={locale}
          options={[
            { value: 'nl', label: 'Nederlands' },
            { value: 'en', label: 'English' },
          ]}
          faults={faults ?? kept}
        />
        <Submit>{t('own.save')}</Submit>
      </form>
      <Section id="adres" title={t('own.email.title')}>
        <p>{t('own.email.now', { email })}</p>
        <a href="/mijn/account/e-mail" className="button button-quiet no-prefetch self-start">
          {t('own.email.change')}
        </a>
      </Section>
      {linked && (
        <Section id="koppeling" title={t('sso.link.title')}>
          <p>{linked}</p>
          <a href="/mijn/account/koppeling" className="button button-quiet no-prefetch self-start">
            {t('sso.link.change')}
          </a>
        </Section>
      )}
    </OwnPage>
  )
}
