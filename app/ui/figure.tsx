import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Qualifier, Unit } from '#db/tables/figures.ts'
import { formatMoney, formatNumber, formatPermille } from '../i18n/format.ts'
import { type Locale, localized } from '../i18n/locale.ts'
import { useLocale } from './locale.ts'

export interface MeasurementData {
  id: string
  value: number
  qualifier: Qualifier
  period_from: string
  period_until: string
  population_nl: string
  population_en: string
}

export interface FigureData extends MeasurementData {
  indicator: { name_nl: string; name_en: string; unit: Unit }
}

/** "meer dan € 350 mln", "474", "45%". */
export function measured(
  measurement: { value: number; qualifier: Qualifier },
  unit: Unit,
  locale: Locale,
  t: TFunction,
) {
  const format = { count: formatNumber, eur_cents: formatMoney, permille: formatPermille }[unit]
  return t(`common.qualifier.${measurement.qualifier}`, { value: format(measurement.value, locale) })
}

/** "2023", or "2016–2020" for a period of years, or the days themselves. */
export function periodName({
  period_from: from,
  period_until: until,
}: {
  period_from: string
  period_until: string
}) {
  const years = from.endsWith('-01-01') && until.endsWith('-12-31')
  if (!years) return from === until ? from : `${from} – ${until}`
  return from.slice(0, 4) === until.slice(0, 4) ? from.slice(0, 4) : `${from.slice(0, 4)}–${until.slice(0, 4)}`
}

/** One number with what it is, its year and whom it counts. */
export function Figure({ figure }: { figure: FigureData }) {
  const { t } = useTranslation()
  const locale = useLocale()
  return (
    <p className="flex flex-col">
      <span className="text-xl font-semibold tabular-nums">{measured(figure, figure.indicator.unit, locale, t)}</span>
      <span>{localized(figure.indicator, 'name', locale)}</span>
      <span className="text-sm text-muted">{`${periodName(figure)} · ${localized(figure, 'population', locale)}`}</span>
    </p>
  )
}
