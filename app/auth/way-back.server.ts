import { ownAddress } from './guard.server.ts'
import { seal, unseal } from './keys.server.ts'

type Portal = { secret: string }

/** So that nothing else that was sealed is taken for a way back. */
const mark = 'naar:'

/**
 * The page somebody was going to, as it goes along in a mail that anybody can have sent to anybody: nobody reads a text of a stranger in
 * it, and nobody changes it.
 * @returns '' when it is no address of this portal
 */
export function sealWay({ secret }: Portal, naar: string): string {
  const to = ownAddress(naar, '')
  return to && seal(secret, mark + to)
}

/** The page that was sealed; '' when it was changed, or sealed by another portal: a way back that is lost keeps nobody out. */
export function openWay({ secret }: Portal, sealed: string | null): string {
  if (!sealed || sealed.length > 4000) return ''
  try {
    const text = unseal(secret, sealed)
    return text.startsWith(mark) ? ownAddress(text.slice(mark.length), '') : ''
  } catch {
    return ''
  }
}

/** Where the page of an address leads on to, as it stands there: plain, or as it went along in a mail. @returns '' for nowhere */
export function wayIn(portal: Portal, url: URL): string {
  return ownAddress(url.searchParams.get('naar'), '') || openWay(portal, url.searchParams.get('verder'))
}

/** An address with the way back behind it; as it is when there is none. */
export function withWay(address: string, naar: string): string {
  return naar ? `${address}?${new URLSearchParams({ naar })}` : address
}
