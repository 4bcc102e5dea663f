import type { AuditEntryTable } from '#db/tables/accounts.ts'
import type { ActorName } from '../account/types.ts'

/** What a value is, to be shown by: nothing, somebody, a moment, yes or no, or a text, which may be a code. */
export type AuditValue =
  | { kind: 'nothing' }
  | { kind: 'person'; who: ActorName | null }
  | { kind: 'moment'; at: string }
  | { kind: 'flag'; on: boolean }
  | { kind: 'text'; text: string }

export interface AuditChange {
  field: string
  /** Null for both when the value is not kept: only that it changed. */
  before: AuditValue | null
  after: AuditValue | null
}

export interface AuditEntry {
  id: number
  at: string
  who: ActorName | null
  action: AuditEntryTable['action']
  noun: string
  rowId: string
  rom: string | null
  /** Whose profile it is about, when it is. */
  organisation: string | null
  /** Whose account it is about, when it is. */
  about: ActorName | null
  changes: AuditChange[]
}
