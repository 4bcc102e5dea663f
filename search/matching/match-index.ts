import type { Kysely } from 'kysely'
import type { Settings } from 'meilisearch'
import type { Database } from '#db/schema.ts'
import { breather } from '../breather.ts'
import type { IndexedDocuments } from '../indexed.ts'
import type { LiveLexicon } from '../lexicon/live.ts'
import { versionOf } from '../version.ts'
import { type Bag, bagOf, isConcept, numberOf } from './bag.ts'
import { type ItemSource, itemKey, itemSources, type MatchedRow, matchedRows } from './items.ts'
import { MatchModel, packFeatures } from './model.ts'
import { opportunityTexts } from './opportunity-texts.ts'
import { currentModel, type NumberedModel } from './store.ts'
import { dimensions, mostLearned, wordTags } from './weights.ts'

/** How the search server keeps a piece of text: enough to find it by what it shares, the rest is compared here. */
export interface MatchDocument {
  id: string
  /** Its key in `match_item`. */
  key: string
  side: string
  roms: string[]
  kinds: string[]
  /** Its concepts and most telling words, see `tagOf`. */
  tags: string[]
  _vectors: { meaning: number[] | null }
}

/** The index of candidates stands beside that of texts. */
export const matchUid = (uid: string) => `${uid}-match`

/** A term as a tag: by its number, since that is what is kept of it. */
export const tagOf = (term: number) => term.toString(36)

const settings: Settings = {
  searchableAttributes: [],
  filterableAttributes: ['tags', 'side', 'roms', 'kinds'],
  embedders: { meaning: { source: 'userProvided', dimensions } },
}

/** What a piece of text becomes in the index follows from these. */
const made = ['bag.ts', 'items.ts', 'match-index.ts', 'model.ts', 'opportunity-texts.ts', 'svd.ts', 'weights.ts']

const batchSize = 500
const writeSize = 100

/** The index that matching asks for candidates, with their features in the database beside it. */
export class MatchIndex implements IndexedDocuments<MatchDocument> {
  readonly settings = settings
  readonly version = versionOf([...made.map((file) => `matching/${file}`), 'language/', 'lexicon/'])
  readonly #db: Kysely<Database>
  readonly #lexicon: LiveLexicon
  /** The one that new pieces are read by while an index is made. */
  #next: NumberedModel | null = null

  constructor(db: Kysely<Database>, lexicon: LiveLexicon) {
    this.#db = db
    this.#lexicon = lexicon
  }

  readonly rowTypes = matchedRows

  async ids(type: MatchedRow): Promise<string[]> {
    const rows = await this.#db
      .selectFrom(type === 'organisation' ? 'public_organisation' : 'evidence')
      .select('id')
      .orderBy('id')
      .execute()
    return rows.map(({ id }) => id)
  }

  /** How many the database holds: each was written with its document. */
  async count(): Promise<number> {
    const { n } = await this.#db
      .selectFrom('match_item')
      .innerJoin('match_model', (join) =>
        join.onRef('match_model.id', '=', 'match_item.model_id').on('match_model.is_current', '=', 1),
      )
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
    return n
  }

