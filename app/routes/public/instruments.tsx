import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { listInstruments } from '../../domain/instrument/queries.server.ts'
import { openPage } from '../../http/page.server.ts'
import { formatDate } from '../../i18n/format.ts'
import { localized } from '../../i18n/locale.ts'
import { DownloadLinks } from '../../ui/download-links.tsx'
import { useLocale } from '../../ui/locale.ts'
import { pageMeta } from '../../ui/meta.ts'
import { PageHeader } from '../../ui/page.tsx'
import { Tag } from '../../ui/tags.tsx'

export const meta = pageMeta

export async function loader(args: LoaderFunctionArgs) {
  const { query, t, db } = await openPage(args)
  return {
    title: t('lists.instruments.title'),
    description: t('lists.instruments.intro'),
    instruments: await listInstruments(db),
    ignored: query.ignored,
  }
}

export default function Instruments() {
  const { title, description, instruments, ignored } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  const locale = useLocale()
  return (
    <>
      <PageHeader title={title} intro={description} crumbs={[]} ignored={ignored} />
      <DownloadLinks path="/regelingen" />
      <ul className="grid gap-2 pt-2 sm:grid-cols-2">
        {instruments.map((instrument) => (
          <li key={instrument.id} className="grid">
            <article className="card">
              <h2 className="text-lg">
                <a href={`/regelingen/${instrument.slug}`} className="card-link">
                  {localized(instrument, 'name', locale)}
                </a>
              </h2>
              <p className="grow text-sm">{localized(instrument, 'summary', locale)}</p>
              <p className="text-sm">
                <span className="font-semibold">{t('instrument.apply')}: </span>
                {localized(instrument, 'apply', locale)}
              </p>
              {instrument.needs_recheck === 1 && (
                <p className="flex flex-wrap items-center gap-1 text-sm">
                  <Tag>{t('instrument.check')}</Tag>
                  {instrument.stated_until &&
                    t('instrument.statedUntilShort', { date: formatDate(instrument.stated_until, locale) })}
                </p>
              )}
              <p className="text-sm text-muted">
                {`${instrument.provider} · ${t('instrument.factsAsOf')} ${formatDate(instrument.facts_as_of, locale)}`}
              </p>
            </article>
          </li>
        ))}
      </ul>
    </>
  )
}
