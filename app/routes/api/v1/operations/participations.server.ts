import { z } from 'zod'
import { participationsOf, unrecordedBefore } from '../../../../domain/participation/queries.server.ts'
import { sourcesById } from '../../../../domain/source/queries.server.ts'
import { findUndertakingRow } from '../../../../domain/undertaking/detail.server.ts'
import { operation } from '../../../../http/api.server.ts'
import { badParameters } from '../../../../http/problem.server.ts'
import {
  bothOrNull,
  Day,
  Instant,
  isExample,
  named,
  orNothing,
  PartialText,
  RomRef,
  Source,
  sourceIn,
  UndertakingRef,
} from './common.server.ts'

const Participation = z
  .object({
    rom: RomRef,
    role: z.enum(['lead', 'partner', 'observer']).nullable().meta({ description: 'null: no source states it.' }),
    status: z
      .enum(['invited', 'requested', 'confirmed', 'declined', 'left'])
      .meta({ description: 'Only "confirmed" takes part.' }),
    valid_from: Day.nullable().meta({ description: 'null: not stated; it counts from the start of the programme.' }),
    valid_until: Day.nullable().meta({ description: 'The first day on which it no longer holds.' }),
    note: PartialText.nullable(),
    source: Source.nullable(),
    recorded_at: Instant.meta({ description: 'Since when this is known here.' }),
  })
  .meta({ id: 'Participation', description: 'What is known of one ROM in one programme.' })

export const listParticipations = operation({
  id: 'listParticipations',
  tag: 'undertakings',
  path: '/programmes/{slug}/participations',
  query: z.object({
    on: Day.optional().meta({ example: '2026-01-01' }),
    known: Day.optional().meta({ example: '2026-11-21' }),
  }),
  answer: z
    .object({
      programme: UndertakingRef,
      on: Day.meta({ description: 'The day on which it holds.' }),
      known: Day.meta({ description: 'The day at whose end it was known.' }),
      recorded_since: Day.nullable().meta({
        description: 'Set when `known` lies before the first record: of what was known then, nothing can be said.',
      }),
      is_example: isExample,
      items: z.array(Participation).meta({ description: 'Of a ROM that is not in it nothing is known: not "no".' }),
    })
    .meta({ id: 'Participations' }),
  example: '/programmes/energiehubs/participations?on=2026-01-01',
  async read({ db, slug, today, query }) {
    const { on = today, known = today } = query
    if (known > today) {
      throw badParameters([{ parameter: 'known', detail: `Nothing is known yet from after today, ${today}.` }])
    }
    const row = orNothing(await findUndertakingRow(db, 'programme', slug))
    const rows = await participationsOf(db, row.id, { on, known })
    const [recorded_since, sources] = await Promise.all([
      unrecordedBefore(db, known),
      sourcesById(
        db,
        rows.map(({ source_id }) => source_id),
      ),
    ])
    const source = sourceIn(sources)
    const items = rows.map(({ status, ...participation }) => ({
      ...participation,
      // Taken back means never having held: such rows are not read.
      status: status as Exclude<typeof status, 'retracted'>,
      rom: { slug: participation.rom_slug, name: participation.rom_name },
      note: bothOrNull(participation, 'note'),
      source: source(participation.source_id),
    }))
    const programme = { type: row.kind, ...named(row) }
    return { programme, on, known, recorded_since, is_example: row.is_example === 1, items }
  },
})
