import { setTimeout } from 'node:timers/promises'
import type { LoaderFunctionArgs } from '@remix-run/node'
import type { TFunction } from 'i18next'
import type { Advice } from '#search/matching/advice.ts'
import type { MatchAnswer, MatchQuestion } from '#search/matching/question.ts'
import { isWaiting } from '#search/outbox.ts'
import { type Listing, ownNeeds } from '../../../domain/listing/queries.server.ts'
import type { Profile } from '../../../domain/organisation/profile.server.ts'
import { listChoices } from '../../../domain/reference/queries.server.ts'
import { tooOftenFrom } from '../../../http/rate.server.ts'
import { type Locale, nameIn } from '../../../i18n/locale.ts'
import { adviceView } from '../../public/matching/advice.server.ts'
import { type MatchView, matchView } from '../../public/matching/view.server.ts'
import { listingPath, profilePath } from './paths.ts'

/** So many are shown: the rest is one click away. */
const top = 3
/** A change is usually in the index within half a second; who waits longer is told so. */
const patienceMs = 3000

export interface MissingView {
  text: string
  link: { href: string; label: string } | null
  /** Where it is mended. */
  act: { href: string; label: string } | null
}

export interface OutcomeView {
  /** Null when matches cannot be looked up now. */
  total: string | null
  count: number
  matches: MatchView[]
  /** Whether what was just saved does not count yet. */
  waiting: boolean
  /** Whether needs count that not everybody sees. */
  hasPrivate: boolean
  missing: MissingView[]
}

interface Reader {
  t: TFunction
  locale: Locale
  today: string
}

/**
 * What a profile brings: how many matches in other regions, the best of them, and what would make it better found.
 * @param saved whether something was saved just now, which is waited for
 */
export async function outcomeOf(
  { context }: Pick<LoaderFunctionArgs, 'context'>,
  profile: Profile,
  listings: Listing[],
  { t, locale, today }: Reader,
  saved: boolean,
): Promise<OutcomeView> {
  const { db, matcher } = context
  const asking = {
    organisation: profile.id,
    text: null,
    roms: null,
    leaveOut: profile.seat_rom_id ? [profile.seat_rom_id] : [],
    kinds: [],
    themes: [],
    exclude: [],
    withPartners: false,
    withFeedback: false,
    language: locale,
  }
  const unseen = ownNeeds(listings, today)
  const needs = unseen.map(({ text_nl, text_en }) => ({
    passages: [
      ...(text_nl ? [{ text: text_nl, language: 'nl' as const }] : []),
      ...(text_en ? [{ text: text_en, language: 'en' as const }] : []),
    ],
    added: [],
    removed: [],
  }))
  const question: MatchQuestion = { ...asking, ...(needs.length > 0 && { needs }), limit: top, offset: 0 }
  // Who asks more often than people do saves all the same, and is told that matches are not there now.
  const often = (await tooOftenFrom(context, 'matches')) !== null
  let answer: MatchAnswer | null = often ? null : await matcher.match(question)
  const waiting = saved && answer !== null && !(await heard(db, profile.id))
  if (saved && answer && !waiting) answer = await matcher.match(question)
  const [choices, advice] = await Promise.all([
    listChoices(db),
    answer ? matcher.advice(asking, today) : Promise.resolve(null),
  ])
  const asker = nameIn(locale, profile.name, profile.name_en)
  return {
    total: answer && t('profile.outcome.total', { count: answer.total }),
    count: answer?.total ?? 0,
    matches: answer?.matches.map((match) => matchView(match, { t, locale, choices, asker })) ?? [],
    waiting,
    hasPrivate: needs.length > 0,
    missing: (advice ?? plainly(profile, listings)).map((one) => ({
      ...adviceView(one, t, locale),
      act: actOf(one, profile.slug, t),
    })),
  }
}

/** Whether the indexes know of all that was written of an organisation, after waiting a little. */
async function heard(db: LoaderFunctionArgs['context']['db'], id: string): Promise<boolean> {
  for (const start = Date.now(); await isWaiting(db, 'organisation', id); await setTimeout(100)) {
    if (Date.now() - start > patienceMs) return false
  }
  return true
}

/** What is not there at all, which needs no search server to be known. */
function plainly(profile: Profile, listings: Listing[]): Advice[] {
  const shown = listings.filter((one) => one.audience === 'public' && one.withdrawn_at === null)
  const lacks = {
    offer: !shown.some(({ side }) => side === 'offer'),
    need: !shown.some(({ side }) => side === 'need'),
    summary: !profile.summary_nl && !profile.summary_en,
    themes: profile.themes.length === 0,
  }
  return (['offer', 'need', 'summary', 'themes'] as const).flatMap((advice) => (lacks[advice] ? [{ advice }] : []))
}

function actOf(one: Advice, slug: string, t: TFunction): MissingView['act'] {
  const summary = { href: profilePath(slug, '/profiel'), label: t('profile.missing.do.summary') }
  const listings = { href: profilePath(slug, '#aanbod-en-vraag'), label: t('profile.missing.do.listings') }
  switch (one.advice) {
    case 'offer':
    case 'need':
      return { href: listingPath(slug, one.advice), label: t(`profile.missing.do.${one.advice}`) }
    case 'summary':
      return summary
    case 'themes':
      return { href: profilePath(slug, '/themas'), label: t('profile.missing.do.themes') }
    case 'concept':
      return null
    case 'vague':
    case 'language':
      return one.text.side === 'field' ? summary : listings
    default:
      return listings
  }
}
