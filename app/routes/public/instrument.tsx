import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { findInstrument } from '../../domain/instrument/queries.server.ts'
import { openPage } from '../../http/page.server.ts'
import { found } from '../../http/responses.ts'
import { formatDate, formatMoney } from '../../i18n/format.ts'
import { localized } from '../../i18n/locale.ts'
import { useLocale } from '../../ui/locale.ts'
import { pageMeta } from '../../ui/meta.ts'
import { NextStep } from '../../ui/next-step.tsx'
import { Details, Notice, PageHeader, Section, Website } from '../../ui/page.tsx'
import { Facts, SourceList } from '../../ui/sources.tsx'

export const meta = pageMeta

export async function loader(args: LoaderFunctionArgs) {
  const { query, locale, t, db } = await openPage(args)
  const instrument = found(await findInstrument(db, args.params.slug ?? ''))
  return {
    title: localized(instrument, 'name', locale),
    description: localized(instrument, 'summary', locale),
    instrument,
    crumbs: [{ href: '/regelingen', label: t('lists.instruments.title') }],
    ignored: query.ignored,
  }
}

export default function Instrument() {
  const { title, description, instrument, crumbs, ignored } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  const locale = useLocale()
  return (
    <article>
      <PageHeader title={title} intro={description} crumbs={crumbs} ignored={ignored} />
      <div className="flex max-w-[720px] flex-col gap-2">
        {instrument.needs_recheck === 1 && (
          <Notice tone="warn" title={t('undertaking.caveat')}>
            {t('lists.instruments.recheck', { date: formatDate(instrument.facts_as_of, locale) })}
            {instrument.stated_until &&
              ` ${t('instrument.statedUntilShort', { date: formatDate(instrument.stated_until, locale) })}.`}
          </Notice>
        )}
        <Details
          items={[
            { label: t('instrument.audience'), value: localized(instrument, 'audience', locale) },
            { label: t('instrument.apply'), value: localized(instrument, 'apply', locale) },
            { label: t('instrument.provider'), value: instrument.provider },
            instrument.max_amount_cents !== null && {
              label: t('instrument.maximum'),
              value: formatMoney(instrument.max_amount_cents, locale),
            },
            instrument.stated_until && {
              label: t('instrument.statedUntil'),
              value: t('instrument.untilDate', { date: formatDate(instrument.stated_until, locale) }),
            },
            { label: t('instrument.factsAsOf'), value: formatDate(instrument.facts_as_of, locale) },
            instrument.website && { label: t('undertaking.website'), value: <Website href={instrument.website} /> },
          ]}
        />
      </div>
      {instrument.facts.length > 0 && (
        <Section id="feiten" title={t('undertaking.facts')}>
          <Facts facts={instrument.facts} sources={instrument.sources} />
        </Section>
      )}
      <NextStep title={t('myRom.title')} help={t('instrument.nextHelp')} />
      <SourceList sources={instrument.sources} />
    </article>
  )
}
