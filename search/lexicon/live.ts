import type { Db } from '#db/client.ts'
import { Lexicon, type OwnWord } from './lexicon.ts'

/** The words that administrators added and did not take off again, in the order in which they did. */
export function ownWords(db: Db): Promise<OwnWord[]> {
  return db
    .selectFrom('lexicon_word')
    .select(['concept', 'language', 'label'])
    .where('ended_at', 'is', null)
    .orderBy('added_at')
    .orderBy('id')
    .execute()
}

/** The lexicon as it is at this moment: that of the files, with the words that administrators added. */
export class LiveLexicon {
  readonly files: Lexicon
  #now: Lexicon
  #words = '[]'

  constructor(files: Lexicon) {
    this.files = files
    this.#now = files
  }

  /** Not to be kept: another one takes its place when the words change. */
  get now(): Lexicon {
    return this.#now
  }

  /** Takes up the words that there are now. Whoever makes an index anew does this first, so that questions and documents meet. */
  async renew(db: Db): Promise<void> {
    const words = await ownWords(db)
    const state = JSON.stringify(words)
    if (state === this.#words) return
    this.#words = state
    this.#now = words.length > 0 ? new Lexicon(this.files.concepts, words) : this.files
  }
}
