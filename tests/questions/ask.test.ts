import { expect, test } from 'vitest'
import { Browser } from '../support/browser.ts'
import { linkIn, mailbox } from '../support/mailbox.ts'
import { addQuestion, asker, questionMail, questionScene, typed } from '../support/questions.ts'

test('asked without an account: looked over first, with the ROM of the postcode, the day of the promise and the theme that was understood', async () => {
  const { portal, db, visitor } = await questionScene()
  const form = await visitor.page('/vraag?postcode=9711&thema=energie&tekst=Wie+helpt')
  expect(form).toContain('value="9711"')
  expect(form).toContain('>Wie helpt</textarea>')
  expect(form).toMatch(/value="energie" selected/)

  const looked = await visitor.post('/vraag', typed({ doe: 'check' }))
  expect(looked.status).toBe(200)
  const text = await looked.text()
  for (const shown of [
    'Je vraag gaat naar NOM',
    'Je krijgt uiterlijk 30 november 2026 antwoord',
    asker.email,
    '9711 AB',
  ]) {
    expect(text).toContain(shown)
  }
  expect(text).toMatch(/value="energie" selected/)
  expect(text).toContain('Dit denken we')
  expect(await db.selectFrom('question').selectAll().execute()).toEqual([])

  const back = await (await visitor.post('/vraag', typed({ doe: 'change' }))).text()
  expect(back).toContain('batterijen te testen.</textarea>')
  expect(back).not.toContain('Er klopt iets niet')

  const sent = await visitor.post('/vraag', typed({ thema: 'energie', rom: 'nom' }))
  expect(sent.status).toBe(303)
  const status = await visitor.get(sent.headers.get('location') ?? '')
  expect(status.headers.get('cache-control')).toBe('private, no-store')
  const page = await status.text()
  expect(page).toContain('NOM heeft je bericht. Je krijgt uiterlijk 30 november 2026 antwoord.')
  expect(page).toContain('batterijen te testen')
  const row = await db.selectFrom('question').selectAll().executeTakeFirstOrThrow()
  expect(row).toMatchObject({
    rom_id: 'nom',
    theme_id: 'energy',
    state: 'waiting',
    due_on: '2026-11-30',
    postcode: 9711,
  })
  expect(row).toMatchObject({
    responsible_id: null,
    account_id: null,
    events: 1,
    organisation_name: 'Zeldzaam Metaal BV',
  })
  expect(portal.errors).toEqual([])
})

test('the asker gets a link by mail that opens the question; nothing that was typed goes to the address', async () => {
  const { portal, db, visitor, ids } = await questionScene()
  await visitor.post('/vraag', typed())
  const box = mailbox()
  const sent = await box.deliver(portal)
  const own = sent.find(({ to }) => to.address === asker.email)
  expect(own?.subject).toBe('Je vraag aan NOM is aangekomen')
  expect(own?.text).toContain('uiterlijk 30 november 2026')
  for (const word of ['Vera', 'batterijen', 'Metaal']) expect(own?.text).not.toContain(word)
  expect(await new Browser(portal).page(linkIn(own ?? { text: '' }))).toContain('batterijen te testen')
  // Where nobody is named, all who work there are told, and no one else.
  const staff = sent.filter((mail) => mail !== own)
  const addresses = await db
    .selectFrom('account')
    .select('email')
    .where('id', 'in', [ids.developer, ids.colleague, ids.coordinator])
    .execute()
  expect(staff.map(({ to }) => to.address).sort()).toEqual(addresses.map(({ email }) => email).sort())
  for (const { text, subject } of staff) {
    expect(subject).toBe('Nieuwe vraag voor NOM')
    for (const word of ['Vera', 'batterijen', 'Metaal', asker.email]) expect(text).not.toContain(word)
  }
})

test('what is wrong is said beside the field, and nothing that was typed is lost', async () => {
  const { db, visitor } = await questionScene()
  const wrong: [Record<string, string>, string][] = [
    [{ postcode: 'fout' }, 'Vul een postcode in'],
    [{ postcode: '0123' }, 'Vul een postcode in'],
    [{ postcode: '9999 ZZ', name: '' }, 'Vul een naam in'],
    [{ email: 'geen adres' }, 'Vul een e-mailadres in'],
    [{ text: '   ' }, 'Vul in wat je wilt weten'],
    [{ text: 'x'.repeat(2001) }, 'Dit is te lang'],
    [{ website: 'https://spam.example' }, 'Druk nog een keer op de knop'],
    [{ doe: 'hack' }, 'Dit klopt niet'],
  ]
  for (const [given, says] of wrong) {
    const answer = await visitor.post('/vraag', typed(given))
    expect(answer.status, says).toBe(400)
    const text = await answer.text()
    expect(text).toContain(says)
    expect(text).toContain('Zeldzaam Metaal BV')
    expect(text).not.toContain('spam.example')
  }
  const nowhere = await visitor.post('/vraag', typed({ postcode: '1195' }))
  expect(nowhere.status).toBe(400)
  expect(await nowhere.text()).toContain('Deze postcode kennen we niet')
  expect(await db.selectFrom('question').selectAll().execute()).toEqual([])
  expect(await db.selectFrom('contact_person').selectAll().execute()).toEqual([])
})

