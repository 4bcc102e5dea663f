import type { Lexicon } from '../lexicon/lexicon.ts'
import { fold, stopWords, wordsOf } from './words.ts'

/**
 * What people call something by without anybody listing it, folded: "umcg" for Universitair Medisch Centrum Groningen, "hva" for
 * Hogeschool van Amsterdam, "nvwa" for Nederlandse Voedsel- en Warenautoriteit; and "2b" for 2-B, of which search sees two words.
 */
export function shortNames(lexicon: Lexicon, names: (string | null)[]): string[] {
  const given = names.filter((name) => name !== null)
  return [...new Set([...given.flatMap((name) => initialsOf(lexicon, name)), ...given.flatMap(joined)])]
}

/** Of all words, of those that tell something, and of those with compounds taken apart, one or all: three to six letters. */
function initialsOf(lexicon: Lexicon, name: string): string[] {
  const words = wordsOf(name).map(({ folded }) => folded)
  const telling = words.filter((word) => !stopWords.has(word))
  const parts = (word: string) => {
    const split = lexicon.compounds.split(word)
    return split.length > 0 ? split : [word]
  }
  const apart = telling.map((one) => telling.flatMap((word) => (word === one ? parts(word) : [word])))
  return [words, telling, ...apart, telling.flatMap(parts)]
    .map((list) => list.map((word) => word[0]).join(''))
    .filter(({ length }) => length >= 3 && length <= 6)
}

/** Words with a hyphen, without it. */
function joined(name: string): string[] {
  return (name.match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)+/gu) ?? []).map((word) => fold(word.replaceAll('-', '')))
}
