import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { findEvidence } from '../../domain/evidence/detail.server.ts'
import { evidenceLanguage } from '../../domain/evidence/types.ts'
import { openPage } from '../../http/page.server.ts'
import { found } from '../../http/responses.ts'
import { formatMoney, formatPeriod } from '../../i18n/format.ts'
import { localized } from '../../i18n/locale.ts'
import { undertakingHref } from '../../ui/cards.tsx'
import { useLocale } from '../../ui/locale.ts'
import { pageMeta } from '../../ui/meta.ts'
import { Attribution, Objective } from '../../ui/objective.tsx'
import { Details, Glance, PageHeader, Section } from '../../ui/page.tsx'
import { projectName } from '../../ui/project-card.tsx'
import { SourceList } from '../../ui/sources.tsx'
import { Tag, ThemeTags } from '../../ui/tags.tsx'

export const meta = pageMeta

export async function loader(args: LoaderFunctionArgs) {
  const { query, t, db, today } = await openPage(args)
  const project = found(await findEvidence(db, args.params.slug ?? '', today))
  // A project in which a ROM takes part is shown once: as an initiative.
  if (project.undertaking) throw redirect(undertakingHref(project.undertaking) + query.url.search, 301)
  return {
    title: projectName(project),
    description: project.summary ?? '',
    project,
    crumbs: [{ href: '/projecten', label: t('projects.title') }],
    ignored: query.ignored,
  }
}

type Project = Awaited<ReturnType<typeof loader>>['project']

export default function ProjectPage() {
  const { title, project, crumbs, ignored } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  const language = evidenceLanguage(project)
  const [source] = project.sources
  return (
    <article>
      <PageHeader title={title} titleLanguage={language} crumbs={crumbs} ignored={ignored}>
        <p>
          <Tag>{t(`projects.state.${project.state}`)}</Tag>
        </p>
      </PageHeader>
      <div className="grid grid-cols-1 gap-x-6 gap-y-3 lg:grid-cols-[minmax(0,1fr)_304px]">
        <div className="flex min-w-0 flex-col">
          <Section id="doel" title={t('projects.objective')}>
            {project.summary ? (
              <Objective text={project.summary} language={language} />
            ) : (
              <p>{t('projects.objectiveNone')}</p>
            )}
            {source && <Attribution {...source} kind={project.kind} url={project.url} />}
          </Section>
          <Section id="deelnemers" title={t('projects.column.participants')}>
            <Participants project={project} />
          </Section>
        </div>
        <Glance>
          <AtAGlance project={project} />
        </Glance>
      </div>
      <SourceList sources={project.sources} />
    </article>
  )
}

function Participants({ project }: { project: Project }) {
  const { t } = useTranslation()
  if (project.participants.length === 0) return <p>{t('projects.participantsNone')}</p>
  return (
    <ul className="flex flex-col">
      {project.participants.map((participant) => (
        <li key={participant.id} className="border-b border-line py-1">
          <p className="flex flex-wrap items-baseline gap-x-1">
            <a href={`/organisaties/${participant.slug}`}>{participant.name}</a>
            <Tag>{t(`projects.role.${participant.role}`)}</Tag>
          </p>
          <p className="text-sm text-muted">
            {[t(`common.organisationKind.${participant.kind}`), participant.place].filter(Boolean).join(' · ')}
            {participant.rom_slug && (
              <>
                {' · '}
                <a href={`/roms/${participant.rom_slug}`}>{participant.rom_name}</a>
              </>
            )}
          </p>
        </li>
      ))}
    </ul>
  )
}

function AtAGlance({ project }: { project: Project }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const period = formatPeriod(project.starts_on, project.ends_on, locale)
  const amount = project.grant_cents === null ? null : formatMoney(project.grant_cents, locale)
  return (
    <>
      <ThemeTags themes={project.themes} />
      <Details
        items={[
          { label: t('projects.column.period'), value: period || t('common.unknown') },
          project.status && {
            label: t('projects.column.status'),
            value: t(`projects.status.${project.status}`),
          },
          amount && {
            label: t('projects.column.grant'),
            value: t(project.kind === 'cordis' ? 'projects.atMostHorizon' : 'projects.atMost', { amount }),
          },
          project.topic && { label: t('projects.column.topic'), value: project.topic },
          project.technologies.length > 0 && {
            label: t('projects.column.technologies'),
            value: project.technologies.map((technology) => localized(technology, 'name', locale)).join(', '),
          },
          project.keywords.length > 0 && {
            label: t('projects.column.keywords'),
            value: <span lang={evidenceLanguage(project)}>{project.keywords.join(', ')}</span>,
          },
        ]}
      />
    </>
  )
}
