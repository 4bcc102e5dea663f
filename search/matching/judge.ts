import type { Db } from '#db/client.ts'
import { type Criterion, factorOf, judge } from './criteria.ts'
import type { MatchQuestion } from './question.ts'
import type { Pair, Ranked } from './rank.ts'
import { type Candidate, candidatesById, type Feedback, feedbackOf, partnersOf, themesOf } from './store.ts'
import { termsByKey } from './texts.ts'
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
  const [allowed, own, feedback] = await Promise.all([
    bestAllowed(db, question, roms, ranked),
    organisation && question.themes.length === 0 ? themesOf(db, [organisation]) : null,
    organisation && withFeedback ? feedbackOf(db, organisation) : new Map<string, Feedback>(),
  ])
  const reasons = allowed.map(({ pairs }) => reasonsAmong(pairs))
  const terms = await termsByKey(db, [...new Set(reasons.flat().flatMap(({ ask, item }) => [ask, item]))])
  const about = question.about ?? own?.get(organisation ?? '') ?? []
  const asked = question.themes.length > 0 ? question.themes : about
  return allowed
    .map(({ candidate, themes, score, pairs }, at): Judged => {
      const criteria = judge(asked, kinds, {
        themes,
        kind: candidate.kind,
        listings: (reasons[at] ?? []).map(({ ask, item }) => [terms.get(ask), terms.get(item)]),
        projects: new Set(pairs.flatMap(({ item }) => (item.startsWith('evidence:') ? [item] : []))).size,
      })
      const given = feedback.get(candidate.id) ?? null
      const factor = factorOf(criteria) * (given ? feedbackWeight[given.verdict] : 1)
      return { candidate, score: score * factor, pairs, criteria, feedback: given }
    })
    .sort((a, b) => b.score - a.score || (a.candidate.id < b.candidate.id ? -1 : 1))
}

type Allowed = Pick<Ranked, 'score'> & { pairs: Pair[]; candidate: Candidate; themes: string[] }

/** The first of a ranking that are what is asked for; no more is looked up than it takes to find them. */
async function bestAllowed(
  db: Db,
  { organisation, kinds, themes, exclude, withPartners }: MatchQuestion,
  roms: string[] | null,
  ranked: Ranked[],
): Promise<Allowed[]> {
  const partners = organisation && !withPartners ? await partnersOf(db, organisation) : []
  const not = new Set([...exclude, ...partners, organisation])
  const left = ranked.filter((one) => !not.has(one.organisation))
  const allowed: Allowed[] = []
  for (let at = 0; at < left.length && allowed.length < mostJudged; at += mostJudged) {
    const part = left.slice(at, at + mostJudged)
    const ids = part.map((one) => one.organisation)
    const [candidates, themesById] = await Promise.all([candidatesById(db, ids), themesOf(db, ids)])
    for (const one of part) {
      if (allowed.length === mostJudged) break
      const candidate = candidates.get(one.organisation)
      if (!candidate || (kinds.length > 0 && !kinds.includes(candidate.kind))) continue
      if (roms && !(candidate.seat_rom_id !== null && roms.includes(candidate.seat_rom_id))) continue
      const own = themesById.get(candidate.id) ?? []
      if (themes.length > 0 && !themes.some((theme) => own.includes(theme))) continue
      allowed.push({ candidate, themes: own, score: one.score, pairs: one.pairs() })
    }
  }
  return allowed
}

/** The most telling pairs, no piece of text of the candidate twice; what tells far less than the first is left out. */
export function reasonsAmong(pairs: Pair[]): Pair[] {
  const seen = new Set<string>()
  const least = (pairs[0]?.value ?? 0) * leastReason
  const telling = pairs.filter(({ item, value }) => value >= least && !seen.has(item) && seen.add(item))
  return telling.slice(0, reasonsShown)
}
