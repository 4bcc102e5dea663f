import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'
import { breather } from '../breather.ts'
import type { Language } from '../lexicon/lexicon.ts'
import type { LiveLexicon } from '../lexicon/live.ts'
import { bagOf, onlyCounts, type Passage } from './bag.ts'
import { analyse, type Shared, sharedBy } from './explain.ts'
import { reasonsAmong } from './judge.ts'
import type { Features } from './model.ts'
import {
  type OpportunityKey,
  type OpportunityPart,
  type OpportunityText,
  opportunityTexts,
} from './opportunity-texts.ts'
import { type Ask, type Item, type Pair, rank } from './rank.ts'
import { asksOf, currentModel, type NumberedModel } from './store.ts'
import { type ItemText, textsByKey } from './texts.ts'
import { leastAnswer, leastShare, likeness, type Side } from './weights.ts'

/** Who or what asks for programmes, calls and instruments. */
export interface OpportunityQuestion {
  /** The organisation that asks, by its id; or null. */
  organisation: string | null
  /** What somebody wants to do, in words; or null. */
  text: Passage[] | null
  /** The day it is, YYYY-MM-DD. */
  today: string
}

/** Why an opportunity belongs to who asks: a piece of text of each, and what they share; null when only the descriptions are alike. */
export interface OpportunityReason {
  side: Side
  /** null when it is the text that was typed. */
  ask: ItemText | null
  part: OpportunityPart
  shared: Shared | null
}

export interface RankedOpportunity {
  key: OpportunityKey
  /** Higher is better; comparable within one answer only. */
  score: number
  pairs: Pair[]
}

/** What one wants to do may be a need, an offer and a field in one: it asks as each of them. */
const textKeys: Record<Side, string> = { need: 'text-need', offer: 'text-offer', field: 'text-field' }

/**
 * Matches programmes, initiatives, calls and instruments as organisations are matched. They are hundreds, not tens of thousands, so
 * that all of them are compared and no search server is needed; the first index has to be there, since the words are weighed by it.
 */
export class Opportunities {
  readonly #db: Kysely<Database>
  readonly #lexicon: LiveLexicon
  /** Each text as it was last read: reading it again takes longer than comparing it. */
  #read = { model: 0, texts: new Map<string, { said: string; features: Features }>() }

  constructor(db: Kysely<Database>, lexicon: LiveLexicon) {
    this.#db = db
    this.#lexicon = lexicon
  }

