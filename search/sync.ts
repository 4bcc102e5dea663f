import { setTimeout as sleep } from 'node:timers/promises'
import { type Kysely, sql } from 'kysely'
import type { Db } from '#db/client.ts'
import type { Database } from '#db/schema.ts'
import { TextIndex } from './documents/text-index.ts'
import { queueWhatTimeChanged } from './documents/time.ts'
import { IndexStore, TaskFailed } from './index-store.ts'
import type { IndexedDocuments } from './indexed.ts'
import type { LiveLexicon } from './lexicon/live.ts'
import { MatchIndex, matchUid } from './matching/match-index.ts'
import { clientFor, isDown, type SearchAddress } from './meilisearch.ts'
import { countWaiting } from './outbox.ts'
import type { Log } from './server.ts'

/** Small enough that a page's question never waits long behind a batch: the server does one task at a time. */
const batchSize = 500
/** Nobody waits for a part of what is made anew, and the server takes in larger chunks twice as fast. */
const chunkSize = 2000
const idleMs = 200
const retryMs = 1000

export interface SyncOptions {
  db: Kysely<Database>
  /** Of the search server. */
  address: SearchAddress
  lexicon: LiveLexicon
  log: Log
  /** The day it is, YYYY-MM-DD. */
  today(): string
  uid?: string
  /** Only one of the indexes. */
  only?: 'search' | 'match'
  /** Told how far the making of a new index is, in documents. */
  progress?(done: number, total: number): void
}

type Row = { seq: number; type: string; id: string }

interface Kept {
  name: string
  source: IndexedDocuments
  store: IndexStore
}

/**
 * Keeps the indexes equal to the database. One process at a time may do this: the one that holds the data folder.
 * What the outbox holds is read again from the database and put or removed; after every fresh contact with the server each
 * index is compared with the database first, and made anew when it is of another version or another history.
 */
export class IndexSync {
  readonly #options: SyncOptions
  readonly #indexes: Kept[]
  /** The day that the outbox knows of, so that the database is not asked for it several times a second. */
  #day: string | null = null
  #stopped = false
  #running: Promise<void> | null = null

  constructor(options: SyncOptions) {
    this.#options = options
    const { db, lexicon, today, uid = 'schakel', only } = options
    const client = clientFor(options.address)
    const indexes: Kept[] = [
      { name: 'search', source: new TextIndex(db, lexicon, today), store: new IndexStore(client, uid) },
      { name: 'match', source: new MatchIndex(db, lexicon), store: new IndexStore(client, matchUid(uid)) },
    ]
    this.#indexes = indexes.filter(({ name }) => !only || name === only)
  }

  start(): void {
    this.#running ??= this.#run()
  }

  /** Comes back when the batch at hand is done. */
  async stop(): Promise<void> {
    this.#stopped = true
    await this.#running
  }

  async #run(): Promise<void> {
    const { log } = this.#options
    let compared = false
    let complained = false
    while (!this.#stopped) {
      try {
        if (!compared) await this.catchUp()
        else if (!(await this.#drain())) await sleep(idleMs)
        if (complained) log.info({}, 'search is up to date again')
        compared = true
        complained = false
      } catch (error) {
        // A server that is away is looked after elsewhere; anything else is a fault, and is said each time.
        if (!isDown(error)) log.error({ err: error }, 'the search index could not be brought up to date')
        else if (!complained) log.warn({ err: error }, 'the search index waits for the search server')
        complained = true
        compared = false
        await sleep(retryMs)
      }
    }
  }

  /** Brings the indexes up to date, making anew what cannot be trusted. When this returns nothing was waiting. */
  async catchUp(): Promise<void> {
    const { db, lexicon, log } = this.#options
    await lexicon.renew(db)
    const reasons = new Map<Kept, string>()
    for (const index of this.#indexes) {
      const reason = await this.#distrust(index)
      if (reason) reasons.set(index, reason)
    }
    if (reasons.size > 0) await this.#rebuild(reasons)
    while (!this.#stopped && (await this.#drain())) {
      // until nothing waits
    }
    for (const index of this.#indexes) {
      if (this.#stopped) return
      const [inIndex, inDatabase] = await Promise.all([index.store.count(), index.source.count()])
      if (inIndex === inDatabase || (await countWaiting(db)) > 0) continue
      log.warn({ index: index.name, inIndex, inDatabase }, 'the index does not hold what the database holds')
      await this.#rebuild(new Map([[index, 'it holds another number of documents']]))
    }
  }

  /** Why an index may not be what the database says, or null. */
  async #distrust({ source, store }: Kept): Promise<string | null> {
    const state = await store.state()
    if (!state) return 'there is none'
    if (state.version !== source.version) return 'documents are made in another way now'
    const { drained, issued } = await outboxNumbers(this.#options.db)
    if (state.seq < drained) return 'it is older than the database'
    return state.seq > issued ? 'the database is older than it' : null
  }

  /** Deals with one batch of the outbox; false when nothing waited. */
  async #drain(): Promise<boolean> {
    const { db } = this.#options
    await this.#followTime()
    const rows = await db.selectFrom('search_outbox').selectAll().orderBy('seq').limit(batchSize).execute()
    if (rows.length === 0) return false
    if (rows.some(({ type }) => type === '*')) {
      await this.#rebuild(new Map(this.#indexes.map((index) => [index, 'it was asked for'])))
      return true
    }
    try {
      await this.#apply(rows)
    } catch (error) {
      if (!(error instanceof TaskFailed)) throw error
      // One row that Meilisearch refuses must not keep the others out.
      for (const row of rows) await this.#applyAlone(row)
    }
    return true
  }

  /** Queues what the passing of days changed, once a day. */
  async #followTime(): Promise<void> {
    const { db, today } = this.#options
    const day = today()
    if (day === this.#day) return
    await queueWhatTimeChanged(db, day)
    this.#day = day
  }

  async #applyAlone(row: Row): Promise<void> {
    try {
      await this.#apply([row])
    } catch (error) {
      if (!(error instanceof TaskFailed)) throw error
      this.#options.log.error(
        { err: error, type: row.type, id: row.id },
        'this cannot be indexed and will not be found',
      )
      await dealtWith(this.#options.db, [row])
    }
  }

