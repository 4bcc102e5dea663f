import type { Db } from '#db/client.ts'
import { sourcesById } from '../source/queries.server.ts'

/**
 * Every indicator with its measurements, in series: values share a series only when they have one definition and one
 * population, so only those may be compared.
 */
export async function listIndicators(db: Db) {
  const [indicators, values] = await Promise.all([
    db.selectFrom('indicator').selectAll().orderBy('position').execute(),
    db
      .selectFrom('current_measurement as m')
      .innerJoin('indicator_version as v', 'v.id', 'm.indicator_version_id')
      .innerJoin('population as p', 'p.id', 'm.population_id')
      .where('m.rom_id', 'is', null)
      .select([
        'm.id',
        'm.period_from',
        'm.period_until',
        'm.value',
        'm.qualifier',
        'm.source_id',
        'm.recorded_at',
        'v.indicator_id',
        'v.id as version_id',
        'v.version',
        'v.definition_nl',
        'v.definition_en',
        'p.id as population_id',
        'p.name_nl as population_nl',
        'p.name_en as population_en',
      ])
      .orderBy('m.period_from')
      .orderBy('m.period_until')
      .execute(),
  ])
  return indicators.map((indicator) => {
    const own = values.filter((value) => value.indicator_id === indicator.id)
    const series = Map.groupBy(own, (value) => `${value.version_id} ${value.population_id}`)
    return { ...indicator, series: [...series.values()] }
  })
}

export type IndicatorWithSeries = Awaited<ReturnType<typeof listIndicators>>[number]

/** The sources of all figures, and which ROMs each population counts. */
export async function figuresBackground(db: Db, indicators: IndicatorWithSeries[]) {
  const ids = indicators.flatMap(({ series }) => series.flat().map(({ source_id }) => source_id))
  const [sources, populations] = await Promise.all([
    sourcesById(db, ids),
    db
      .selectFrom('population as p')
      .innerJoin('population_rom as pr', 'pr.population_id', 'p.id')
      .innerJoin('rom', 'rom.id', 'pr.rom_id')
      .select(['p.id', 'p.name_nl', 'p.name_en', 'rom.name as rom', 'rom.slug'])
      .orderBy('p.id')
      .orderBy('rom.position')
      .execute(),
  ])
  const grouped = [...Map.groupBy(populations, ({ id }) => id).values()]
  return {
    sources,
    populations: grouped.flatMap((rows) => {
      const [first] = rows
      return first ? [{ ...first, roms: rows.map(({ rom }) => rom), slugs: rows.map(({ slug }) => slug) }] : []
    }),
  }
}
