import { max } from 'd3-array'
import { scaleBand, scaleLinear } from 'd3-scale'

export interface Bar {
  id: string
  label: string
  value: number
  text: string
}

const width = 560
const row = 36
const labelWidth = 96
const textWidth = 150

/** Horizontal bars from zero, drawn on the server. `label` says everything the picture says. */
export function BarChart({ bars, label }: { bars: Bar[]; label: string }) {
  const height = bars.length * row
  const x = scaleLinear([0, max(bars, (bar) => bar.value) ?? 1], [0, width - labelWidth - textWidth])
  const y = scaleBand(
    bars.map(({ id }) => id),
    [0, height],
  ).paddingInner(0.3)
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label} className="h-auto w-full max-w-[560px]">
      {bars.map((bar) => {
        const top = y(bar.id) ?? 0
        const middle = top + y.bandwidth() / 2
        return (
          <g key={bar.id}>
            <text x="0" y={middle} dominantBaseline="central" className="bar-text">
              {bar.label}
            </text>
            <rect
              className="bar"
              x={labelWidth}
              y={top}
              width={Math.max(2, x(bar.value))}
              height={y.bandwidth()}
              rx="2"
            />
            <text
              x={labelWidth + x(bar.value) + 8}
              y={middle}
              dominantBaseline="central"
              fontWeight="600"
              className="bar-text"
            >
              {bar.text}
            </text>
          </g>
        )
      })}
      <line className="bar-axis" x1={labelWidth} x2={labelWidth} y1="0" y2={height} />
    </svg>
  )
}