  async #apply(rows: Row[]): Promise<void> {
    const groups = Map.groupBy(rows, (row) => row.type)
    for (const { source, store } of this.#indexes) {
      const put: { id: string }[] = []
      const remove: string[] = []
      for (const [type, own] of groups) {
        if (!source.rowTypes.includes(type)) continue
        const documents = await source.documentsFor(
          type,
          own.map(({ id }) => id),
        )
        put.push(...documents.put)
        remove.push(...documents.remove)
      }
      await store.write(put, remove, { version: source.version, seq: rows.at(-1)?.seq ?? 0 })
    }
    await dealtWith(this.#options.db, rows)
  }

  /** Makes indexes anew, each in a shadow, in chunks between which pages get their answers, and puts it in the place of the old one. */
  async #rebuild(reasons: Map<Kept, string>): Promise<void> {
    const { db, lexicon, log } = this.#options
    const { issued } = await outboxNumbers(db)
    // After the number: of a word that is added from now on, the outbox keeps the wish to do this again.
    await lexicon.renew(db)
    let total = 0
    for (const { source } of reasons.keys()) {
      for (const type of source.rowTypes) total += (await source.ids(type)).length
    }
    const progress = { done: 0, total }
    for (const [index, reason] of reasons) {
      const start = performance.now()
      log.info({ index: index.name, reason }, 'making the index anew')
      const documents = await this.#makeAnew(index, issued, progress)
      if (this.#stopped) return
      const seconds = Math.round((performance.now() - start) / 100) / 10
      log.info({ index: index.name, documents, seconds }, 'the index is new')
    }
    // Another index may not have heard of what waits. What changed meanwhile has a higher number and waits in any case.
    if (reasons.size < this.#indexes.length) return
    await db.transaction().execute(async (trx) => {
      await trx.deleteFrom('search_outbox').where('seq', '<=', issued).execute()
      await noteDrained(trx, issued)
    })
  }

  /** Returns how many documents the index has now. */
  async #makeAnew({ source, store }: Kept, seq: number, progress: { done: number; total: number }): Promise<number> {
    await source.begin?.()
    await store.openShadow(source.settings)
    const chunks: { type: string; ids: string[] }[] = []
    for (const type of source.rowTypes) {
      const ids = await source.ids(type)
      for (let at = 0; at < ids.length; at += chunkSize) chunks.push({ type, ids: ids.slice(at, at + chunkSize) })
    }
    let count = 0
    // While the server takes in one chunk, the next is made.
    let filled: Promise<void> = Promise.resolve()
    for (const { type, ids } of chunks) {
      if (this.#stopped) break
      const [{ put }] = await Promise.all([source.documentsFor(type, ids), filled])
      if (put.length > 0) filled = store.fillShadow(put)
      count += put.length
      progress.done += ids.length
      this.#options.progress?.(progress.done, progress.total)
    }
    await filled
    if (this.#stopped) return count
    await store.swapShadow({ version: source.version, seq })
    await source.end?.()
    return count
  }
}

/** The highest number the outbox ever gave, and the one up to which all was dealt with. */
async function outboxNumbers(db: Db): Promise<{ issued: number; drained: number }> {
  const { rows } = await sql<{ seq: number }>`SELECT seq FROM sqlite_sequence WHERE name = 'search_outbox'`.execute(
    db,
  )
  const setting = await db
    .selectFrom('setting')
    .select('value')
    .where('key', '=', 'search-drained')
    .executeTakeFirst()
  return { issued: rows[0]?.seq ?? 0, drained: Number(setting?.value ?? 0) }
}

/** Takes out what the index has heard of. A row that changed meanwhile has another number and stays. */
async function dealtWith(db: Kysely<Database>, rows: Row[]): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const numbers = rows.map(({ seq }) => seq)
    await trx.deleteFrom('search_outbox').where('seq', 'in', numbers).execute()
    await noteDrained(trx, Math.max(...numbers))
  })
}

async function noteDrained(db: Db, seq: number): Promise<void> {
  const value = String(seq)
  await db
    .insertInto('setting')
    .values({ key: 'search-drained', value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute()
}
