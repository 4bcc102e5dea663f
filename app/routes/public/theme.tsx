import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { readAgenda } from '../../domain/agenda/queries.server.ts'
import { listOrganisations, organisationFacets } from '../../domain/organisation/queries.server.ts'
import { listRoms } from '../../domain/rom/queries.server.ts'
import { factsOf, sourcesById } from '../../domain/source/queries.server.ts'
import { openPage } from '../../http/page.server.ts'
import { found } from '../../http/responses.ts'
import { localized } from '../../i18n/locale.ts'
import { CardGrid } from '../../ui/card-grid.tsx'
import { OrganisationCard, UndertakingCard, type UndertakingCardData } from '../../ui/cards.tsx'
import { useLocale } from '../../ui/locale.ts'
import { mapRegions } from '../../ui/map-regions.ts'
import { pageMeta } from '../../ui/meta.ts'
import { PageHeader, Section } from '../../ui/page.tsx'
import { RomMap } from '../../ui/rom-map.tsx'
import { Facts, SourceList, SourceMark } from '../../ui/sources.tsx'
import { ThemeIcon, themeColours } from '../../ui/tags.tsx'

export const meta = pageMeta

export async function loader(args: LoaderFunctionArgs) {
  const { query, locale, t, db } = await openPage(args)
  const agenda = await readAgenda(db)
  const theme = found(agenda.themes.find(({ slug }) => slug === args.params.slug))
  const filter = { q: null, theme: theme.id, rom: null, kind: null, technology: null }
  const [organisations, facets, roms, facts] = await Promise.all([
    listOrganisations(db, filter, { sort: 'nieuw', limit: 6, offset: 0 }),
    organisationFacets(db, filter),
    listRoms(db),
    factsOf(db, 'theme_id', theme.id),
  ])
  return {
    title: localized(theme, 'name', locale),
    description: localized(theme, 'summary', locale),
    theme,
    facts: facts.filter((fact) => fact.text_nl !== null),
    organisations,
    sources: await sourcesById(db, [theme.goal?.source_id ?? null, ...facts.map(({ source_id }) => source_id)]),
    map: mapRegions(roms, (rom) => ({
      count: facets.rom.find(({ value }) => value === rom.id)?.n ?? 0,
      href: `/organisaties?thema=${theme.slug}&rom=${rom.slug}`,
    })),
    crumbs: [{ href: '/themas', label: t('lists.themes.title') }],
    ignored: query.ignored,
  }
}

export default function Theme() {
  const data = useLoaderData<typeof loader>()
  const { theme } = data
  const { t } = useTranslation()
  const locale = useLocale()
  return (
    <>
      <PageHeader title={data.title} intro={data.description} crumbs={data.crumbs} ignored={data.ignored}>
        <span className={`grid size-6 place-items-center rounded-md ${themeColours(theme.id)}`}>
          <ThemeIcon id={theme.id} className="size-4" />
        </span>
      </PageHeader>
      <div className="grid grid-cols-1 gap-x-6 gap-y-3 lg:grid-cols-[minmax(0,1fr)_336px]">
        <div>
          {theme.goal && (
            <dl className="grid gap-2 rounded-md bg-sand p-2 sm:grid-cols-2">
              <div>
                <dt className="font-semibold">{t('theme.ambition')}</dt>
                <dd>
                  {localized(theme.goal, 'ambition', locale)}{' '}
                  <SourceMark id={theme.goal.source_id} sources={data.sources} />
                </dd>
              </div>
              <div>
                <dt className="font-semibold">{t('theme.goal')}</dt>
                <dd>{localized(theme.goal, 'goal_2027', locale) || t('theme.goalUnknown')}</dd>
              </div>
            </dl>
          )}
          {data.facts.length > 0 && (
            <Section id="feiten" title={t('undertaking.facts')}>
              <Facts facts={data.facts} sources={data.sources} />
            </Section>
          )}
          <Undertakings
            id="programmas"
            title={t('theme.programmes')}
            rows={theme.programmes}
            none={t('theme.noProgrammes')}
          />
          <Undertakings
            id="initiatieven"
            title={t('theme.initiatives')}
            rows={theme.initiatives}
            none={t('theme.noInitiatives')}
          />
        </div>
        <figure className="flex flex-col gap-1 self-start rounded-md bg-sand p-2">
          <figcaption className="font-semibold">{t('theme.mapTitle')}</figcaption>
          <RomMap regions={data.map} label={t('theme.mapTitle')} unit="organisations" small />
        </figure>
      </div>
      {data.organisations.length > 0 && (
        <Section
          id="organisaties"
          title={t('theme.organisations')}
          aside={<a href={`/organisaties?thema=${theme.slug}`}>{t('theme.allOrganisations')}</a>}
        >
          <CardGrid
            wide={3}
            rows={data.organisations}
            card={(organisation) => <OrganisationCard organisation={organisation} level="h3" />}
          />
        </Section>
      )}
      <SourceList sources={data.sources} />
    </>
  )
}

function Undertakings(props: { id: string; title: string; rows: UndertakingCardData[]; none: string }) {
  return (
    <Section id={props.id} title={props.title}>
      {props.rows.length === 0 ? (
        <p>{props.none}</p>
      ) : (
        <CardGrid wide={2} rows={props.rows} card={(row) => <UndertakingCard undertaking={row} level="h3" />} />
      )}
    </Section>
  )
}
