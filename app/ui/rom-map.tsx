import netherlands from '@svg-maps/netherlands'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../i18n/format.ts'
import { useLocale } from './locale.ts'
import type { MapRegion } from './map-regions.ts'

/** Where a region's name stands, in the map's own units. */
const labels: Record<string, [x: number, y: number]> = {
  nom: [470, 135],
  oostnl: [456, 345],
  bom: [300, 512],
  liof: [412, 600],
  horizon: [352, 268],
  iq: [178, 425],
  impuls: [95, 512],
  romutrecht: [290, 385],
  rominwest: [243, 245],
}

const paths = new Map(netherlands.locations.map(({ id, path }) => [id, path]))

/** One of four steps above none, by share of the largest. */
function step(count: number, largest: number): number {
  return count === 0 || largest === 0 ? 0 : Math.max(1, Math.ceil((count / largest) * 4))
}

/**
 * The nine regions as a map: each is a link, darker with a higher number. The same regions stand under it as a list,
 * so that nothing depends on seeing or pointing at the map.
 */
export function RomMap(props: {
  regions: MapRegion[]
  label: string
  unit: 'organisations' | 'undertakings'
  /** In a narrow column, with larger letters. */
  small?: boolean
  /** Where the numbers say nothing: only names. */
  plain?: boolean
}) {
  const { t } = useTranslation()
  const locale = useLocale()
  const largest = Math.max(...props.regions.map(({ count }) => count))
  const counted = (count: number) => t(`common.count.${props.unit}`, { count, n: formatNumber(count, locale) })
  const named = (region: MapRegion) => (props.plain ? region.name : `${region.name}: ${counted(region.count)}`)
  return (
    <>
      <svg
        viewBox="0 0 613 724"
        className={`map h-auto w-full max-w-[460px] ${props.small ? 'map-small' : ''}`}
        aria-label={props.label}
      >
        {props.regions.map((region) => (
          <a
            key={region.id}
            href={region.href}
            aria-label={named(region)}
            className={region.current ? 'map-current' : undefined}
            aria-current={region.current ? 'true' : undefined}
          >
            <title>{named(region)}</title>
            {region.provinces.map((province) => (
              <path
                key={province}
                d={paths.get(province)}
                className={`map-region map-region-${step(region.count, largest)}`}
              />
            ))}
          </a>
        ))}
        <g>
          {props.regions.map((region) => {
            const [x, y] = labels[region.id] ?? [0, 0]
            return (
              <text key={region.id} x={x} y={y} className="map-label">
                {region.name}
                {!props.plain && (
                  <tspan x={x} dy={props.small ? 30 : 20}>
                    {formatNumber(region.count, locale)}
                  </tspan>
                )}
              </text>
            )
          })}
        </g>
      </svg>
      {!props.plain && (
        <ul className="sr-only">
          {props.regions.map((region) => (
            <li key={region.id}>{named(region)}</li>
          ))}
        </ul>
      )}
    </>
  )
}
