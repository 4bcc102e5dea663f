import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { evidenceOfOrganisation } from '../../domain/evidence/detail.server.ts'
import { canEditProfile } from '../../domain/organisation/policy.ts'
import { keepersOf } from '../../domain/organisation/profile.server.ts'
import { findOrganisation } from '../../domain/organisation/queries.server.ts'
import { openPage } from '../../http/page.server.ts'
import { found } from '../../http/responses.ts'
import { formatDate, formatNumber, lowerFirst } from '../../i18n/format.ts'
import { localized, localizedWithLanguage, nameIn } from '../../i18n/locale.ts'
import { undertakingHref } from '../../ui/cards.tsx'
import { useLocale } from '../../ui/locale.ts'
import { pageMeta } from '../../ui/meta.ts'
import { Details, Glance, Notice, PageHeader, Section, Website } from '../../ui/page.tsx'
import { Facts, SourceList } from '../../ui/sources.tsx'
import { ExampleTag, ThemeTags } from '../../ui/tags.tsx'
import { OrganisationProjects } from './organisation/projects.tsx'

export const meta = pageMeta

export async function loader(args: LoaderFunctionArgs) {
  const { query, locale, t, db } = await openPage(args)
  const organisation = found(await findOrganisation(db, args.params.slug ?? ''))
  const { actor } = args.context
  const romIds = actor ? (await keepersOf(db, organisation)).map(({ id }) => id) : []
  return {
    title: nameIn(locale, organisation.name, organisation.name_en),
    description: localized(organisation, 'summary', locale),
    organisation,
    projects: await evidenceOfOrganisation(db, organisation.id, 8),
    crumbs: [{ href: '/organisaties', label: t('lists.organisations.title') }],
    canEdit: canEditProfile(actor, { organisationId: organisation.id, romIds }),
    ignored: query.ignored,
  }
}

type Organisation = Awaited<ReturnType<typeof loader>>['organisation']

export default function OrganisationPage() {
  const data = useLoaderData<typeof loader>()
  const { organisation } = data
  const { t } = useTranslation()
  const locale = useLocale()
  const nothing = organisation.offers.length + organisation.needs.length === 0
  return (
    <article>
      <PageHeader title={data.title} intro={data.description} crumbs={data.crumbs} ignored={data.ignored}>
        <p className="flex flex-wrap items-center gap-1 text-sm text-muted">
          {t(`common.organisationKind.${organisation.kind}`)}
          {organisation.is_example === 1 && <ExampleTag />}
        </p>
      </PageHeader>
      <div className="grid grid-cols-1 gap-x-6 gap-y-3 lg:grid-cols-[minmax(0,1fr)_304px]">
        <div className="flex min-w-0 flex-col">
          {nothing ? (
            <p>{t('organisation.noListings')}</p>
          ) : (
            <div className="flex flex-col gap-x-4 md:flex-row md:[&>*]:flex-1">
              <Listings id="aanbod" title={t('organisation.offers')} rows={organisation.offers} />
              <Listings id="vraag" title={t('organisation.needs')} rows={organisation.needs} />
            </div>
          )}
          {organisation.facts.length > 0 && (
            <Section id="feiten" title={t('undertaking.facts')}>
              <Facts facts={organisation.facts} sources={organisation.sources} />
            </Section>
          )}
          {organisation.activities.length > 0 && (
            <Section id="activiteiten" title={t('organisation.activities')}>
              <ul className="flex flex-col gap-0.5">
                {organisation.activities.map((activity) => (
                  <li key={activity.slug}>
                    <a href={undertakingHref({ kind: activity.undertaking_kind, slug: activity.slug })}>
                      {localized(activity, 'name', locale)}
                    </a>
                    <span className="text-muted">{`, ${lowerFirst(t(`common.partnerKind.${activity.kind}`))}`}</span>
                  </li>
                ))}
              </ul>
            </Section>
          )}
          <OrganisationProjects organisation={organisation} projects={data.projects} />
          <Section id="partners" title={t('matching.find')}>
            <p>{t('matching.findHelp')}</p>
            <p className="pt-1">
              <a className="button" href={`/organisaties/${organisation.slug}/partners`}>
                {t('matching.find')}
              </a>
            </p>
          </Section>
          <Section id="programmas" title={t('finder.find')}>
            <p>{t('finder.findHelp')}</p>
            <p className="pt-1">
              <a className="button" href={`/organisaties/${organisation.slug}/programmas`}>
                {t('finder.find')}
              </a>
            </p>
          </Section>
          <Section id="contact" title={t('organisation.contact')}>
            <Notice>
              <p>{t('organisation.contactHelp')}</p>
              <p className="flex flex-wrap gap-x-2">
                {organisation.rom_slug && <a href={`/roms/${organisation.rom_slug}`}>{organisation.rom_name}</a>}
                <a href="/mijn-rom">{t('common.nav.myRom')}</a>
              </p>
            </Notice>
          </Section>
          {data.canEdit && (
            <Section id="bewerken" title={t('profile.edit')}>
              <p>{t('profile.editHelp')}</p>
              <p className="pt-1">
                <a className="button no-prefetch" href={`/organisaties/${organisation.slug}/bewerken`} rel="nofollow">
                  {t('profile.edit')}
                </a>
              </p>
            </Section>
          )}
          <Section id="beheren" title={t('claims.yours')}>
            <p>{t('claims.yoursHelp')}</p>
            <p className="pt-1">
              <a className="button button-quiet" href={`/organisaties/${organisation.slug}/beheren`} rel="nofollow">
                {t('claims.link')}
              </a>
            </p>
          </Section>
        </div>
        <Glance>
          <AtAGlance organisation={organisation} />
        </Glance>
      </div>
      <SourceList sources={organisation.sources} />
    </article>
  )
}

