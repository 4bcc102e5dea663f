import { useTranslation } from 'react-i18next'
import type { EvidenceRole } from '#db/tables/organisations.ts'
import { type EvidenceState, evidenceLanguage } from '../domain/evidence/types.ts'
import { formatPeriod } from '../i18n/format.ts'
import type { Locale } from '../i18n/locale.ts'
import { useLocale } from './locale.ts'
import { Tag, type ThemeTagData, ThemeTags } from './tags.tsx'

export interface ProjectCardData {
  id: string
  slug: string
  kind: 'cordis' | 'rom_project'
  acronym: string | null
  title: string
  state: EvidenceState
  starts_on: string | null
  ends_on: string | null
  themes: ThemeTagData[]
  participants: { id: string; slug: string; name: string; role: EvidenceRole }[]
}

/** "ACRONYM: title", or the title alone. */
export function projectName(project: { acronym: string | null; title: string }): string {
  const { acronym, title } = project
  return acronym && acronym !== title ? `${acronym}: ${title}` : title
}

/** Its period by month: a list is easier to compare without days. */
export function projectMonths(project: { starts_on: string | null; ends_on: string | null }, locale: Locale): string {
  return formatPeriod(project.starts_on?.slice(0, 7) ?? null, project.ends_on?.slice(0, 7) ?? null, locale)
}

export function ProjectCard({ project }: { project: ProjectCardData }) {
  const { t } = useTranslation()
  const locale = useLocale()
  return (
    <article className="card">
      <p className="flex flex-wrap items-center gap-1 text-sm text-muted">
        <span>{projectMonths(project, locale) || t('common.unknown')}</span>
        <Tag>{t(`projects.state.${project.state}`)}</Tag>
      </p>
      <h2 className="text-lg" lang={evidenceLanguage(project)}>
        <a href={`/projecten/${project.slug}`} className="card-link">
          {projectName(project)}
        </a>
      </h2>
      <p className="grow text-sm">
        <ParticipantNames participants={project.participants} />
      </p>
      <ThemeTags themes={project.themes.slice(0, 3)} />
    </article>
  )
}

const shown = 3

/** The first participants by name, and how many more there are. */
export function ParticipantNames({ participants }: { participants: ProjectCardData['participants'] }) {
  const { t } = useTranslation()
  if (participants.length === 0) return <>{t('common.unknown')}</>
  const rest = participants.length - shown
  return (
    <>
      {participants.slice(0, shown).map(({ id, slug, name }, index) => (
        <span key={id}>
          {index > 0 && ', '}
          <a href={`/organisaties/${slug}`}>{name}</a>
        </span>
      ))}
      {rest > 0 && ` ${t('projects.more', { count: rest })}`}
    </>
  )
}
