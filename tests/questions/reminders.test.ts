import { expect, test } from 'vitest'
import { remindOfQuestions } from '#app/domain/question/remind.server.ts'
import { dutchDay } from '#app/i18n/format.ts'
import { addQuestion, questionMail, questionScene } from '../support/questions.ts'

const day = 24 * 3_600_000

test('after three working days, on the last day and when it is over, each once; the coordinator hears of the last', async () => {
  const { portal, db, ids, pass } = await questionScene()
  const at = portal.now().toISOString()
  const contact = { id: 'c', rom_id: 'nom', theme_id: null, account_id: ids.developer, deputy_id: null }
  await db
    .insertInto('contact')
    .values({ ...contact, set_at: at, set_by: 'system' })
    .execute()
  // On Monday; due the Monday after.
  await addQuestion(portal, { romId: 'nom' })
  await addQuestion(portal, { romId: 'nom', text: 'een voorbeeld', isExample: true })
  const sent: Record<string, number> = {}
  for (let days = 0; days <= 10; days++) {
    const today = dutchDay(portal.now())
    const first = await remindOfQuestions(db, today, portal.now())
    expect(await remindOfQuestions(db, today, portal.now()), 'a second time on one day').toBe(0)
    if (first) sent[today] = first
    pass(day)
  }
  expect(sent).toEqual({ '2026-11-26': 1, '2026-11-30': 1, '2026-12-01': 1 })
  const to = async (template: string) => (await questionMail(portal, template)).map((mail) => mail.to)
  expect(await to('questionReminder')).toEqual([ids.developer])
  expect(await to('questionDue')).toEqual([ids.developer])
  expect(await to('questionOverdue')).toEqual([ids.developer, ids.coordinator])
  const events = await db
    .selectFrom('question_event')
    .select(['kind', 'by_id'])
    .where('kind', '=', 'reminded')
    .execute()
  expect(events).toEqual(Array(3).fill({ kind: 'reminded', by_id: 'system' }))
})

test('nobody is reminded in a weekend or of what was answered; whoever stands in is, and all are of what is nobody’s', async () => {
  const { portal, db, ids, as, pass } = await questionScene()
  const answered = await addQuestion(portal, { romId: 'nom', text: 'beantwoord' })
  const own = await addQuestion(portal, { romId: 'nom', text: 'van iemand die weg is' })
  await addQuestion(portal, { romId: 'nom', text: 'van niemand' })
  const developer = await as('developer')
  await developer.post(`/werk/vragen/${answered}`, { doe: 'reply', stand: '1', reply: 'ja' })
  await developer.post(`/werk/vragen/${own}`, { doe: 'take', stand: '1' })
  const [from_on, until_on] = ['2026-11-23', '2026-12-31']
  const away = { id: 'd', account_id: ids.developer, deputy_id: ids.colleague, from_on, until_on }
  await db
    .insertInto('deputy')
    .values({ ...away, created_at: portal.now().toISOString() })
    .execute()
  pass(5 * day)
  expect(await remindOfQuestions(db, '2026-11-28', portal.now())).toBe(0)
  pass(2 * day)
  expect(await remindOfQuestions(db, '2026-11-30', portal.now())).toBe(2)
  const told = (await questionMail(portal, 'questionDue')).map(({ to }) => to)
  expect(told.sort()).toEqual([ids.colleague, ids.developer, ids.colleague, ids.coordinator].sort())
  // What the first time had been for is not sent any more.
  expect(await questionMail(portal, 'questionReminder')).toEqual([])
})
