import type { Kysely } from 'kysely'
import { expect, test } from 'vitest'
import { findCall } from '#app/domain/call/queries.server.ts'
import { findUndertakingRow } from '#app/domain/undertaking/detail.server.ts'
import { type Sought, soughtByCall, soughtByUndertaking } from '#app/domain/undertaking/sought.server.ts'
import type { Database } from '#db/schema.ts'
import { matchByRegion } from '#search/matching/by-region.ts'
import type { MatchAnswer } from '#search/matching/question.ts'
import { leastShare } from '#search/matching/weights.ts'
import { now, testDatabase } from '../support/database.ts'
import { addEvidence } from '../support/evidence.ts'
import { addOrganisations, asking, type MadeUp } from '../support/matching.ts'
import { testSearch } from '../support/search.ts'

const at = '2026-11-20T09:00:00.000Z'
const today = now.toISOString().slice(0, 10)

/** A programme about eels and pumps; whom it looks for is said per test. */
async function addProgramme(db: Kysely<Database>): Promise<void> {
  await db
    .insertInto('undertaking')
    .values({
      id: 'palingvrij',
      kind: 'programme',
      slug: 'palingvrij',
      name_nl: 'Palingen door het gemaal',
      name_en: 'Eels through the pumping station',
      summary_nl: 'Een programma dat zorgt dat palingen heel door een vijzelpomp in een poldergemaal komen.',
      summary_en: 'A programme that sees to it that eels pass a screw pump in a polder unharmed.',
      in_matrix: 1,
      is_example: 1,
      reviewed_on: '2026-11-20',
      published_at: at,
      created_at: at,
      updated_at: at,
    })
    .execute()
  await db.insertInto('undertaking_theme').values({ undertaking_id: 'palingvrij', theme_id: 'water' }).execute()
}

type Role = { id: string; title: string; closes_on?: string; filled_at?: string }

async function addRole(db: Kysely<Database>, { id, title, closes_on, filled_at }: Role): Promise<void> {
  await db
    .insertInto('open_role')
    .values({ id, undertaking_id: 'palingvrij', title_nl: title, title_en: title, closes_on, filled_at })
    .execute()
}

async function programme(organisations: MadeUp[], roles: Role[] = []) {
  const db = await testDatabase()
  await addProgramme(db)
  for (const role of roles) await addRole(db, role)
  await addOrganisations(db, organisations)
  const search = testSearch(db)
  await search.sync.catchUp()
  const romRows = await db.selectFrom('rom').select('id').orderBy('position').execute()
  const roms = romRows.map(({ id }) => id)
  const sought = async (): Promise<Sought> => {
    const row = await findUndertakingRow(db, 'programme', 'palingvrij')
    if (!row) throw new Error('There is no programme')
    return soughtByUndertaking(db, row, today)
  }
  const ask = async (limit = 3): Promise<Map<string, MatchAnswer>> => {
    const { needs, themes, present } = await sought()
    const exclude = present.map(({ id }) => id)
    const question = asking({ needs, about: themes, exclude, withPartners: true, withFeedback: false, limit })
    const answers = await matchByRegion(search.matcher, question, roms)
    if (!answers) throw new Error('There is no answer')
    return answers
  }
  const ids = async (limit?: number) =>
    new Map([...(await ask(limit))].map(([rom, { matches }]) => [rom, matches.map((one) => one.organisation.id)]))
  return { db, roms, sought, ask, ids, ...search }
}

/** Many in a large region who all fit better than the one in a small region. */
const many = Array.from({ length: 50 }, (_, n): MadeUp => {
  return {
    id: `groot-${n}`,
    rom: 'iq',
    offers: [{ nl: `Vijzelpomp ${n} laat palingen heel door een poldergemaal.` }],
  }
})
const small: MadeUp = { id: 'klein', rom: 'impuls', offers: [{ nl: 'Wij reviseren een vijzelpomp in een gemaal.' }] }

