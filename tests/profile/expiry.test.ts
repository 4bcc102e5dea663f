import { expect, test } from 'vitest'
import { remindExpiring } from '#app/jobs/expiry.server.ts'
import { linkIn } from '../support/mailbox.ts'
import { addListing } from '../support/matching.ts'
import { addPerson } from '../support/people.ts'
import { day, profiles, type Scene } from './scene.ts'

/** Two that end on 21 December 2026, one that ends later, and nothing else anywhere that does. */
async function ending(scene: Scene) {
  const { db, id } = scene
  await db.updateTable('listing').set({ expires_on: '2099-01-01' }).execute()
  await addListing(db, id, 'need', 'pomp', { nl: 'Wij zoeken een pomp.' })
  await addListing(db, id, 'offer', 'zout', { en: 'We offer salt.' })
  await addListing(db, id, 'offer', 'loog', { nl: 'Wij bieden loog.' })
  await db.updateTable('listing').set({ expires_on: '2026-12-21' }).where('id', 'in', ['pomp', 'zout']).execute()
  await db.updateTable('listing').set({ expires_on: '2026-12-22' }).where('id', '=', 'loog').execute()
}

const days = async ({ listings }: Scene) =>
  Object.fromEntries((await listings()).map(({ id, expires_on }) => [id, expires_on]))

test('a month before, everybody who manages it gets one mail with all that ends, and the link renews it once', async () => {
  const scene = await profiles()
  const { portal, people, box } = scene
  await ending(scene)
  await scene.db.updateTable('account').set({ locale: 'en' }).where('id', '=', people.editor.id).execute()
  expect(await remindExpiring(portal)).toBe(1)
  const sent = await box.deliver(portal)
  expect(sent.map(({ to, subject }) => [to.address, subject]).sort()).toEqual(
    [
      [people.owner.email, 'Loopt bijna af: aanbod of vraag van zoutmakerij'],
      [people.editor.email, 'About to end: an offer or need of zoutmakerij'],
    ].sort(),
  )
  const toOwner = sent.find(({ to }) => to.address === people.owner.email)
  for (const part of ['vraag “Wij zoeken een pomp.” (tot 21 december 2026)', 'aanbod “We offer salt.”']) {
    expect(toOwner?.text).toContain(part)
  }
  expect(toOwner?.text).not.toContain('loog')
  // Once, however often it is looked at; what ends a day later is told a day later.
  for (let hour = 0; hour < 3; hour++) expect(await remindExpiring(portal)).toBe(0)

  const link = linkIn(toOwner ?? { text: '' })
  const key = new URL(link, portal.url).searchParams.get('sleutel') ?? ''
  expect(JSON.stringify(await scene.db.selectFrom('listing_reminder').selectAll().execute())).not.toContain(key)
  const visitor = await scene.as()
  for (let look = 0; look < 2; look++) {
    const answer = await visitor.get(link)
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
    const html = await answer.text()
    for (const part of ['Wij zoeken een pomp.', 'We offer salt.', 'tot 21 november 2027', 'Verleng alles een jaar']) {
      expect(html).toContain(part)
    }
  }
  expect(await days(scene)).toEqual({ pomp: '2026-12-21', zout: '2026-12-21', loog: '2026-12-22' })
  const done = await visitor.post('/verlengen', { sleutel: key })
  expect(done.status).toBe(200)
  expect(await done.text()).toContain('Het is verlengd')
  expect(await days(scene)).toEqual({ pomp: '2027-11-21', zout: '2027-11-21', loog: '2026-12-22' })
  const log = await scene.log('listing')
  expect(log.map(({ actor_id, row_id, rom_id }) => [actor_id, row_id, rom_id]).sort()).toEqual([
    ['system', 'pomp', 'nom'],
    ['system', 'zout', 'nom'],
  ])
  const replay = await visitor.post('/verlengen', { sleutel: key })
  expect(replay.status).toBe(400)
  expect(await replay.text()).toContain('Deze link werkt niet (meer)')

  scene.pass(day)
  expect(await remindExpiring(portal)).toBe(1)
  expect((await box.deliver(portal))[0]?.text).toContain('loog')
  // A year on, what was renewed is told of again.
  scene.pass(365 * day)
  await scene.db.updateTable('listing').set({ expires_on: '2027-12-01' }).where('id', '=', 'pomp').execute()
  expect(await remindExpiring(portal)).toBe(1)
  expect(portal.errors).toEqual([])
})