test('Gooi en Vechtstreek has two ROMs: it is said, and the asker chooses; a page one came from changes nothing by itself', async () => {
  const { db, visitor } = await questionScene()
  const looked = await (await visitor.post('/vraag', typed({ doe: 'check', postcode: '1211' }))).text()
  expect(looked).toContain('Gooi en Vechtstreek ligt in Noord-Holland, maar hoort bij ROM Utrecht Region')
  expect(looked).toContain('>ROM InWest</option>')
  const came = await (await visitor.post('/vraag', typed({ doe: 'check', rom: 'liof' }))).text()
  expect(came).toContain('Je kwam van de pagina van LIOF')
  const romOf = async (given: Record<string, string>) => {
    await visitor.post('/vraag', typed(given))
    const row = await db
      .selectFrom('question')
      .select('rom_id')
      .where('text', '=', given.text ?? '')
      .executeTakeFirst()
    return row?.rom_id
  }
  expect(await romOf({ postcode: '1211', text: 'een' })).toBe('romutrecht')
  expect(await romOf({ postcode: '1211', rom: 'rom-inwest', text: 'twee' })).toBe('rominwest')
  // Another ROM than the postcode's is asked when one chose so, and what is no ROM is nobody's choice.
  expect(await romOf({ rom: 'liof', text: 'drie' })).toBe('liof')
  expect(await romOf({ rom: 'bestaat-niet', text: 'vier' })).toBe('nom')
})

test('pressed twice at once it is one question; too many from one network, or to one address, are refused with what was typed', async () => {
  const { portal, db, visitor } = await questionScene()
  const twice = await Promise.all([1, 2].map(() => visitor.post('/vraag', typed())))
  expect(twice.map(({ status }) => status)).toEqual([303, 303])
  expect(await db.selectFrom('question').select('id').execute()).toHaveLength(1)
  expect(await questionMail(portal, 'questionAsked')).toHaveLength(1)
  for (const answer of twice) {
    expect(await visitor.page(answer.headers.get('location') ?? '')).toContain('NOM heeft je bericht')
  }
  for (const text of ['twee', 'drie', 'vier'])
    expect((await visitor.post('/vraag', typed({ text }))).status).toBe(303)
  const many = await visitor.post('/vraag', typed({ text: 'nog eens' }))
  expect([many.status, Number(many.headers.get('retry-after')) > 0]).toEqual([429, true])
  const text = await many.text()
  expect(text).toContain('Je tekst staat er nog')
  expect(text).toContain('nog eens</textarea>')
  for (let n = 0; n < 14; n++) await visitor.post('/vraag', typed({ email: `ander${n}@proef.example` }))
  expect((await visitor.post('/vraag', typed({ email: 'weer@proef.example' }))).status).toBe(429)
})

test('a form of another site asks nothing', async () => {
  const { db, visitor } = await questionScene()
  const answer = await visitor.post('/vraag', typed(), { origin: 'https://evil.example' })
  expect(answer.status).toBe(403)
  expect(await db.selectFrom('question').select('id').execute()).toEqual([])
})

test('how long an answer really took is told of the ROM, of all nine, or not at all', async () => {
  const { portal, db, visitor } = await questionScene()
  const looked = async () => (await visitor.post('/vraag', typed({ doe: 'check' }))).text()
  const answered = async (romId: string, days: number[], isExample = false) => {
    for (const reply_days of days) {
      const id = await addQuestion(portal, { romId, text: `${romId} ${Math.random()}`, isExample })
      const replied = { replied_at: portal.now().toISOString(), replied_rom_id: romId, reply_days }
      await db
        .updateTable('question')
        .set({ state: 'answered', ...replied })
        .where('id', '=', id)
        .execute()
    }
  }
  await answered('nom', [1, 1, 2, 9])
  await answered('nom', [0, 0, 0, 0, 0, 0], true)
  expect(await looked()).not.toContain('de helft van de antwoorden')
  await answered('bom', [4])
  expect(await looked()).toContain(
    'Bij de negen ROM’s samen, NOM ook, kwam de helft van de antwoorden het afgelopen jaar binnen 2 werkdagen',
  )
  await answered('nom', [1])
  expect(await looked()).toContain('Bij NOM kwam de helft van de antwoorden het afgelopen jaar binnen 1 werkdag.')
})
