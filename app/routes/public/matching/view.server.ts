import type { TFunction } from 'i18next'
import type { Verdict } from '#search/matching/criteria.ts'
import type { Match, Reason } from '#search/matching/question.ts'
import { reasonsOf } from '../../../domain/matching/reasons.ts'
import type { Choices } from '../../../domain/reference/queries.server.ts'
import { lowerFirst } from '../../../i18n/format.ts'
import { type Locale, localized, nameIn } from '../../../i18n/locale.ts'

type Piece = { text: string; match: boolean }

/** What one of the two says, in its own words. */
export interface Said {
  label: string
  /** The page of the project it is said of. */
  href: string | null
  language: Locale | null
  pieces: Piece[]
}

export interface ReasonView {
  title: string
  proven: boolean
  shared: string | null
  said: Said[]
}

export interface MatchView {
  slug: string
  name: string
  kind: string
  rom: { slug: string; name: string } | null
  isExample: boolean
  reasons: ReasonView[]
  fits: string[]
  gaps: string[]
  unknown: string[]
  feedback: string | null
}

interface Words {
  t: TFunction
  locale: Locale
  choices: Choices
  /** Who or what asks; null for a text that was typed. */
  asker: string | null
}

/** A match in the reader's words. */
export function matchView(match: Match, words: Words): MatchView {
  const { t, locale, choices } = words
  const { organisation } = match
  const name = nameIn(locale, organisation.name, organisation.name_en)
  const rom = choices.roms.find(({ id }) => id === organisation.seat_rom_id)
  const reader = { t, language: locale, themeName: (id: string) => themeName(id, words) }
  const spoken = reasonsOf({ ...match, reasons: [] }, reader)
  const texts = (verdict: Verdict) =>
    spoken.filter((one) => one.criterion !== 'feedback' && one.verdict === verdict).map(({ text }) => text)
  return {
    slug: organisation.slug,
    name,
    kind: t(`common.organisationKind.${organisation.kind}`),
    rom: rom ? { slug: rom.slug, name: localized(rom, 'name', locale) } : null,
    isExample: organisation.is_example === 1,
    reasons: match.reasons.map((reason) => reasonView(reason, name, words)),
    fits: texts('match'),
    gaps: texts('gap'),
    unknown: texts('unknown'),
    feedback: spoken.find(({ criterion }) => criterion === 'feedback')?.text ?? null,
  }
}

/** The name of a theme as it stands inside a sentence. */
export function themeName(id: string, { choices, locale }: Pick<Words, 'choices' | 'locale'>): string {
  const theme = choices.themes.find((one) => one.id === id)
  return theme ? lowerFirst(localized(theme, 'name', locale)) : id
}

function reasonView({ side, ask, item, shared }: Reason, name: string, words: Words): ReasonView {
  const { t, locale, asker } = words
  const label = (who: string, text: Reason['item'] | null, asks: boolean) => {
    if (!text) return asker === null ? t('matching.yourNeed') : t('regional.wants', { name: asker })
    if (text.type === 'evidence') return t('matching.project', { name: who })
    if (text.type === 'organisation') return t('matching.does', { name: who })
    return t(asks ? 'matching.asks' : 'matching.offers', { name: who })
  }
  const href = ({ project }: Reason['item']) =>
    project && (project.undertaking ? `/initiatieven/${project.undertaking}` : `/projecten/${project.slug}`)
  const own: Said[] = shared
    ? [
        {
          label: label(asker ?? '', ask, side === 'need'),
          href: ask && href(ask),
          language: shared.ask.language,
          pieces: shared.ask.segments,
        },
      ]
    : []
  const other: Said = {
    label: label(name, item, side === 'offer'),
    href: href(item),
    language: shared?.item.language ?? null,
    pieces: shared?.item.segments ?? (item.project ? [{ text: item.project.name, match: false }] : []),
  }
  const terms = shared?.terms.map((term) => term[locale]).join(', ')
  return {
    title: t(shared ? `matching.side.${side}${item.type === 'listing' ? '' : 'Alike'}` : 'matching.similar'),
    proven: shared !== null,
    shared: terms ? t('matching.shared', { terms }) : null,
    said: [...own, other].filter(({ pieces }) => pieces.length > 0),
  }
}
