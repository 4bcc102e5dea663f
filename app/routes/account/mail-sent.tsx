import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { wayIn, withWay } from '../../auth/way-back.server.ts'
import { openPage } from '../../http/page.server.ts'
import { pageMeta } from '../../ui/meta.ts'
import { Notice, PageHeader } from '../../ui/page.tsx'

export const meta = pageMeta

/** What follows when mail was asked for: the same for every address, and without it, as an address stays in a browser's history. */
export async function loader(args: LoaderFunctionArgs) {
  const { t, query } = await openPage(args)
  const to = wayIn(args.context, query.url)
  return {
    title: t('entry.sent.title'),
    description: t('entry.sent.intro'),
    signIn: withWay('/inloggen', to),
    again: withWay('/inloggen/vergeten', to),
    keptHere: args.context.env.smtpUrl === undefined,
  }
}

export default function MailSent() {
  const { title, description, signIn, again, keptHere } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  return (
    <>
      <PageHeader title={title} intro={description} crumbs={[{ href: signIn, label: t('account.signIn.title') }]} />
      <div className="flex flex-col gap-2">
        {keptHere && <Notice>{t('entry.sent.keptHere')}</Notice>}
        <p className="font-semibold">{t('entry.sent.nothing')}</p>
        <ul className="list-disc pl-3">
          <li>{t('entry.sent.spam')}</li>
          <li>{t('entry.sent.typed')}</li>
          <li>
            {t('entry.sent.again')}{' '}
            <a href={again} className="underlined">
              {t('entry.forgotten.title')}
            </a>
          </li>
        </ul>
      </div>
    </>
  )
}
