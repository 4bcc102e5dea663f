import type { Db } from '#db/client.ts'
import { type Criterion, factorOf, judge } from './criteria.ts'
import type { MatchQuestion } from './matcher.ts'
import type { Pair, Ranked } from './rank.ts'
import { type Candidate, candidatesById, type Feedback, feedbackOf, partnersOf, themesOf } from './store.ts'
import { textsByKey } from './texts.ts'
import { feedbackWeight } from './weights.ts'

/** Criteria and feedback are looked up for this many, which is as many as a person may look through. */
const mostJudged = 200
const reasonsShown = 3
const leastReason = 0.6

/** An organisation with its score by all that is known of it. */
export interface Judged {
  candidate: Candidate
  score: number
  pairs: Pair[]
  criteria: Criterion[]
  feedback: Feedback | null
}

/**
 * The best of those that may be shown, by all that is known of them.
 * @param roms the regions that are wanted; null for all, and for organisations of which nobody knows it
 */
export async function judgedOf(
  db: Db,
  question: MatchQuestion,
  roms: string[] | null,
  ranked: Ranked[],
): Promise<Judged[]> {
  const { organisation, kinds, withFeedback } = question
  const allowed = await allowedAmong(db, question, roms, ranked)
  const ids = allowed.map(({ candidate }) => candidate.id)
  const [themes, feedback] = await Promise.all([
    themesOf(db, organisation ? [...ids, organisation] : ids),
    organisation && withFeedback ? feedbackOf(db, organisation) : new Map<string, Feedback>(),
  ])
  const themed = allowed.filter(
    ({ candidate }) =>
      question.themes.length === 0 || question.themes.some((theme) => themes.get(candidate.id)?.includes(theme)),
  )
  const first = themed.slice(0, mostJudged)
  const listings = first
    .flatMap(({ pairs }) => reasonsAmong(pairs).flatMap(({ ask, item }) => [ask, item]))
    .filter((key) => key.startsWith('listing:'))
  const texts = await textsByKey(db, listings)
  const asked = question.themes.length > 0 ? question.themes : (organisation && themes.get(organisation)) || []
  return first
    .map(({ candidate, score, pairs }): Judged => {
      const criteria = judge(asked, kinds, {
        themes: themes.get(candidate.id) ?? [],
        kind: candidate.kind,
        listings: reasonsAmong(pairs).map(({ ask, item }) => [texts.get(ask), texts.get(item)]),
        projects: new Set(pairs.flatMap(({ item }) => (item.startsWith('evidence:') ? [item] : []))).size,
      })
      const given = feedback.get(candidate.id) ?? null
      const factor = factorOf(criteria) * (given ? feedbackWeight[given.verdict] : 1)
      return { candidate, score: score * factor, pairs, criteria, feedback: given }
    })
    .sort((a, b) => b.score - a.score || (a.candidate.id < b.candidate.id ? -1 : 1))
}

async function allowedAmong(db: Db, question: MatchQuestion, roms: string[] | null, ranked: Ranked[]) {
  const { organisation, kinds, exclude, withPartners } = question
  const [candidates, partners] = await Promise.all([
    candidatesById(
      db,
      ranked.map((one) => one.organisation),
    ),
    organisation && !withPartners ? partnersOf(db, organisation) : new Set<string>(),
  ])
  const not = new Set([...exclude, ...partners, organisation])
  return ranked.flatMap((one) => {
    const candidate = candidates.get(one.organisation)
    if (!candidate || not.has(candidate.id)) return []
    if (kinds.length > 0 && !kinds.includes(candidate.kind)) return []
    const near = !roms || (candidate.seat_rom_id !== null && roms.includes(candidate.seat_rom_id))
    return near ? [{ ...one, candidate }] : []
  })
}

/** The most telling pairs, no piece of text of the candidate twice; what tells far less than the first is left out. */
export function reasonsAmong(pairs: Pair[]): Pair[] {
  const seen = new Set<string>()
  const least = (pairs[0]?.value ?? 0) * leastReason
  const telling = pairs.filter(({ item, value }) => value >= least && !seen.has(item) && seen.add(item))
  return telling.slice(0, reasonsShown)
}
