import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { figuresBackground, type IndicatorWithSeries, listIndicators } from '../../domain/indicator/queries.server.ts'
import { openPage } from '../../http/page.server.ts'
import { localized } from '../../i18n/locale.ts'
import { BarChart } from '../../ui/bar-chart.tsx'
import { DownloadLinks } from '../../ui/download-links.tsx'
import { measured, periodName } from '../../ui/figure.tsx'
import { useLocale } from '../../ui/locale.ts'
import { pageMeta } from '../../ui/meta.ts'
import { Notice, PageHeader, Section } from '../../ui/page.tsx'
import { type SourceData, SourceList, SourceMark } from '../../ui/sources.tsx'
import { Table } from '../../ui/table.tsx'

export const meta = pageMeta

export async function loader(args: LoaderFunctionArgs) {
  const { query, t, db } = await openPage(args)
  const indicators = await listIndicators(db)
  return {
    title: t('figures.title'),
    description: t('figures.intro'),
    indicators,
    ...(await figuresBackground(db, indicators)),
    ignored: query.ignored,
  }
}

const tasks = ['innovate', 'invest', 'internationalise', null] as const

export default function Figures() {
  const { title, description, indicators, sources, populations, ignored } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  const locale = useLocale()
  return (
    <>
      <PageHeader title={title} intro={description} crumbs={[]} ignored={ignored} />
      <Notice title={t('figures.warningTitle')}>{t('figures.warning')}</Notice>
      <div className="pt-2">
        <DownloadLinks path="/cijfers" />
      </div>
      {tasks.map((task) => (
        <Section key={task} id={task ?? 'overig'} title={task ? t(`common.coreTask.${task}`) : t('figures.other')}>
          <div className="grid items-start gap-3 lg:grid-cols-2">
            {indicators
              .filter((indicator) => indicator.core_task_id === task && indicator.series.length > 0)
              .map((indicator) => (
                <Indicator key={indicator.id} indicator={indicator} sources={sources} />
              ))}
          </div>
        </Section>
      ))}
      <Section id="populaties" title={t('figures.populations')}>
        <dl className="grid gap-2 sm:grid-cols-2">
          {populations.map((population) => (
            <div key={population.id}>
              <dt className="font-semibold">{localized(population, 'name', locale)}</dt>
              <dd>{population.roms.join(', ')}</dd>
            </div>
          ))}
        </dl>
      </Section>
      <SourceList sources={sources} />
    </>
  )
}

function Indicator({ indicator, sources }: { indicator: IndicatorWithSeries; sources: SourceData[] }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const name = localized(indicator, 'name', locale)
  return (
    <figure id={indicator.slug} className="flex flex-col gap-2 rounded-md border border-line p-2">
      <figcaption>
        <h3 className="text-lg">{name}</h3>
      </figcaption>
      {indicator.series.map((series) => {
        const [first] = series
        if (!first) return null
        const bars = series.map((measurement) => ({
          id: measurement.id,
          label: periodName(measurement),
          value: measurement.value,
          text: measured(measurement, indicator.unit, locale, t),
        }))
        const values = bars.map((bar) => `${bar.label} ${bar.text}`).join('; ')
        return (
          <div key={`${first.version_id}${first.population_id}`} className="border-t border-line pt-1">
            <p className="text-sm text-muted">
              {localized(first, 'population', locale)} <SourceMark id={first.source_id} sources={sources} />
            </p>
            {bars.length > 1 ? (
              <BarChart bars={bars} label={t('figures.chartAlt', { name, values })} />
            ) : (
              <p className="py-0.5 text-xl font-semibold tabular-nums">
                {bars[0]?.text} <span className="text-base font-normal text-muted">{bars[0]?.label}</span>
              </p>
            )}
            <p className="pt-0.5 text-sm">{localized(first, 'definition', locale)}</p>
          </div>
        )
      })}
      <details className="text-sm">
        <summary className="py-0.5 text-action">{t('figures.table')}</summary>
        <Table heads={[t('figures.period'), t('figures.value'), t('figures.population')]}>
          {indicator.series.flat().map((measurement) => (
            <tr key={measurement.id}>
              <th scope="row">{periodName(measurement)}</th>
              <td>{measured(measurement, indicator.unit, locale, t)}</td>
              <td>{localized(measurement, 'population', locale)}</td>
            </tr>
          ))}
        </Table>
      </details>
    </figure>
  )
}
