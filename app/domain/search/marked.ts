import type { Segment } from '#search/engine.ts'

/** Whether anything in a text is marked. */
export function hasMatch(segments: Segment[]): boolean {
  return segments.some(({ match }) => match)
}

/** How many different words are marked. */
export function countMatches(segments: Segment[]): number {
  return new Set(segments.filter(({ match }) => match).map(({ text }) => text.toLowerCase())).size
}

/** About as many characters as asked for, from a little before the first mark, cut between words and with "…" where cut. */
export function crop(segments: Segment[], length: number): Segment[] {
  const total = segments.reduce((sum, { text }) => sum + text.length, 0)
  if (total <= length) return segments
  let start = 0
  let at = 0
  for (const { text, match } of segments) {
    if (match) {
      start = Math.max(0, Math.min(at - Math.floor(length / 4), total - length))
      break
    }
    at += text.length
  }
  const end = start + length
  const cut: Segment[] = []
  at = 0
  for (const { text, match } of segments) {
    const from = Math.max(start - at, 0)
    const until = Math.min(end - at, text.length)
    if (from < until) cut.push({ text: text.slice(from, until), match })
    at += text.length
  }
  const first = cut[0]
  if (start > 0 && first && !first.match) first.text = `…${first.text.replace(/^\S*\s+/, ' ').trimStart()}`
  else if (start > 0) cut.unshift({ text: '…', match: false })
  const last = cut.at(-1)
  if (end < total && last && !last.match) last.text = `${last.text.replace(/\s+\S*$/, '')}…`
  else if (end < total) cut.push({ text: '…', match: false })
  return cut
}
