import type { ListingTable } from '#db/tables/organisations.ts'

/** Who sees an offer or need, from few to all. */
export const audiences = ['own_rom', 'roms', 'roms_anonymous', 'public', 'public_anonymous'] as const
export type Audience = (typeof audiences)[number]

type Seen = Pick<ListingTable, 'visibility'> & { anonymous: 0 | 1 }

export function audienceOf({ visibility, anonymous }: Seen): Audience {
  return anonymous === 1 && visibility !== 'own_rom' ? `${visibility}_anonymous` : visibility
}

export function seenBy(audience: Audience): Seen {
  const visibility =
    audience === 'own_rom' ? audience : audience === 'public' || audience === 'public_anonymous' ? 'public' : 'roms'
  return { visibility, anonymous: audience.endsWith('_anonymous') ? 1 : 0 }
}

/** How long an offer or need is shown without being renewed, in days. */
const lifeDays = 365

/** The day on which what is written or renewed today ends, unless it is renewed. */
export function expiryFrom(today: string): string {
  return new Date(Date.parse(`${today}T00:00:00Z`) + lifeDays * 86_400_000).toISOString().slice(0, 10)
}

/** Whether it is shown, is about to end within a month, or is seen by its editors only. */
export type ListingState = 'shown' | 'ending' | 'expired' | 'withdrawn'

/** @param today YYYY-MM-DD */
export function stateOf(
  { withdrawn_at, expires_on }: Pick<ListingTable, 'withdrawn_at' | 'expires_on'>,
  today: string,
): ListingState {
  if (withdrawn_at !== null) return 'withdrawn'
  if (expires_on <= today) return 'expired'
  return expires_on <= monthAfter(today) ? 'ending' : 'shown'
}

/** The same day of the next month, or the last of it when that is shorter. */
export function monthAfter(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month, Math.min(date, last))).toISOString().slice(0, 10)
}

/** Whether somebody who reads a text without a name can tell whose it is: the name, or the address of the website, stands in it. */
export function tellsWhose(text: string, owner: { names: string[]; website: string | null }): boolean {
  const folded = (words: string) =>
    ` ${words
      .normalize('NFD')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()} `
  const host =
    owner.website && URL.canParse(owner.website) ? new URL(owner.website).hostname.replace(/^www\./, '') : ''
  const said = folded(text)
  return [...owner.names, host].map(folded).some((name) => name.trim().length > 2 && said.includes(name))
}
