import type { Settings } from 'meilisearch'

/** What an index is made of, and how. */
export interface IndexedDocuments<Document extends { id: string } = { id: string }> {
  settings: Settings
  /** Another one means that documents are made in another way. */
  version: string
  /** The names that the outbox gives to the tables its documents come from, in the order in which an index is filled. */
  rowTypes: readonly string[]
  /** The rows of a table that documents are made of. */
  ids(type: string): Promise<string[]>
  /** How many documents the index should hold. */
  count(): Promise<number>
  /** Before an index is made anew. */
  begin?(): Promise<void>
  /** When a new index is in its place. */
  end?(): Promise<void>
  /** Reads rows again as they are now: the documents of those that are there, and the keys of those that are gone. */
  documentsFor(type: string, ids: string[]): Promise<{ put: Document[]; remove: string[] }>
}
