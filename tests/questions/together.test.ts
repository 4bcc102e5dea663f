import { expect, test } from 'vitest'
import { addQuestion, questionMail, questionScene, standOf } from '../support/questions.ts'

test('two answer at once: the second is told, sees what happened, and keeps what was typed', async () => {
  const { portal, db, as } = await questionScene()
  const id = await addQuestion(portal, { romId: 'nom' })
  const page = `/werk/vragen/${id}`
  const [first, second] = [await as('developer'), await as('colleague')]
  const answers = await Promise.all([
    first.post(page, { doe: 'reply', stand: '1', reply: 'Antwoord van een' }),
    second.post(page, { doe: 'reply', stand: '1', reply: 'Antwoord van twee' }),
  ])
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
  const late = answers.findIndex(({ status }) => status === 409)
  const text = await answers[late]?.text()
  expect(text).toContain('Er is intussen iets gebeurd met deze vraag')
  for (const reply of ['Antwoord van een', 'Antwoord van twee']) expect(text).toContain(reply)
  expect(text).toContain(`>${late === 0 ? 'Antwoord van een' : 'Antwoord van twee'}</textarea>`)
  expect(text).toContain('name="stand" value="2"')
  expect(await questionMail(portal, 'questionReplied')).toHaveLength(1)
  // Having seen it, the second may still send it.
  const again = await [first, second][late]?.post(page, { doe: 'reply', stand: '2', reply: 'Toch nog dit' })
  expect(again?.status).toBe(303)
  expect(await db.selectFrom('question_event').select('id').where('kind', '=', 'replied').execute()).toHaveLength(2)
  expect(portal.errors).toEqual([])
})

test('one person who presses twice answers once', async () => {
  const { portal, db, as } = await questionScene()
  const id = await addQuestion(portal, { romId: 'nom' })
  const developer = await as('developer')
  const orders: Record<string, string>[] = [
    { doe: 'reply', reply: 'Ja hoor' },
    { doe: 'note', note: 'Onthouden' },
    { doe: 'take' },
    { doe: 'close', outcome: 'helped', remark: '' },
  ]
  for (const order of orders) {
    const stand = await standOf(portal, id)
    const both = await Promise.all([1, 2].map(() => developer.post(`/werk/vragen/${id}`, { stand, ...order })))
    expect(both.map(({ status }) => status)).toEqual([303, 303])
  }
  expect(await db.selectFrom('question_event').select('id').execute()).toHaveLength(1 + orders.length)
  expect(await questionMail(portal, 'questionReplied')).toHaveLength(1)
})

test('two hand it over at once: the second is told; a note is in nobody’s way', async () => {
  const { portal, db, as, ids } = await questionScene()
  const id = await addQuestion(portal, { romId: 'nom' })
  const page = `/werk/vragen/${id}`
  const [first, second] = [await as('developer'), await as('coordinator')]
  await first.post(page, { doe: 'note', stand: '1', note: 'Ik zoek het uit' })
  expect((await second.post(page, { doe: 'hand', stand: '1', colleague: ids.colleague })).status).toBe(303)
  const late = await first.post(page, { doe: 'take', stand: '1' })
  expect(late.status).toBe(409)
  expect(await late.text()).toContain('Cora Noord gaf dit aan Cas Noord')
  expect((await first.post(page, { doe: 'note', stand: '1', note: 'Nog een' })).status).toBe(303)
  expect(await db.selectFrom('question').select('responsible_id').executeTakeFirst()).toEqual({
    responsible_id: ids.colleague,
  })
})

test('passed on to another ROM: that one answers and the first sees no more than that; the asker is told', async () => {
  const { portal, db, as, ids, visitor } = await questionScene()
  const id = await addQuestion(portal, { romId: 'nom', themeId: 'energy' })
  const page = `/werk/vragen/${id}`
  const [developer, foreigner] = [await as('developer'), await as('foreigner')]
  expect((await foreigner.get(page)).status).toBe(404)
  await developer.post(page, { doe: 'note', stand: '1', note: 'Geheim van het noorden' })
  const both = await Promise.all([
    developer.post(page, { doe: 'pass', stand: '2', rom: 'liof', why: 'Hoort bij Limburg' }),
    (await as('colleague')).post(page, { doe: 'reply', stand: '2', reply: 'Wij helpen je' }),
  ])
  const statuses = both.map(({ status }) => status)
  expect(statuses).toContain(409)
  if (statuses[1] === 409) expect(await both[1]?.text()).toContain('Wij helpen je')
  else await developer.post(page, { doe: 'pass', stand: '3', rom: 'liof', why: 'Hoort bij Limburg' })

  const row = await db.selectFrom('question').selectAll().executeTakeFirstOrThrow()
  expect(row).toMatchObject({ rom_id: 'liof', state: 'waiting', due_on: '2026-11-30', responsible_id: null })
  expect((await questionMail(portal, 'questionPassedTo')).map(({ to }) => to)).toEqual([ids.foreigner])
  const [told] = await questionMail(portal, 'questionPassed')
  const status = await visitor.page(told?.params.link)
  expect(status).toContain('Je vraag aan LIOF')
  expect(status).not.toContain('Hoort bij Limburg')

  const theirs = await foreigner.page(page)
  expect(theirs).toContain('Vera Zeldzaam')
  expect(theirs).toContain('Hoort bij Limburg')
  expect(theirs).not.toContain('Geheim van het noorden')
  const ours = await developer.page(page)
  expect(ours).toContain('van NOM aan LIOF')
  for (const word of ['Vera', 'zeldzaam', 'Limburg', 'Geheim']) expect(ours).not.toContain(word)
  const list = await developer.page('/werk/vragen?status=doorgegeven')
  expect(list).toContain('van NOM aan LIOF')
  expect(await developer.page('/werk/vragen')).not.toContain('Vera')

  // What somebody still had open does nothing, and what was typed is shown.
  const late = await developer.post(page, { doe: 'reply', stand: '2', reply: 'Mijn lange antwoord' })
  expect(late.status).toBe(409)
  const text = await late.text()
  expect(text).toContain('Intussen ligt deze vraag bij een andere ROM')
  expect(text).toContain('Mijn lange antwoord')
  expect(text).not.toContain('Vera')
  expect((await (await as('secretary')).get(page)).status).toBe(403)
  expect(await (await as('administrator')).page(page)).toContain('Geheim van het noorden')
  expect(portal.errors).toEqual([])
})

test('what staff type is kept when their session has ended', async () => {
  const { portal, as, ids } = await questionScene()
  const id = await addQuestion(portal, { romId: 'nom' })
  const developer = await as('developer')
  developer.cookies.delete('sessie')
  const sent = await developer.post(`/werk/vragen/${id}`, { doe: 'reply', stand: '1', reply: 'Een lang antwoord' })
  expect(sent.headers.get('location')).toContain('/inloggen?naar=')
  await developer.signInAs(ids.developer)
  const page = await developer.page(`/werk/vragen/${id}`)
  expect(page).toContain('Een lang antwoord</textarea>')
  expect(page).toContain('Wat je typte is bewaard')
  expect(await questionMail(portal, 'questionReplied')).toEqual([])
})
