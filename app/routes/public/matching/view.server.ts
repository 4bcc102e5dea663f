import type { TFunction } from 'i18next'
import type { Criterion } from '#search/matching/criteria.ts'
import type { Match, Reason } from '#search/matching/matcher.ts'
import type { Choices } from '../../../domain/reference/queries.server.ts'
import { formatDate, lowerFirst } from '../../../i18n/format.ts'
import { type Locale, localized } from '../../../i18n/locale.ts'

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
  unknown: string | null
  feedback: string | null
}

interface Words {
  t: TFunction
  locale: Locale
  choices: Choices
  /** Who asks; null for a text that was typed. */
  asker: string | null
}

/** A match in the reader's words. */
export function matchView(match: Match, words: Words): MatchView {
  const { t, locale, choices } = words
  const { organisation, feedback } = match
  const name = locale === 'en' ? (organisation.name_en ?? organisation.name) : organisation.name
  const rom = choices.roms.find(({ id }) => id === organisation.seat_rom_id)
  const judged = match.criteria.flatMap((criterion) => said(criterion, words) ?? [])
  const texts = (verdict: Criterion['verdict']) =>
    judged.filter((one) => one.verdict === verdict).map(({ text }) => text)
  const unknown = texts('unknown')
  return {
    slug: organisation.slug,
    name,
    kind: t(`common.organisationKind.${organisation.kind}`),
    rom: rom ? { slug: rom.slug, name: localized(rom, 'name', locale) } : null,
    isExample: organisation.is_example === 1,
    reasons: match.reasons.map((reason) => reasonView(reason, name, words)),
    fits: texts('match'),
    gaps: texts('gap'),
    unknown: unknown.length > 0 ? t('matching.unknown', { criteria: unknown.join(', ') }) : null,
    feedback:
      feedback &&
      t(`matching.feedback.${feedback.verdict}`, {
        date: formatDate(feedback.recorded_at.slice(0, 10), locale),
        reason: feedback.reason ? t(`matching.reason.${feedback.reason}`) : '',
      }),
  }
}

function reasonView({ side, ask, item, shared }: Reason, name: string, words: Words): ReasonView {
  const { t, locale, asker } = words
  const label = (who: string, text: Reason['item'] | null, asks: boolean) => {
    if (!text) return t('matching.yourNeed')
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

/** One criterion in words; null when it says nothing to anybody. */
function said(one: Criterion, { t, locale, choices }: Words): { verdict: Criterion['verdict']; text: string } | null {
  const { verdict } = one
  const as = (text: string) => ({ verdict, text })
  switch (one.criterion) {
    case 'themes': {
      if (one.wanted.length === 0) return null
      if (verdict === 'unknown') return as(t('matching.criterion.themes'))
      const themes = choices.themes.filter(({ id }) => one.themes.includes(id))
      const names = themes.map((theme) => lowerFirst(localized(theme, 'name', locale))).join(', ')
      return as(
        verdict === 'match'
          ? t('matching.criterion.themesMatch', { themes: names })
          : t('matching.criterion.themesGap'),
      )
    }
    case 'kind': {
      if (verdict === 'unknown') return null
      const kind = lowerFirst(t(`common.organisationKind.${one.kind}`))
      return as(t(verdict === 'match' ? 'matching.criterion.kindMatch' : 'matching.criterion.kindGap', { kind }))
    }
    case 'trl': {
      if (!one.own) return null
      if (!one.other) return as(t('matching.criterion.trl'))
      const params = { own: one.own.join('–'), other: one.other.join('–') }
      return as(t(verdict === 'match' ? 'matching.criterion.trlMatch' : 'matching.criterion.trlGap', params))
    }
    case 'agreement': {
      if (!one.own) return null
      if (!one.other) return as(t('matching.criterion.agreement'))
      const own = lowerFirst(t(`common.agreement.${one.own}`))
      const other = lowerFirst(t(`common.agreement.${one.other}`))
      return as(
        verdict === 'match'
          ? t('matching.criterion.agreementMatch', { agreement: own })
          : t('matching.criterion.agreementGap', { own, other }),
      )
    }
    case 'evidence':
      return as(
        one.projects > 0
          ? t('matching.criterion.projects', { count: one.projects })
          : t('matching.criterion.evidence'),
      )
  }
}
