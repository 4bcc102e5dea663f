import { existsSync, readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { forgetPerson } from '#app/domain/account/forget.server.ts'
import { personalData } from '#app/domain/account/personal-data.server.ts'
import { tidy } from '#app/jobs/tidy.server.ts'
import type { Db } from '#db/client.ts'
import { Browser } from '../support/browser.ts'
import { addPerson } from '../support/people.ts'
import { addQuestion, asker, questionMail, questionScene } from '../support/questions.ts'

const day = 24 * 3_600_000
const words = [
  'Vera Zeldzaam',
  'vera.zeldzaam@',
  'zeldzaam metaal',
  'Zonderling BV',
  'Onder ons gezegd',
  'Beste Vera',
]

/** Which of these words stand anywhere in the files of a database. */
async function foundIn(db: Db, wanted: string[]): Promise<string[]> {
  const { rows } = await sql<{ file: string }>`PRAGMA database_list`.execute(db)
  const file = rows[0]?.file ?? ''
  const bytes = Buffer.concat(
    [file, `${file}-wal`].filter((path) => existsSync(path)).map((path) => readFileSync(path)),
  )
  return wanted.filter((word) => bytes.includes(word))
}

/** A question with an answer and a note, and the link of its asker. */
async function answered(scene: Awaited<ReturnType<typeof questionScene>>) {
  const { portal, as } = scene
  const id = await addQuestion(portal, {
    romId: 'nom',
    themeId: 'energy',
    organisationName: 'Zonderling BV',
    postcode: 9711,
  })
  const developer = await as('developer')
  await developer.post(`/werk/vragen/${id}`, { doe: 'note', stand: '1', note: 'Onder ons gezegd' })
  await developer.post(`/werk/vragen/${id}`, { doe: 'reply', stand: '2', reply: 'Beste Vera, ja.' })
  const [mail] = await questionMail(portal, 'questionReplied')
  return { id, developer, link: String(mail?.params.link) }
}

test('a wrong key opens nothing and tells nothing, whatever it is', async () => {
  const { portal, visitor } = await questionScene()
  await addQuestion(portal, { romId: 'nom' })
  const right = (await questionMail(portal, 'questionAsked'))[0]?.params.link as string
  const wrong = [
    '',
    '?sleutel=',
    '?sleutel=fout',
    `?sleutel=${'x'.repeat(500)}`,
    '?sleutel=%00',
    `?sleutel=${right.slice(-27, -1)}`,
  ]
  for (const query of wrong) {
    const answer = await visitor.get(`/vraag/status${query}`)
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'private, no-store'])
    const text = await answer.text()
    expect(text).toContain('Deze link werkt niet (meer)')
    expect(text).not.toContain('Zeldzaam')
    for (const form of ['doe=write&text=Mijn+tekst', 'doe=forget&sure=ja']) {
      const sent = await visitor.post(`/vraag/status${query}`, new URLSearchParams(form))
      expect(sent.status).toBe(404)
    }
  }
  expect(await visitor.page(right)).toContain('zeldzaam metaal')
  for (const form of [{ doe: 'write', text: ' ' }, { doe: 'forget' }, { doe: 'forget', sure: 'nee' }, {}]) {
    expect((await visitor.post(right, form as Record<string, string>)).status).toBe(400)
  }
  expect(await visitor.page(right)).toContain('zeldzaam metaal')
})

test('the link lives 90 days after the question was closed, and no longer', async () => {
  const scene = await questionScene()
  const { portal, db, pass, visitor } = scene
  const { id, developer, link } = await answered(scene)
  await developer.post(`/werk/vragen/${id}`, { doe: 'close', stand: '3', outcome: 'helped' })
  pass(89 * day)
  await tidy(db, portal.now())
  expect(await visitor.page(link)).toContain('NOM heeft dit afgesloten')
  pass(2 * day)
  expect(await visitor.page(link)).toContain('Deze link werkt niet (meer)')
  expect((await visitor.post(link, { doe: 'write', text: 'Nog iets' })).status).toBe(404)
  await tidy(db, portal.now())
  expect(await db.selectFrom('question_key').selectAll().execute()).toEqual([])
})

test('the asker erases all at once, from the file too; what was done and when stays', async () => {
  const scene = await questionScene()
  const { portal, db, visitor } = scene
  const { id, developer, link } = await answered(scene)
  expect(await foundIn(db, words)).toEqual(words)
  const done = await visitor.post(link, { doe: 'forget', sure: 'ja' })
  expect(done.status).toBe(200)
  expect(await done.text()).toContain('Je gegevens zijn gewist')
  expect(await foundIn(db, words)).toEqual([])
  expect(await visitor.page(link)).toContain('Deze link werkt niet (meer)')
  const row = await db.selectFrom('question').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  expect(row).toMatchObject({
    rom_id: 'nom',
    theme_id: 'energy',
    state: 'closed',
    outcome: 'withdrawn',
    reply_days: 0,
  })
  expect(row).toMatchObject({
    text: null,
    postcode: null,
    organisation_name: null,
    forgotten_at: portal.now().toISOString(),
  })
  const page = await developer.page(`/werk/vragen/${id}`)
  expect(page).toContain('Wie dit vroeg is gewist')
  expect(page).not.toContain('name="reply"')
  expect((await developer.post(`/werk/vragen/${id}`, { doe: 'reply', stand: '9', reply: 'Hallo?' })).status).toBe(400)
  expect(await developer.page('/werk/vragen')).toContain('Gewist')
})

