import { useTranslation } from 'react-i18next'
import type { evidenceOfOrganisation } from '../../../domain/evidence/detail.server.ts'
import { evidenceLanguage } from '../../../domain/evidence/types.ts'
import { formatNumber, formatPeriod, lowerFirst } from '../../../i18n/format.ts'
import { undertakingHref } from '../../../ui/cards.tsx'
import { useLocale } from '../../../ui/locale.ts'
import { Section } from '../../../ui/page.tsx'
import { projectName } from '../../../ui/project-card.tsx'

type Projects = Awaited<ReturnType<typeof evidenceOfOrganisation>>

/** What the organisation did before: how many projects, the latest ones, and the way to all of them. */
export function OrganisationProjects(props: { organisation: { slug: string }; projects: Projects }) {
  const { total, listed, latest } = props.projects
  const { t } = useTranslation()
  const locale = useLocale()
  if (total === 0) return null
  return (
    <Section id="projecten" title={t('projects.title')}>
      <p>
        {t('projects.count', { count: total, n: formatNumber(total, locale) })}
        {latest.length < total && ` ${t('projects.latest', { n: latest.length })}`}
      </p>
      <ul className="flex flex-col">
        {latest.map((project) => {
          const years = formatPeriod(
            project.starts_on?.slice(0, 4) ?? null,
            project.ends_on?.slice(0, 4) ?? null,
            locale,
          )
          const href =
            project.undertaking_kind && project.undertaking_slug
              ? undertakingHref({ kind: project.undertaking_kind, slug: project.undertaking_slug })
              : `/projecten/${project.slug}`
          return (
            <li key={project.id} className="border-b border-line py-1">
              <a href={href} lang={evidenceLanguage(project)}>
                {projectName(project)}
              </a>
              <span className="block text-sm text-muted">
                {[lowerFirst(t(`projects.role.${project.role}`)), years].filter(Boolean).join(' · ')}
              </span>
            </li>
          )
        })}
      </ul>
      {listed > 0 && (
        <p>
          <a href={`/projecten?organisatie=${props.organisation.slug}`}>
            {t('projects.all', { count: listed, n: formatNumber(listed, locale) })}
          </a>
        </p>
      )}
    </Section>
  )
}
