import { stemmer as dutch } from '@orama/stemmers/dutch'
import { stemmer as english } from '@orama/stemmers/english'
import { fold } from './words.ts'

/** Remembers what a function gave: the same few thousand words come by again and again. */
function remembering(stem: (word: string) => string): (word: string) => string {
  const known = new Map<string, string>()
  return (word) => {
    let stemmed = known.get(word)
    if (stemmed === undefined) {
      if (known.size > 200_000) known.clear()
      stemmed = fold(stem(word)) || word
      known.set(word, stemmed)
    }
    return stemmed
  }
}

/**
 * The Dutch stem of a folded word (Snowball): "sensoren" and "sensor" give one. The algorithm knows the plural in "-ieën" only
 * by its accent, which folding took away.
 */
export const dutchStem = remembering((word) => dutch(word.replace(/^(.{3,}?)iee?n$/, '$1ie')))

/** The English stem of a folded word (Porter 2). */
export const englishStem = remembering(english)
