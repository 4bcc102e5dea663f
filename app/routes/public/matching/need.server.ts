import type { LoaderFunctionArgs } from '@remix-run/node'
import { listChoices } from '../../../domain/reference/queries.server.ts'
import { openPage } from '../../../http/page.server.ts'
import { longestText } from '../../../http/query.ts'
import { limitFrom } from '../../../http/rate.server.ts'
import { localized } from '../../../i18n/locale.ts'
import { findMatches, narrowing } from './load.server.ts'

const mostConcepts = 30

/**
 * What answers a need in words.
 * @param typed a text that is too long for an address; its filters are in the address all the same
 */
export async function loadNeed(args: Pick<LoaderFunctionArgs, 'request' | 'context'>, typed?: string) {
  const opened = await openPage(args)
  const { query, locale, t, db } = opened
  const { matcher } = args.context
  const page = { ...opened, choices: await listChoices(db) }
  const q = typed ?? query.text('q', longestText) ?? ''
  if (q) await limitFrom(args.context, 'matches')
  const { filters, ...wanted } = narrowing(page, t('matching.regionAll'))
  const own = query.bySlug('eigen', page.choices.roms)
  const need = matcher.needIn(q)
  const understood = q ? matcher.understood(need.passages).slice(0, mostConcepts) : []
  const removed = query.choices(
    'zonder',
    understood.map(({ id }) => id),
  )
  const question = {
    ...wanted,
    organisation: null,
    text: { ...need, removed },
    leaveOut: own ? [own.id] : [],
    exclude: [],
    withPartners: true,
  }
  return {
    title: t('matching.title'),
    description: t('matching.intro'),
    q,
    tooLong: typed !== undefined,
    filters: [
      ...filters,
      {
        name: 'eigen',
        label: t('matching.own'),
        none: t('matching.ownNone'),
        options: page.choices.roms.map((rom) => ({ value: rom.slug, label: localized(rom, 'name', locale) })),
        chosen: own?.slug ?? '',
      },
    ],
    concepts: understood.map((concept) => {
      const left = removed.includes(concept.id)
      const ids = left ? removed.filter((id) => id !== concept.id) : [...removed, concept.id]
      return {
        id: concept.id,
        label: concept[locale][0] ?? concept.id,
        left,
        // A text that no address can hold cannot be changed by one.
        href: typed === undefined ? query.href({ zonder: ids }) : null,
      }
    }),
    found: q ? await findMatches(page, matcher, question, null) : null,
    ignored: query.ignored,
  }
}
