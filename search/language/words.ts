/** The words of a text, as search compares them. */

export interface Word {
  /** Lower case, without accents. */
  folded: string
  /** As written. */
  raw: string
  start: number
  end: number
}

const pattern = /[\p{L}\p{N}]+(?:['’.][\p{L}\p{N}]+)*/gu

/** Lower case, without accents and ligatures: "Fryslân" and "ĳs" become "fryslan" and "ijs". */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
}

/** Every word of a text in order, with its place. A word is letters and digits; an inner apostrophe or dot is dropped. */
export function wordsOf(text: string): Word[] {
  return Array.from(text.matchAll(pattern), (match) => ({
    folded: fold(match[0]).replace(/['’.]/g, ''),
    raw: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }))
}

/** The parts of a name written together, such as "WaterstofNet"; none when there is no inner capital. */
export function camelParts(raw: string): string[] {
  const parts = raw.match(/\p{Lu}?\p{Ll}+|\p{Lu}+(?!\p{Ll})/gu) ?? []
  return parts.length > 1 && parts.join('') === raw ? parts.map(fold) : []
}

/** Words that say nothing about what is sought, in both languages. */
export const stopWords = new Set(
  `aan al als alle bij dan dat de deze die dit door een en er het hij hoe iets ik in is je kan maar me met mij mijn na
  naar niet of om onder ons onze ook op over te tot u uit van via voor waar wat we welke wie wij wil worden wordt
  zich zij zijn zo zoek zoeken zonder tussen tegen
  a an and any are as at be by can for from has have how i is it its me my not of on or our that the their these this
  to us was we what where which who will with you your looking`
    .split(/\s+/)
    .filter(Boolean),
)
