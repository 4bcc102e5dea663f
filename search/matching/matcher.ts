import type { Kysely } from 'kysely'
import { BoundedMap } from '#db/bounded-map.ts'
import type { Database } from '#db/schema.ts'
import { languageOf } from '../language/language-of.ts'
import { wordsOf } from '../language/words.ts'
import type { Concept } from '../lexicon/lexicon.ts'
import type { LiveLexicon } from '../lexicon/live.ts'
import type { SearchAddress } from '../meilisearch.ts'
import { Turns } from '../turns.ts'
import { type Advice, advise, isVague, nearestNeeds, wantedConcepts } from './advice.ts'
import { bagOf, conceptsIn, type Passage } from './bag.ts'
import { type Analysed, analyse, sharedBy } from './explain.ts'
import { type Judged, judgedOf, reasonsAmong } from './judge.ts'
import { matchUid } from './match-index.ts'
import { Opportunities } from './opportunities.ts'
import { profileOf } from './profile.ts'
import type { Cited, Match, MatchAnswer, MatchQuestion, Need, Reason } from './question.ts'
import { type Ask, type Item, type Pair, rank } from './rank.ts'
import { type Narrowing, retrieve } from './retrieve.ts'
import { asksOf, currentModel, itemsByKey, type NumberedModel, stateOf, termsOf } from './store.ts'
import { type ItemText, textsByKey } from './texts.ts'
import { advising, leastShare } from './weights.ts'

/** An organisation's question, of which the matcher itself says how much of the answer it looks at. */
type Asking = Omit<MatchQuestion, 'limit' | 'offset'> & { organisation: string }

/** What is asked in words, by the keys that stand for it among pieces of text. */
function needsOf({ text, needs = [] }: MatchQuestion): Map<string, Need> {
  return new Map([...(text ? [text] : []), ...needs].map((need, at) => [`text:${at}`, need]))
}

/** Of each kind; with the longest texts that may be sent, some 40 MB together. */
const mostKnown = 200
const atOnce = 4
/** Whoever comes when these wait already would wait some seconds. */
const mostWaiting = 60

/** Finds and explains matches. It is down until it is connected. */
export class Matcher {
  /** The same for programmes, calls and instruments; for those no search server is needed. */
  readonly opportunities: Opportunities
  readonly #db: Kysely<Database>
  readonly #lexicon: LiveLexicon
  readonly #uid: string
  #address: SearchAddress | null = null
  /** More at once would make each wait longer than the search server may take. */
  readonly #turns = new Turns(atOnce, mostWaiting)
  readonly #known = new BoundedMap<string, Judged[]>(mostKnown)
  readonly #answers = new BoundedMap<string, MatchAnswer>(mostKnown)
  /** By the answer that it is about: it goes when that does. */
  readonly #advice = new WeakMap<MatchAnswer, Advice[]>()
  #state = ''

  constructor(db: Kysely<Database>, lexicon: LiveLexicon, uid = 'schakel') {
    this.#db = db
    this.#lexicon = lexicon
    this.#uid = matchUid(uid)
    this.opportunities = new Opportunities(db, lexicon)
  }

  connect(address: SearchAddress): void {
    this.#address = address
  }

  /** What is asked for in words of which nobody said in what language they are. */
  needIn(text: string): Need {
    return { passages: [{ text, language: languageOf(text) }], added: [], removed: [] }
  }

