import type { Db } from '#db/client.ts'

const fewest = 5
const year = 365 * 24 * 3_600_000

/**
 * How long an answer took over the last twelve months: the median, in working days between asking and the first reply. What was made
 * up is not counted.
 * @returns that of the ROM when it answered five questions at least, else that of all nine when they did; null when they did not
 */
export async function replyTime(db: Db, romId: string, now: Date): Promise<{ days: number; ofAll: boolean } | null> {
  const rows = await db
    .selectFrom('question')
    .select(['replied_rom_id', 'reply_days'])
    .where('kind', '=', 'question')
    .where('is_example', '=', 0)
    .where('replied_at', '>=', new Date(now.getTime() - year).toISOString())
    .where('replied_at', '<=', now.toISOString())
    .execute()
  const daysOf = (some: typeof rows) => some.flatMap(({ reply_days }) => reply_days ?? [])
  const own = median(daysOf(rows.filter(({ replied_rom_id }) => replied_rom_id === romId)))
  if (own !== null) return { days: own, ofAll: false }
  const all = median(daysOf(rows))
  return all === null ? null : { days: all, ofAll: true }
}

/** Of an even number of days the later of the two in the middle: half of the answers came within it. */
function median(days: number[]): number | null {
  if (days.length < fewest) return null
  return days.sort((a, b) => a - b)[Math.floor(days.length / 2)] ?? null
}
