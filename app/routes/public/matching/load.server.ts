import type { TFunction } from 'i18next'
import type { Matcher } from '#search/matching/matcher.ts'
import type { MatchAnswer, MatchQuestion } from '#search/matching/question.ts'
import { organisationKinds } from '../../../domain/organisation/types.ts'
import type { Choices } from '../../../domain/reference/queries.server.ts'
import type { PageQuery } from '../../../http/query.ts'
import { type Locale, localized } from '../../../i18n/locale.ts'
import { type MatchView, matchView } from './view.server.ts'

const size = 20

export interface Options {
  name: string
  label: string
  /** What it says when nothing is chosen. */
  none: string
  options: { value: string; label: string }[]
  chosen: string
}

export interface Found {
  matches: MatchView[]
  total: string
  pages: { label: string; href: string | null }[]
  previous: string | null
  next: string | null
}

interface Page {
  query: PageQuery
  locale: Locale
  t: TFunction
  choices: Choices
}

/** The filters of both pages, from the address: which regions, kinds and themes are wanted. */
export function narrowing({ query, locale, t, choices }: Page, regionNone: string) {
  const rom = query.bySlug('rom', choices.roms)
  const kind = query.choice('soort', organisationKinds)
  const theme = query.bySlug('thema', choices.themes)
  const named = (rows: { slug: string; name_nl: string; name_en: string }[]) =>
    rows.map((row) => ({ value: row.slug, label: localized(row, 'name', locale) }))
  const filters: Options[] = [
    {
      name: 'rom',
      label: t('matching.region'),
      none: regionNone,
      options: named(choices.roms),
      chosen: rom?.slug ?? '',
    },
    {
      name: 'soort',
      label: t('matching.kind'),
      none: t('matching.kindAll'),
      options: organisationKinds.map((value) => ({ value, label: t(`common.organisationKind.${value}`) })),
      chosen: kind ?? '',
    },
    {
      name: 'thema',
      label: t('matching.theme'),
      none: t('matching.themeAll'),
      options: named(choices.themes),
      chosen: theme?.slug ?? '',
    },
  ]
  return { filters, roms: rom && [rom.id], kinds: kind ? [kind] : [], themes: theme ? [theme.id] : [] }
}

/**
 * What the matcher found for the page that the address asks for, in words.
 * @param asker the name of the organisation or programme that asks; null for a text
 * @returns null when it cannot be asked now
 */
export async function findMatches(
  page: Page,
  matcher: Matcher,
  question: Omit<MatchQuestion, 'withFeedback' | 'language' | 'limit' | 'offset'> & { withFeedback?: boolean },
  asker: string | null,
): Promise<Found | null> {
  const { query, locale, t } = page
  const ask = (offset: number) =>
    matcher.match({ withFeedback: false, ...question, language: locale, limit: size, offset })
  const first = query.offset(size)
  let answer: MatchAnswer | null = await ask(first)
  if (!answer) return null
  const paging = query.page(answer.total, size)
  // Only an address with a page that is not there asks twice.
  if (paging.offset !== first) answer = (await ask(paging.offset)) ?? answer
  const toPage = (number: number) => query.href({ pagina: number === 1 ? null : String(number) })
  return {
    matches: answer.matches.map((match) => matchView(match, { ...page, asker })),
    total: t('matching.total', { count: answer.total }),
    pages: Array.from({ length: paging.pages }, (_, at) => ({
      label: String(at + 1),
      href: at + 1 === paging.page ? null : toPage(at + 1),
    })),
    previous: paging.page > 1 ? toPage(paging.page - 1) : null,
    next: paging.page < paging.pages ? toPage(paging.page + 1) : null,
  }
}
