import { expect, test } from 'vitest'
import type { Condition } from './conditions.ts'
import { gives, type Judged, nextBest, ordered } from './ordering.ts'
import type { HelpKind, Opportunity } from './types.ts'

const met = (condition: Condition['condition']): Condition => ({ condition, verdict: 'match', code: 'open' })
const gap = (condition: Condition['condition']): Condition => ({ condition, verdict: 'gap', code: 'closed' })

function judged(
  id: string,
  changes: Partial<Omit<Judged, 'opportunity'>> & { opportunity?: Partial<Opportunity> } = {},
): Judged {
  const { opportunity, ...rest } = changes
  return {
    conditions: [],
    fit: null,
    helps: null,
    ...rest,
    opportunity: {
      key: `call:${id}`,
      type: 'call',
      themes: [],
      coreTasks: [],
      initiative_kind: null,
      undertaking_id: null,
      givesMoney: false,
      period: { of: 'call', opens_on: null, deadline_on: null },
      ...opportunity,
    } as Opportunity,
  }
}

const deadline = (deadline_on: string) => ({ period: { of: 'call', opens_on: null, deadline_on } as const })
const ids = (rows: Judged[]) => rows.map(({ opportunity }) => opportunity.key.slice(5))

test('what has a gap never stands among what fits, however well its texts answer', () => {
  const { fitting, hindered } = ordered([
    judged('weak', { fit: 0.1 }),
    judged('strong', { fit: 0.9 }),
    judged('closed', { fit: 2, conditions: [gap('period')] }),
    judged('elsewhere', { fit: 3, conditions: [gap('region'), met('kind')] }),
    judged('silent', { conditions: [met('region')] }),
  ])
  expect(ids(fitting)).toEqual(['strong', 'weak'])
  expect(ids(hindered)).toEqual(['elsewhere', 'closed'])
})

test('what is for such an organisation in such a region follows, when it gives the help or no help was asked for', () => {
  const two = [met('region'), met('kind'), met('period')]
  const rows = (helps: boolean | null) => [
    judged('answers', { fit: 1, helps }),
    judged('known', { conditions: two, helps }),
    judged('once', { conditions: [met('kind'), met('period')], helps }),
    judged('never', { conditions: [met('period')], helps }),
    judged('almost', { conditions: [...two, gap('sector')], helps }),
    judged('not', { conditions: [...two, gap('sector'), gap('size')], helps }),
  ]
  expect(ids(ordered(rows(null)).fitting)).toEqual(['answers', 'known'])
  expect(ids(ordered(rows(true)).fitting)).toEqual(['answers', 'known', 'once'])
  expect(ids(ordered(rows(false)).fitting)).toEqual(['answers'])
  expect(ids(ordered(rows(true)).hindered)).toEqual(['almost'])
  const many = Array.from({ length: 30 }, (_, n) => judged(`m${n}`, { conditions: two }))
  expect(ordered([judged('answers', { fit: 1 }), ...many]).fitting).toHaveLength(6)
})

test('without texts that answer it is by help, conditions, what is open, and the first deadline', () => {
  const { fitting, hindered } = ordered([
    judged('b-later', { opportunity: deadline('2027-01-01'), conditions: [met('period')] }),
    judged('a-none', { conditions: [met('period')] }),
    judged('c-sooner', { opportunity: deadline('2026-12-01'), conditions: [met('period')] }),
    judged('d-unknown'),
    judged('e-known', { conditions: [met('region')] }),
    judged('f-helps', { helps: true }),
    judged('g-gaps', { conditions: [gap('region'), gap('kind')], helps: true }),
    judged('h-gap', { conditions: [gap('region')], helps: true }),
  ])
  expect(ids(fitting)).toEqual(['f-helps', 'e-known', 'c-sooner', 'b-later', 'a-none', 'd-unknown'])
  expect(ids(hindered)).toEqual(['h-gap', 'g-gaps'])
})

test.each<[HelpKind, Partial<Opportunity>, boolean]>([
  ['geld', { type: 'instrument' }, true],
  ['geld', { type: 'call', givesMoney: true }, true],
  ['geld', { type: 'call' }, false],
  ['geld', { type: 'programme', coreTasks: ['invest'] }, true],
  ['partners', { type: 'call' }, true],
  ['partners', { type: 'initiative', initiative_kind: 'community' }, true],
  ['partners', { type: 'programme', coreTasks: ['innovate'] }, true],
  ['partners', { type: 'instrument' }, false],
  ['buitenland', { type: 'programme', coreTasks: ['internationalise'] }, true],
  ['buitenland', { type: 'initiative', initiative_kind: 'trade_mission' }, true],
  ['buitenland', { type: 'programme', coreTasks: ['innovate'] }, false],
  ['kennis', { type: 'initiative', initiative_kind: 'hub' }, true],
  ['kennis', { type: 'call' }, false],
])('%s is given by %j: %s', (help, opportunity, expected) => {
  expect(gives(judged('x', { opportunity }).opportunity, help)).toBe(expected)
})

test('next best is another call of the programme, then what is alike, then the theme, then the own ROM', () => {
  const closed = judged('closed', {
    opportunity: { undertaking_id: 'u', themes: ['food'], ...deadline('2026-01-01') },
    conditions: [gap('period')],
  })
  const open = judged('open', { opportunity: { undertaking_id: 'u', ...deadline('2027-01-01') } })
  const upcoming = judged('upcoming', {
    opportunity: { undertaking_id: 'u', period: { of: 'call', opens_on: '2026-12-01', deadline_on: '2026-12-20' } },
    conditions: [{ condition: 'period', verdict: 'match', code: 'upcoming' }],
  })
  const like = judged('like')
  const themed = judged('themed', { opportunity: { themes: ['food'] } })
  const alike = { key: 'call:like', terms: [{ nl: 'eiwit', en: 'protein' }] }
  const all = [closed, open, like, themed]
  expect(nextBest(closed, [like], all, alike)).toMatchObject({ next: 'open', date: '2027-01-01' })
  expect(nextBest(closed, [like], [...all, upcoming], alike)).toMatchObject({ next: 'opens', date: '2026-12-01' })
  expect(nextBest(closed, [like, themed], [closed], alike)).toMatchObject({ next: 'alike', terms: alike.terms })
  // What resembles it must itself fit.
  expect(nextBest(closed, [themed], [closed], alike)).toMatchObject({
    next: 'theme',
    opportunity: { key: 'call:themed' },
  })
  expect(nextBest(closed, [like], [closed], undefined)).toEqual({ next: 'rom' })
})
