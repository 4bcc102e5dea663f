import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { listAnonymous } from '../../domain/listing/anonymous.server.ts'
import { openPage } from '../../http/page.server.ts'
import { lowerFirst } from '../../i18n/format.ts'
import { localized, localizedWithLanguage } from '../../i18n/locale.ts'
import { useLocale } from '../../ui/locale.ts'
import { pageMeta } from '../../ui/meta.ts'
import { NextStep } from '../../ui/next-step.tsx'
import { PageHeader, Section } from '../../ui/page.tsx'
import { ExampleTag, ThemeTags } from '../../ui/tags.tsx'

export const meta = pageMeta

export async function loader(args: LoaderFunctionArgs) {
  const { query, t, db } = await openPage(args)
  return {
    title: t('anonymous.title'),
    description: t('anonymous.intro'),
    listings: await listAnonymous(db),
    crumbs: [{ href: '/organisaties', label: t('lists.organisations.title') }],
    ignored: query.ignored,
  }
}

type Listing = Awaited<ReturnType<typeof loader>>['listings'][number]

export default function AnonymousPage() {
  const { title, description, listings, crumbs, ignored } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  return (
    <>
      <PageHeader title={title} intro={description} crumbs={crumbs} ignored={ignored} />
      {listings.length === 0 && <p>{t('anonymous.none')}</p>}
      {(['need', 'offer'] as const).map((side) => {
        const own = listings.filter((one) => one.side === side)
        if (own.length === 0) return null
        return (
          <Section key={side} id={side} title={t(side === 'offer' ? 'listing.offers' : 'listing.needs')}>
            <ul className="flex max-w-[80ch] flex-col gap-3">
              {own.map((one) => (
                <li key={one.code} className="flex flex-col gap-0.5 border-l-4 border-line pl-2">
                  <Anonymous listing={one} />
                </li>
              ))}
            </ul>
          </Section>
        )
      })}
      <NextStep title={t('common.nav.myRom')} help={t('myRom.intro')} />
    </>
  )
}

function Anonymous({ listing }: { listing: Listing }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { text, language } = localizedWithLanguage(listing, 'text', locale)
  const kinds = listing.partner_kinds.map((kind) => t(`common.organisationKind.${kind}`)).join(', ')
  const [from, until] = [listing.trl_min ?? 1, listing.trl_max ?? 9]
  const trl =
    listing.trl_min === null && listing.trl_max === null
      ? null
      : from === until
        ? t('organisation.trlOne', { from })
        : t('organisation.trl', { from, until })
  const facts = [
    t('anonymous.code', { code: listing.code }),
    trl,
    listing.agreement && `${t('organisation.agreement')}: ${lowerFirst(t(`common.agreement.${listing.agreement}`))}`,
    kinds && t('organisation.partnerKinds', { kinds }),
    listing.technologies.map((technology) => localized(technology, 'name', locale)).join(', '),
  ]
  return (
    <>
      <p lang={language !== locale ? language : undefined} className="[overflow-wrap:anywhere]">
        {text}
      </p>
      {language !== locale && <p className="text-sm text-muted">{t('common.otherLanguageOnly')}</p>}
      <p className="text-sm text-muted">{facts.filter(Boolean).join(' · ')}</p>
      {listing.is_example === 1 && (
        <p>
          <ExampleTag />
        </p>
      )}
      <ThemeTags themes={listing.themes} />
    </>
  )
}
