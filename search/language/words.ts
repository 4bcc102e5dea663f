/** The words of a text, as search compares them. */

export interface Word {
  /** Lower case, without accents. */
  folded: string
  /** As written. */
  raw: string
  start: number
  end: number
}

/** "BOM", "TU": short and in capitals it is a name, not a word that can be inflected. */
export function isAbbreviation(raw: string): boolean {
  return /^[\p{Lu}\p{N}]{2,4}$/u.test(raw)
}

const pattern = /[\p{L}\p{N}]+(?:['’.][\p{L}\p{N}]+)*/gu

/** Lower case, without accents and ligatures: "Fryslân" and "ĳs" become "fryslan" and "ijs". */
export function fold(text: string): string {
  // Most words are plain letters, and this runs for every word of every text that is shown.
  if (/^[a-z0-9]*$/.test(text)) return text
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
}

/** Every word of a text in order, with its place. A word is letters and digits; an inner apostrophe or dot is dropped, and so is "'s". */
export function wordsOf(text: string): Word[] {
  const words: Word[] = []
  for (const match of text.matchAll(pattern)) {
    const written = match[0]
    const plain = /^[A-Za-z0-9]+$/.test(written)
    words.push({
      folded: plain ? written.toLowerCase() : foldWord(written),
      raw: plain ? written : written.normalize('NFKC'),
      start: match.index,
      end: match.index + written.length,
    })
  }
  return words
}

function foldWord(written: string): string {
  return fold(written.toLowerCase().replace(/['’]s$/, '')).replace(/['’.]/g, '')
}

/** The parts of a name written together, such as "WaterstofNet"; none when there is no inner capital. */
export function camelParts(raw: string): string[] {
  if (!/\p{L}\p{Lu}/u.test(raw) || !/\p{Ll}/u.test(raw)) return []
  const parts = raw.match(/\p{Lu}?\p{Ll}+|\p{Lu}+(?!\p{Ll})/gu) ?? []
  return parts.length > 1 && parts.join('') === raw ? parts.map(fold) : []
}

/** Words that say nothing about what is sought, by language. */
export const stopWordsOf = {
  nl: listed(`aan al als alle bij dan dat de deze die dit door een en er het hij hoe iets ik in is je kan maar me men met mij
  mijn na naar niet of om onder ons onze ook op over te tot u uit van via voor waar wat we welke wie wij wil worden wordt
  zich zij zijn zo zoek zoeken zonder tussen tegen`),
  en: listed(`a an and any are as at be by can for from has have how i is it its me my not of on or our that the their these
  this to us was we what where which who will with you your looking`),
}

/** The same of both languages together. */
export const stopWords = new Set([...stopWordsOf.nl, ...stopWordsOf.en])

function listed(words: string): Set<string> {
  return new Set(words.split(/\s+/).filter(Boolean))
}
