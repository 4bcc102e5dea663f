import { expect, test } from 'vitest'
import { type Criterion, type Facts, factorOf, judge, type Verdict } from './criteria.ts'
import type { ListingTerms } from './texts.ts'
import { criterionWeight } from './weights.ts'

const facts: Facts = { themes: [], kind: 'sme', listings: [], projects: 0 }

function listing(terms: Partial<ListingTerms>): ListingTerms {
  return { kinds: [], trl: null, agreement: null, ...terms }
}

const verdictOf = (criteria: Criterion[], name: Criterion['criterion']) =>
  criteria.find(({ criterion }) => criterion === name)?.verdict

test.each<[string[], string[], Verdict]>([
  [[], [], 'unknown'],
  [['energy'], [], 'unknown'],
  [[], ['energy'], 'unknown'],
  [['energy', 'food'], ['food', 'water'], 'match'],
  [['energy'], ['food'], 'gap'],
])('themes %j of the asker and %j of the candidate: %s', (own, other, verdict) => {
  const judged = judge(own, [], { ...facts, themes: other })
  expect(verdictOf(judged, 'themes')).toBe(verdict)
  expect(judged[0]).toMatchObject({ themes: own.filter((theme) => other.includes(theme)) })
})

test.each<[Parameters<typeof judge>[1], ListingTerms['kinds'], Verdict]>([
  [[], [], 'unknown'],
  [['sme'], [], 'match'],
  [['corporate'], [], 'gap'],
  [[], ['sme', 'startup'], 'match'],
  [[], ['government'], 'gap'],
])('kinds %j that were asked for and %j in the need: %s', (kinds, inNeed, verdict) => {
  const judged = judge([], kinds, { ...facts, listings: [[listing({ kinds: inNeed }), undefined]] })
  expect(verdictOf(judged, 'kind')).toBe(verdict)
})

test.each<[[number, number] | null, [number, number] | null, Verdict]>([
  [null, null, 'unknown'],
  [[1, 3], null, 'unknown'],
  [null, [1, 3], 'unknown'],
  [[1, 3], [3, 5], 'match'],
  [[3, 5], [1, 3], 'match'],
  [[2, 8], [4, 5], 'match'],
  [[1, 3], [4, 6], 'gap'],
  [[4, 6], [1, 3], 'gap'],
])('technology readiness %j and %j: %s', (own, other, verdict) => {
  const listings: Facts['listings'] = [[listing({ trl: own }), listing({ trl: other })]]
  expect(verdictOf(judge([], [], { ...facts, listings }), 'trl')).toBe(verdict)
})

test.each<[ListingTerms['agreement'], ListingTerms['agreement'], Verdict]>([
  [null, null, 'unknown'],
  ['pilot', null, 'unknown'],
  [null, 'pilot', 'unknown'],
  ['pilot', 'pilot', 'match'],
  ['pilot', 'licence', 'gap'],
])('agreement %s and %s: %s', (own, other, verdict) => {
  const listings: Facts['listings'] = [[listing({ agreement: own }), listing({ agreement: other })]]
  expect(verdictOf(judge([], [], { ...facts, listings }), 'agreement')).toBe(verdict)
})

test('the first pair in which both say something is compared', () => {
  const listings: Facts['listings'] = [
    [listing({ trl: [1, 2] }), undefined],
    [listing({ trl: [5, 6] }), listing({ trl: [6, 7] })],
  ]
  expect(verdictOf(judge([], [], { ...facts, listings }), 'trl')).toBe('match')
})

test('each criterion moves the score by its own weight, and projects and what is unknown by nothing', () => {
  expect(factorOf(judge([], [], facts))).toBe(1)
  expect(factorOf(judge([], [], { ...facts, projects: 7 }))).toBe(1)
  expect(factorOf(judge(['food'], [], { ...facts, themes: ['food'] }))).toBeCloseTo(1 + criterionWeight.themes)
  expect(factorOf(judge(['food'], ['corporate'], { ...facts, themes: ['water'] }))).toBeCloseTo(
    1 - criterionWeight.themes - criterionWeight.kind,
  )
})
