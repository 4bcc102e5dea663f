import { expect, test } from 'vitest'
import { linkIn, mailbox } from '../support/mailbox.ts'
import { addQuestion, asker, questionMail, questionScene, standOf } from '../support/questions.ts'

test('answered: the asker reads it by mail and by the link, and writes back; the ROM owes an answer again', async () => {
  const { portal, db, as, ids, pass, visitor } = await questionScene()
  const id = await addQuestion(portal, { romId: 'nom', themeId: 'energy' })
  const developer = await as('developer')
  expect(await developer.page('/werk')).toContain('1 vraag wacht op antwoord')
  const page = `/werk/vragen/${id}`
  expect(await developer.page('/werk/vragen')).toContain(`href="${page}"`)
  const shown = await developer.page(page)
  for (const text of [
    asker.name,
    asker.email,
    'zeldzaam metaal',
    '30 november 2026',
    'nog niemand',
    '/partners?q=',
  ]) {
    expect(shown).toContain(text)
  }
  pass(2 * 24 * 3_600_000)
  const reply = 'Ja, dat weten wij.\n\nBel <b>ons</b> maar: {{rom}} $t(common.yes)'
  // A session ends sooner than that.
  await developer.signInAs(ids.developer)
  const answer = await developer.post(page, { doe: 'reply', stand: await standOf(portal, id), reply })
  expect([answer.status, answer.headers.get('location')]).toEqual([303, page])
  const row = await db.selectFrom('question').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  expect(row).toMatchObject({
    state: 'answered',
    responsible_id: ids.developer,
    reply_days: 2,
    replied_rom_id: 'nom',
  })

  const mail = (await mailbox().deliver(portal)).find(({ subject }) => subject === 'NOM heeft je vraag beantwoord')
  expect(mail).toMatchObject({ to: { address: asker.email }, replyTo: 'dirk@proef.example' })
  expect(mail?.text).toContain(
    'Dirk Noord van NOM schrijft:\n\nJa, dat weten wij.\n\nBel <b>ons</b> maar: {{rom}} $t(common.yes)',
  )
  expect(mail?.html).toContain('Bel &lt;b&gt;ons&lt;/b&gt;')
  const link = linkIn(mail ?? { text: '' })
  const status = await visitor.page(link)
  for (const text of ['NOM heeft geantwoord', 'Dirk Noord van NOM antwoordde', 'Ja, dat weten wij.']) {
    expect(status).toContain(text)
  }
  expect(status).not.toContain('dirk@proef.example')

  pass(24 * 3_600_000)
  const wrote = await visitor.post(link, { doe: 'write', text: 'Dank, en nu?' })
  expect(wrote.status).toBe(303)
  const again = await db.selectFrom('question').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  await developer.signInAs(ids.developer)
  expect(again).toMatchObject({ state: 'waiting', due_on: '2026-12-03', reply_days: 2, reminders: 0 })
  expect((await questionMail(portal, 'questionWritten')).map(({ to }) => to)).toEqual([ids.developer])
  expect(await developer.page(page)).toContain('Dank, en nu?')
  expect(portal.errors).toEqual([])
})

test('what the team inbox is for goes there, answers too', async () => {
  const { portal, db, as } = await questionScene()
  const at = portal.now().toISOString()
  const inbox = { id: 'i', rom_id: 'nom', address: 'team@nom.example', asked_at: at, asked_by: 'system' }
  await db
    .insertInto('team_inbox')
    .values({ ...inbox, persons_too: 0, key_hash: null, confirmed_at: at })
    .execute()
  const id = await addQuestion(portal, { romId: 'nom' })
  expect((await questionMail(portal, 'questionNew')).map(({ to }) => to)).toEqual(['team@nom.example'])
  const developer = await as('developer')
  await developer.post(`/werk/vragen/${id}`, { doe: 'reply', stand: '1', reply: 'Ja' })
  expect((await questionMail(portal, 'questionReplied'))[0]?.params).toMatchObject({ replyTo: 'team@nom.example' })
})

