import { z } from 'zod'
import type { UndertakingKind } from '#db/tables/undertakings.ts'
import { matchByRegion } from '#search/matching/by-region.ts'
import { listChoices } from '../../../../domain/reference/queries.server.ts'
import { findUndertakingRow } from '../../../../domain/undertaking/detail.server.ts'
import { questionOf, soughtByUndertaking } from '../../../../domain/undertaking/sought.server.ts'
import { type Asked, operation } from '../../../../http/api.server.ts'
import { filters, orNothing } from './common.server.ts'
import { answered, idsOf, kind, lang, MatchAnswer, published } from './matches.server.ts'

const query = z.object({
  rom: filters.rom,
  kind: kind.optional().meta({ example: 'startup' }),
  lang,
  limit: z.int().min(1).max(100).default(3).meta({ example: 3 }),
})

/** The best of one region, or of each, in the order of the regions. */
async function read(asked: Asked<z.output<typeof query>>, only: UndertakingKind) {
  const { db, matcher, origin, today } = asked
  const { limit, lang: language } = asked.query
  const choices = await listChoices(db)
  const { rom } = idsOf(choices, { rom: asked.query.rom })
  const row = orNothing(await findUndertakingRow(db, only, asked.slug))
  const question = {
    ...questionOf(await soughtByUndertaking(db, row, today)),
    kinds: asked.query.kind ? [asked.query.kind] : [],
    withFeedback: false,
    language,
    limit,
  }
  const regions = rom === undefined ? choices.roms.map(({ id }) => id) : [rom]
  const found = [...(await answered(asked, () => matchByRegion(matcher, question, regions))).values()]
  return {
    total: found.reduce((sum, { total }) => sum + total, 0),
    items: found.flatMap(({ matches }) => published(matches, choices, origin, language)),
  }
}

export const listProgrammeMatches = operation({
  id: 'listProgrammeMatches',
  tag: 'undertakings',
  path: '/programmes/{slug}/matches',
  query,
  answer: MatchAnswer,
  example: '/programmes/energiehubs/matches?rom=liof&limit=1',
  limited: [429, 503],
  read: (asked) => read(asked, 'programme'),
})

export const listInitiativeMatches = operation({
  id: 'listInitiativeMatches',
  tag: 'undertakings',
  path: '/initiatives/{slug}/matches',
  query,
  answer: MatchAnswer,
  example: '/initiatives/protix-2023/matches?rom=liof&limit=1',
  limited: [429, 503],
  read: (asked) => read(asked, 'initiative'),
})