test('who fits in a small region is there, though a large one has fifty who fit better', async () => {
  const { ids, ask, roms, matcher, sought } = await programme([...many, small])
  const found = await ids()
  expect([...found.keys()]).toEqual(roms)
  expect(found.get('impuls')).toContain('klein')
  expect(found.get('iq')).toHaveLength(3)
  expect(found.get('iq')?.every((id) => id.startsWith('groot-'))).toBe(true)
  const answers = await ask()
  expect(answers.get('iq')?.total).toBeGreaterThanOrEqual(50)

  // Asked for the whole country, it is not among the first.
  const { needs } = await sought()
  const whole = await matcher.match(asking({ needs, limit: 27 }))
  expect(whole?.matches.map(({ organisation }) => organisation.id)).not.toContain('klein')

  // What is far behind the best of all is not shown as the best of its region.
  const scores = [...answers.values()].flatMap(({ matches }) => matches.map(({ score }) => score))
  expect(Math.min(...scores)).toBeGreaterThanOrEqual(Math.max(...scores) * leastShare)
  for (const [rom, { matches }] of answers) {
    for (const { organisation } of matches) expect(organisation.seat_rom_id).toBe(rom)
  }
})

test('each open role asks for itself; one that is filled or closed asks for nobody', async () => {
  const makers: MadeUp[] = [
    { id: 'teller', rom: 'liof', offers: [{ nl: 'Een otterradar die otters telt onder bruggen.' }] },
    { id: 'bakker', rom: 'bom', offers: [{ nl: 'Roggebroodovens voor bakkerijen.' }] },
    { id: 'smid', rom: 'nom', offers: [{ nl: 'Gesmede hoefijzers voor trekpaarden.' }] },
    { id: 'pomp', rom: 'oostnl', offers: [{ nl: 'Een vijzelpomp voor palingen in een poldergemaal.' }] },
  ]
  const { ids, ask, sought, db } = await programme(makers, [
    { id: 'r1', title: 'Gezocht: een otterradar die otters telt' },
    { id: 'r2', title: 'Gezocht: roggebroodovens', filled_at: at },
    { id: 'r3', title: 'Gezocht: gesmede hoefijzers voor trekpaarden', closes_on: '2026-11-20' },
    { id: 'r4', title: 'Gezocht: iets anders', closes_on: today },
  ])
  const { needs } = await sought()
  expect(needs).toHaveLength(3)
  expect(JSON.stringify(needs)).not.toMatch(/hoefijzers|roggebrood/)
  const found = await ids()
  expect(found.get('liof')?.[0]).toBe('teller')
  expect(found.get('oostnl')?.[0]).toBe('pomp')
  const teller = async () =>
    (await ask()).get('liof')?.matches.find(({ organisation }) => organisation.id === 'teller')
  const before = await teller()
  expect(JSON.stringify(before?.reasons[0]?.shared?.ask.segments)).toContain('otterradar')

  await db.updateTable('open_role').set({ filled_at: at }).where('id', '=', 'r1').execute()
  const after = await teller()
  expect(JSON.stringify(after ?? null)).not.toContain('otterradar die otters')
  expect(after?.score ?? 0).toBeLessThan((before?.score ?? 0) / 2)
})