test('taken, handed to a colleague, noted, linked, referred, told what came of it, and closed: all of it on record', async () => {
  const { portal, db, as, ids, visitor } = await questionScene()
  const id = await addQuestion(portal, { romId: 'nom' })
  const page = `/werk/vragen/${id}`
  const developer = await as('developer')
  const order = async (given: Record<string, string>) => {
    const answer = await developer.post(page, { stand: await standOf(portal, id), ...given })
    expect([given.doe, answer.status]).toEqual([given.doe, 303])
  }
  const company = await db
    .selectFrom('public_organisation')
    .select(['slug', 'name'])
    .where('seat_rom_id', '=', 'nom')
    .orderBy('slug')
    .executeTakeFirstOrThrow()
  await order({ doe: 'take' })
  await order({ doe: 'hand', colleague: ids.colleague })
  expect((await questionMail(portal, 'questionHanded')).map(({ to }) => to)).toEqual([ids.colleague])
  await order({ doe: 'note', note: 'Ken ik van de beurs' })
  expect(await developer.page(`${page}?q=${encodeURIComponent(company.name)}`)).toContain(`value="${company.slug}"`)
  await order({ doe: 'link', organisation: company.slug })
  expect(await developer.page(page)).toContain(`/organisaties/${company.slug}/bewerken/vraag/nieuw?tekst=`)
  await order({ doe: 'refer', to: 'rvo', explanation: 'RVO heeft hier een regeling voor.' })
  await order({ doe: 'report', about: await standOf(portal, id), report: 'Aangevraagd en gekregen' })
  await order({ doe: 'close', outcome: 'referred', remark: 'Alleen voor ons' })

  const shown = await developer.page(page)
  for (const text of [
    ...['Dirk Noord nam dit op zich', 'Dirk Noord gaf dit aan Cas Noord', 'Ken ik van de beurs', company.name],
    ...['Dirk Noord verwees door naar: RVO', 'Aangevraagd en gekregen', 'Alleen voor ons', 'Doorverwezen'],
  ]) {
    expect(shown).toContain(text)
  }
  const key = (await questionMail(portal, 'questionReferred'))[0]?.params.link
  const status = await visitor.page(key)
  expect(status).toContain('NOM verwijst je naar: RVO')
  expect(status).toContain('RVO heeft hier een regeling voor.')
  for (const inner of ['Ken ik van de beurs', 'Alleen voor ons', 'Aangevraagd en gekregen', 'Cas Noord']) {
    expect(status).not.toContain(inner)
  }
  const kinds = await db.selectFrom('question_event').select(['number', 'kind']).orderBy('number').execute()
  expect(kinds.map(({ kind }) => kind)).toEqual([
    ...['asked', 'assigned', 'assigned', 'noted', 'linked', 'referred', 'reported', 'closed'],
  ])
  expect(kinds.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  const log = await db
    .selectFrom('audit_entry')
    .selectAll()
    .where('noun', 'in', ['question', 'question_event'])
    .execute()
  expect(log.length).toBeGreaterThan(8)
  for (const word of ['zeldzaam', 'beurs', 'regeling', 'Alleen voor ons'])
    expect(JSON.stringify(log)).not.toContain(word)
  expect(await (await as('coordinator')).page('/werk/logboek')).toContain('Stap bij een vraag')
  expect(portal.errors).toEqual([])
})

test('an answer that was given by telephone is put on record, and not mailed', async () => {
  const { portal, db, as, visitor } = await questionScene()
  const id = await addQuestion(portal, { romId: 'nom' })
  const developer = await as('developer')
  const given = { doe: 'reply', stand: '1', reply: 'Gebeld: past niet, wel tips gegeven', elsewhere: 'ja' }
  await developer.post(`/werk/vragen/${id}`, given)
  expect(await questionMail(portal, 'questionReplied')).toEqual([])
  expect(await db.selectFrom('question').select('state').executeTakeFirst()).toEqual({ state: 'answered' })
  const status = await visitor.page((await questionMail(portal, 'questionAsked'))[0]?.params.link)
  expect(status).toContain('NOM heeft je gebeld of gemaild')
  expect(status).not.toContain('past niet')
})

test('closed without an answer, the asker is told; writing opens it again', async () => {
  const { portal, db, as, visitor } = await questionScene()
  const id = await addQuestion(portal, { romId: 'nom' })
  await (await as('developer')).post(`/werk/vragen/${id}`, {
    doe: 'close',
    stand: '1',
    outcome: 'nothing',
    remark: '',
  })
  const [mail] = await questionMail(portal, 'questionClosed')
  expect(mail?.to).toBe(asker.email)
  await visitor.post(mail?.params.link, { doe: 'write', text: 'Toch nog iets' })
  expect(await db.selectFrom('question').select(['state', 'closed_at', 'outcome']).executeTakeFirst()).toEqual({
    state: 'waiting',
    closed_at: null,
    outcome: null,
  })
})

test('wrong orders are refused and change nothing', async () => {
  const { portal, db, as, ids } = await questionScene()
  const id = await addQuestion(portal, { romId: 'nom' })
  const developer = await as('developer')
  const wrong: [Record<string, string>, string][] = [
    [{ doe: 'reply', reply: ' ' }, 'Vul je antwoord in'],
    [{ doe: 'hand', colleague: ids.foreigner }, 'Kies een collega'],
    [{ doe: 'pass', rom: 'nom', why: 'x' }, 'Kies een andere ROM'],
    [{ doe: 'pass', rom: 'bom', why: '' }, 'Vul in waarom'],
    [{ doe: 'link', organisation: 'bestaat-niet' }, 'Deze organisatie is er niet'],
    [{ doe: 'refer', to: 'bank', explanation: 'x' }, 'Kies naar wie'],
    [{ doe: 'report', about: '1', report: 'x' }, 'Dit klopt niet'],
    [{ doe: 'close', outcome: '' }, 'Kies wat ervan kwam'],
    [{ doe: '__proto__' }, 'Dit klopt niet'],
  ]
  for (const [given, says] of wrong) {
    const answer = await developer.post(`/werk/vragen/${id}`, { stand: '1', ...given })
    expect([says, answer.status]).toEqual([says, 400])
    expect(await answer.text()).toContain(says)
  }
  expect(await db.selectFrom('question').select(['events', 'state']).executeTakeFirst()).toEqual({
    events: 1,
    state: 'waiting',
  })
})

test('the list: what waits first by its day, overdue marked; filters stand in the address', async () => {
  const { portal, as, ids, pass } = await questionScene()
  const old = await addQuestion(portal, { romId: 'nom', text: 'de oudste vraag' })
  pass(8 * 24 * 3_600_000)
  const answered = await addQuestion(portal, { romId: 'nom', text: 'een beantwoorde vraag' })
  await addQuestion(portal, { romId: 'nom', text: 'een nieuwe vraag' })
  await addQuestion(portal, { romId: 'bom', text: 'een vraag van elders' })
  const developer = await as('developer')
  await developer.post(`/werk/vragen/${answered}`, { doe: 'reply', stand: '1', reply: 'ja' })
  const all = await developer.page('/werk/vragen')
  const order = ['de oudste vraag', 'een nieuwe vraag', 'een beantwoorde vraag'].map((text) => all.indexOf(text))
  expect(order.every((place) => place > 0)).toBe(true)
  expect(order).toEqual([...order].sort((a, b) => a - b))
  expect(all.match(/>te laat</g)).toHaveLength(1)
  expect(all).not.toContain('een vraag van elders')
  expect(await developer.page('/werk')).toContain('2 vragen wachten op antwoord, 1 te laat')
  const mine = await developer.page('/werk/vragen?wie=mij')
  expect([mine.includes('een beantwoorde vraag'), mine.includes('de oudste vraag')]).toEqual([true, false])
  const waiting = await developer.page('/werk/vragen?status=wacht')
  expect([waiting.includes('een beantwoorde vraag'), waiting.includes('de oudste vraag')]).toEqual([false, true])
  expect(await (await as('administrator')).page('/werk/vragen')).toContain('een vraag van elders')
  await developer.post(`/werk/vragen/${old}`, { doe: 'hand', stand: '1', colleague: ids.colleague })
  const day = portal.now().toISOString().slice(0, 10)
  const deputy = { id: 'd', account_id: ids.colleague, deputy_id: ids.coordinator, from_on: day, until_on: day }
  await portal.db
    .insertInto('deputy')
    .values({ ...deputy, created_at: portal.now().toISOString() })
    .execute()
  // Whoever stands in has what is with the colleague who is away.
  expect(await (await as('coordinator')).page('/werk/vragen?wie=mij')).toContain('de oudste vraag')
  expect(await developer.page(`/werk/vragen/${old}`)).toContain('Cas Noord (afwezig; Cora Noord neemt waar)')
})
