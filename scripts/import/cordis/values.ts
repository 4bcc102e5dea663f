/** Single values of the download in the form in which the portal keeps them. Pure functions. */

/** Text with its white space tidied: single spaces, and at most one empty line between paragraphs. */
export function tidy(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/**
 * Decimal euros ("1499938.5") in whole cents, without a detour through floating point; a third decimal rounds.
 * @returns undefined when it is no amount
 */
export function cents(euros: string): number | undefined {
  const match = /^(\d{1,12})(?:[.,](\d+))?$/.exec(euros)
  if (!match?.[1]) return undefined
  const decimals = (match[2] ?? '').padEnd(3, '0')
  const exact = BigInt(match[1]) * 100n + BigInt(decimals.slice(0, 2))
  return Number(exact) + (Number(decimals[2]) >= 5 ? 1 : 0)
}

/** "1234 AB", or "1234" when that is all there is; null when it is no Dutch postcode. */
export function postcode(text: string): string | null {
  const match = /^(?:NL[\s-]*)?([1-9]\d{3})\s*([A-Z]{2})?$/i.exec(text.trim())
  if (!match) return null
  return match[2] ? `${match[1]} ${match[2].toUpperCase()}` : (match[1] ?? null)
}

/** A VAT number without spaces and dots; null when it has no such form. */
export function vat(text: string): string | null {
  const bare = text.toUpperCase().replace(/[\s.-]/g, '')
  return /^[A-Z]{2}[A-Z0-9]{5,13}$/.test(bare) ? bare : null
}

/** An address on the web with its protocol and without an idle slash; null when it cannot be one. */
export function website(text: string): string | null {
  const given = text.trim()
  if (given === '' || /\s/.test(given)) return null
  const url = URL.parse(/^[a-z]+:\/\//i.test(given) ? given : `https://${given}`)
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) return null
  if (!/\.[a-z][a-z0-9-]*[a-z0-9]$/i.test(url.hostname)) return null
  return url.pathname === '/' && !url.search && !url.hash ? url.origin : url.href
}

/** Lower case letters without accents, and "b.v." or "b v" as "bv": what spellings of one name have in common. */
export function plain(name: string): string {
  const letters = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return letters.replace(/\b(\p{L})[. ]+(?=\p{L}\b)/gu, '$1')
}

/** The words of a name as an address has them: "Coöperatie Rond & Co. B.V." becomes "cooperatie-rond-co-bv". */
export function slug(name: string): string {
  const dashed = plain(name)
    .replace(/['’´`]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
  return dashed.slice(0, 80).replace(/^-+|-+$/g, '')
}
