import { z } from 'zod'
import { findInstrument, listInstruments as listRows } from '../../../../domain/instrument/queries.server.ts'
import { operation } from '../../../../http/api.server.ts'
import {
  both,
  Day,
  Fact,
  isExample,
  listOf,
  named,
  orNothing,
  PartialDate,
  paging,
  Source,
  slice,
  slug,
  statements,
  Text,
} from './common.server.ts'

const itemShape = {
  slug: slug('bmkb'),
  name: Text,
  summary: Text,
  provider: z.string(),
  audience: Text,
  apply: Text.meta({ description: 'Where an entrepreneur applies: often not at a ROM.' }),
  max_amount_cents: z.int().nullable().meta({ description: 'Euro cents.' }),
  facts_as_of: PartialDate.meta({ description: 'The date of what the source says.' }),
  stated_until: Day.nullable().meta({ description: 'Until when it runs, by its source.' }),
  needs_recheck: z.boolean().meta({ description: 'The source is old: look there before relying on it.' }),
  website: z.string().nullable(),
  is_example: isExample,
  url: z.url().meta({ description: 'Its page on the portal.' }),
}
const InstrumentItem = z.object(itemShape).meta({ id: 'InstrumentItem' })
const Instrument = z
  .object({ ...itemShape, facts: z.array(Fact), sources: z.array(Source) })
  .meta({ id: 'Instrument' })

type Row = Awaited<ReturnType<typeof listRows>>[number]

function asItem(row: Row, origin: string) {
  return {
    ...named(row),
    summary: both(row, 'summary'),
    audience: both(row, 'audience'),
    apply: both(row, 'apply'),
    needs_recheck: row.needs_recheck === 1,
    is_example: false,
    url: `${origin}/regelingen/${row.slug}`,
  }
}

export const listInstruments = operation({
  id: 'listInstruments',
  tag: 'joining',
  path: '/instruments',
  query: z.object(paging),
  answer: listOf('InstrumentList', InstrumentItem),
  example: '/instruments?limit=1',
  async read(asked) {
    const rows = await listRows(asked.db)
    return slice(
      asked,
      rows.map((row) => asItem(row, asked.origin)),
    )
  },
})

export const getInstrument = operation({
  id: 'getInstrument',
  tag: 'joining',
  path: '/instruments/{slug}',
  query: z.object({}),
  answer: Instrument,
  example: '/instruments/bmkb',
  async read({ db, slug: asked, origin }) {
    const row = orNothing(await findInstrument(db, asked))
    return { ...asItem(row, origin), facts: statements(row.facts, row.sources), sources: row.sources }
  },
})
