import { beforeAll, describe, expect, test } from 'vitest'
import { type Bag, isConcept } from './bag.ts'
import { type Features, MatchModel } from './model.ts'
import { type Ask, type Item, type Ranked, rank } from './rank.ts'
import type { Side } from './weights.ts'

/** Numbers from 0 to 1 that look random and are the same each time (mulberry32). */
function generator(seed: number) {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const below = (count: number) => Math.floor(next() * count)
  return {
    below,
    pick: <Value>(list: readonly Value[]) => list[below(list.length)] as Value,
    shuffled: <Value>(list: Value[]) => {
      const rest = [...list]
      return list.map(() => rest.splice(below(rest.length), 1)[0] as Value)
    },
  }
}
type Generator = ReturnType<typeof generator>

const sides: Side[] = ['offer', 'need', 'field']
const topics = 8
const cases = 150

/** A made-up text: mostly of one topic, with a concept or two of it. */
function randomBag(random: Generator, topic = random.below(topics)): Bag {
  const bag: Bag = new Map()
  const add = (term: string) => bag.set(term, (bag.get(term) ?? 0) + 1)
  for (let n = 3 + random.below(20); n > 0; n--) {
    add(random.below(3) > 0 ? `t${topic}w${random.below(12)}` : `common${random.below(30)}`)
  }
  for (let n = random.below(3); n > 0; n--) add(`#t${topic}c${random.below(4)}`)
  return bag
}

let model: MatchModel
beforeAll(async () => {
  const random = generator(1)
  ;({ model } = await MatchModel.learn(Array.from({ length: 400 }, () => randomBag(random))))
})

interface Case {
  random: Generator
  asks: Ask[]
  bags: Map<string, Bag>
  items: Item[]
}

function randomCase(seed: number): Case {
  const random = generator(seed)
  const topic = random.below(topics)
  const asks = Array.from({ length: 1 + random.below(4) }, (_, at) => {
    return { key: `ask${at}`, side: random.pick(sides), features: model.encode(randomBag(random, topic)) }
  })
  const bags = new Map<string, Bag>()
  const items = Array.from({ length: 1 + random.below(25) }, (_, at): Item => {
    const bag = randomBag(random, random.below(2) ? topic : random.below(topics))
    bags.set(`item${at}`, bag)
    const organisations = Array.from({ length: 1 + random.below(3) }, () => `o${random.below(8)}`)
    return { key: `item${at}`, side: random.pick(sides), features: model.encode(bag), organisations }
  })
  return { random, asks, bags, items }
}

const scoreOf = (asks: Ask[], items: Item[], organisation: string) =>
  rank(asks, items).find((one) => one.organisation === organisation)?.score ?? 0

const seeds = Array.from({ length: cases }, (_, at) => 1000 + at)

