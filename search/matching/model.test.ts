import { expect, test } from 'vitest'
import { type Bag, numberOf } from './bag.ts'
import { MatchModel } from './model.ts'

const bag = (text: string): Bag => {
  const counts: Bag = new Map()
  for (const word of text.split(' ')) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}
const corpus = [
  'pomp klep lek #water',
  'pomp klep water #water',
  'pomp motor as',
  'motor as lager klep',
  'brood gist deeg',
  'brood gist oven deeg #food',
  'oven deeg brood #food',
].map(bag)

test('a model that was kept gives the same features as the one that was learned', async () => {
  const { model, data } = await MatchModel.learn(corpus)
  // A row of the database may begin at any address.
  const kept = MatchModel.from(Buffer.concat([Buffer.alloc(3), data]).subarray(3))
  expect(kept.size).toBe(corpus.length)
  for (const text of [...corpus, bag('pomp brood nooitgezien #water')]) {
    expect(kept.encode(text)).toEqual(model.encode(text))
    expect(kept.tellingTerms(text)).toEqual(model.tellingTerms(text))
  }
})

test('a word that is new counts as the rarest, a pair that is new not at all', async () => {
  const { model } = await MatchModel.learn(corpus)
  expect(model.rarityOf('nooitgezien')).toBeCloseTo(Math.log(corpus.length + 1), 5)
  for (const known of ['pomp', 'klep', 'brood', '#food']) {
    expect(model.rarityOf(known)).toBeLessThan(model.rarityOf('nooitgezien'))
    expect(model.knows(numberOf(known))).toBe(true)
  }
  expect(model.rarityOf('pomp')).toBeCloseTo(Math.log((corpus.length + 1) / 3), 5)
  expect(model.rarityOf('nooit gezien')).toBe(0)
  // Of one text only: it says no more of it than a word that is new.
  expect(model.rarityOf('lager')).toBe(model.rarityOf('nooitgezien'))
  expect(model.knows(numberOf('lager'))).toBe(false)
  expect(model.tellingTerms(bag('klep nooitgezien pomp'))[0]).toBe('nooitgezien')
})

test('words that go together lie near each other, those that do not apart', async () => {
  const { model } = await MatchModel.learn(corpus)
  const meaning = (text: string) => model.encode(bag(text)).meaning ?? new Float32Array()
  const near = (a: string, b: string) =>
    meaning(a).reduce((sum, value, at) => sum + value * (meaning(b)[at] as number), 0)
  expect(Math.hypot(...meaning('pomp klep'))).toBeCloseTo(1, 5)
  // All texts that have the one have the other.
  expect(near('brood', 'deeg')).toBeCloseTo(1, 5)
  expect(near('brood', 'motor')).toBeCloseTo(0, 5)
})

test('a text without words, or with new ones only, has no meaning', async () => {
  const { model } = await MatchModel.learn(corpus)
  expect(model.encode(new Map())).toEqual({
    terms: new Uint32Array(),
    weights: new Float32Array(),
    meaning: null,
  })
  expect(model.encode(bag('nooitgezien')).meaning).toBeNull()
})

test.each([
  ['no texts', []],
  ['texts without words', [new Map(), new Map()]],
  ['one text', [bag('pomp klep')]],
])('of %s a model can be learned that compares all the same', async (_what, bags) => {
  const { model, data } = await MatchModel.learn(bags)
  for (const one of [model, MatchModel.from(data)]) {
    const { terms, weights, meaning } = one.encode(bag('pomp motor'))
    expect([...terms]).toEqual([numberOf('pomp'), numberOf('motor')])
    for (const weight of weights) expect(weight).toBeGreaterThanOrEqual(0)
    expect(meaning).toBeNull()
  }
})

test('a term that says in one more way what was said already does not make a text longer', async () => {
  const { model } = await MatchModel.learn(corpus)
  const plain = model.encode(bag('pomp klep'))
  const named = model.encode(bag('pomp klep #water'))
  expect(named.weights.subarray(0, 2)).toEqual(plain.weights)
})

test('two words that happen to have one number leave the others in their places', async () => {
  const [one, other] = twoWithOneNumber()
  // The two are learned before all others, since most texts have them.
  const bags = corpus.map((text) => new Map([[one, 1], [other, 1], ...text]))
  const { model, data } = await MatchModel.learn(bags)
  const kept = MatchModel.from(data)
  for (const text of bags) expect(kept.encode(text)).toEqual(model.encode(text))
  const meaning = (text: string) => kept.encode(bag(text)).meaning ?? new Float32Array()
  const near = (a: string, b: string) =>
    meaning(a).reduce((sum, value, at) => sum + value * (meaning(b)[at] as number), 0)
  expect(near('brood', 'deeg')).toBeCloseTo(1, 5)
  expect(near('brood', 'motor')).toBeCloseTo(0, 1)
})

/** Of some hundred thousand words two have the same 32 bits. */
function twoWithOneNumber(): [string, string] {
  const seen = new Map<number, string>()
  for (let n = 0; n < 1_000_000; n++) {
    const word = `w${n.toString(36)}`
    const before = seen.get(numberOf(word))
    if (before) return [before, word]
    seen.set(numberOf(word), word)
  }
  throw new Error('no two words have one number')
}
