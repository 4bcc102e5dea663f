import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { readAgenda } from '../../domain/agenda/queries.server.ts'
import { openPage } from '../../http/page.server.ts'
import { localized } from '../../i18n/locale.ts'
import { RomNames, type UndertakingCardData, undertakingHref } from '../../ui/cards.tsx'
import { useLocale } from '../../ui/locale.ts'
import { pageMeta } from '../../ui/meta.ts'
import { PageHeader, Section } from '../../ui/page.tsx'
import { SourceList, SourceMark } from '../../ui/sources.tsx'
import { Tag, ThemeIcon, themeColours } from '../../ui/tags.tsx'

export const meta = pageMeta

export async function loader(args: LoaderFunctionArgs) {
  const { query, t, db } = await openPage(args)
  return {
    title: t('agenda.title'),
    description: t('agenda.intro'),
    ...(await readAgenda(db)),
    ignored: query.ignored,
  }
}

export default function Agenda() {
  const { title, description, pillars, framework, themes, sources, ignored } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  const locale = useLocale()
  return (
    <>
      <PageHeader title={title} intro={description} crumbs={[]} ignored={ignored} />
      <Section
        id="pijlers"
        title={t('agenda.pillars')}
        aside={framework && <a href={undertakingHref(framework)}>{t('agenda.framework')}</a>}
      >
        <ol className="grid gap-2 md:grid-cols-3">
          {pillars.map((pillar) => (
            <li key={pillar.id} className="rounded-md bg-sand p-2">
              <h3 className="text-lg">{`${pillar.id}. ${localized(pillar, 'name', locale)}`}</h3>
              <p className="text-sm">
                {localized(pillar, 'summary', locale)} <SourceMark id={pillar.source_id} sources={sources} />
              </p>
            </li>
          ))}
        </ol>
      </Section>
      {(['transition', 'challenge'] as const).map((kind) => (
        <Section key={kind} id={kind} title={t(`common.themeKind.${kind}`)}>
          {themes
            .filter((theme) => theme.kind === kind)
            .map((theme) => (
              <section
                key={theme.id}
                aria-labelledby={`thema-${theme.id}`}
                className="grid gap-x-4 gap-y-1 border-t border-line py-2 md:grid-cols-[1fr_2fr]"
              >
                <div>
                  <h3 id={`thema-${theme.id}`} className="flex items-center gap-1 text-lg">
                    <span className={`grid size-4 place-items-center rounded-md ${themeColours(theme.id)}`}>
                      <ThemeIcon id={theme.id} className="size-2.5" />
                    </span>
                    <a href={`/themas/${theme.slug}`}>{localized(theme, 'name', locale)}</a>
                  </h3>
                  <dl className="pt-1 text-sm">
                    <dt className="font-semibold">{t('theme.ambition')}</dt>
                    <dd className="pb-1">
                      {theme.goal ? localized(theme.goal, 'ambition', locale) : t('theme.goalUnknown')}{' '}
                      <SourceMark id={theme.goal?.source_id ?? null} sources={sources} />
                    </dd>
                    <dt className="font-semibold">{t('theme.goal')}</dt>
                    <dd>{(theme.goal && localized(theme.goal, 'goal_2027', locale)) || t('theme.goalUnknown')}</dd>
                  </dl>
                </div>
                <div>
                  <Work rows={theme.current} />
                  {theme.programmes.length === 0 && <p className="py-0.5 text-muted">{t('agenda.gaps')}</p>}
                  {theme.completed.length > 0 && (
                    <details>
                      <summary className="py-0.5 text-action">{t('agenda.completed')}</summary>
                      <Work rows={theme.completed} />
                    </details>
                  )}
                </div>
              </section>
            ))}
        </Section>
      ))}
      <SourceList sources={sources} />
    </>
  )
}

function Work({ rows }: { rows: UndertakingCardData[] }) {
  const { t } = useTranslation()
  const locale = useLocale()
  return (
    <ul className="flex flex-col">
      {rows.map((row) => (
        <li key={row.id} className="flex flex-wrap items-baseline gap-x-1 py-0.5">
          <a href={undertakingHref(row)}>{localized(row, 'name', locale)}</a>
          <Tag>{t(`common.kind.${row.kind}`)}</Tag>
          <span className="text-sm text-muted">
            {row.status && `${t(`common.status.${row.status}`)} · `}
            <RomNames roms={row.roms} />
          </span>
        </li>
      ))}
    </ul>
  )
}