describe(`in ${cases} made-up cases`, () => {
  test('the order in which asks and items come does not matter', () => {
    for (const seed of seeds) {
      const { random, asks, items } = randomCase(seed)
      const told = (ranked: Ranked[]) => ranked.map((one) => ({ ...one, pairs: one.pairs() }))
      const shuffled = rank(random.shuffled(asks), random.shuffled(items))
      expect(told(shuffled), `seed ${seed}`).toEqual(told(rank(asks, items)))
    }
  })

  test('the best come first, nobody twice, and nobody without a reason', () => {
    for (const seed of seeds) {
      const { asks, items } = randomCase(seed)
      const ranked = rank(asks, items)
      const scores = ranked.map(({ score }) => score)
      expect(scores, `seed ${seed}`).toEqual([...scores].sort((a, b) => b - a))
      expect(new Set(ranked.map(({ organisation }) => organisation)).size).toBe(ranked.length)
      for (const { score, pairs, organisation } of ranked) {
        expect(score).toBeGreaterThan(0)
        expect(pairs().length).toBeGreaterThan(0)
        for (const { item } of pairs()) {
          expect(items.find(({ key }) => key === item)?.organisations).toContain(organisation)
        }
      }
    }
  })

  test('one more piece of text never lowers its organisation, and does nothing to others', () => {
    for (const seed of seeds) {
      const { random, asks, items } = randomCase(seed)
      const features = model.encode(randomBag(random))
      const added: Item = { key: 'added', side: random.pick(sides), features, organisations: ['o1'] }
      for (const organisation of ['o0', 'o1', 'o2']) {
        const [before, after] = [scoreOf(asks, items, organisation), scoreOf(asks, [...items, added], organisation)]
        if (organisation === 'o1') expect(after, `seed ${seed}`).toBeGreaterThanOrEqual(before)
        else expect(after, `seed ${seed}`).toBe(before)
      }
    }
  })

  test('a need is never answered by a need, nor an offer by an offer', () => {
    for (const seed of seeds) {
      const { asks, items } = randomCase(seed)
      const sideOf = new Map(items.map(({ key, side }) => [key, side]))
      for (const { pairs } of rank(asks, items)) {
        for (const { side, item } of pairs()) if (side !== 'field') expect(sideOf.get(item)).not.toBe(side)
      }
    }
    const features = model.encode(randomBag(generator(2)))
    for (const side of ['need', 'offer'] as const) {
      expect(rank([{ key: 'a', side, features }], [{ key: 'i', side, features, organisations: ['o'] }])).toEqual([])
    }
  })

  test('a concept of the question that an item names too never lowers what they share', () => {
    const worse: string[] = []
    let tried = 0
    for (const seed of seeds) {
      const { random, asks, items, bags } = randomCase(seed)
      const [ask] = asks
      const item = random.pick(items)
      const bag = bags.get(item.key) ?? new Map()
      const concept = `#t${random.below(topics)}c${random.below(4)}`
      if (!ask || bag.has(concept)) continue
      const asked = randomBag(random)
      asked.set(concept, 1)
      const asking = [{ ...ask, features: model.encode(asked) }]
      const richer = items.map((one) =>
        one === item ? { ...one, features: model.encode(new Map([...bag, [concept, 1]])) } : one,
      )
      for (const organisation of new Set(item.organisations)) {
        const [before, after] = [scoreOf(asking, items, organisation), scoreOf(asking, richer, organisation)]
        tried++
        if (after < before - 1e-9) worse.push(`seed ${seed}: ${before} ${after}`)
      }
    }
    expect(worse, `of ${tried}`).toEqual([])
  })
})

test('a concept of the question adds to the words that are shared, whatever the description makes of it', () => {
  const random = generator(7)
  const plain = ({ terms, weights }: Features): Features => ({ terms, weights, meaning: null })
  for (let n = 0; n < cases; n++) {
    const [asked, bag] = [randomBag(random), randomBag(random)]
    const concept = [...asked.keys()].find((term) => isConcept(term) && !bag.has(term))
    if (!concept) continue
    const asks: Ask[] = [{ key: 'a', side: 'need', features: plain(model.encode(asked)) }]
    const item: Item = { key: 'i', side: 'offer', features: plain(model.encode(bag)), organisations: ['o'] }
    const richer = { ...item, features: plain(model.encode(new Map([...bag, [concept, 1]]))) }
    expect(scoreOf(asks, [richer], 'o')).toBeGreaterThan(scoreOf(asks, [item], 'o'))
  }
})

test('one answer that says just what was asked goes before ten that share a common word', () => {
  const random = generator(11)
  for (let n = 0; n < 50; n++) {
    const topic = random.below(topics)
    const asked = randomBag(random, topic)
    asked.set(`t${topic}w0`, 1).set('common0', 1)
    const asks: Ask[] = [{ key: 'a', side: 'need', features: model.encode(asked) }]
    const vague = Array.from({ length: 10 }, (_, at): Item => {
      const bag = randomBag(random, (topic + 1 + random.below(topics - 1)) % topics).set('common0', 1)
      return { key: `vague${at}`, side: 'offer', features: model.encode(bag), organisations: ['vague'] }
    })
    const precise: Item = { key: 'p', side: 'offer', features: model.encode(asked), organisations: ['precise'] }
    expect(rank(asks, [...vague, precise])[0]?.organisation).toBe('precise')
  }
})

test('of equals the first by id goes first, and without asks or items there is nobody', () => {
  const features = model.encode(randomBag(generator(3)))
  const asks: Ask[] = [{ key: 'a', side: 'field', features }]
  const item = (key: string, organisation: string): Item => ({
    key,
    side: 'field',
    features,
    organisations: [organisation],
  })
  expect(rank(asks, [item('1', 'b'), item('2', 'a')]).map(({ organisation }) => organisation)).toEqual(['a', 'b'])
  expect(rank([], [item('1', 'b')])).toEqual([])
  expect(rank(asks, [])).toEqual([])
})
