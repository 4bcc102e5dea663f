import { useTranslation } from 'react-i18next'
import type { InstitutionKind, OrganisationKind } from '#db/tables/organisations.ts'
import type { InitiativeKind, UndertakingKind, UndertakingStatus } from '#db/tables/undertakings.ts'
import { formatDate, formatPeriod } from '../i18n/format.ts'
import { localized, localizedWithLanguage } from '../i18n/locale.ts'
import { useLocale } from './locale.ts'
import { ExampleTag, Tag, type ThemeTagData, ThemeTags } from './tags.tsx'

export interface UndertakingCardData {
  id: string
  kind: UndertakingKind
  slug: string
  initiative_kind: InitiativeKind | null
  name_nl: string
  name_en: string
  summary_nl: string
  summary_en: string
  status: UndertakingStatus | null
  starts_on: string | null
  ends_on: string | null
  in_matrix: 0 | 1
  is_example: 0 | 1
  themes: ThemeTagData[]
  roms: { id: string; slug: string; short_name: string }[]
}

/** The address of a programme or initiative. */
export function undertakingHref(undertaking: { kind: UndertakingKind; slug: string }): string {
  return `/${undertaking.kind === 'programme' ? 'programmas' : 'initiatieven'}/${undertaking.slug}`
}

/** Which ROMs take part, in as few words as are clear. */
export function RomNames({ roms }: { roms: { short_name: string }[] }) {
  const { t } = useTranslation()
  if (roms.length === 0) return <>{t('common.unknown')}</>
  if (roms.length === 9) return <>{t('common.count.roms', { count: 9, n: 9 })}</>
  return <>{roms.map((rom) => rom.short_name).join(', ')}</>
}

export function UndertakingCard({
  undertaking,
  level = 'h2',
}: {
  undertaking: UndertakingCardData
  level?: 'h2' | 'h3'
}) {
  const { t } = useTranslation()
  const locale = useLocale()
  const Heading = level
  const period = formatPeriod(undertaking.starts_on, undertaking.ends_on, locale)
  return (
    <article className="card">
      <p className="flex flex-wrap items-center gap-1 text-sm text-muted">
        <span>
          {undertaking.initiative_kind
            ? t(`common.initiativeKind.${undertaking.initiative_kind}`)
            : t(`common.kind.${undertaking.kind}`)}
        </span>
        {undertaking.status && <Tag>{t(`common.status.${undertaking.status}`)}</Tag>}
        {undertaking.is_example === 1 && <ExampleTag />}
      </p>
      <Heading className="text-lg">
        <a href={undertakingHref(undertaking)} className="card-link">
          {localized(undertaking, 'name', locale)}
        </a>
      </Heading>
      <p className="grow text-sm">{localized(undertaking, 'summary', locale)}</p>
      <ThemeTags themes={undertaking.themes} />
      <p className="text-sm text-muted">
        {`${t('common.nav.roms')}: `}
        <RomNames roms={undertaking.roms} />
        {period && ` · ${period}`}
      </p>
    </article>
  )
}

export interface OrganisationCardData {
  id: string
  slug: string
  name: string
  kind: OrganisationKind
  institution_kind: InstitutionKind | null
  place: string | null
  rom_name: string | null
  summary_nl: string | null
  summary_en: string | null
  is_example: 0 | 1
  themes: ThemeTagData[]
  technologies?: { id: string; name_nl: string; name_en: string }[]
  offers: { text_nl: string | null; text_en: string | null }[]
  needs: { text_nl: string | null; text_en: string | null }[]
}

export function OrganisationCard(props: { organisation: OrganisationCardData; level?: 'h2' | 'h3' }) {
  const { organisation, level: Heading = 'h2' } = props
  const { t } = useTranslation()
  const locale = useLocale()
  const summary = localizedWithLanguage(organisation, 'summary', locale)
  const kind = organisation.institution_kind
    ? t(`common.institutionKind.${organisation.institution_kind}`)
    : t(`common.organisationKind.${organisation.kind}`)
  const sides = [
    [t('organisation.offers'), organisation.offers[0]],
    [t('organisation.needs'), organisation.needs[0]],
  ] as const
  return (
    <article className="card">
      <p className="flex flex-wrap items-center gap-1 text-sm text-muted">
        <span>{kind}</span>
        {organisation.is_example === 1 && <ExampleTag />}
      </p>
      <Heading className="text-lg">
        <a href={`/organisaties/${organisation.slug}`} className="card-link">
          {organisation.name}
        </a>
      </Heading>
      {summary.text && (
        <p className="text-sm" lang={summary.language}>
          {summary.text}
        </p>
      )}
      <dl className="flex grow flex-col gap-0.5 text-sm">
        {sides.map(([label, listing]) => {
          if (!listing) return null
          const { text, language } = localizedWithLanguage(listing, 'text', locale)
          return (
            <div key={label} className="line-clamp-2">
              <dt className="inline font-semibold">{label}: </dt>
              <dd className="inline" lang={language}>
                {text}
              </dd>
            </div>
          )
        })}
      </dl>
      {!summary.text && organisation.technologies && organisation.technologies.length > 0 && (
        <p className="text-sm">
          {organisation.technologies.map((technology) => localized(technology, 'name', locale)).join(', ')}
        </p>
      )}
      <ThemeTags themes={organisation.themes.slice(0, 4)} />
      <p className="text-sm text-muted">
        {[organisation.place, organisation.rom_name].filter(Boolean).join(' · ') || t('common.unknown')}
      </p>
    </article>
  )
}

export interface CallCardData {
  slug: string
  title_nl: string
  title_en: string
  summary_nl: string
  summary_en: string
  opens_on: string | null
  deadline_on: string | null
  state: 'open' | 'upcoming' | 'closed'
  is_example: 0 | 1
}

export function CallCard({ call, level = 'h2' }: { call: CallCardData; level?: 'h2' | 'h3' }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const Heading = level
  const date = call.state === 'upcoming' ? call.opens_on : call.deadline_on
  return (
    <article className="card">
      <p className="flex flex-wrap items-center gap-1 text-sm text-muted">
        <Tag>{t(`common.callState.${call.state}`)}</Tag>
        {call.is_example === 1 && <ExampleTag />}
      </p>
      <Heading className="text-lg">
        <a href={`/oproepen/${call.slug}`} className="card-link">
          {localized(call, 'title', locale)}
        </a>
      </Heading>
      <p className="grow text-sm">{localized(call, 'summary', locale)}</p>
      {date && (
        <p className="text-sm text-muted">
          {t(call.state === 'upcoming' ? 'call.opens' : 'call.deadline')} {formatDate(date, locale)}
        </p>
      )}
    </article>
  )
}
