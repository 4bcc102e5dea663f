import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { evidenceLanguage } from '../../../domain/evidence/types.ts'
import { formatDate, formatMoney, formatPeriod, lowerFirst } from '../../../i18n/format.ts'
import { localized } from '../../../i18n/locale.ts'
import { CallCard, RomNames, UndertakingCard, undertakingHref } from '../../../ui/cards.tsx'
import { useLocale } from '../../../ui/locale.ts'
import { Attribution, Objective } from '../../../ui/objective.tsx'
import { Details, Glance, Notice, PageHeader, Section, Website } from '../../../ui/page.tsx'
import { projectName } from '../../../ui/project-card.tsx'
import { Facts, SourceList, SourceMark } from '../../../ui/sources.tsx'
import { ExampleTag, Tag, ThemeTags } from '../../../ui/tags.tsx'
import { FindPartners } from '../matching/find-partners.tsx'
import type { UndertakingPage } from './detail.server.ts'
import { OpenRoles } from './open-roles.tsx'
import { Participation } from './participation.tsx'

/** The page of one programme or initiative. Nearly every part is optional: a page with few facts reads well too. */
export function UndertakingDetail(page: UndertakingPage) {
  const { undertaking } = page
  const { t } = useTranslation()
  const locale = useLocale()
  return (
    <article>
      <PageHeader title={page.title} intro={page.description} crumbs={page.crumbs} ignored={page.ignored}>
        <p className="flex flex-wrap items-center gap-1 text-sm text-muted">
          {undertaking.initiative_kind
            ? t(`common.initiativeKind.${undertaking.initiative_kind}`)
            : t(`common.kind.${undertaking.kind}`)}
          {undertaking.status && <Tag>{t(`common.status.${undertaking.status}`)}</Tag>}
          {undertaking.is_example === 1 && <ExampleTag />}
        </p>
      </PageHeader>
      <div className="grid grid-cols-1 gap-x-6 gap-y-3 lg:grid-cols-[minmax(0,1fr)_304px]">
        <div className="min-w-0 lg:order-first">
          {undertaking.caveat_nl && (
            <Notice title={t('undertaking.caveat')} tone="warn">
              {localized(undertaking, 'caveat', locale)}
            </Notice>
          )}
          {undertaking.facts.length > 0 && (
            <Section id="feiten" title={t('undertaking.facts')}>
              <Facts facts={undertaking.facts} sources={undertaking.sources} />
            </Section>
          )}
          <Objectives {...page} />
          <Participation {...page} />
          <Partners {...page} />
          <Money {...page} />
          <Timeline {...page} />
          <OpenRoles {...page} />
          <FindPartners href={undertakingHref(undertaking)} />
          {undertaking.calls.length > 0 && (
            <Section id="oproepen" title={t('undertaking.calls')}>
              <div className="grid gap-2 sm:grid-cols-2">
                {undertaking.calls.map((call) => (
                  <CallCard key={call.id} call={call} level="h3" />
                ))}
              </div>
            </Section>
          )}
          {undertaking.children.length > 0 && (
            <Section id="initiatieven" title={t('undertaking.children')}>
              <div className="grid gap-2 sm:grid-cols-2">
                {undertaking.children.map((child) => (
                  <UndertakingCard key={child.id} undertaking={child} level="h3" />
                ))}
              </div>
            </Section>
          )}
        </div>
        <Glance>
          <AtAGlance {...page} />
        </Glance>
      </div>
      <SourceList sources={undertaking.sources} />
    </article>
  )
}

function AtAGlance({ undertaking }: UndertakingPage) {
  const { t } = useTranslation()
  const locale = useLocale()
  const period = formatPeriod(undertaking.starts_on, undertaking.ends_on, locale)
  const { parent, pillar } = undertaking
  return (
    <>
      <ThemeTags themes={undertaking.themes} />
      <Details
        items={[
          { label: t('undertaking.status'), value: t(`common.status.${undertaking.status ?? 'unknown'}`) },
          { label: t('undertaking.period'), value: period || t('common.unknown') },
          { label: t('undertaking.roms'), value: <RomNames roms={undertaking.roms} /> },
          parent && {
            label: t('undertaking.parent'),
            value: <a href={`/programmas/${parent.slug}`}>{localized(parent, 'name', locale)}</a>,
          },
          undertaking.coreTasks.length > 0 && {
            label: t('undertaking.coreTasks'),
            value: undertaking.coreTasks.map((task) => t(`common.coreTask.${task}`)).join(', '),
          },
          undertaking.technologies.length > 0 && {
            label: t('undertaking.technologies'),
            value: undertaking.technologies.map((technology) => localized(technology, 'name', locale)).join(', '),
          },
          pillar && { label: t('undertaking.pillar'), value: `${pillar.id}. ${localized(pillar, 'name', locale)}` },
          undertaking.website && { label: t('undertaking.website'), value: <Website href={undertaking.website} /> },
        ]}
      />
      <p className="pt-1 text-sm text-muted">
        {t('common.reviewedOn', { date: formatDate(undertaking.reviewed_on, locale) })}
      </p>
    </>
  )
}

