import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { keyIn } from '../../auth/keys.server.ts'
import { recorded } from '../../auth/record.server.ts'
import { renewalForm } from '../../domain/listing/forms.ts'
import { expiryFrom } from '../../domain/listing/policy.ts'
import { renewalByKey, renewByKey } from '../../domain/listing/reminders.server.ts'
import { parseForm } from '../../http/form.server.ts'
import { keyHeaders } from '../../http/headers.server.ts'
import { openPage } from '../../http/page.server.ts'
import { dutchDay, formatDate } from '../../i18n/format.ts'
import { localeOf } from '../../i18n/locale.server.ts'
import { localizedWithLanguage, nameIn } from '../../i18n/locale.ts'
import { Submit } from '../../ui/form.tsx'
import { useLocale } from '../../ui/locale.ts'
import { pageMeta } from '../../ui/meta.ts'
import { PageHeader } from '../../ui/page.tsx'

export const meta = pageMeta
export const headers = keyHeaders

/** What the link of a mail renews, for whoever reads it. Opening it uses nothing up: programs that look through mail do so too. */
export async function loader(args: LoaderFunctionArgs) {
  const { t, db, today, locale } = await openPage(args)
  const key = keyIn(args.request)
  const renewal = await renewalByKey(db, key, today)
  if (!renewal) return { title: t('renewal.deadTitle'), description: t('renewal.dead'), renewal: null }
  const name = nameIn(locale, renewal.name, renewal.name_en)
  return {
    title: t('renewal.title', { name }),
    description: t('renewal.intro', { date: formatDate(expiryFrom(today), locale) }),
    renewal: {
      key,
      edit: `/organisaties/${renewal.slug}/bewerken`,
      endings: renewal.endings.map((one) => ({
        id: one.id,
        side: t(one.side === 'offer' ? 'listing.offers' : 'listing.needs'),
        ...localizedWithLanguage(one, 'text', locale),
        until: t('listing.until', { date: formatDate(one.expires_on, locale) }),
      })),
    },
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { data: given } = await parseForm(request, renewalForm)
  const by = context.actor?.id ?? 'system'
  const when = { by, now: context.now(), today: dutchDay(context.now()) }
  const done = given && (await recorded(context, by, (trx) => renewByKey(trx, given.sleutel, when)))
  const until = done && formatDate(done.until, await localeOf(request))
  return data({ until }, { status: until ? 200 : 400 })
}

export default function Renewal() {
  const { title, description, renewal } = useLoaderData<typeof loader>()
  const until = useActionData<typeof action>()?.until
  const { t } = useTranslation()
  const locale = useLocale()
  if (until) {
    return <PageHeader title={t('renewal.doneTitle')} intro={t('renewal.done', { date: until })} crumbs={[]} />
  }
  return (
    <>
      <PageHeader title={title} intro={description} crumbs={[]} />
      {renewal ? (
        <div className="flex flex-col gap-2">
          <ul className="flex max-w-[80ch] flex-col gap-2">
            {renewal.endings.map(({ id, side, text, language, until: day }) => (
              <li key={id} className="border-l-4 border-line pl-2">
                <p lang={language !== locale ? language : undefined} className="[overflow-wrap:anywhere]">
                  {text}
                </p>
                <p className="text-sm text-muted">{`${side} · ${day}`}</p>
              </li>
            ))}
          </ul>
          <form method="post" action="/verlengen" className="flex flex-col">
            <input type="hidden" name="sleutel" value={renewal.key} />
            <Submit>{t('renewal.submit')}</Submit>
          </form>
          <p>
            {t('renewal.other')} <a href={renewal.edit}>{t('renewal.edit')}</a>
          </p>
        </div>
      ) : (
        <p>
          <a href="/mijn">{t('renewal.signIn')}</a>
        </p>
      )}
    </>
  )
}
