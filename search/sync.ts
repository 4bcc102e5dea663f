import { setTimeout as sleep } from 'node:timers/promises'
import { type Kysely, sql } from 'kysely'
import type { Db } from '#db/client.ts'
import type { Database } from '#db/schema.ts'
import type { SearchDocument } from './documents/document.ts'
import { countPublic, documentsFor, publicIds, type RowType, rowTypes } from './documents/load.ts'
import { queueWhatTimeChanged } from './documents/time.ts'
import { IndexStore, TaskFailed } from './index-store.ts'
import type { Lexicon } from './lexicon/lexicon.ts'
import { clientFor, isDown, type SearchAddress } from './meilisearch.ts'
import type { Log } from './server.ts'
import { indexVersion } from './settings.ts'

/** Small enough that a page's question never waits long behind a batch: the server does one task at a time. */
const batchSize = 500
const idleMs = 200
const retryMs = 1000

export interface SyncOptions {
  db: Kysely<Database>
  /** Of the search server. */
  address: SearchAddress
  lexicon: Lexicon
  log: Log
  /** The day it is, YYYY-MM-DD. */
  today(): string
  uid?: string
  /** Told how far the making of a new index is, in documents. */
  progress?(done: number, total: number): void
}

type Row = { seq: number; type: string; id: string }

/**
 * Keeps the search index equal to the database. One process at a time may do this: the one that holds the data folder.
 * What the outbox holds is read again from the database and put or removed; after every fresh contact with the server the
 * index is compared with the database first, and made anew when it is of another version or another history.
 */
export class IndexSync {
  readonly #options: SyncOptions
  readonly #store: IndexStore
  readonly #version = indexVersion()
  /** The day that the outbox knows of, so that the database is not asked for it several times a second. */
  #day: string | null = null
  #stopped = false
  #running: Promise<void> | null = null

  constructor(options: SyncOptions) {
    this.#options = options
    this.#store = new IndexStore(clientFor(options.address), options.uid ?? 'schakel')
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

  /** Brings the index up to date, making it anew when it cannot be trusted. When this returns nothing was waiting. */
  async catchUp(): Promise<void> {
    const { db, log } = this.#options
    const reason = await this.#distrust()
    if (reason) await this.#rebuild(reason)
    while (!this.#stopped && (await this.#drain())) {
      // until nothing waits
    }
    if (this.#stopped) return
    const [inIndex, inDatabase] = await Promise.all([this.#store.count(), countPublic(db)])
    if (inIndex !== inDatabase && (await countWaiting(db)) === 0) {
      log.warn({ inIndex, inDatabase }, 'the search index does not hold what the database holds')
      await this.#rebuild('it holds another number of documents')
    }
  }

  /** Why the index may not be what the database says, or null. */
  async #distrust(): Promise<string | null> {
    const state = await this.#store.state()
    if (!state) return 'there is none'
    if (state.version !== this.#version) return 'documents are made in another way now'
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
      await this.#rebuild('it was asked for')
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
    const { db, lexicon, today } = this.#options
    const put: SearchDocument[] = []
    const remove: string[] = []
    for (const [type, own] of Map.groupBy(rows, (row) => row.type)) {
      const ids = own.map(({ id }) => id)
      const documents = await documentsFor(db, lexicon, type as RowType, ids, today())
      put.push(...documents.put)
      remove.push(...documents.remove)
    }
    await this.#store.write(put, remove, { version: this.#version, seq: rows.at(-1)?.seq ?? 0 })
    await dealtWith(db, rows)
  }

  /** Makes the index anew in a shadow, in chunks between which pages get their answers, and puts it in the place of the old one. */
  async #rebuild(reason: string): Promise<void> {
    const { db, lexicon, log, today } = this.#options
    const start = performance.now()
    log.info({ reason }, 'making the search index anew')
    const { issued } = await outboxNumbers(db)
    await this.#store.openShadow()
    const total = await countPublic(db)
    let count = 0
    for (const type of rowTypes) {
      const ids = await publicIds(db, type)
      for (let at = 0; at < ids.length; at += batchSize) {
        if (this.#stopped) return
        const { put } = await documentsFor(db, lexicon, type, ids.slice(at, at + batchSize), today())
        await this.#store.fillShadow(put)
        count += put.length
        this.#options.progress?.(count, total)
      }
    }
    await this.#store.swapShadow({ version: this.#version, seq: issued })
    // What changed meanwhile has a higher number and still waits.
    await db.transaction().execute(async (trx) => {
      await trx.deleteFrom('search_outbox').where('seq', '<=', issued).execute()
      await noteDrained(trx, issued)
    })
    log.info(
      { documents: count, seconds: Math.round((performance.now() - start) / 100) / 10 },
      'the search index is new',
    )
  }
}

/** How many changes the index has not heard of yet. */
export async function countWaiting(db: Db): Promise<number> {
  const { n } = await db
    .selectFrom('search_outbox')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return n
}

/** Asks whoever keeps the index to make it anew. */
export async function requestRebuild(db: Db): Promise<void> {
  await sql`INSERT INTO search_outbox (type, id) VALUES ('*', '*') ON CONFLICT DO NOTHING`.execute(db)
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
