import { kinds, type Tally } from './tally.ts'

const shownPairs = 20

interface Proposed {
  reason: 'vat' | 'name_place'
  value: string
  names: [string, string]
}

/** The account of an import that a person reads: what was written, what was left out and why, what may be double. */
export function summary(tally: Tally, proposed: Proposed[], seconds: number): string {
  const columns = ['added', 'changed', 'unchanged', 'removed'] as const
  const lines = [['', ...columns].map((name, index) => cell(name, index)).join('')]
  for (const kind of kinds) {
    const counts = tally.of(kind)
    lines.push([kind, ...columns.map((column) => String(counts[column]))].map(cell).join(''))
  }
  if (tally.reasons.size > 0) lines.push('', 'Left out:')
  for (const [reason, { count, examples }] of tally.reasons) {
    const more = count > examples.length ? ', ...' : ''
    lines.push(`  ${count} x ${reason}${examples.length > 0 ? ` (${examples.join('; ')}${more})` : ''}`)
  }
  lines.push('', `Proposed as double, for a person to judge: ${proposed.length}`)
  for (const { names, reason, value } of proposed.slice(0, shownPairs)) {
    const shared = reason === 'vat' ? `VAT number ${value}` : 'name and place'
    lines.push(`  ${names[0]} ~ ${names[1]} (${shared})`)
  }
  if (proposed.length > shownPairs) lines.push(`  and ${proposed.length - shownPairs} more`)
  if (tally.written === 0) lines.push('', 'Everything was there already: nothing was written.')
  lines.push('', `Done in ${seconds.toFixed(1)} s.`)
  return lines.join('\n')
}

function cell(text: string, index: number): string {
  return index === 0 ? text.padEnd(16) : text.padStart(11)
}