  /** Learns from the texts there are now. */
  async begin(): Promise<void> {
    await this.#db.deleteFrom('match_model').where('is_current', '=', 0).execute()
    const { model, data } = await MatchModel.learn(await this.#sample(), await this.#opportunities())
    const { id } = await this.#db
      .insertInto('match_model')
      .values({ made_at: new Date().toISOString(), data })
      .returning('id')
      .executeTakeFirstOrThrow()
    this.#next = { id, model }
  }

  /** Puts the model that an index was made with in the place of the one before. */
  async end(): Promise<void> {
    const next = this.#next
    if (!next) return
    await this.#db.transaction().execute(async (trx) => {
      await trx.deleteFrom('match_model').where('id', '!=', next.id).execute()
      await trx.updateTable('match_model').set({ is_current: 1 }).where('id', '=', next.id).execute()
    })
    this.#next = null
  }

  async documentsFor(type: string, ids: string[]): Promise<{ put: MatchDocument[]; remove: string[] }> {
    const row = matchedRows.find((name) => name === type)
    const reading = this.#next ?? (await currentModel(this.#db))
    if (!row || !reading) return { put: [], remove: [] }
    const sources = await itemSources(this.#db, row, ids)
    const before = await this.#keysOf(reading.id, row, ids)
    const put: MatchDocument[] = []
    const values: Value[] = []
    const breathe = breather()
    for (const source of sources) {
      const bag = bagOf(this.#lexicon.now, source.passages)
      const { value, document } = read(reading, source, bag)
      values.push(value)
      put.push(document)
      await breathe()
    }
    const there = new Set(values.map(({ key }) => key))
    const gone = before.filter((key) => !there.has(key))
    await this.#write(reading.id, values, gone, breathe)
    return { put, remove: gone.map(documentIdOf) }
  }

  async #keysOf(modelId: number, row: MatchedRow, ids: string[]): Promise<string[]> {
    const rows = await this.#db
      .selectFrom('match_item')
      .select('key')
      .where('model_id', '=', modelId)
      .where((eb) =>
        row === 'organisation'
          ? eb('organisation_id', 'in', ids)
          : eb(
              'key',
              'in',
              ids.map((rowId) => itemKey({ type: 'evidence', rowId })),
            ),
      )
      .execute()
    return rows.map(({ key }) => key)
  }

  /** In small parts: whoever asks for a page waits until a transaction is done. */
  async #write(modelId: number, values: Value[], gone: string[], breathe: () => Promise<void>): Promise<void> {
    const remove = (db: Kysely<Database>, keys: string[]) =>
      db.deleteFrom('match_item').where('model_id', '=', modelId).where('key', 'in', keys).execute()
    if (gone.length > 0) await remove(this.#db, gone)
    for (let at = 0; at < values.length; at += writeSize) {
      const part = values.slice(at, at + writeSize)
      await this.#db.transaction().execute(async (trx) => {
        await remove(
          trx,
          part.map(({ key }) => key),
        )
        await trx.insertInto('match_item').values(part).execute()
      })
      await breathe()
    }
  }

  /** Texts to learn from: all, or of very many each n-th. */
  async #sample(): Promise<Bag[]> {
    const bags: Bag[] = []
    const breathe = breather()
    const all = await Promise.all(matchedRows.map(async (type) => ({ type, ids: await this.ids(type) })))
    const step = Math.max(1, Math.ceil(all.reduce((sum, { ids }) => sum + ids.length, 0) / mostLearned))
    for (const { type, ids } of all) {
      const chosen = ids.filter((_, at) => at % step === 0)
      for (let at = 0; at < chosen.length; at += batchSize) {
        for (const source of await itemSources(this.#db, type, chosen.slice(at, at + batchSize))) {
          bags.push(bagOf(this.#lexicon.now, source.passages))
          await breathe()
        }
      }
    }
    return bags
  }

  /** Programmes, calls and instruments are matched by the same words, without an index. */
  async #opportunities(): Promise<Bag[]> {
    const texts = await opportunityTexts(this.#db, new Date().toISOString().slice(0, 10))
    return texts.map(({ passages }) => bagOf(this.#lexicon.now, passages))
  }
}

type Value = ReturnType<typeof read>['value']

function read({ id, model }: NumberedModel, source: ItemSource, bag: Bag) {
  const features = model.encode(bag)
  const key = itemKey(source)
  const words = model.tellingTerms(bag).filter((term) => !isConcept(term))
  const tags = [...[...bag.keys()].filter(isConcept), ...words.slice(0, wordTags)].map((term) =>
    tagOf(numberOf(term)),
  )
  const value = {
    model_id: id,
    key,
    type: source.type,
    row_id: source.rowId,
    organisation_id: source.organisationId,
    side: source.side,
    expires_on: source.expiresOn,
    features: packFeatures(features),
  }
  const document: MatchDocument = {
    id: documentIdOf(key),
    key,
    side: source.side,
    roms: source.roms,
    kinds: source.kinds,
    tags: [...new Set(tags)],
    // More digits would be sent and read without finding anything else.
    _vectors: { meaning: features.meaning && Array.from(features.meaning, (value) => Math.round(value * 1e5) / 1e5) },
  }
  return { value, document }
}

/** Keys may hold anything, the server's ids letters, digits, "-" and "_" only. */
function documentIdOf(key: string): string {
  return key.replace(/[^A-Za-z0-9-]/g, (character) => `_${character.codePointAt(0)?.toString(16)}_`)
}
