import { z } from 'zod'
import type { Match as Found, MatchQuestion } from '#search/matching/question.ts'
import { matchCriteria, matchVerdicts, reasonsOf } from '../../../../domain/matching/reasons.ts'
import { organisationsBySlug } from '../../../../domain/organisation/queries.server.ts'
import { organisationKinds } from '../../../../domain/organisation/types.ts'
import { listChoices } from '../../../../domain/reference/queries.server.ts'
import { type Asked, operation } from '../../../../http/api.server.ts'
import { limitAsked, unavailable } from '../../../../http/api-limit.server.ts'
import { badParameters, type ParameterError } from '../../../../http/problem.server.ts'
import { localized } from '../../../../i18n/locale.ts'
import { translator } from '../../../../i18n/translator.server.ts'
import {
  filters,
  isExample,
  keyPattern,
  listOf,
  orNothing,
  pageOf,
  paging,
  RomRef,
  slug,
  total,
} from './common.server.ts'

export const kind = z.enum(organisationKinds)
export const lang = z.enum(['nl', 'en']).default('nl').meta({ example: 'en' })

export const Match = z
  .object({
    organisation: z.object({
      slug: slug('technische-universiteit-delft'),
      name: z.string(),
      kind,
      rom: RomRef.nullable().meta({ description: 'The ROM of the region it is established in.' }),
      url: z.url().meta({ description: 'Its page on the portal.' }),
      is_example: isExample,
    }),
    score: z.number().meta({ description: 'Higher is better. Comparable within one answer only.' }),
    reasons: z.array(
      z
        .object({
          criterion: z.enum(matchCriteria).meta({
            description:
              'need: the one asks, the other offers. offer: the other way around. field: both work on it. The others are what was compared beside the texts.',
          }),
          verdict: z.enum(matchVerdicts).meta({
            description: 'match: it is known to fit. gap: it is known not to. unknown: one of the two does not say.',
          }),
          text: z.string().meta({ description: 'A sentence, in the language asked for.' }),
        })
        .meta({ id: 'MatchReason' }),
    ),
  })
  .meta({ id: 'Match', description: 'An organisation that may fit, with what speaks for and against it.' })

export const MatchAnswer = z.object({ total, items: z.array(Match) }).meta({ id: 'MatchAnswer' })

type Choices = Awaited<ReturnType<typeof listChoices>>
type Wanted = Omit<MatchQuestion, 'exclude' | 'withFeedback'>

/**
 * What answers a question.
 * @throws Problem 429 when one client asks too often; 503 when too many ask, or the search server is away or has not learned yet
 */
export async function answered<Answer>(asked: Asked, work: () => Promise<Answer | null>) {
  await limitAsked(asked, 'matches')
  const answer = await work()
  if (answer) return answer
  throw unavailable('Matching does not answer now: too many ask, or the search server is away or still learning.', 30)
}

async function ask(asked: Asked, choices: Choices, wanted: Wanted) {
  const question = { ...wanted, exclude: [], withFeedback: false }
  const found = await answered(asked, () => asked.matcher.match(question))
  return { total: found.total, items: published(found.matches, choices, asked.origin, wanted.language) }
}

/** Matches as they are published. */
export function published(matches: Found[], { themes, roms }: Choices, origin: string, language: 'nl' | 'en') {
  const names = new Map(themes.map((theme) => [theme.id, localized(theme, 'name', language)]))
  const reader = { t: translator(language), language, themeName: (id: string) => names.get(id) ?? id }
  return matches.map((match) => {
    const { organisation } = match
    const rom = roms.find(({ id }) => id === organisation.seat_rom_id)
    return {
      organisation: {
        ...organisation,
        name: (language === 'en' && organisation.name_en) || organisation.name,
        rom: rom ? { slug: rom.slug, name: rom.short_name } : null,
        url: `${origin}/organisaties/${organisation.slug}`,
        is_example: organisation.is_example === 1,
      },
      score: match.score,
      reasons: reasonsOf(match, reader),
    }
  })
}

/**
 * The ids behind slugs, in their order.
 * @throws Problem 400 that names the parameters in which a slug is of nothing
 */
export function idsOf(choices: Choices, given: { theme?: string; themes?: string[]; rom?: string }) {
  const errors: ParameterError[] = []
  const look = (parameter: keyof typeof given, list: 'themes' | 'roms', slugs: (string | undefined)[]) =>
    slugs.flatMap((wanted) => {
      if (wanted === undefined) return []
      const id = choices[list].find((row) => row.slug === wanted)?.id
      if (id !== undefined) return [id]
      errors.push({ parameter, detail: `There is none with this key; see /api/v1/${list}.` })
      return []
    })
  const themes = [...look('theme', 'themes', [given.theme]), ...look('themes', 'themes', given.themes ?? [])]
  const [rom] = look('rom', 'roms', [given.rom])
  if (errors.length > 0) throw badParameters(errors)
  return { themes, rom }
}

export const listMatches = operation({
  id: 'listMatches',
  tag: 'organisations',
  path: '/organisations/{slug}/matches',
  query: z.object({
    rom: filters.rom,
    kind: kind.optional().meta({ example: 'startup' }),
    theme: filters.theme,
    // A word, not a boolean of zod's: that would take anything.
    known: z.enum(['true', 'false']).default('false').meta({ example: 'true' }),
    lang,
    ...paging,
  }),
  answer: listOf('MatchList', Match),
  example: '/organisations/noorderelektrolyse-voorbeeld/matches?limit=1',
  limited: [429, 503],
  async read(asked) {
    const { db, query } = asked
    const choices = await listChoices(db)
    const { themes, rom } = idsOf(choices, query)
    const [asker] = await organisationsBySlug(db, asked.slug)
    const { id, seat_rom_id } = orNothing(asker)
    const { limit, offset } = query
    const found = await ask(asked, choices, {
      organisation: id,
      text: null,
      roms: rom === undefined ? null : [rom],
      leaveOut: seat_rom_id === null ? [] : [seat_rom_id],
      kinds: query.kind ? [query.kind] : [],
      themes,
      withPartners: query.known === 'true',
      language: query.lang,
      limit,
      offset,
    })
    return pageOf(asked, found.total, found.items)
  },
})

const mostThemes = 20
const slugOfTheme = z.string().max(100).regex(keyPattern)

export const matchText = operation({
  id: 'matchText',
  tag: 'organisations',
  path: '/matches',
  query: z.object({}),
  body: {
    schema: z
      .object({
        text: z.string().trim().min(1).max(50_000),
        rom: filters.rom,
        kinds: z.array(kind).max(organisationKinds.length).optional(),
        themes: z.array(slugOfTheme).max(mostThemes).optional(),
        limit: paging.limit,
        lang,
      })
      .meta({ id: 'MatchQuestion' }),
    example: { text: 'Wij zoeken een partner die groene waterstof kan opslaan.', rom: 'bom', limit: 1 },
  },
  answer: MatchAnswer,
  example: '/matches',
  limited: [429, 503],
  async read(asked) {
    const { db, body, matcher } = asked
    const choices = await listChoices(db)
    const { themes, rom } = idsOf(choices, body)
    return ask(asked, choices, {
      organisation: null,
      text: matcher.needIn(body.text),
      roms: null,
      leaveOut: rom === undefined ? [] : [rom],
      kinds: body.kinds ?? [],
      themes,
      withPartners: true,
      language: body.lang,
      limit: body.limit,
      offset: 0,
    })
  },
})
