import type { TFunction } from 'i18next'
import type { Db } from '#db/client.ts'
import { callState, listCalls } from '../../../domain/call/queries.server.ts'
import { listIndicators } from '../../../domain/indicator/queries.server.ts'
import { listInstruments } from '../../../domain/instrument/queries.server.ts'
import { listCalendar } from '../../../domain/milestone/queries.server.ts'
import { listOrganisations, organisationSorts } from '../../../domain/organisation/queries.server.ts'
import { listMatrix } from '../../../domain/participation/queries.server.ts'
import { markOf } from '../../../domain/participation/types.ts'
import { listChoices } from '../../../domain/reference/queries.server.ts'
import { listRoms } from '../../../domain/rom/queries.server.ts'
import { listSources } from '../../../domain/source/queries.server.ts'
import { listUndertakings, undertakingSorts } from '../../../domain/undertaking/queries.server.ts'
import type { ExportTable } from '../../../http/export.server.ts'
import type { PageQuery } from '../../../http/query.ts'
import { type Locale, localized } from '../../../i18n/locale.ts'
import { measured, periodName } from '../../../ui/figure.tsx'
import { matrixQuery } from '../matrix/load.server.ts'
import { organisationFilter } from '../organisation/list.server.ts'
import { undertakingFilter } from '../undertaking/list.server.ts'
import { projects } from './projects.server.ts'

interface Asked {
  query: PageQuery
  locale: Locale
  t: TFunction
  today: string
  db: Db
}
type Cells = ExportTable['rows'][number]
export type Table = (asked: Asked) => Promise<{ columns: string[]; rows: Cells[] }>

/** Without a limit: a list is never cut off. */
const everything = { limit: -1, offset: 0 }
const joined = (values: (string | null)[]) => values.filter(Boolean).join('; ')

function undertakings(kind: 'programme' | 'initiative'): Table {
  return async ({ query, locale, t, db }) => {
    const filter = undertakingFilter(query, kind, await listChoices(db))
    const sort = query.choice('sorteer', undertakingSorts) ?? 'naam'
    const rows = await listUndertakings(db, filter, { sort, locale, ...everything })
    const keys = ['name', 'kind', 'summary', 'themes', 'roms', 'status', 'programme'] as const
    return {
      columns: [
        'slug',
        ...keys.map((key) => t(`lists.column.${key}`)),
        t('undertaking.since'),
        t('undertaking.until'),
      ],
      rows: rows.map((row) => [
        row.slug,
        localized(row, 'name', locale),
        row.initiative_kind ? t(`common.initiativeKind.${row.initiative_kind}`) : t(`common.kind.${row.kind}`),
        localized(row, 'summary', locale),
        joined(row.themes.map((theme) => localized(theme, 'name', locale))),
        joined(row.roms.map((rom) => rom.short_name)),
        t(`common.status.${row.status ?? 'unknown'}`),
        localized(row, 'parent', locale),
        row.starts_on,
        row.ends_on,
      ]),
    }
  }
}

const organisations: Table = async ({ query, locale, t, db }) => {
  const filter = organisationFilter(query, await listChoices(db))
  const sort = query.choice('sorteer', organisationSorts) ?? 'naam'
  const rows = await listOrganisations(db, filter, { sort, ...everything })
  const keys = [
    'name',
    'kind',
    'place',
    'region',
    'themes',
    'technologies',
    'offers',
    'needs',
    'summary',
    'website',
  ] as const
  const texts = (listings: { text_nl: string | null; text_en: string | null }[]) =>
    joined(listings.map((listing) => localized(listing, 'text', locale)))
  return {
    columns: ['slug', 'kvk', ...keys.map((key) => t(`lists.column.${key}`)), t('common.example')],
    rows: rows.map((row) => [
      row.slug,
      row.kvk_number,
      row.name,
      t(`common.organisationKind.${row.kind}`),
      row.place,
      row.rom_name,
      joined(row.themes.map((theme) => localized(theme, 'name', locale))),
      joined(row.technologies.map((technology) => localized(technology, 'name', locale))),
      texts(row.offers),
      texts(row.needs),
      localized(row, 'summary', locale),
      row.website,
      row.is_example === 1 ? t('common.yes') : t('common.no'),
    ]),
  }
}

const instruments: Table = async ({ locale, t, db }) => ({
  columns: [
    'slug',
    ...(['name', 'summary', 'provider'] as const).map((key) => t(`lists.column.${key}`)),
    t('instrument.audience'),
    t('instrument.apply'),
    `${t('lists.column.maximum')} (€)`,
    t('lists.column.factsAsOf'),
    t('lists.column.website'),
  ],
  rows: (await listInstruments(db)).map((row) => [
    row.slug,
    localized(row, 'name', locale),
    localized(row, 'summary', locale),
    row.provider,
    localized(row, 'audience', locale),
    localized(row, 'apply', locale),
    row.max_amount_cents === null ? null : row.max_amount_cents / 100,
    row.facts_as_of,
    row.website,
  ]),
})

