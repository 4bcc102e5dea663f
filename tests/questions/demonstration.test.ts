import { expect, test } from 'vitest'
import { removeExampleAccounts } from '#app/domain/account/demonstration.server.ts'
import { addExampleQuestions } from '#app/domain/question/demonstration.server.ts'
import { dutchDay } from '#app/i18n/format.ts'
import { countExamples, removeExamples } from '#db/seed/examples.ts'
import { signedInAs } from '../support/browser.ts'
import { testPortal } from '../support/portal.ts'
import { addQuestion } from '../support/questions.ts'

test('a demonstration has questions of every state, once, marked as made up; nobody is mailed, and they go for good', async () => {
  const portal = await testPortal()
  const { db, now } = portal
  const developer = await signedInAs(portal, 'businessdeveloper')
  const load = () => addExampleQuestions(db, now(), dutchDay)
  await load()
  await load()
  const states = await db.selectFrom('question').select(['state', 'is_example']).execute()
  expect([...new Set(states.map(({ state }) => state))].sort()).toEqual(['answered', 'closed', 'waiting'])
  expect(states).toHaveLength(5)
  expect(await db.selectFrom('mail').selectAll().execute()).toEqual([])
  const list = await developer.page('/werk/vragen')
  expect(list.match(/>voorbeeld</g)?.length).toBeGreaterThanOrEqual(5)
  expect(await developer.page('/roms/nom')).toContain('>voorbeeld<')
  const real = await addQuestion(portal, { romId: 'nom' })
  await removeExampleAccounts(db, now())
  await removeExamples(db)
  expect(await countExamples(db)).toBe(0)
  expect(await db.selectFrom('question').select('id').execute()).toEqual([{ id: real }])
  expect(await db.selectFrom('contact').select('id').execute()).toEqual([])
  await load()
  expect(await countExamples(db)).toBe(0)
})
