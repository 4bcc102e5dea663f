import { expect, test } from 'vitest'
import { untilChange } from '#db/until-change.ts'
import { now, testDatabase } from '../support/database.ts'

test('a count is made once, and again after a write; what went wrong is not kept', async () => {
  const db = await testDatabase()
  let made = 0
  const count = (key = 'all') =>
    untilChange(db, key, async () => {
      made++
      const { n } = await db
        .selectFrom('public_organisation')
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow()
      return n
    })
  const before = await count()
  expect([await count(), made]).toEqual([before, 1])
  await count('other')
  expect(made).toBe(2)
  const { id } = await db.selectFrom('public_organisation').select('id').limit(1).executeTakeFirstOrThrow()
  await db.updateTable('organisation').set({ withdrawn_at: now.toISOString() }).where('id', '=', id).execute()
  expect(await count()).toBe(before - 1)

  const fail = () => untilChange(db, 'wrong', () => Promise.reject(new Error('wrong')))
  await expect(fail()).rejects.toThrow('wrong')
  expect(await untilChange(db, 'wrong', async () => 'right')).toBe('right')
})
