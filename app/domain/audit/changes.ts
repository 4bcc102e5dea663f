import type { ActorName } from '../account/types.ts'
import type { AuditChange, AuditValue } from './types.ts'

type Row = Record<string, unknown>

/** The names of what is referred to, by id. */
export interface AuditNames {
  people: Map<string, ActorName>
  roms: Map<string, string>
  organisations: Map<string, string>
}

const people = /^(account_id|to_account_id|responsible_id|deputy_id|adviser_id|actor_id|\w+_by)$/
const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/

/** The ids in a row that people, and organisations, are referred to by. */
export function referred(row: Row | null): { people: string[]; organisations: string[] } {
  const texts = Object.entries(row ?? {}).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  return {
    people: texts.flatMap(([field, value]) => (people.test(field) ? value : [])),
    organisations: texts.flatMap(([field, value]) => (field === 'organisation_id' ? value : [])),
  }
}

/**
 * What an entry says was changed: of an update only what differs, of a new or deleted row all that it held.
 * @returns one line per field, in the order in which the row has them; without values where those are not kept
 */
export function changesOf(before: Row | null, after: Row | null, names: AuditNames): AuditChange[] {
  const { changed, ...now } = after ?? {}
  const was = before ?? {}
  const fields = [...new Set([...Object.keys(was), ...Object.keys(now)])]
  const shown = fields.filter((field) => (was[field] ?? null) !== (now[field] ?? null))
  const unkept = typeof changed === 'object' && changed !== null ? Object.entries(changed) : []
  return [
    ...shown.map((field) => ({
      field,
      before: before && valueIn(field, was[field], names),
      after: after && valueIn(field, now[field], names),
    })),
    ...unkept.flatMap(([field, is]) => (is ? { field, before: null, after: null } : [])),
  ]
}

function valueIn(field: string, value: unknown, names: AuditNames): AuditValue {
  if (value === null || value === undefined || value === '') return { kind: 'nothing' }
  if (typeof value === 'number' && /_(factor|too)$|^anonymous$/.test(field)) return { kind: 'flag', on: value === 1 }
  if (typeof value !== 'string') return { kind: 'text', text: JSON.stringify(value) }
  if (people.test(field)) return { kind: 'person', who: names.people.get(value) ?? null }
  if (/^((copy|to|seat)_)?rom_id$/.test(field)) return { kind: 'text', text: names.roms.get(value) ?? value }
  if (field === 'organisation_id') return { kind: 'text', text: names.organisations.get(value) ?? value }
  return moment.test(value) ? { kind: 'moment', at: value } : { kind: 'text', text: value }
}
