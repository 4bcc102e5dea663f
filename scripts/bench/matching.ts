import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'
import { ask } from '#search/ask.ts'
import { matchUid } from '#search/matching/match-index.ts'
import type { Matcher } from '#search/matching/matcher.ts'
import type { MatchQuestion } from '#search/matching/question.ts'
import { tagQuestion } from '#search/matching/retrieve.ts'
import { asksOf, currentModel } from '#search/matching/store.ts'
import type { SearchAddress } from '#search/meilisearch.ts'
import { type Compared, compared, crowds, measured, round, timed, timesOf } from './times.ts'

/** The most that twenty explained matches may take of what the bare question takes, and when they are known already, in ms. */
export const matchRatio = 3
export const knownLimit = 5

interface Asker {
  id: string
  seat_rom_id: string | null
}

const open: Omit<MatchQuestion, 'organisation' | 'leaveOut'> = {
  text: null,
  roms: null,
  kinds: [],
  themes: [],
  exclude: [],
  withPartners: false,
  withFeedback: false,
  language: 'nl',
  limit: 20,
  offset: 0,
}

const questionOf = ({ id, seat_rom_id }: Asker): MatchQuestion => ({
  ...open,
  organisation: id,
  leaveOut: seat_rom_id ? [seat_rom_id] : [],
})

/**
 * Times twenty explained matches for organisations that nobody asked for yet against the bare question by tags that retrieval sends
 * for the same organisation to the same index; and the same again once they are known. Each number of clients gets askers of its own.
 */
export async function measureMatching(db: Kysely<Database>, matcher: Matcher, address: SearchAddress, each: number) {
  const atOnce: Compared[] = []
  const known: number[] = []
  for (const [turn, clients] of crowds.entries()) {
    const askers = await askersOf(db, each, turn)
    const bare = await bareQuestions(db, address, askers)
    const matches = askers.map((asker) => async () => {
      const found = await matcher.match(questionOf(asker))
      if (!found) throw new Error(`nobody answered for ${asker.id}`)
    })
    // In turn, so that whatever else the machine does falls on both.
    const [asked, answered]: number[][] = [[], []]
    for (let at = 0; at < each; at += clients) {
      asked?.push(...(await measured(clients, bare.slice(at, at + clients))))
      answered?.push(...(await measured(clients, matches.slice(at, at + clients))))
    }
    atOnce.push(compared(clients, asked ?? [], answered ?? []))
    if (clients === 1) known.push(...(await measured(1, matches)))
  }
  const times = timesOf(0, known)
  return { atOnce, known: { p50: round(times.p50, 2), p95: round(times.p95, 2) } }
}

/** Some that are spread over all, and never one twice. */
async function askersOf(db: Kysely<Database>, count: number, turn: number): Promise<Asker[]> {
  const all = await db
    .selectFrom('public_organisation as o')
    .select(['o.id', 'o.seat_rom_id'])
    .where('o.id', 'like', 'made-up-%')
    .orderBy('o.id')
    .execute()
  const step = Math.floor(all.length / (count * crowds.length))
  return Array.from({ length: count }, (_, at) => all[(at * crowds.length + turn) * step] as Asker)
}

async function bareQuestions(db: Kysely<Database>, address: SearchAddress, askers: Asker[]) {
  const current = await currentModel(db)
  if (!current) throw new Error('there is no model yet')
  const roms = (await db.selectFrom('rom').select('id').execute()).map(({ id }) => id)
  return Promise.all(
    askers.map(async ({ id, seat_rom_id }) => {
      const asks = await asksOf(db, current.id, id)
      const narrowing = { roms: roms.filter((rom) => rom !== seat_rom_id), kinds: null }
      const sent = tagQuestion(matchUid('schakel'), current.model, asks, narrowing)
      if (!sent) throw new Error(`there is nothing to ask for ${id}`)
      return async () => {
        const { status } = await ask(address, sent.path, sent.body, 30_000)
        if (status !== 200) throw new Error(`the search server answered ${status}`)
      }
    }),
  )
}

/** Precise offers of newcomers, with a need in the other language that only they answer. */
const newcomers = [
  {
    offer: 'Onze sensor meet ammoniak in de stallucht, per kwartier en zonder ijken.',
    need: { language: 'en', text: 'We need a sensor that measures ammonia in barn air and does not drift.' },
  },
  {
    offer: 'We recycle carbon fibre from rotor blades of wind turbines into short fibres.',
    need: { language: 'nl', text: 'Wie kan koolstofvezel terugwinnen uit afgedankte rotorbladen van windturbines?' },
  },
  {
    offer: 'Zoutwaterbatterij voor opslag van zonnestroom bij kassen, zonder lithium.',
    need: { language: 'en', text: 'Looking for a salt water battery to store solar power at greenhouses.' },
  },
  {
    offer: 'A photonic chip that detects antibiotics residues in milk within a minute.',
    need: { language: 'nl', text: 'Gezocht: fotonische chip die resten van antibiotica in melk aantoont.' },
  },
] as const

/**
 * Adds newcomers with one offer, brings the search server up to date, and looks where each is in the answer to the need it answers.
 * @returns the place of each, and how long it took until the first could be matched, in seconds
 */
export async function measureNewcomers(
  db: Kysely<Database>,
  matcher: Matcher,
  waitUntilKnown: () => Promise<void>,
): Promise<{ places: (number | null)[]; seconds: number }> {
  const at = new Date().toISOString()
  for (const [n, { offer, need }] of newcomers.entries()) {
    const id = `newcomer-${n}`
    const own = { created_at: at, updated_at: at }
    await db.transaction().execute(async (trx) => {
      await trx
        .insertInto('organisation')
        .values({
          ...own,
          id,
          slug: id,
          name: id,
          kind: 'startup',
          seat_rom_id: 'nom',
          is_example: 1,
          published_at: at,
        })
        .execute()
      await trx
        .insertInto('listing')
        .values({
          ...own,
          id: `${id}-offer`,
          organisation_id: id,
          side: 'offer',
          text_nl: need.language === 'en' ? offer : null,
          text_en: need.language === 'nl' ? offer : null,
          partner_kinds: '[]',
          visibility: 'public',
          expires_on: '2099-01-01',
        })
        .execute()
    })
  }
  const seconds = (await timed(waitUntilKnown)) / 1000
  const places = await Promise.all(
    newcomers.map(async ({ need }, n) => {
      const passages = [{ text: need.text, language: need.language }]
      const text = { passages, added: [], removed: [] }
      const found = await matcher.match({ ...open, organisation: null, leaveOut: [], text })
      const place = found?.matches.findIndex(({ organisation }) => organisation.id === `newcomer-${n}`) ?? -1
      return place < 0 ? null : place + 1
    }),
  )
  return { places, seconds: round(seconds) }
}
