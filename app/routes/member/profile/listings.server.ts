import type { LoaderFunctionArgs } from '@remix-run/node'
import type { TFunction } from 'i18next'
import { codeOf } from '../../../domain/listing/anonymous.server.ts'
import { type ListingState, stateOf } from '../../../domain/listing/policy.ts'
import type { Listing } from '../../../domain/listing/queries.server.ts'
import type { Profile } from '../../../domain/organisation/profile.server.ts'
import { shorten } from '../../../http/query.ts'
import { formatDate } from '../../../i18n/format.ts'
import { type Locale, localizedWithLanguage } from '../../../i18n/locale.ts'
import { listingPath } from './paths.ts'

export interface ListingView {
  id: string
  side: 'offer' | 'need'
  text: string
  language: Locale
  /** Its beginning, by which a button says what it is about. */
  short: string
  state: ListingState
  /** Until when it is shown, or since when it no longer is. */
  day: string
  /** Who sees it, in a sentence. */
  seen: string
  href: string
}

interface Reader {
  t: TFunction
  locale: Locale
  today: string
}

/** An offer or need as who keeps the profile sees it at a glance. */
export async function listingView(
  db: LoaderFunctionArgs['context']['db'],
  profile: Profile,
  one: Listing,
  { t, locale, today }: Reader,
): Promise<ListingView> {
  const { text, language } = localizedWithLanguage(one, 'text', locale)
  const state = stateOf(one, today)
  const date = (day: string) => ({ date: formatDate(day, locale) })
  const gone = state === 'expired' || state === 'withdrawn'
  const rom = profile.roms.join(', ') || t('listing.ownRom')
  const code = one.audience === 'public_anonymous' ? ((await codeOf(db, one.id)) ?? '') : ''
  return {
    id: one.id,
    side: one.side,
    text,
    language,
    short: shorten(text, 40),
    state,
    day:
      state === 'withdrawn'
        ? t('listing.withdrawnOn', date(one.withdrawn_at ?? ''))
        : t(state === 'expired' ? 'listing.ended' : 'listing.until', date(one.expires_on)),
    seen: t(`listing.seen.${gone ? 'nobody' : one.audience}`, { rom, code }),
    href: listingPath(profile.slug, one.side, one.id),
  }
}
