import { z } from 'zod'
import { facetNames, hitTypes, searchSorts } from '#search/engine.ts'
import { organisationKinds } from '../../../../domain/organisation/types.ts'
import { listChoices } from '../../../../domain/reference/queries.server.ts'
import { findEverything } from '../../../../domain/search/find.server.ts'
import { hasMatch } from '../../../../domain/search/marked.ts'
import type { MarkedText } from '../../../../domain/search/types.ts'
import { initiativeKinds, undertakingStatuses } from '../../../../domain/undertaking/types.ts'
import { operation } from '../../../../http/api.server.ts'
import { limitAsked } from '../../../../http/api-limit.server.ts'
import { escapeXml } from '../../../../http/machine.server.ts'
import { localized } from '../../../../i18n/locale.ts'
import { callStates } from './calls.server.ts'
import { chosenIds, filters, isExample, next, pageOf, paging, slug, total } from './common.server.ts'

const Named = z.object({ slug: z.string(), name: z.string() }).meta({ id: 'Named' })

const Hit = z
  .object({
    type: z.enum(hitTypes),
    slug: slug('energiehubs'),
    title: z.string(),
    summary: z.string().meta({
      description: 'At most some 260 characters; in the other language when there is none in the one asked for.',
    }),
    kind: z.string().nullable().meta({ description: 'Of an organisation or initiative.' }),
    status: z.string().nullable(),
    roms: z.array(Named),
    themes: z.array(Named),
    url: z.url().meta({ description: 'Its page on the portal.' }),
    highlights: z.array(z.string()).meta({
      description: 'Texts in which it was found: escaped for HTML, with <mark> around what answers the query.',
      example: ['<mark>Energie</mark>hubs'],
    }),
    is_example: isExample,
  })
  .meta({ id: 'Hit' })

const Counts = z.array(z.object({ value: z.string(), count: z.int().min(0) }).meta({ id: 'FacetCount' }))
const facets = Object.fromEntries(facetNames.map((name) => [name, Counts])) as Record<
  (typeof facetNames)[number],
  typeof Counts
>

/** HTML in which the pieces that answer the query are marked; null when there are none. */
function highlight(text: MarkedText | null): string | null {
  if (!text || !hasMatch(text.segments)) return null
  return text.segments
    .map((piece) => (piece.match ? `<mark>${escapeXml(piece.text)}</mark>` : escapeXml(piece.text)))
    .join('')
}

export const search = operation({
  id: 'search',
  tag: 'search',
  path: '/search',
  query: z.object({
    ...filters,
    type: z.enum(hitTypes).optional().meta({ example: 'programme' }),
    kind: z
      .enum([...organisationKinds, ...initiativeKinds])
      .optional()
      .meta({ example: 'startup' }),
    status: z
      .enum([...undertakingStatuses, 'unknown', ...callStates])
      .optional()
      .meta({ example: 'running' }),
    sort: z.enum(searchSorts).default('relevance').meta({ example: 'name' }),
    lang: z.enum(['nl', 'en']).default('nl').meta({ example: 'en' }),
    ...paging,
    // Whoever searches wants the best; whoever wants more asks for more.
    limit: z.int().min(1).max(100).default(10).meta({ example: 10 }),
  }),
  answer: z
    .object({
      total,
      hits: z.array(Hit),
      facets: z.object(facets).meta({ description: 'How many there are per value of each filter.' }),
      next,
      exact: z.int().meta({
        description:
          'How many have all of the words: the first of them. Under ten, those with some of the words follow.',
        example: 12,
      }),
      plain: z.boolean().meta({
        description: 'The search server was away: names and summaries that hold the words, by the database alone.',
      }),
    })
    .meta({ id: 'SearchAnswer' }),
  example: '/search?q=energie&limit=1',
  limited: [429],
  async read(asked) {
    await limitAsked(asked, 'search')
    const { db, query, origin } = asked
    const { limit, offset, sort, lang } = query
    const ids = await chosenIds(db, query)
    const filter = { ...ids, type: query.type ?? null, kind: query.kind ?? null, status: query.status ?? null }
    const request = { text: query.q ?? '', filter, sort, language: lang, limit, offset, facets: true }
    // The choices are read while the search server is at work.
    const [found, { themes, roms }] = await Promise.all([
      findEverything({ db, search: asked.search }, request),
      listChoices(db),
    ])
    const slugs = new Map([...themes, ...roms].map((row) => [row.id, row.slug]))
    const named = (rows: { slug: string; name_nl: string; name_en: string }[]) =>
      rows.map((row) => ({ slug: row.slug, name: localized(row, 'name', lang) }))
    const hits = found.hits.map((hit) => ({
      ...hit,
      title: localized(hit, 'name', lang),
      summary: hit.marked.summary?.segments.map(({ text }) => text).join('') ?? '',
      roms: named(hit.roms),
      themes: named(hit.themes),
      url: origin + hit.path,
      highlights: [hit.marked.name, hit.marked.summary, hit.marked.text].flatMap((text) => highlight(text) ?? []),
      is_example: hit.is_example === 1,
    }))
    // Values are what the filters of this API take: slugs, not the ids inside.
    const counts = facetNames.map((name) => [
      name,
      found.facets[name].map(({ value, n }) => ({
        value: name === 'theme' || name === 'rom' ? (slugs.get(value) ?? value) : value,
        count: n,
      })),
    ])
    const page = pageOf(asked, found.total, [])
    return { ...found, hits, facets: Object.fromEntries(counts), next: page.next }
  },
})
