import { useTranslation } from 'react-i18next'
import { formatNumber } from '../../../i18n/format.ts'
import { useLocale } from '../../../ui/locale.ts'
import { Notice, PageHeader, Section } from '../../../ui/page.tsx'
import { RoleMark, RoleMarkDrawings } from '../../../ui/role-mark.tsx'
import { Choice } from './filters.tsx'
import { MatchCard, Matches } from './matches.tsx'
import type { RegionsPage } from './regions.server.ts'

type Region = NonNullable<RegionsPage['regions']>[number]

/** Which organisations fit, region by region; or those of one region, when the address names it. */
export function Regions(page: RegionsPage) {
  const { t } = useTranslation()
  const { regions, one } = page
  return (
    <>
      <PageHeader title={page.title} intro={page.description} crumbs={page.crumbs} ignored={page.ignored} />
      {page.over && <Notice title={t('regional.overTitle')}>{t('regional.over')}</Notice>}
      <form action={page.action} className="no-print flex flex-wrap items-end gap-2 py-2">
        {page.filters.map((options) => (
          <Choice key={options.name} options={options} />
        ))}
        <button type="submit" className="button">
          {t('regional.submit')}
        </button>
      </form>
      <RoleMarkDrawings />
      {regions && (
        <nav aria-label={t('regional.jump')} className="no-print">
          <ul className="flex flex-wrap gap-x-2">
            {regions.map(({ slug, name }) => (
              <li key={slug}>
                <a href={`#${slug}`} className="inline-block py-0.5">
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {one && <About region={one.region} />}
      {regions?.map((region) => (
        <Section key={region.slug} id={region.slug} title={titleOf(region)} aside={<More region={region} />}>
          <About region={region} />
          <Best region={region} />
        </Section>
      ))}
      {!regions && <Matches found={one ? one.found : null} none={t('matching.none')} />}
    </>
  )
}

function titleOf({ name, areas }: Pick<Region, 'name' | 'areas'>): string {
  return `${name} (${areas})`
}

/** What is known of the region: the part of its ROM, and who takes part from it. */
function About({ region }: { region: Omit<Region, 'total' | 'matches'> }) {
  const { t } = useTranslation()
  const { name, role, roleOf, present, presentMore } = region
  if (!role && present.length === 0) return null
  return (
    <div className="flex flex-col gap-0.5 text-sm">
      {role && (
        <p className="flex flex-wrap items-center gap-x-1">
          <span className="text-muted">
            {roleOf ? t('regional.roleIn', { rom: name, name: roleOf }) : t('regional.role', { rom: name })}
          </span>
          <RoleMark mark={role} name={t(`common.role.${role}`)} named />
        </p>
      )}
      {present.length > 0 && (
        <p>
          <span className="text-muted">{t('regional.present')} </span>
          {present.map((one, at) => (
            <span key={one.href}>
              {at > 0 && ', '}
              <a href={one.href}>{one.name}</a>
            </span>
          ))}
          {presentMore > 0 && ` ${t('regional.presentMore', { count: presentMore })}`}
        </p>
      )}
    </div>
  )
}

function Best({ region }: { region: Region }) {
  const { t } = useTranslation()
  if (region.matches.length === 0) return <p>{t('regional.none')}</p>
  return (
    <ol className="grid grid-cols-1 gap-x-4 lg:grid-cols-3">
      {region.matches.map((match) => (
        <li key={match.slug} className="min-w-0">
          <MatchCard match={match} compact />
        </li>
      ))}
    </ol>
  )
}

/** The region in full, when it has more than is shown. */
function More({ region }: { region: Region }) {
  const { t } = useTranslation()
  const locale = useLocale()
  if (region.total <= region.matches.length) return null
  const total = formatNumber(region.total, locale)
  return (
    <a href={region.href} className="no-print">
      {t(region.matches.length > 0 ? 'regional.more' : 'regional.nearest', { total })}
      <span className="sr-only">{t('regional.moreOf', { rom: region.name })}</span>
    </a>
  )
}
