import type { ParticipationTable } from '#db/tables/undertakings.ts'

/** What the matrix says of one ROM in one undertaking. "unknown": no source says whether it takes part. */
export const marks = ['lead', 'partner', 'observer', 'unstated', 'invited', 'absent', 'unknown'] as const
export type Mark = (typeof marks)[number]

export function markOf(cell: Pick<ParticipationTable, 'role' | 'status'> | undefined): Mark {
  if (!cell) return 'unknown'
  if (cell.status === 'declined' || cell.status === 'left') return 'absent'
  if (cell.status !== 'confirmed') return 'invited'
  return cell.role ?? 'unstated'
}