test('a year after it was closed a question is forgotten by itself, and only then', async () => {
  const scene = await questionScene()
  const { portal, db, pass } = scene
  const { id, developer } = await answered(scene)
  const open = await addQuestion(portal, { romId: 'nom', text: 'nog open' })
  await developer.post(`/werk/vragen/${id}`, { doe: 'close', stand: '3', outcome: 'helped' })
  pass(364 * day)
  expect((await tidy(db, portal.now())).questions).toBe(0)
  pass(2 * day)
  expect((await tidy(db, portal.now())).questions).toBe(1)
  expect((await tidy(db, portal.now())).questions).toBe(0)
  expect(await foundIn(db, ['zeldzaam metaal', 'Onder ons gezegd', 'Beste Vera', 'Zonderling BV'])).toEqual([])
  const rows = await db.selectFrom('question').select(['id', 'forgotten_at', 'outcome']).orderBy('asked_at').execute()
  expect(rows.map(({ id, forgotten_at }) => [id, forgotten_at !== null]).sort()).toEqual(
    [
      [id, true],
      [open, false],
    ].sort(),
  )
  expect(rows.find((row) => row.id === id)?.outcome).toBe('helped')
})

test('what was said and done can be added to, and neither changed nor taken away', async () => {
  const { portal, db } = await questionScene()
  await addQuestion(portal, { romId: 'nom' })
  await expect(db.updateTable('question_event').set({ at: 'x' }).execute()).rejects.toThrow('only added to')
  await expect(db.updateTable('question_event').set({ text: 'x' }).execute()).rejects.toThrow('only added to')
  await expect(db.deleteFrom('question_event').execute()).rejects.toThrow('only added to')
  await expect(db.deleteFrom('question').execute()).rejects.toThrow()
})

test('a person with an account takes along and erases what was asked by their own address, and only that', async () => {
  const { portal, db } = await questionScene()
  const mine = await addPerson(portal, { email: asker.email })
  const id = await addQuestion(portal, { romId: 'nom' })
  await addQuestion(portal, {
    romId: 'nom',
    asker: { ...asker, email: 'ander@proef.example' },
    text: 'van een ander',
  })
  const data = await personalData(db, mine.id)
  expect(data.questions).toMatchObject([{ rom: 'NOM', text: 'Wie kent een zeldzaam metaal?', email: asker.email }])
  // Whoever only typed the address has nothing of it.
  await db.updateTable('account').set({ verified_at: null }).where('id', '=', mine.id).execute()
  expect((await personalData(db, mine.id)).questions).toEqual([])
  await forgetPerson(db, mine.id, mine.id, portal.now())
  const texts = () => db.selectFrom('question').select(['id', 'text']).execute()
  expect((await texts()).every(({ text }) => text !== null)).toBe(true)
  const again = await addPerson(portal, { email: asker.email })
  await forgetPerson(db, again.id, again.id, portal.now())
  expect((await texts()).filter(({ text }) => text === null)).toEqual([{ id, text: null }])
})

test('who asks and what is nowhere for anybody without the right: no page, no feed, no export, no API', async () => {
  const { portal, db, as, ids } = await questionScene()
  const person = await addPerson(portal, {
    name: 'Ingrid Wieiswie',
    email: 'ingrid@wieiswie.example',
    role: 'coordinator',
    romId: 'nom',
  })
  const at = portal.now().toISOString()
  const contact = { id: 'c', rom_id: 'nom', theme_id: null, account_id: person.id, deputy_id: ids.developer }
  await db
    .insertInto('contact')
    .values({ ...contact, set_at: at, set_by: 'system' })
    .execute()
  const organisation = await db
    .selectFrom('public_organisation')
    .select(['id', 'slug'])
    .where('seat_rom_id', '=', 'nom')
    .executeTakeFirstOrThrow()
  const id = await addQuestion(portal, {
    romId: 'nom',
    organisationId: organisation.id,
    organisationName: 'Zonderling BV',
  })
  const addresses = [
    ...[
      '/',
      '/roms/nom',
      '/vraag',
      '/vraag/status',
      '/zoeken?q=zeldzaam',
      '/organisaties?q=Zonderling',
      '/partners?q=metaal',
    ],
    ...[
      `/organisaties/${organisation.slug}`,
      '/nieuws.rss',
      '/kalender.ics',
      '/sitemap.xml',
      '/organisaties.csv',
      '/roms.csv',
    ],
    ...[
      '/api/v1/search?q=zeldzaam',
      `/api/v1/organisations/${organisation.slug}`,
      '/api/v1/roms/nom',
      '/api/suggest?q=vera',
    ],
    ...[
      `/werk/vragen/${id}`,
      '/werk/vragen',
      '/werk/logboek',
      `/werk/vragen/${id}.data`,
      '/beheer/mail',
      '/beheer/logboek',
    ],
  ]
  const secrets = ['Vera', 'vera.zeldzaam', 'zeldzaam metaal', 'Zonderling', 'ingrid@', 'dirk@proef']
  for (const browser of [new Browser(portal), await as('secretary'), await as('foreigner')]) {
    for (const address of addresses) {
      const text = await (await browser.get(address)).text()
      for (const secret of secrets) {
        // What one typed into the address oneself is shown again.
        if (decodeURIComponent(address).includes(secret)) continue
        expect(text, `${address}: ${secret}`).not.toContain(secret)
      }
    }
  }
  expect(await new Browser(portal).page('/roms/nom')).toContain('Ingrid Wieiswie')
  // The administrator reads that something changed, and not what was said.
  const log = await (await as('administrator')).page('/beheer/logboek')
  for (const secret of secrets.slice(0, 4)) expect(log).not.toContain(secret)
})
