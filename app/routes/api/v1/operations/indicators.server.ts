import { z } from 'zod'
import { figuresBackground, listIndicators as listRows } from '../../../../domain/indicator/queries.server.ts'
import { operation } from '../../../../http/api.server.ts'
import {
  both,
  Day,
  Instant,
  isExample,
  listOf,
  named,
  paging,
  Source,
  slice,
  slug,
  sourceIn,
  Text,
} from './common.server.ts'
import { qualifier } from './undertakings.server.ts'

const Series = z
  .object({
    definition: Text,
    version: z.int().meta({ description: 'Of the definition.' }),
    population: z.object({
      name: Text,
      roms: z.array(z.string()).meta({ description: 'The slugs of the ROMs that are counted.' }),
    }),
    values: z.array(
      z
        .object({
          period_from: Day,
          period_until: Day,
          value: z.int().meta({ description: 'In the unit of the indicator.' }),
          qualifier,
          source: Source.nullable(),
          recorded_at: Instant,
        })
        .meta({ id: 'Measurement' }),
    ),
  })
  .meta({ id: 'Series', description: 'Values with one definition and one population: only these may be compared.' })

const Indicator = z
  .object({
    slug: slug('participaties'),
    name: Text,
    unit: z.enum(['count', 'eur_cents', 'permille']),
    core_task: z.enum(['innovate', 'internationalise', 'invest']).nullable(),
    series: z.array(Series),
    is_example: isExample,
    url: z.url().meta({ description: 'Where it is on the portal.' }),
  })
  .meta({ id: 'Indicator' })

export const listIndicators = operation({
  id: 'listIndicators',
  tag: 'figures',
  path: '/indicators',
  query: z.object(paging),
  answer: listOf('IndicatorList', Indicator),
  example: '/indicators?limit=1',
  async read(asked) {
    const rows = await listRows(asked.db)
    const { sources, populations } = await figuresBackground(asked.db, rows)
    const source = sourceIn(sources)
    const items = rows.map((row) => ({
      ...named(row),
      core_task: row.core_task_id,
      series: row.series.flatMap((values) => {
        const [first] = values
        if (!first) return []
        const roms = populations.find(({ id }) => id === first.population_id)?.slugs ?? []
        return {
          definition: both(first, 'definition'),
          version: first.version,
          population: { name: both(first, 'population'), roms },
          values: values.map((value) => ({ ...value, source: source(value.source_id) })),
        }
      }),
      is_example: false,
      url: `${asked.origin}/cijfers#${row.slug}`,
    }))
    return slice(asked, items)
  },
})
