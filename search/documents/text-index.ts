import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'
import type { IndexedDocuments } from '../indexed.ts'
import type { LiveLexicon } from '../lexicon/live.ts'
import { settings } from '../settings.ts'
import { versionOf } from '../version.ts'
import type { SearchDocument } from './document.ts'
import { countPublic, documentsFor, publicIds, type RowType, rowTypes } from './load.ts'

/** The index of everything that can be found by its words. */
export class TextIndex implements IndexedDocuments<SearchDocument> {
  readonly settings = settings
  readonly version = versionOf(['settings.ts', 'documents/', 'language/', 'lexicon/'])
  readonly rowTypes = rowTypes
  readonly #db: Kysely<Database>
  readonly #lexicon: LiveLexicon
  readonly #today: () => string

  /** @param today the day it is, YYYY-MM-DD */
  constructor(db: Kysely<Database>, lexicon: LiveLexicon, today: () => string) {
    this.#db = db
    this.#lexicon = lexicon
    this.#today = today
  }

  ids(type: RowType): Promise<string[]> {
    return publicIds(this.#db, type)
  }

  count(): Promise<number> {
    return countPublic(this.#db)
  }

  documentsFor(type: RowType, ids: string[]): Promise<{ put: SearchDocument[]; remove: string[] }> {
    return documentsFor(this.#db, this.#lexicon.now, type, ids, this.#today())
  }
}
