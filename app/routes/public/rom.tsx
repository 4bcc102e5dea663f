import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { listOrganisations } from '../../domain/organisation/queries.server.ts'
import { listRoms } from '../../domain/rom/queries.server.ts'
import { factsOf, sourcesById } from '../../domain/source/queries.server.ts'
import { listThemes } from '../../domain/theme/queries.server.ts'
import { listUndertakings } from '../../domain/undertaking/queries.server.ts'
import { openPage } from '../../http/page.server.ts'
import { found } from '../../http/responses.ts'
import { formatDate } from '../../i18n/format.ts'
import { localized } from '../../i18n/locale.ts'
import { CardGrid } from '../../ui/card-grid.tsx'
import { OrganisationCard, UndertakingCard } from '../../ui/cards.tsx'
import { useLocale } from '../../ui/locale.ts'
import { mapRegions } from '../../ui/map-regions.ts'
import { pageMeta } from '../../ui/meta.ts'
import { Details, Glance, PageHeader, Section, Website } from '../../ui/page.tsx'
import { RomMap } from '../../ui/rom-map.tsx'
import { Facts, SourceList, SourceMark } from '../../ui/sources.tsx'
import { peopleView } from './rom/people.server.ts'
import { People } from './rom/people.tsx'

export const meta = pageMeta

export async function loader(args: LoaderFunctionArgs) {
  const { query, locale, t, db } = await openPage(args)
  const roms = await listRoms(db)
  const rom = found(roms.find(({ slug }) => slug === args.params.slug))
  const filter = { q: null, theme: null, rom: rom.id, technology: null }
  const page = { limit: 100, offset: 0 }
  const undertakings = (kind: 'programme' | 'initiative') =>
    listUndertakings(db, { ...filter, kind, status: null, initiativeKind: null }, { ...page, sort: 'naam', locale })
  const [programmes, initiatives, organisations, facts] = await Promise.all([
    undertakings('programme'),
    undertakings('initiative'),
    listOrganisations(db, { ...filter, kind: null }, { sort: 'nieuw', limit: 6, offset: 0 }),
    factsOf(db, 'rom_id', rom.id),
  ])
  return {
    title: rom.name,
    description: localized(rom, 'summary', locale),
    rom,
    undertakings: [...programmes, ...initiatives],
    organisations,
    facts,
    people: await peopleView(db, rom, await listThemes(db), locale),
    sources: await sourcesById(
      db,
      facts.map(({ source_id }) => source_id),
    ),
    map: mapRegions(roms, ({ id, slug }) => ({
      count: id === rom.id ? 1 : 0,
      href: `/roms/${slug}`,
      current: id === rom.id,
    })),
    crumbs: [{ href: '/roms', label: t('common.nav.roms') }],
    ignored: query.ignored,
  }
}

export default function Rom() {
  const data = useLoaderData<typeof loader>()
  const { rom, sources } = data
  const { t } = useTranslation()
  const locale = useLocale()
  const sourced = (field: string) => {
    const id = data.facts.find((fact) => fact.field === field)?.source_id ?? null
    return <SourceMark id={id} sources={sources} />
  }
  const facts = data.facts.filter((fact) => fact.text_nl !== null)
  return (
    <>
      <PageHeader title={data.title} intro={data.description} crumbs={data.crumbs} ignored={data.ignored} />
      <div className="grid grid-cols-1 gap-x-6 gap-y-3 lg:grid-cols-[minmax(0,1fr)_336px]">
        <div>
          {facts.length > 0 && (
            <Section id="feiten" title={t('rom.facts')}>
              <Facts facts={facts} sources={sources} />
            </Section>
          )}
          <Section id="deelname" title={t('rom.undertakings')} aside={<a href="/matrix">{t('common.nav.matrix')}</a>}>
            {data.undertakings.length === 0 ? (
              <p>{t('rom.none')}</p>
            ) : (
              <CardGrid
                wide={2}
                rows={data.undertakings}
                card={(undertaking) => <UndertakingCard undertaking={undertaking} level="h3" />}
              />
            )}
          </Section>
          <People rom={rom} people={data.people} />
        </div>
        <Glance>
          <RomMap regions={data.map} label={t('rom.map', { rom: rom.name })} unit="organisations" plain small />
          <Details
            items={[
              { label: t('rom.area'), value: rom.areas.map((area) => area.name).join(', ') },
              {
                label: t('rom.headOffice'),
                value: rom.head_office ? (
                  <>
                    {rom.head_office} {sourced('head_office')}
                  </>
                ) : (
                  t('common.unknown')
                ),
              },
              rom.founded && {
                label: t('rom.founded'),
                value: (
                  <>
                    {formatDate(rom.founded, locale)} {sourced('founded')}
                  </>
                ),
              },
              rom.full_name && {
                label: t('rom.fullName'),
                value: (
                  <>
                    {rom.full_name} {sourced('full_name')}
                  </>
                ),
              },
              {
                label: t('rom.website'),
                value: rom.website ? <Website href={rom.website} /> : t('common.unknown'),
              },
            ]}
          />
        </Glance>
      </div>
      {data.organisations.length > 0 && (
        <Section
          id="organisaties"
          title={t('rom.organisations')}
          aside={
            <a href={`/organisaties?rom=${rom.slug}`}>
              {t('common.count.organisations', { count: rom.organisations, n: rom.organisations })}
            </a>
          }
        >
          <CardGrid
            wide={3}
            rows={data.organisations}
            card={(organisation) => <OrganisationCard organisation={organisation} level="h3" />}
          />
        </Section>
      )}
      <SourceList sources={sources} />
    </>
  )
}
