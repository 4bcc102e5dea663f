import type { Matcher } from './matcher.ts'
import type { MatchAnswer, MatchQuestion } from './question.ts'
import { leastShare } from './weights.ts'

/** More would keep everybody else's questions waiting, and on a small machine gain nothing. */
const atOnce = 3

/**
 * Asks the same of each region by itself, so that the best of a small region are not drowned by those of a large one. What is far
 * behind the best of all regions is left out, as it is in an answer for the whole country; `total` still counts it.
 * @param roms the regions, by their ids
 * @returns the first page of each of them, in the order of `roms`; null when the search server does not answer, or has not learned yet
 */
export async function matchByRegion(
  matcher: Matcher,
  question: Omit<MatchQuestion, 'roms' | 'leaveOut' | 'offset'>,
  roms: string[],
): Promise<Map<string, MatchAnswer> | null> {
  const answers = new Map<string, MatchAnswer | null>(roms.map((rom) => [rom, null]))
  // Whoever is done takes the next one.
  const waiting = roms.values()
  const work = async () => {
    for (const rom of waiting) {
      const answer = await matcher.match({ ...question, roms: [rom], leaveOut: [], offset: 0 })
      if (!answer) return
      answers.set(rom, answer)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  const complete = [...answers].flatMap(([rom, answer]) => (answer ? [[rom, answer] as const] : []))
  if (complete.length < roms.length) return null
  const least = leastShare * Math.max(...complete.map(([, { matches }]) => matches[0]?.score ?? 0))
  return new Map(
    complete.map(([rom, { total, matches }]) => [
      rom,
      { total, matches: matches.filter(({ score }) => score >= least) },
    ]),
  )
}
