import { z } from 'zod'
import { listTechnologies as listTechnologyRows } from '../../../../domain/reference/queries.server.ts'
import { listRoms as listRomRows } from '../../../../domain/rom/queries.server.ts'
import { factsOf, sourcesById } from '../../../../domain/source/queries.server.ts'
import { listThemes as listThemeRows } from '../../../../domain/theme/queries.server.ts'
import { listUndertakings } from '../../../../domain/undertaking/queries.server.ts'
import { operation } from '../../../../http/api.server.ts'
import {
  both,
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
  UndertakingRef,
} from './common.server.ts'

const counted = z.int().min(0).meta({ description: 'How many there are; what was made up is not counted.' })

const romShape = {
  slug: slug('bom'),
  name: z.string(),
  short_name: z.string(),
  full_name: z.string().nullable(),
  summary: Text,
  website: z.string().nullable(),
  head_office: z.string().nullable(),
  founded: PartialDate.nullable(),
  areas: z.array(
    z
      .object({ name: z.string(), province: z.string(), whole_province: z.boolean() })
      .meta({ id: 'ServiceArea', description: 'A ROM serves provinces, and single areas within one.' }),
  ),
  organisations: counted,
  undertakings: counted,
  is_example: isExample,
  url: z.url().meta({ description: 'Its page on the portal.' }),
}
const RomItem = z.object(romShape).meta({ id: 'RomItem' })
const Rom = z
  .object({
    ...romShape,
    takes_part_in: z.array(
      UndertakingRef.extend({ role: z.enum(['lead', 'partner', 'observer']).nullable() }).meta({ id: 'RomActivity' }),
    ),
    facts: z.array(Fact),
    sources: z.array(Source),
  })
  .meta({ id: 'Rom' })

type RomRow = Awaited<ReturnType<typeof listRomRows>>[number]

function asRom(row: RomRow, origin: string) {
  return {
    ...row,
    summary: both(row, 'summary'),
    areas: row.areas.map((area) => ({ ...area, whole_province: area.whole_province === 1 })),
    is_example: false,
    url: `${origin}/roms/${row.slug}`,
  }
}

export const listRoms = operation({
  id: 'listRoms',
  tag: 'reference',
  path: '/roms',
  query: z.object(paging),
  answer: listOf('RomList', RomItem),
  example: '/roms?limit=1',
  async read(asked) {
    const rows = await listRomRows(asked.db)
    return slice(
      asked,
      rows.map((row) => asRom(row, asked.origin)),
    )
  },
})

export const getRom = operation({
  id: 'getRom',
  tag: 'reference',
  path: '/roms/{slug}',
  query: z.object({}),
  answer: Rom,
  example: '/roms/bom',
  async read({ db, slug: asked, origin }) {
    const rom = orNothing((await listRomRows(db)).find((row) => row.slug === asked))
    const filter = { q: null, theme: null, rom: rom.id, status: null, initiativeKind: null, technology: null }
    const page = { sort: 'naam', locale: 'nl', limit: -1, offset: 0 } as const
    const [programmes, initiatives, facts] = await Promise.all([
      listUndertakings(db, { ...filter, kind: 'programme' }, page),
      listUndertakings(db, { ...filter, kind: 'initiative' }, page),
      factsOf(db, 'rom_id', rom.id),
    ])
    const sources = await sourcesById(
      db,
      facts.map(({ source_id }) => source_id),
    )
    return {
      ...asRom(rom, origin),
      takes_part_in: [...programmes, ...initiatives].map((row) => ({
        type: row.kind,
        ...named(row),
        role: row.roms.find(({ id }) => id === rom.id)?.role ?? null,
      })),
      facts: statements(facts, sources),
      sources,
    }
  },
})

const Theme = z
  .object({
    slug: slug('energie'),
    kind: z
      .enum(['transition', 'challenge'])
      .meta({ description: 'One of the four transitions, or a societal challenge.' }),
    name: Text,
    summary: Text,
    programmes: counted,
    initiatives: counted,
    organisations: counted,
    is_example: isExample,
    url: z.url().meta({ description: 'Its page on the portal.' }),
  })
  .meta({ id: 'Theme' })

export const listThemes = operation({
  id: 'listThemes',
  tag: 'reference',
  path: '/themes',
  query: z.object(paging),
  answer: listOf('ThemeList', Theme),
  example: '/themes?limit=1',
  async read(asked) {
    const rows = await listThemeRows(asked.db)
    return slice(
      asked,
      rows.map((row) => ({
        ...named(row),
        summary: both(row, 'summary'),
        is_example: false,
        url: `${asked.origin}/themas/${row.slug}`,
      })),
    )
  },
})

const Technology = z
  .object({
    id: z.string().meta({ description: 'Its key in this API.', example: 'photonics' }),
    kind: z.enum(['priority', 'cluster']).meta({ description: 'One of the ten national priorities, or a cluster.' }),
    parent: z.string().nullable().meta({ description: 'The id of what it is a part of.' }),
    name: Text,
    is_example: isExample,
  })
  .meta({ id: 'Technology' })

export const listTechnologies = operation({
  id: 'listTechnologies',
  tag: 'reference',
  path: '/technologies',
  query: z.object(paging),
  answer: listOf('TechnologyList', Technology),
  example: '/technologies?limit=2',
  async read(asked) {
    const rows = await listTechnologyRows(asked.db)
    return slice(
      asked,
      rows.map((row) => ({ ...named(row), parent: row.parent_id, is_example: false })),
    )
  },
})
