import {
  type EnqueuedTaskPromise,
  type Meilisearch,
  MeilisearchApiError,
  type Settings,
  type Task,
} from 'meilisearch'

/** A task that Meilisearch took on and could not do. */
export class TaskFailed extends Error {}

const wait = { timeout: 300_000, interval: 20 }

/** What an index is made with, and up to which number of the outbox it has heard everything. */
export interface IndexState {
  version: string
  seq: number
}

/** What an index is called while it is made, beside the one that is searched. */
export const shadowUid = (uid: string) => `${uid}-shadow`

/** The index that is searched, the shadow that becomes it, and a small one that says what the first was made with. */
export class IndexStore {
  readonly #client: Meilisearch
  readonly #uid: string

  constructor(client: Meilisearch, uid: string) {
    this.#client = client
    this.#uid = uid
  }

  /** null when there is no index, or it does not say. */
  async state(): Promise<IndexState | null> {
    try {
      return await this.#client.index(`${this.#uid}-state`).getDocument<IndexState>('state')
    } catch (error) {
      if (error instanceof MeilisearchApiError && error.response.status === 404) return null
      throw error
    }
  }

  async count(): Promise<number> {
    try {
      return (await this.#client.index(this.#uid).getStats()).numberOfDocuments
    } catch (error) {
      if (error instanceof MeilisearchApiError && error.response.status === 404) return 0
      throw error
    }
  }

  /** Puts and removes documents, then notes the state: when this returns, all of it can be found. */
  async write(put: { id: string }[], remove: string[], state: IndexState): Promise<void> {
    const index = this.#client.index(this.#uid)
    const tasks: EnqueuedTaskPromise[] = []
    if (put.length > 0) tasks.push(index.addDocuments(put, { primaryKey: 'id' }))
    if (remove.length > 0) tasks.push(index.deleteDocuments(remove))
    for (const task of tasks) await done(task)
    await this.#note(state)
  }

  /** An empty index beside the one that is searched. */
  async openShadow(settings: Settings): Promise<void> {
    const uid = shadowUid(this.#uid)
    await done(this.#client.deleteIndex(uid), ['index_not_found'])
    await done(this.#client.createIndex(uid, { primaryKey: 'id' }))
    await done(this.#client.index(uid).updateSettings(settings))
  }

  async fillShadow(documents: { id: string }[]): Promise<void> {
    await done(this.#client.index(shadowUid(this.#uid)).addDocuments(documents))
  }

  /** Puts the shadow in the place of the index, without a moment in which there is none. */
  async swapShadow(state: IndexState): Promise<void> {
    const shadow = shadowUid(this.#uid)
    await done(this.#client.createIndex(this.#uid, { primaryKey: 'id' }), ['index_already_exists'])
    await done(this.#client.swapIndexes([{ indexes: [this.#uid, shadow], rename: false }]))
    await this.#note(state)
    await done(this.#client.deleteIndex(shadow))
  }

  async #note(state: IndexState): Promise<void> {
    await done(
      this.#client.index(`${this.#uid}-state`).addDocuments([{ id: 'state', ...state }], { primaryKey: 'id' }),
    )
  }
}

/**
 * Waits until a task is done.
 * @throws TaskFailed when it failed for another reason than those given
 */
async function done(enqueued: EnqueuedTaskPromise, forgiven: string[] = []): Promise<Task> {
  const task = await enqueued.waitTask(wait)
  if (task.status !== 'succeeded' && !forgiven.includes(task.error?.code ?? '')) {
    throw new TaskFailed(task.error?.message ?? `task ${task.uid} is ${task.status}`)
  }
  return task
}
