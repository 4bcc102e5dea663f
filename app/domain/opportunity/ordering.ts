import type { Condition } from './conditions.ts'
import type { HelpKind, Opportunity } from './types.ts'

/** An opportunity with all that is known of how it fits. */
export interface Judged {
  opportunity: Opportunity
  conditions: Condition[]
  /** How well its texts answer, higher is better; null when they do not, or nothing was asked in words. */
  fit: number | null
  /** Whether it gives the help that was asked for; null when none was. */
  helps: boolean | null
}

export interface Ordered<Row> {
  /** What nothing is known to stand in the way of, the best first. */
  fitting: Row[]
  /** What would fit, but for a condition; the best first. */
  hindered: Row[]
}

/** How many may be added without a word in common. */
const mostBeside = 5

/**
 * Puts opportunities in order. With texts that answer it is by those; a few follow that are known to be for such an organisation, in
 * such a region or theme, and to give the help that was asked for. Without, it is by what is known to fit, then by the first deadline.
 */
export function ordered<Row extends Judged>(judged: Row[]): Ordered<Row> {
  const plain = [...judged].sort(byConditions)
  const answering = plain.filter(({ fit }) => fit !== null).sort((a, b) => (b.fit ?? 0) - (a.fit ?? 0))
  if (answering.length === 0) return { fitting: plain.filter(fits), hindered: plain.filter((one) => !fits(one)) }
  const beside = plain.filter((one) => one.fit === null && besides(one))
  return {
    fitting: [...answering.filter(fits), ...beside.filter(fits).slice(0, mostBeside)],
    // What only one condition keeps from fitting is worth the reason why.
    hindered: [...answering.filter((one) => !fits(one)), ...beside.filter((one) => gapsOf(one) === 1)],
  }
}

function fits(one: Judged): boolean {
  return gapsOf(one) === 0
}

function gapsOf({ conditions }: Judged): number {
  return conditions.filter(({ verdict }) => verdict === 'gap').length
}

/** Whether there is a reason to show something that says nothing of what was asked: one more when no help was asked for. */
function besides(one: Judged): boolean {
  return one.helps === null ? known(one) > 1 : one.helps && known(one) > 0
}

/** How many conditions but the period are known to be met. */
function known({ conditions }: Judged): number {
  return conditions.filter(({ condition, verdict }) => condition !== 'period' && verdict === 'match').length
}

function byConditions(a: Judged, b: Judged): number {
  const current = ({ conditions }: Judged) =>
    conditions.some(({ condition, verdict }) => condition === 'period' && verdict === 'match')
  return (
    Number(b.helps === true) - Number(a.helps === true) ||
    gapsOf(a) - gapsOf(b) ||
    known(b) - known(a) ||
    Number(current(b)) - Number(current(a)) ||
    compare(deadlineOf(a), deadlineOf(b)) ||
    compare(a.opportunity.key, b.opportunity.key)
  )
}

/** What has no deadline can wait. */
function deadlineOf({ opportunity: { period } }: Judged): string {
  return (period.of === 'call' ? period.deadline_on : null) ?? '9999'
}

/** Whether something gives a kind of help, by what kind of thing it is and what it is for. */
export function gives(opportunity: Opportunity, help: HelpKind): boolean {
  const { type, coreTasks, initiative_kind: kind } = opportunity
  const innovates = type === 'programme' && coreTasks.includes('innovate')
  switch (help) {
    case 'geld':
      return type === 'instrument' || opportunity.givesMoney || coreTasks.includes('invest')
    case 'partners':
      return type === 'call' || kind === 'project' || kind === 'community' || innovates
    case 'buitenland':
      return kind === 'trade_mission' || coreTasks.includes('internationalise')
    case 'kennis':
      return kind === 'hub' || kind === 'community' || kind === 'study' || innovates
  }
}

/** The next best thing to something that does not fit. */
export type NextBest =
  /** Another call of the same programme, that is open or will be. */
  | { next: 'open' | 'opens'; opportunity: Opportunity; date: string | null }
  /** What fits and speaks of the same. */
  | { next: 'alike'; opportunity: Opportunity; terms: { nl: string; en: string }[] }
  | { next: 'theme'; opportunity: Opportunity }
  /** Nothing here: the own ROM knows more. */
  | { next: 'rom' }

/**
 * What is next best to something that does not fit.
 * @param fitting what does, the best first
 * @param judged all there is
 * @param alike what fits and resembles it most in words, if anything does
 */
export function nextBest(
  { opportunity }: Judged,
  fitting: Judged[],
  judged: Judged[],
  alike: { key: string; terms: { nl: string; en: string }[] } | undefined,
): NextBest {
  const again = laterCall(opportunity, judged)
  if (again) return again
  const resembling = fitting.find((one) => one.opportunity.key === alike?.key)
  if (alike && resembling) return { next: 'alike', opportunity: resembling.opportunity, terms: alike.terms }
  const themed = fitting.find((one) => one.opportunity.themes.some((theme) => opportunity.themes.includes(theme)))
  return themed ? { next: 'theme', opportunity: themed.opportunity } : { next: 'rom' }
}

/** The call of the same programme that one can still join: the first to close. */
function laterCall({ key, type, undertaking_id }: Opportunity, judged: Judged[]): NextBest | null {
  if (type !== 'call' || undertaking_id === null) return null
  const [first] = judged
    .filter((one) => one.opportunity.key !== key && one.opportunity.undertaking_id === undertaking_id && fits(one))
    .sort((a, b) => compare(deadlineOf(a), deadlineOf(b)))
  if (first?.opportunity.period.of !== 'call') return null
  const { opens_on, deadline_on } = first.opportunity.period
  const upcoming = first.conditions.some(({ code }) => code === 'upcoming')
  return {
    next: upcoming ? 'opens' : 'open',
    opportunity: first.opportunity,
    date: upcoming ? opens_on : deadline_on,
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