/** What CORDIS says it is for, closed at first: it is long, and in English. */
function Objectives({ undertaking }: UndertakingPage) {
  const { t } = useTranslation()
  if (undertaking.evidence.length === 0) return null
  return (
    <Section id="doel" title={t('projects.objectiveByCordis')}>
      {undertaking.evidence.map((project) => (
        <div key={project.id} className="flex flex-col gap-1">
          <details>
            <summary className="py-0.5 text-action">
              {t('projects.show', { name: project.acronym ?? project.title })}
            </summary>
            <div lang={evidenceLanguage(project)} className="flex flex-col gap-1 pt-1">
              <p className="font-semibold">{projectName(project)}</p>
              <Objective text={project.summary ?? ''} />
            </div>
          </details>
          <Attribution {...project} />
        </div>
      ))}
    </Section>
  )
}

function Partners({ undertaking }: UndertakingPage) {
  const { t } = useTranslation()
  const locale = useLocale()
  if (undertaking.partners.length === 0) return null
  return (
    <Section id="partners" title={t('undertaking.partners')}>
      <ul className="flex flex-col gap-0.5">
        {undertaking.partners.map((partner) => {
          const name = localized(partner, 'name', locale)
          return (
            <li key={partner.id}>
              {partner.organisation ? <a href={`/organisaties/${partner.organisation}`}>{name}</a> : name}
              <span className="text-muted">{`, ${lowerFirst(t(`common.partnerKind.${partner.kind}`))} `}</span>
              <SourceMark id={partner.source_id} sources={undertaking.sources} />
            </li>
          )
        })}
      </ul>
    </Section>
  )
}

type Contribution = UndertakingPage['undertaking']['contributions'][number]

/** "€ 2,2 mln per jaar", "meer dan € 350 mln". */
function amount(contribution: Contribution, locale: 'nl' | 'en', t: TFunction): string {
  const value = t(`common.qualifier.${contribution.qualifier}`, {
    value: formatMoney(contribution.amount_cents, locale),
  })
  return contribution.per_year ? t('undertaking.perYear', { amount: value }) : value
}

function Money({ undertaking }: UndertakingPage) {
  const { t } = useTranslation()
  const locale = useLocale()
  if (undertaking.contributions.length === 0) return null
  return (
    <Section id="geld" title={t('undertaking.money')}>
      <p className="text-sm text-muted">{t('undertaking.moneyHelp')}</p>
      <ul className="flex flex-col">
        {undertaking.contributions.map((contribution) => {
          const years = [...new Set([contribution.year_from, contribution.year_until])].filter(Boolean).join(' – ')
          return (
            <li key={contribution.id} className="border-b border-line py-1">
              <p className="flex flex-wrap items-baseline gap-x-1">
                <span className="text-lg font-semibold tabular-nums">{amount(contribution, locale, t)}</span>
                <Tag>{t(`common.contributionState.${contribution.state}`)}</Tag>
                <span className="text-muted">{`${t('undertaking.years')}: ${years || t('common.notStated')}`}</span>
              </p>
              <p>
                {localized(contribution, 'funder', locale)}
                {contribution.rom && ` (${contribution.rom})`}{' '}
                <SourceMark id={contribution.source_id} sources={undertaking.sources} />
              </p>
              {contribution.note_nl && (
                <p className="text-sm text-muted">{localized(contribution, 'note', locale)}</p>
              )}
            </li>
          )
        })}
      </ul>
    </Section>
  )
}

function Timeline({ undertaking }: UndertakingPage) {
  const { t } = useTranslation()
  const locale = useLocale()
  if (undertaking.milestones.length === 0) return null
  return (
    <Section id="tijdlijn" title={t('undertaking.timeline')}>
      <ol className="flex flex-col border-l-2 border-line">
        {undertaking.milestones.map((milestone) => (
          <li key={milestone.id} className="relative pb-2 pl-3">
            <span
              aria-hidden="true"
              className="absolute top-1 -left-[7px] size-1.5 rounded-full border-2 border-action bg-paper"
            />
            <p className="text-sm text-muted">
              {`${formatPeriod(milestone.starts_on, milestone.ends_on ?? milestone.starts_on, locale)} · ${t(`common.milestoneKind.${milestone.kind}`)}`}
              {milestone.place && ` · ${milestone.place}`}
            </p>
            <p>
              {localized(milestone, 'title', locale)}{' '}
              <SourceMark id={milestone.source_id} sources={undertaking.sources} />
            </p>
          </li>
        ))}
      </ol>
    </Section>
  )
}
