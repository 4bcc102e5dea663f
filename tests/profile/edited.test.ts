import { expect, test } from 'vitest'
import { readContent } from '#db/seed/content.ts'
import { loadContent } from '#db/seed/load.ts'
import { run } from '../import/run.ts'
import { Browser } from '../support/browser.ts'
import { now, testDatabase } from '../support/database.ts'
import { addPerson } from '../support/people.ts'
import { testPortal } from '../support/portal.ts'
import { fieldsIn } from './scene.ts'

/** Content that differs in one thing nobody sees, so that all of it is loaded again. */
function nextContent() {
  const content = readContent()
  const [first, ...rest] = content.examples.organisations
  if (!first) throw new Error('no examples')
  return { ...content, examples: { ...content.examples, organisations: [{ ...first, place: 'Elders' }, ...rest] } }
}

test('what a person wrote is left alone when the content is loaded again', async () => {
  const portal = await testPortal()
  const { db } = portal
  const { organisation_id } = await db
    .selectFrom('public_listing as l')
    .innerJoin('organisation as o', 'o.id', 'l.organisation_id')
    .select('l.organisation_id')
    .where('o.is_example', '=', 1)
    .orderBy('l.id')
    .executeTakeFirstOrThrow()
  const { slug } = await db
    .selectFrom('organisation')
    .select('slug')
    .where('id', '=', organisation_id)
    .executeTakeFirstOrThrow()
  const listings = () =>
    db.selectFrom('listing').selectAll().where('organisation_id', '=', organisation_id).orderBy('id').execute()
  const [one, other] = await listings()
  if (!one || !other) throw new Error('too few')
  const admin = new Browser(portal)
  await admin.signInAs((await addPerson(portal, { role: 'administrator' })).id)
  const path = `/organisaties/${slug}/bewerken/${one.side === 'offer' ? 'aanbod' : 'vraag'}/${encodeURIComponent(one.id)}`
  const sent = fieldsIn(await (await admin.get(path)).text(), path)
  sent.set('text_nl', 'Dit schreef iemand.')
  expect((await admin.post(path, sent)).status).toBe(303)
  await admin.post(`/organisaties/${slug}/bewerken`, { doe: 'withdraw', listing: other.id })
  const written = await listings()
  expect(await loadContent(db, { examples: true, now, content: nextContent() })).toBe('loaded')
  expect((await listings()).slice(0, 2)).toEqual(written.slice(0, 2))
  // The rest of the organisation follows the content: nobody touched that.
  const themes = `/organisaties/${slug}/bewerken/themas`
  const ticked = fieldsIn(await (await admin.get(themes)).text(), themes)
  ticked.delete('themes[]')
  await admin.post(themes, ticked)
  await loadContent(db, { examples: true, now })
  expect(
    await db.selectFrom('organisation_theme').selectAll().where('organisation_id', '=', organisation_id).execute(),
  ).toEqual([])
  expect((await listings()).slice(0, 2)).toEqual(written.slice(0, 2))
})

test('what a person chose for an imported organisation is not derived again', async () => {
  const db = await testDatabase()
  const rows = { organization: [{}], project: [{}] }
  const derive = () => ({ themes: ['energy'], technologies: [] })
  await run(db, rows, { derive })
  const id = 'pic-600000001'
  const state = async () => ({
    themes: await db.selectFrom('organisation_theme').selectAll().where('organisation_id', '=', id).execute(),
    facts: await db.selectFrom('fact').selectAll().where('organisation_id', '=', id).execute(),
    row: await db.selectFrom('organisation').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
  })
  expect((await state()).facts).toHaveLength(1)
  const person = await addPerson({ db, now: () => now })
  await db.deleteFrom('fact').where('organisation_id', '=', id).execute()
  await db
    .updateTable('organisation')
    .set({ edited_by: person.id, place: 'Veldhoven' })
    .where('id', '=', id)
    .execute()
  await db.updateTable('organisation_theme').set({ theme_id: 'food' }).where('organisation_id', '=', id).execute()
  const before = await state()
  await run(db, rows, { derive, at: new Date('2026-12-24T12:00:00Z') })
  expect(await state()).toEqual(before)
})