function AtAGlance({ organisation }: { organisation: Organisation }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const place = [organisation.place, organisation.province].filter(Boolean).join(', ')
  return (
    <>
      <ThemeTags themes={organisation.themes} />
      {organisation.derivedThemes && <p className="text-sm text-muted">{t('organisation.derived')}</p>}
      <Details
        items={[
          {
            label: t('organisation.kind'),
            value: organisation.institution_kind
              ? t(`common.institutionKind.${organisation.institution_kind}`)
              : t(`common.organisationKind.${organisation.kind}`),
          },
          organisation.aliases.length > 0 && {
            label: t('organisation.aliases'),
            value: organisation.aliases.join(', '),
          },
          { label: t('organisation.place'), value: place || t('common.unknown') },
          {
            label: t('organisation.seat'),
            value: organisation.rom_slug ? (
              <a href={`/roms/${organisation.rom_slug}`}>{organisation.rom_name}</a>
            ) : (
              t('common.unknown')
            ),
          },
          organisation.accompanying.length > 0 && {
            label: t('organisation.accompanied'),
            value: organisation.accompanying.map((rom) => rom.name).join(', '),
          },
          organisation.technologies.length > 0 && {
            label: t('undertaking.technologies'),
            value: organisation.technologies.map((technology) => localized(technology, 'name', locale)).join(', '),
          },
          organisation.founded_year !== null && {
            label: t('organisation.founded'),
            value: String(organisation.founded_year),
          },
          organisation.employees !== null && {
            label: t('organisation.employees'),
            value: formatNumber(organisation.employees, locale),
          },
          organisation.website && { label: t('undertaking.website'), value: <Website href={organisation.website} /> },
          organisation.identifiers.length > 0 && {
            label: t('organisation.registers'),
            value: organisation.identifiers.map(({ scheme, value }) => (
              <div key={value}>{`${t(`organisation.identifier.${scheme}`)}: ${value}`}</div>
            )),
          },
        ]}
      />
    </>
  )
}

function Listings({ id, title, rows }: { id: string; title: string; rows: Organisation['offers'] }) {
  const { t } = useTranslation()
  const locale = useLocale()
  if (rows.length === 0) return null
  return (
    <Section id={id} title={title}>
      <ul className="flex flex-col gap-2">
        {rows.map((row) => {
          const { text, language } = localizedWithLanguage(row, 'text', locale)
          const kinds = row.partner_kinds.map((kind) => t(`common.organisationKind.${kind}`)).join(', ')
          const [from, until] = [row.trl_min ?? 1, row.trl_max ?? 9]
          const trl =
            row.trl_min === null && row.trl_max === null
              ? null
              : from === until
                ? t('organisation.trlOne', { from })
                : t('organisation.trl', { from, until })
          const facts = [
            trl,
            row.agreement && `${t('organisation.agreement')}: ${lowerFirst(t(`common.agreement.${row.agreement}`))}`,
            kinds && t('organisation.partnerKinds', { kinds }),
            row.technologies.map((technology) => localized(technology, 'name', locale)).join(', '),
            t('organisation.expires', { date: formatDate(row.expires_on, locale) }),
          ]
          return (
            <li key={row.id} className="border-l-4 border-line pl-2">
              <p lang={language}>{text}</p>
              {language !== locale && <p className="text-sm text-muted">{t('common.otherLanguageOnly')}</p>}
              <p className="text-sm text-muted">{facts.filter(Boolean).join(' · ')}</p>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