  /** All that is worth a look, the best first; null when there is nothing to weigh words by yet. */
  async ranked(question: OpportunityQuestion): Promise<RankedOpportunity[] | null> {
    const current = await currentModel(this.#db)
    if (!current) return null
    const asks = await this.#asks(current, question)
    const texts = await opportunityTexts(this.#db, question.today)
    const ranked = rank(asks, await this.#items(current, texts))
    this.#forget(texts)
    return ranked
      .filter(({ score }) => score >= (ranked[0]?.score ?? 0) * leastShare)
      .map(({ organisation, score, pairs }) => ({ key: organisation as OpportunityKey, score, pairs: pairs() }))
      .filter(({ pairs }) => pairs.some(({ value }) => value >= leastAnswer))
  }

  /** Why some that were ranked belong to who asks, by their keys. */
  async reasons(
    question: OpportunityQuestion,
    ranked: RankedOpportunity[],
    language: Language,
  ): Promise<Map<OpportunityKey, OpportunityReason[]>> {
    const current = await currentModel(this.#db)
    if (!current) return new Map()
    const telling = ranked.map(({ key, pairs }) => ({ key, pairs: reasonsAmong(pairs) }))
    const keys = telling.flatMap(({ pairs }) => pairs.map(({ ask }) => ask))
    const [own, texts] = await Promise.all([
      textsByKey(this.#db, keys),
      opportunityTexts(this.#db, question.today).then((all) => new Map(all.map((text) => [text.key, text]))),
    ])
    const reasonOf = ({ ask, item, side }: Pair): OpportunityReason[] => {
      const asking = own.get(ask) ?? null
      const other = texts.get(item)
      const passages = asking?.passages ?? (ask === textKeys[side] ? question.text : null)
      if (!other || !passages) return []
      return [
        { side, ask: asking, part: other.part, shared: this.#shared(current, language, passages, other.passages) },
      ]
    }
    return new Map(telling.map(({ key, pairs }) => [key, pairs.flatMap(reasonOf)]))
  }

  /**
   * For each of some opportunities which of others resembles it most, with what they share.
   * @returns nothing for one that shares nothing telling with any of the others
   */
  async alike(
    question: Pick<OpportunityQuestion, 'today'>,
    keys: OpportunityKey[],
    others: OpportunityKey[],
    language: Language,
  ): Promise<Map<OpportunityKey, { key: OpportunityKey; terms: Shared['terms'] }>> {
    const found = new Map<OpportunityKey, { key: OpportunityKey; terms: Shared['terms'] }>()
    const current = await currentModel(this.#db)
    if (!current || keys.length === 0 || others.length === 0) return found
    const texts = await opportunityTexts(this.#db, question.today)
    const about = new Map(texts.filter(({ part }) => part === 'about').map((text) => [text.opportunity, text]))
    const all = await this.#items(current, texts)
    const items = all.filter(({ organisations: [one] }) => others.includes(one as OpportunityKey))
    for (const key of keys) {
      const own = about.get(key)
      const ask = own && all.find((item) => item.key === own.key)
      if (!own || !ask) continue
      for (const { organisation } of rank([{ ...ask, side: 'field' }], items).slice(0, likeness.compared)) {
        const other = about.get(organisation as OpportunityKey)
        const shared = other && this.#shared(current, language, own.passages, other.passages)
        // A word as such is no subject, and what everything here is about is none to tell apart by.
        const terms = shared?.terms.filter((term) => this.#rare(current, term[language], language)) ?? []
        if (!other || terms.length === 0) continue
        found.set(key, { key: other.opportunity, terms })
        break
      }
    }
    return found
  }

  /**
   * In the reader's language where both texts are in it. What only their translations share counts when it is a concept: that two
   * English words are the same would tell a Dutch reader nothing.
   */
  #shared({ model }: NumberedModel, language: Language, ask: Passage[], item: Passage[]): Shared | null {
    const shared = (asks: Passage[], items: Passage[]) => {
      const found = sharedBy(
        this.#lexicon.now,
        model,
        language,
        analyse(this.#lexicon.now, asks),
        analyse(this.#lexicon.now, items),
      )
      return found?.terms.every((term) => onlyCounts(term[language].toLowerCase())) ? null : found
    }
    const inOwn = (passages: Passage[]) => passages.filter((one) => one.language === language)
    const [own, other] = [inOwn(ask), inOwn(item)]
    if (own.length === 0 || other.length === 0) return shared(ask, item)
    const translated = () => {
      const found = shared(ask, item)
      return found?.terms.some((term) => this.#lexicon.now.find(term.nl, 'nl').length > 0) ? found : null
    }
    return shared(own, other) ?? translated()
  }

  #rare({ model }: NumberedModel, term: string, language: Language): boolean {
    const [named] = this.#lexicon.now.find(term, language)
    return named !== undefined && model.rarityOf(`#${named.concept.id}`) >= likeness.rarity * Math.log(model.size + 2)
  }

  async #asks({ id, model }: NumberedModel, { organisation, text }: OpportunityQuestion): Promise<Ask[]> {
    const asks = organisation ? await asksOf(this.#db, id, organisation) : []
    if (!text) return asks
    const features = model.encode(bagOf(this.#lexicon.now, text))
    const typed = (Object.keys(textKeys) as Side[]).map((side) => ({ key: textKeys[side], side, features }))
    return [...asks, ...typed]
  }

  async #items({ id, model }: NumberedModel, texts: OpportunityText[]): Promise<Item[]> {
    if (id !== this.#read.model) this.#read = { model: id, texts: new Map() }
    const before = this.#read.texts
    const breathe = breather()
    const items: Item[] = []
    for (const { key, opportunity, side, passages } of texts) {
      const said = JSON.stringify(passages)
      let known = before.get(key)
      if (known?.said !== said) {
        known = { said, features: model.encode(bagOf(this.#lexicon.now, passages)) }
        before.set(key, known)
        await breathe()
      }
      items.push({ key, side, features: known.features, organisations: [opportunity] })
    }
    return items
  }

  /** What is no longer there need not be kept. */
  #forget(texts: OpportunityText[]): void {
    const there = new Set(texts.map(({ key }) => key))
    for (const key of this.#read.texts.keys()) if (!there.has(key)) this.#read.texts.delete(key)
  }
}