  /** The concepts that a text names, each once, in the order in which it does. */
  understood(passages: Passage[]): Concept[] {
    const found = passages.flatMap(({ title, text, language }) =>
      conceptsIn(this.#lexicon.now, wordsOf([title, text].filter(Boolean).join('. ')), language),
    )
    return [...new Set(found.map(({ concept }) => concept))]
  }

  /** null when the search server does not answer or has not learned yet, and when too many ask. */
  async match(question: MatchQuestion): Promise<MatchAnswer | null> {
    const found = await this.#found(question)
    if (!found) return null
    const { current, ranked } = found
    const key = JSON.stringify(question)
    const known = this.#answers.get(key)
    if (known) return known
    const state = this.#state
    const page = ranked.slice(question.offset, question.offset + question.limit)
    const answer = { total: ranked.length, matches: await this.#explained(current, question, page) }
    if (state === this.#state) this.#answers.set(key, answer)
    return answer
  }

  /** The organisations that answer best, by their ids, without a word of explanation; null as for `match`. */
  async ranking(question: MatchQuestion): Promise<string[] | null> {
    const found = await this.#found(question)
    return found ? found.ranked.slice(0, question.limit).map(({ candidate }) => candidate.id) : null
  }

  /**
   * What would make an organisation better found, see `advise`.
   * @param question the one that its matches answer
   * @param today YYYY-MM-DD
   * @returns null as for `match`, and for an organisation that is not public
   */
  async advice(question: Asking, today: string): Promise<Advice[] | null> {
    const answer = await this.match({ ...question, limit: advising.matches, offset: 0 })
    const [current, profile] = await Promise.all([currentModel(this.#db), profileOf(this.#db, question.organisation)])
    if (!answer || !current || !profile) return null
    const known = this.#advice.get(answer)
    if (known) return known
    const { id, model } = current
    const [asks, own] = await Promise.all([
      asksOf(this.#db, id, question.organisation),
      termsOf(this.#db, id, question.organisation),
    ])
    const roms = await this.#roms({ roms: null, leaveOut: profile.romId ? [profile.romId] : [] })
    const needs = await this.#near(current, asks, { roms, kinds: null, side: 'need', most: advising.read })
    if (!needs) return null
    const others = needs.filter(({ organisations }) => !organisations.includes(question.organisation))
    const texts = await textsByKey(this.#db, nearestNeeds(asks, others))
    const near = new Map([...texts].map(([key, { passages }]) => [key, passages]))
    const vague = profile.texts.filter(({ passages }) => isVague(this.#lexicon.now, model, passages))
    const facts = {
      vague: new Set(vague.map(({ key }) => key)),
      wanted: wantedConcepts(this.#lexicon.now, model, own, others, near),
      matches: answer.matches,
    }
    const advice = advise(profile, facts, today)
    this.#advice.set(answer, advice)
    return advice
  }

  /** What was found is kept until anything changes: the next page of it, or the same question of somebody else, costs nothing. */
  async #found(question: MatchQuestion): Promise<{ current: NumberedModel; ranked: Judged[] } | null> {
    const current = await currentModel(this.#db)
    if (!current || !this.#address) return null
    const state = await stateOf(this.#db, current.id)
    if (state !== this.#state) {
      this.#known.clear()
      this.#answers.clear()
    }
    this.#state = state
    const { limit: _limit, offset: _offset, language: _language, ...asked } = question
    const key = JSON.stringify(asked)
    const known = this.#known.get(key)
    if (known) return { current, ranked: known }
    const asks = await this.#asks(current, question)
    const roms = await this.#roms(question)
    const narrowing = { roms, kinds: question.kinds.length > 0 ? question.kinds : null }
    const items = await this.#near(current, asks, narrowing)
    if (!items) return null
    const judged = await judgedOf(this.#db, question, roms, rank(asks, items))
    const ranked = judged.filter(({ score }) => score >= (judged[0]?.score ?? 0) * leastShare)
    // Something may have changed since: then this is still an answer, but not one to keep.
    if (state !== this.#state) return { current, ranked }
    this.#known.set(key, ranked)
    return { current, ranked }
  }

  /** The pieces of text that may answer best; null when the search server does not answer, and when too many ask. */
  async #near({ id, model }: NumberedModel, asks: Ask[], narrowing: Narrowing): Promise<Item[] | null> {
    const address = this.#address
    if (!address) return null
    const read = (keys: string[]) => itemsByKey(this.#db, id, keys)
    return this.#turns.take(() => retrieve(address, this.#uid, model, asks, narrowing, read))
  }

  async #asks({ id, model }: NumberedModel, question: MatchQuestion): Promise<Ask[]> {
    const asks = question.organisation ? await asksOf(this.#db, id, question.organisation) : []
    const inWords = [...needsOf(question)].map(([key, need]): Ask => {
      const bag = bagOf(this.#lexicon.now, need.passages)
      for (const removed of need.removed) bag.delete(`#${removed}`)
      for (const added of need.added) bag.set(`#${added}`, Math.max(2, bag.get(`#${added}`) ?? 0))
      return { key, side: 'need', features: model.encode(bag) }
    })
    return [...asks, ...inWords]
  }

  /** The regions that are left, or null when all are and those that nobody knows. */
  async #roms({ roms, leaveOut }: Pick<MatchQuestion, 'roms' | 'leaveOut'>): Promise<string[] | null> {
    if (!roms && leaveOut.length === 0) return null
    const all = roms ?? (await this.#db.selectFrom('rom').select('id').execute()).map(({ id }) => id)
    return all.filter((id) => !leaveOut.includes(id))
  }

  async #explained({ model }: NumberedModel, question: MatchQuestion, page: Judged[]): Promise<Match[]> {
    const telling = page.map(({ pairs }) => reasonsAmong(pairs))
    const keys = telling.flat().flatMap(({ ask, item }) => [ask, item])
    const texts = await textsByKey(this.#db, keys)
    const needs = needsOf(question)
    const analysed = new Map<string, Analysed>()
    const analysis = (key: string, passages: Passage[]) => {
      const known = analysed.get(key) ?? analyse(this.#lexicon.now, passages)
      analysed.set(key, known)
      return known
    }
    const reasonOf = ({ ask, item, side }: Pair): Reason[] => {
      const own = texts.get(ask) ?? null
      const other = texts.get(item)
      const asked = own?.passages ?? needs.get(ask)?.passages
      if (!other || !asked) return []
      const shared = sharedBy(
        this.#lexicon.now,
        model,
        question.language,
        analysis(ask, asked),
        analysis(item, other.passages),
      )
      return [{ side, ask: own && cited(own), item: cited(other), shared }]
    }
    return page.map(({ candidate, score, criteria, feedback }, at) => ({
      organisation: candidate,
      score,
      reasons: (telling[at] ?? []).flatMap(reasonOf),
      criteria,
      feedback,
    }))
  }
}

function cited({ key, type, project, terms }: ItemText): Cited {
  return { key, type, project, terms }
}
