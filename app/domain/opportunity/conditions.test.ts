import { expect, test } from 'vitest'
import { type Condition, conditionsOf } from './conditions.ts'
import type { Asker, Opportunity } from './types.ts'

const today = '2026-11-21'
const nobody: Asker = { kind: null, employees: null, rom: null, themes: [], insists: true }
const anything = { kinds: [], roms: [], themes: [], mostEmployees: null }

function opportunity(changes: Partial<Opportunity> = {}): Opportunity {
  return {
    key: 'instrument:x',
    type: 'instrument',
    slug: 'x',
    name_nl: 'X',
    name_en: 'X',
    summary_nl: '',
    summary_en: '',
    audience_nl: null,
    audience_en: null,
    apply_nl: null,
    apply_en: null,
    is_example: 0,
    initiative_kind: null,
    undertaking_id: null,
    themes: [],
    coreTasks: [],
    givesMoney: false,
    roms: null,
    eligible: anything,
    period: { of: 'instrument', stated_until: null, needs_recheck: 0, facts_as_of: '2026' },
    ...changes,
  }
}

const judged = (one: Opportunity, asker: Partial<Asker>, which: Condition['condition']) => {
  const found = conditionsOf(one, { ...nobody, ...asker }, today).find(({ condition }) => condition === which)
  return found && [found.verdict, found.code]
}

test.each<[string[] | null, string[], string | null, string[]]>([
  [['nom', 'bom'], [], 'nom', ['match', 'takesPart']],
  [['bom'], [], 'nom', ['gap', 'takesNoPart']],
  [[], [], 'nom', ['unknown', 'partUnstated']],
  [['bom'], [], null, ['unknown', 'partUnasked']],
  // Where taking part is no question, what is stated counts.
  [null, ['romutrecht'], 'romutrecht', ['match', 'serves']],
  [null, ['romutrecht'], 'nom', ['gap', 'servesNot']],
  [null, [], 'nom', ['unknown', 'servesUnstated']],
  [null, ['romutrecht'], null, ['unknown', 'servesUnasked']],
])('region: %j take part, %j are served, own %s', (roms, served, rom, expected) => {
  const one = opportunity({ roms, eligible: { ...anything, roms: served } })
  expect(judged(one, { rom }, 'region')).toEqual(expected)
})

test.each<[Opportunity['eligible']['kinds'], Asker['kind'], string[]]>([
  [['sme', 'startup'], 'sme', ['match', 'kindFits']],
  [['startup'], 'corporate', ['gap', 'kindNot']],
  [[], 'sme', ['unknown', 'kindUnstated']],
  [['sme'], null, ['unknown', 'kindUnasked']],
])('kind: for %j, being %s', (kinds, kind, expected) => {
  expect(judged(opportunity({ eligible: { ...anything, kinds } }), { kind }, 'kind')).toEqual(expected)
})

test.each<[number | null, number | null, string[] | undefined]>([
  [250, 250, ['match', 'sizeFits']],
  [250, 251, ['gap', 'sizeNot']],
  [250, 0, ['match', 'sizeFits']],
  [250, null, ['unknown', 'sizeUnasked']],
  [null, 12, undefined],
])('size: at most %s, with %s', (mostEmployees, employees, expected) => {
  expect(judged(opportunity({ eligible: { ...anything, mostEmployees } }), { employees }, 'size')).toEqual(expected)
})

test.each<[string[], string[], string[], boolean, string[] | undefined]>([
  [['energy', 'food'], [], ['food'], true, ['match', 'sectorFits']],
  [['energy'], [], ['food'], true, ['gap', 'sectorNot']],
  // Themes that are merely known of somebody need not be all they have.
  [['energy'], [], ['food'], false, ['unknown', 'sectorOther']],
  [['energy'], ['food'], ['water'], false, ['gap', 'sectorNot']],
  [['energy'], ['food'], ['food'], true, ['match', 'sectorFits']],
  [[], [], ['food'], true, ['unknown', 'sectorUnstated']],
  [[], [], ['food'], false, undefined],
  [[], [], [], true, undefined],
  [['energy'], [], [], true, undefined],
  [[], ['energy'], [], true, ['unknown', 'sectorUnasked']],
])('sector: about %j, for %j, own %j (asked for: %s)', (themes, stated, own, insists, expected) => {
  const one = opportunity({ themes, eligible: { ...anything, themes: stated } })
  expect(judged(one, { themes: own, insists }, 'sector')).toEqual(expected)
})

const call = (opens_on: string | null, deadline_on: string | null) => ({ of: 'call', opens_on, deadline_on }) as const
const runs = (status: 'running' | 'idea' | 'completed' | 'stopped' | null, starts_on?: string, ends_on?: string) =>
  ({ of: 'undertaking', status, starts_on: starts_on ?? null, ends_on: ends_on ?? null }) as const
const holds = (stated_until: string | null, needs_recheck: 0 | 1) =>
  ({ of: 'instrument', stated_until, needs_recheck, facts_as_of: '2022' }) as const

test.each<[Opportunity['period'], string[], string | undefined]>([
  [call('2026-01-01', null), ['match', 'open'], undefined],
  [call(null, today), ['match', 'openUntil'], today],
  [call('2026-12-01', '2027-01-01'), ['match', 'upcoming'], '2026-12-01'],
  [call(null, '2026-11-20'), ['gap', 'closed'], '2026-11-20'],
  [runs('running'), ['match', 'running'], undefined],
  [runs('running', '2024', '2026'), ['match', 'runningUntil'], '2026'],
  [runs('running', '2020', '2025'), ['gap', 'endedOn'], '2025'],
  [runs('completed'), ['gap', 'ended'], undefined],
  [runs('completed', '2020', '2023'), ['gap', 'endedOn'], '2023'],
  [runs('stopped', '2020', '2030'), ['gap', 'stopped'], undefined],
  [runs('idea'), ['unknown', 'before'], undefined],
  [runs('running', '2027'), ['unknown', 'beforeOn'], '2027'],
  [runs(null, '2023'), ['unknown', 'periodUnstated'], undefined],
  [runs(null, '2020', '2022-06'), ['gap', 'endedOn'], '2022-06'],
  [holds(null, 0), ['match', 'valid'], undefined],
  [holds('2027-01-01', 0), ['match', 'validUntil'], '2027-01-01'],
  [holds('2023-07-01', 1), ['unknown', 'lapsed'], '2023-07-01'],
  [holds(null, 1), ['unknown', 'recheck'], '2022'],
])('period: %j', (period, expected, date) => {
  const found = conditionsOf(opportunity({ period }), nobody, today).find(({ condition }) => condition === 'period')
  expect([found?.verdict, found?.code]).toEqual(expected)
  expect(found?.date).toBe(date)
})

test('what is allowed comes along, so that it can be told', () => {
  const one = opportunity({ eligible: { kinds: ['sme'], roms: ['bom'], themes: ['food'], mostEmployees: 50 } })
  expect(conditionsOf(one, { ...nobody, kind: 'corporate' }, today)).toMatchObject([
    { roms: ['bom'] },
    { kinds: ['sme'] },
    { most: 50 },
    { themes: ['food'] },
    { condition: 'period' },
  ])
})