test.each([
  ['it has expired', (scene: Scene) => scene.pass(30 * day)],
  [
    'it was renewed on the page',
    async (scene: Scene) => {
      const owner = await scene.as(scene.people.owner)
      for (const listing of ['pomp', 'zout']) await owner.post(scene.path, { doe: 'renew', listing })
    },
  ],
  [
    'it was withdrawn',
    async ({ db }: Scene) => db.updateTable('listing').set({ withdrawn_at: '2026-11-21T12:00:00.000Z' }).execute(),
  ],
  [
    'the organisation was',
    async ({ db }: Scene) =>
      db.updateTable('organisation').set({ withdrawn_at: '2026-11-21T12:00:00.000Z' }).execute(),
  ],
])('the link opens nothing, and tells nothing, once %s', async (_why, happen) => {
  const scene = await profiles()
  await ending(scene)
  await remindExpiring(scene.portal)
  const [link = ''] = await scene.linksMailed()
  await happen(scene)
  const before = await days(scene)
  const visitor = await scene.as()
  const wrong = await visitor.page('/verlengen?sleutel=onzin')
  const html = await visitor.page(link)
  expect(html).toContain('Deze link werkt niet (meer)')
  expect(html.replaceAll(/sleutel=[\w-]+/g, '')).toHaveLength(wrong.replaceAll(/sleutel=[\w-]+/g, '').length)
  expect(html).not.toMatch(/pomp|zout/)
  const key = new URL(link, scene.portal.url).searchParams.get('sleutel') ?? ''
  expect((await visitor.post('/verlengen', { sleutel: key })).status).toBe(400)
  expect(await days(scene)).toEqual(before)
})

test('what was renewed by hand stays as it is, when the link renews the rest', async () => {
  const scene = await profiles()
  await ending(scene)
  await remindExpiring(scene.portal)
  const [link = ''] = await scene.linksMailed()
  scene.pass(5 * day)
  const owner = await scene.as(scene.people.owner)
  await owner.post(scene.path, { doe: 'renew', listing: 'pomp' })
  scene.pass(5 * day)
  await owner.signInAs(scene.people.owner.id)
  const key = new URL(link, scene.portal.url).searchParams.get('sleutel') ?? ''
  await owner.post('/verlengen', { sleutel: key })
  expect(await days(scene)).toMatchObject({ pomp: '2027-11-26', zout: '2027-12-01' })
  expect((await scene.log('listing')).at(-1)?.actor_id).toBe(scene.people.owner.id)
})

test('where nobody manages it, its ROM is told: the team inbox, and the business developers unless that is enough', async () => {
  const scene = await profiles()
  const { db, portal, people, box } = scene
  await ending(scene)
  await db
    .updateTable('organisation_member')
    .set({ ended_at: '2026-11-21T12:00:00.000Z', ended_by: 'system' })
    .execute()
  await addPerson(portal, { role: 'coordinator', romId: 'nom' })
  const told = async () => {
    await db.deleteFrom('listing_reminder').execute()
    await remindExpiring(portal)
    return (await box.deliver(portal)).map(({ to }) => to.address).sort()
  }
  expect(await told()).toEqual([people.developer.email])
  const inbox = {
    id: 'inbox',
    rom_id: 'nom',
    address: 'team@nom.example',
    asked_at: '2026-11-01',
    asked_by: 'system',
  }
  await db
    .insertInto('team_inbox')
    .values({ ...inbox, persons_too: 0, confirmed_at: '2026-11-02' })
    .execute()
  expect(await told()).toEqual(['team@nom.example'])
  await db.updateTable('team_inbox').set({ persons_too: 1 }).execute()
  expect(await told()).toEqual([people.developer.email, 'team@nom.example'].sort())
  await scene.accompaniedBy('bom')
  expect(await told()).toEqual([people.elsewhere.email])
})

test('where there is nobody to tell, whoever comes within the month is told after all', async () => {
  const scene = await profiles()
  await ending(scene)
  await scene.db.updateTable('account').set({ blocked_at: '2026-11-21T12:00:00.000Z' }).execute()
  expect(await remindExpiring(scene.portal)).toBe(0)
  await scene.db.updateTable('account').set({ blocked_at: null }).where('id', '=', scene.people.owner.id).execute()
  scene.pass(3 * day)
  expect(await remindExpiring(scene.portal)).toBe(1)
  expect((await scene.box.deliver(scene.portal)).map(({ to }) => to.address)).toEqual([scene.people.owner.email])
})

test('a portal that is stopped goes on where it was', async () => {
  const scene = await profiles()
  await ending(scene)
  const stop = new AbortController()
  stop.abort()
  expect(await remindExpiring(scene.portal, stop.signal)).toBe(0)
  expect(await scene.db.selectFrom('mail').selectAll().execute()).toEqual([])
  expect(await remindExpiring(scene.portal)).toBe(1)
})