test('who is in it already is not looked for: partners, and those of its projects', async () => {
  const { db, ids, sought } = await programme([
    ...['partner', 'deelnemer', 'buiten'].map((id): MadeUp => {
      return { id, rom: 'liof', offers: [{ nl: 'Een vijzelpomp voor palingen in een poldergemaal.' }] }
    }),
  ])
  expect([...((await ids()).get('liof') ?? [])].sort()).toEqual(['buiten', 'deelnemer', 'partner'])
  await db
    .insertInto('undertaking_partner')
    .values({
      id: 'p1',
      undertaking_id: 'palingvrij',
      organisation_id: 'partner',
      name_nl: 'Partner',
      name_en: 'Partner',
      kind: 'company',
    })
    .execute()
  await addEvidence(db, 'aal', {
    title: 'Eels',
    undertaking_id: 'palingvrij',
    organisations: { deelnemer: 'participant' },
  })
  expect((await sought()).present.map(({ id }) => id)).toEqual(['deelnemer', 'partner'])
  expect((await ids(50)).get('liof')).toContain('buiten')
  for (const id of ['partner', 'deelnemer']) expect((await ids(50)).get('liof')).not.toContain(id)

  // Of a call of that programme it holds too; and what is hidden tells nothing of who is in it.
  const call = await db.selectFrom('call').select(['id', 'slug']).orderBy('slug').executeTakeFirstOrThrow()
  await db.updateTable('call').set({ undertaking_id: 'palingvrij' }).where('id', '=', call.id).execute()
  const asked = async () => {
    const row = await findCall(db, call.slug, today)
    if (!row) throw new Error('There is no call')
    return soughtByCall(db, row)
  }
  expect((await asked()).present.map(({ id }) => id)).toEqual(['deelnemer', 'partner'])
  await db.updateTable('undertaking').set({ withdrawn_at: at }).where('id', '=', 'palingvrij').execute()
  expect((await asked()).present).toEqual([])
  expect((await asked()).needs).toHaveLength(1)
})

test('what is hidden, expired or withdrawn is not there, from that moment on', async () => {
  const makers = ['verborgen', 'verlopen', 'weg'].map((id): MadeUp => {
    return { id, rom: 'horizon', offers: [{ nl: `De ${id}kwakkelende vijzelpomp voor palingen.` }] }
  })
  const { db, ids, ask } = await programme(makers)
  expect((await ids(50)).get('horizon')).toEqual(expect.arrayContaining(['verborgen', 'verlopen', 'weg']))
  await db.updateTable('listing').set({ visibility: 'roms' }).where('organisation_id', '=', 'verborgen').execute()
  await db
    .updateTable('listing')
    .set({ expires_on: '2020-01-01' })
    .where('organisation_id', '=', 'verlopen')
    .execute()
  await db.updateTable('organisation').set({ withdrawn_at: at }).where('id', '=', 'weg').execute()
  for (const id of ['verborgen', 'verlopen', 'weg']) expect((await ids(50)).get('horizon')).not.toContain(id)
  expect(JSON.stringify([...(await ask(50)).values()])).not.toContain('kwakkelende')
})

test('themes of the programme raise who has one and keep nobody out', async () => {
  const offers = [{ nl: 'Een vijzelpomp voor palingen in een poldergemaal.' }]
  const { ids, ask } = await programme([
    { id: 'a-zonder', rom: 'bom', offers },
    { id: 'b-ander', rom: 'bom', themes: ['food'], offers },
    { id: 'c-water', rom: 'bom', themes: ['water'], offers },
  ])
  expect((await ids()).get('bom')).toEqual(['c-water', 'a-zonder', 'b-ander'])
  const [first] = (await ask()).get('bom')?.matches ?? []
  expect(first?.criteria).toContainEqual({
    criterion: 'themes',
    verdict: 'match',
    themes: ['water'],
    wanted: ['water'],
  })
})

test('in whatever order things were written down, the answer is the same; asked again it costs no question', async () => {
  const makers = [...many.slice(0, 6), small]
  const roles = [
    { id: 'r1', title: 'Gezocht: reviseren van pompen op locatie' },
    { id: 'r2', title: 'Gezocht: een poldergemaal' },
  ]
  const one = await programme(makers, roles)
  const other = await programme([...makers].reverse(), [...roles].reverse())
  const scored = (answers: Map<string, MatchAnswer>) =>
    [...answers].map(([rom, { total, matches }]) => [
      rom,
      total,
      matches.map(({ organisation, score }) => [organisation.id, score.toFixed(6)]),
    ])
  expect(scored(await one.ask())).toEqual(scored(await other.ask()))

  const first = await one.ask()
  one.matcher.connect({ url: 'http://127.0.0.1:9', key: 'x' })
  expect(await one.ask()).toEqual(first)
  await addRole(one.db, { id: 'r3', title: 'Gezocht: nog iets' })
  await expect(one.ask()).rejects.toThrow('There is no answer')
})
