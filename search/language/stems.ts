import { stemmer as dutch } from '@orama/stemmers/dutch'
import { stemmer as english } from '@orama/stemmers/english'
import { remember } from './remember.ts'
import { fold, stopWords } from './words.ts'

const mostWords = 100_000

function stemming(stem: (word: string) => string): (word: string) => string {
  return remember(mostWords, (word) => {
    const stemmed = fold(stem(word))
    // "overheid" would become "over", and be in every text.
    return !stemmed || stopWords.has(stemmed) ? word : stemmed
  })
}

/**
 * The Dutch stem of a folded word (Snowball): "sensoren" and "sensor" give one. The algorithm knows the plural in "-ieën" only
 * by its accent, which folding took away, and leaves the one in "-ies" alone.
 */
export const dutchStem = stemming((word) => dutch(word.replace(/^(.{3,}?)(?:iee?n|ies)$/, '$1ie')))

/** The English stem of a folded word (Porter 2). */
export const englishStem = stemming(english)
