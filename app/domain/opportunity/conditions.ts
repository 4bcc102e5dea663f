import type { OrganisationKind } from '#db/tables/organisations.ts'
import type { Verdict } from '#search/matching/criteria.ts'
import { callState } from '../call/queries.server.ts'
import { lastDay, phaseOn } from '../participation/queries.server.ts'
import type { Asker, Opportunity, Period } from './types.ts'

export type ConditionCode =
  | 'takesPart'
  | 'takesNoPart'
  | 'partUnstated'
  | 'partUnasked'
  | 'serves'
  | 'servesNot'
  | 'servesUnstated'
  | 'servesUnasked'
  | 'kindFits'
  | 'kindNot'
  | 'kindUnstated'
  | 'kindUnasked'
  | 'sizeFits'
  | 'sizeNot'
  | 'sizeUnasked'
  | 'sectorFits'
  | 'sectorNot'
  | 'sectorOther'
  | 'sectorUnstated'
  | 'sectorUnasked'
  | PeriodCode

type PeriodCode =
  | 'open'
  | 'openUntil'
  | 'upcoming'
  | 'closed'
  | 'running'
  | 'runningUntil'
  | 'before'
  | 'beforeOn'
  | 'ended'
  | 'endedOn'
  | 'stopped'
  | 'periodUnstated'
  | 'valid'
  | 'validUntil'
  | 'lapsed'
  | 'recheck'

/** A hard condition with its verdict, and what there is to say of it. */
export interface Condition {
  condition: 'region' | 'kind' | 'size' | 'sector' | 'period'
  verdict: Verdict
  code: ConditionCode
  /** What is allowed: ROMs, kinds and themes by their ids, a number of employees. */
  roms?: string[]
  kinds?: OrganisationKind[]
  themes?: string[]
  most?: number
  /** The day that it turns on, as precise as it is known. */
  date?: string
}

/**
 * Judges an opportunity by each of its hard conditions, for somebody, on a day. A gap is only what is known not to fit: what a source
 * or the asker leaves out is unknown. Where there is nothing to compare and nothing to tell, there is no condition.
 */
export function conditionsOf(opportunity: Opportunity, asker: Asker, today: string): Condition[] {
  return [
    regionOf(opportunity, asker),
    kindOf(opportunity, asker),
    sizeOf(opportunity, asker),
    sectorOf(opportunity, asker),
    periodOf(opportunity.period, today),
  ].filter((one) => one !== null)
}

function regionOf({ roms: partakers, eligible }: Opportunity, { rom }: Asker): Condition {
  const condition = 'region'
  const roms = partakers ?? eligible.roms
  const [fits, not, unstated, unasked] = partakers
    ? (['takesPart', 'takesNoPart', 'partUnstated', 'partUnasked'] as const)
    : (['serves', 'servesNot', 'servesUnstated', 'servesUnasked'] as const)
  if (roms.length === 0) return { condition, verdict: 'unknown', code: unstated }
  if (!rom) return { condition, verdict: 'unknown', code: unasked, roms }
  return roms.includes(rom)
    ? { condition, verdict: 'match', code: fits, roms }
    : { condition, verdict: 'gap', code: not, roms }
}

function kindOf({ eligible: { kinds } }: Opportunity, { kind }: Asker): Condition {
  const condition = 'kind'
  if (kinds.length === 0) return { condition, verdict: 'unknown', code: 'kindUnstated' }
  if (!kind) return { condition, verdict: 'unknown', code: 'kindUnasked', kinds }
  return kinds.includes(kind)
    ? { condition, verdict: 'match', code: 'kindFits', kinds }
    : { condition, verdict: 'gap', code: 'kindNot', kinds }
}

function sizeOf({ eligible: { mostEmployees: most } }: Opportunity, { employees }: Asker): Condition | null {
  const condition = 'size'
  if (most === null) return null
  if (employees === null) return { condition, verdict: 'unknown', code: 'sizeUnasked', most }
  return employees <= most
    ? { condition, verdict: 'match', code: 'sizeFits', most }
    : { condition, verdict: 'gap', code: 'sizeNot', most }
}

/** What it is about is a condition only where it says so, or where that theme was asked for. */
function sectorOf({ eligible, themes: about }: Opportunity, { themes: own, insists }: Asker): Condition | null {
  const condition = 'sector'
  const stated = eligible.themes.length > 0
  const themes = stated ? eligible.themes : about
  if (themes.length === 0)
    return insists && own.length > 0 ? { condition, verdict: 'unknown', code: 'sectorUnstated' } : null
  if (own.length === 0) return stated ? { condition, verdict: 'unknown', code: 'sectorUnasked', themes } : null
  const shared = themes.filter((theme) => own.includes(theme))
  if (shared.length > 0) return { condition, verdict: 'match', code: 'sectorFits', themes: shared }
  return insists || stated
    ? { condition, verdict: 'gap', code: 'sectorNot', themes }
    : { condition, verdict: 'unknown', code: 'sectorOther', themes }
}

function periodOf(period: Period, today: string): Condition {
  const said = (verdict: Verdict, code: PeriodCode, date?: string | null): Condition => ({
    condition: 'period',
    verdict,
    code,
    ...(date ? { date } : {}),
  })
  switch (period.of) {
    case 'call': {
      const { opens_on, deadline_on } = period
      const state = callState(period, today)
      if (state === 'closed') return said('gap', 'closed', deadline_on)
      // One can get ready for it.
      if (state === 'upcoming') return said('match', 'upcoming', opens_on)
      return deadline_on ? said('match', 'openUntil', deadline_on) : said('match', 'open')
    }
    case 'undertaking': {
      const { status, starts_on, ends_on } = period
      const phase = phaseOn(period, today)
      if (status === 'stopped') return said('gap', 'stopped')
      if (status === 'completed' || phase === 'after')
        return ends_on ? said('gap', 'endedOn', ends_on) : said('gap', 'ended')
      if (phase === 'before') return said('unknown', 'beforeOn', starts_on)
      if (status === null) return said('unknown', 'periodUnstated')
      if (status !== 'running') return said('unknown', 'before')
      return ends_on ? said('match', 'runningUntil', ends_on) : said('match', 'running')
    }
    case 'instrument': {
      const { stated_until, needs_recheck, facts_as_of } = period
      if (stated_until && lastDay(stated_until) < today) return said('unknown', 'lapsed', stated_until)
      if (needs_recheck === 1) return said('unknown', 'recheck', facts_as_of)
      return stated_until ? said('match', 'validUntil', stated_until) : said('match', 'valid')
    }
  }
}