const calls: Table = async ({ locale, t, db, today }) => ({
  columns: [
    'slug',
    t('lists.column.name'),
    t('lists.column.summary'),
    t('lists.column.status'),
    t('lists.column.opens'),
    t('lists.column.deadline'),
    t('common.example'),
  ],
  rows: (await listCalls(db, today)).map((row) => [
    row.slug,
    localized(row, 'title', locale),
    localized(row, 'summary', locale),
    t(`common.callState.${callState(row, today)}`),
    row.opens_on,
    row.deadline_on,
    row.is_example === 1 ? t('common.yes') : t('common.no'),
  ]),
})

const roms: Table = async ({ locale, t, db }) => ({
  columns: [
    'slug',
    t('lists.column.name'),
    t('rom.fullName'),
    t('rom.area'),
    t('rom.headOffice'),
    t('rom.founded'),
    t('lists.column.summary'),
    t('lists.column.website'),
  ],
  rows: (await listRoms(db)).map((row) => [
    row.slug,
    row.name,
    row.full_name,
    joined(row.areas.map((area) => area.name)),
    row.head_office,
    row.founded,
    localized(row, 'summary', locale),
    row.website,
  ]),
})

const matrix: Table = async ({ query, locale, t, db, today }) => {
  const choices = await listChoices(db)
  const asked = matrixQuery(query, choices.themes, today)
  const { rows } = await listMatrix(db, asked, asked)
  return {
    columns: [
      t('matrix.undertaking'),
      t('lists.column.kind'),
      t('lists.column.themes'),
      t('lists.column.status'),
      ...choices.roms.map((rom) => rom.short_name),
      t('undertaking.onLabel'),
      t('undertaking.knownLabel'),
    ],
    rows: rows.map((row) => [
      localized(row, 'name', locale),
      t(`common.kind.${row.kind}`),
      joined(
        choices.themes.filter(({ id }) => row.themes.includes(id)).map((theme) => localized(theme, 'name', locale)),
      ),
      t(`common.status.${row.status ?? 'unknown'}`),
      ...choices.roms.map((rom) => t(`common.role.${markOf(row.cell(rom.id))}`)),
      asked.on,
      asked.known,
    ]),
  }
}

const figures: Table = async ({ locale, t, db }) => ({
  columns: [
    'indicator',
    t('lists.column.name'),
    t('figures.period'),
    t('figures.value'),
    t('figures.number'),
    t('figures.population'),
    t('figures.definition'),
    t('figures.source'),
  ],
  rows: (await listIndicators(db)).flatMap((indicator) =>
    indicator.series
      .flat()
      .map((value) => [
        indicator.slug,
        localized(indicator, 'name', locale),
        periodName(value),
        measured(value, indicator.unit, locale, t),
        indicator.unit === 'count'
          ? value.value
          : indicator.unit === 'eur_cents'
            ? value.value / 100
            : value.value / 1000,
        localized(value, 'population', locale),
        localized(value, 'definition', locale),
        value.source_id,
      ]),
  ),
})

const calendar: Table = async ({ query, locale, t, db }) => {
  const { milestones, calls: dates } = await listCalendar(db)
  const year = query.text('jaar')
  const entries = [
    ...milestones.map((row) => ({ ...row, about: localized(row, 'name', locale) })),
    ...dates.map((row) => ({ ...row, ends_on: null, about: '', place: null, source_url: null })),
  ]
  return {
    columns: [
      t('lists.column.period'),
      t('undertaking.until'),
      t('lists.column.name'),
      t('lists.column.kind'),
      t('lists.column.programme'),
      t('lists.column.place'),
      t('lists.column.sources'),
    ],
    rows: entries
      .filter(({ starts_on }) => !year || starts_on.startsWith(year))
      .sort((a, b) => a.starts_on.localeCompare(b.starts_on))
      .map((row) => [
        row.starts_on,
        row.ends_on,
        localized(row, 'title', locale),
        t(`common.milestoneKind.${row.kind}`),
        row.about,
        row.place,
        row.source_url,
      ]),
  }
}

const sources: Table = async ({ t, db }) => ({
  columns: [
    'id',
    t('statements.sources.name'),
    t('statements.sources.publisher'),
    'URL',
    t('statements.sources.published'),
    t('statements.sources.retrieved'),
    t('statements.sources.licence'),
  ],
  rows: (await listSources(db)).map((row) => [
    row.id,
    row.title,
    row.publisher,
    row.url,
    row.published_on,
    row.retrieved_on,
    row.licence,
  ]),
})

/** Every list that can be downloaded, by its address. */
export const tables: Record<string, Table> = {
  programmas: undertakings('programme'),
  initiatieven: undertakings('initiative'),
  organisaties: organisations,
  regelingen: instruments,
  oproepen: calls,
  projecten: projects,
  roms,
  matrix,
  cijfers: figures,
  kalender: calendar,
  bronnen: sources,
}
