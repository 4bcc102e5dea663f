import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { findCall } from '../../domain/call/queries.server.ts'
import { openPage } from '../../http/page.server.ts'
import { found } from '../../http/responses.ts'
import { formatDate } from '../../i18n/format.ts'
import { localized } from '../../i18n/locale.ts'
import { undertakingHref } from '../../ui/cards.tsx'
import { useLocale } from '../../ui/locale.ts'
import { pageMeta } from '../../ui/meta.ts'
import { NextStep } from '../../ui/next-step.tsx'
import { Details, PageHeader } from '../../ui/page.tsx'
import { SourceList } from '../../ui/sources.tsx'
import { ExampleTag, Tag, ThemeTags } from '../../ui/tags.tsx'
import { CallInterest } from './call/interest.tsx'
import { FindPartners } from './matching/find-partners.tsx'

export const meta = pageMeta

export async function loader(args: LoaderFunctionArgs) {
  const { query, locale, t, db, today } = await openPage(args)
  const call = found(await findCall(db, args.params.slug ?? '', today))
  return {
    title: localized(call, 'title', locale),
    description: localized(call, 'summary', locale),
    call,
    interest: args.context.actor?.memberships.some(({ confirmed }) => confirmed) ? '/mijn/interesse' : '/vraag',
    crumbs: [{ href: '/oproepen', label: t('lists.calls.title') }],
    ignored: query.ignored,
  }
}

export default function Call() {
  const { title, description, call, interest, crumbs, ignored } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  const locale = useLocale()
  const theme =
    call.theme_id && call.theme_slug && call.theme_name_nl && call.theme_name_en
      ? [{ id: call.theme_id, slug: call.theme_slug, name_nl: call.theme_name_nl, name_en: call.theme_name_en }]
      : []
  const { undertaking } = call
  return (
    <article>
      <PageHeader title={title} intro={description} crumbs={crumbs} ignored={ignored}>
        <p className="flex flex-wrap items-center gap-1">
          <Tag>{t(`common.callState.${call.state}`)}</Tag>
          {call.is_example === 1 && <ExampleTag />}
        </p>
      </PageHeader>
      <div className="flex max-w-[720px] flex-col gap-2">
        <ThemeTags themes={theme} />
        <Details
          items={[
            {
              label: t('call.opens'),
              value: call.opens_on ? formatDate(call.opens_on, locale) : t('common.unknown'),
            },
            {
              label: t('call.deadline'),
              value: call.deadline_on ? formatDate(call.deadline_on, locale) : t('common.unknown'),
            },
            call.eligible_nl && { label: t('call.eligible'), value: localized(call, 'eligible', locale) },
            call.offered_nl && { label: t('call.offered'), value: localized(call, 'offered', locale) },
            undertaking && {
              label: t('call.programme'),
              value: <a href={undertakingHref(undertaking)}>{localized(undertaking, 'name', locale)}</a>,
            },
          ]}
        />
        {call.url && (
          <p>
            <a href={call.url} rel="external noopener" className="button">
              {t('call.apply')}
            </a>
          </p>
        )}
      </div>
      <FindPartners href={`/oproepen/${call.slug}`} />
      <CallInterest slug={call.slug} state={call.state} at={interest} />
      {call.state !== 'closed' && <NextStep title={t('call.next')} help={t('call.nextHelp')} />}
      <SourceList sources={call.sources} />
    </article>
  )
}
