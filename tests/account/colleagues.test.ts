import { expect, test } from 'vitest'
import { accountByEmail } from '#app/domain/account/queries.server.ts'
import { tidy } from '#app/jobs/tidy.server.ts'
import { password } from '../support/people.ts'
import { colleagues, day, invited } from './colleagues.ts'

test('a colleague without an account is invited, chooses a password and works on the profile by that', async () => {
  const scene = await colleagues()
  const { portal, db, people, path, own } = scene
  const owner = await scene.as(people.owner)
  const answer = await owner.post(`${path}/uitnodigen`, { ...invited, email: 'Nina@Nieuw.Example ' })
  expect([answer.status, answer.headers.get('location')]).toEqual([303, `${path}#uitgenodigd`])
  const page = await (await owner.get(path)).text()
  for (const text of ['Nina Nieuw is uitgenodigd', 'nina@nieuw.example', '21 december 2026']) {
    expect(page).toContain(text)
  }
  const link = await scene.linkMailed()
  expect(scene.box.sent[0]).toMatchObject({
    to: { address: 'nina@nieuw.example', name: null },
    subject: `Uitnodiging om ${own.name} te beheren`,
  })
  // What an owner typed is no text to mail to a stranger.
  expect(JSON.stringify(scene.box.sent[0])).not.toMatch(/Nina Nieuw|Olga/)
  expect(await accountByEmail(db, 'nina@nieuw.example')).toBeUndefined()

  const visitor = await scene.as()
  for (let look = 0; look < 2; look++) {
    const answer = await visitor.get(link)
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
    const html = await answer.text()
    for (const text of ['Olga Eigenaar nodigt je uit', own.name, 'Kies een wachtwoord', 'Nina Nieuw']) {
      expect(html).toContain(text)
    }
  }
  const weak = await visitor.post(link, { answer: 'accept', name: 'Nina de Boer', password: 'kort' })
  expect(weak.status).toBe(400)
  const again = await weak.text()
  expect(again).toContain('minstens 12 tekens')
  expect(again).toContain('value="Nina de Boer"')
  const joined = await visitor.post(link, { answer: 'accept', name: 'Nina de Boer', password })
  expect([joined.status, joined.headers.get('location')]).toEqual([303, path])
  expect(await (await visitor.get(path)).text()).toContain('Jij: werkt mee aan het profiel')

  const account = await accountByEmail(db, 'nina@nieuw.example')
  expect(account).toMatchObject({ name: 'Nina de Boer', verified_at: portal.now().toISOString() })
  expect(await scene.membersNow()).toContainEqual({
    account_id: account?.id,
    role: 'editor',
    confirmed_by: people.owner.id,
  })
  // Nothing of the invitation is left, and the log never had a name or an address.
  expect(await scene.invitations()).toEqual([])
  expect(await db.selectFrom('mail').selectAll().where('template', '=', 'colleagueInvited').execute()).toEqual([])
  const entries = db.selectFrom('audit_entry').selectAll().where('noun', '=', 'member_invitation')
  const log = await entries.orderBy('id').execute()
  expect(log.map(({ action, actor_id, rom_id }) => [action, actor_id, rom_id])).toEqual([
    ['insert', people.owner.id, 'nom'],
    ['delete', 'system', 'nom'],
  ])
  expect(JSON.stringify(log)).not.toMatch(/nina/i)
  // The key is of no use a second time.
  expect(await (await (await scene.as()).get(link)).text()).toContain('Deze uitnodiging geldt niet meer')
  const replay = await (await scene.as()).post(link, { answer: 'accept', name: 'X', password: `${password} x` })
  expect([replay.status, replay.headers.get('set-cookie')]).toEqual([400, null])
  expect(portal.errors).toEqual([])
})

test.each(['accept', 'decline'])('a colleague with an account answers on the own page: %s', async (answer) => {
  const scene = await colleagues()
  const { people, path, own } = scene
  const owner = await scene.as(people.owner)
  await owner.post(`${path}/uitnodigen`, { name: 'Vera', email: people.stranger.email, role: 'owner' })
  const link = await scene.linkMailed()
  expect(scene.box.sent[0]?.to).toEqual({ address: people.stranger.email, name: 'Vera Vreemd' })
  // The mail alone is not enough for who has a password.
  const visitor = await scene.as()
  const html = await (await visitor.get(link)).text()
  expect(html).toContain('href="/inloggen?naar=%2Fmijn"')
  expect(html).not.toContain('name="password"')
  const forms: Record<string, string>[] = [
    { answer: 'accept', name: 'X', password: `${password} x` },
    { answer: 'decline' },
  ]
  for (const form of forms) {
    expect((await visitor.post(link, form)).headers.get('location')).toBe(link)
  }
  expect(await scene.invitations()).toHaveLength(1)

  const colleague = await scene.as(people.stranger)
  expect((await colleague.get(link)).headers.get('location')).toBe('/mijn')
  expect((await colleague.get(path)).status).toBe(404)
  const home = await (await colleague.get('/mijn')).text()
  for (const text of ['Je bent uitgenodigd', own.name, 'Olga Eigenaar vraagt je']) expect(home).toContain(text)
  const id = /name="invitation" value="([^"]+)"/.exec(home)?.[1] ?? ''
  const done = await colleague.post('/mijn', { invitation: id, answer })
  const accepted = answer === 'accept'
  expect([done.status, done.headers.get('location')]).toEqual([303, accepted ? path : '/mijn'])
  expect((await colleague.get(path)).status).toBe(accepted ? 200 : 404)
  expect(await scene.membersNow()).toHaveLength(accepted ? 3 : 2)
  expect(await scene.invitations()).toEqual([])
  const twice = await colleague.post('/mijn', { invitation: id, answer })
  expect(twice.status).toBe(400)
  expect(await twice.text()).toContain('Deze uitnodiging is er niet meer')
})

test('who declines without an account is erased, by a press only', async () => {
  const scene = await colleagues()
  await (await scene.as(scene.people.owner)).post(`${scene.path}/uitnodigen`, invited)
  const link = await scene.linkMailed()
  const visitor = await scene.as()
  await visitor.get(link)
  expect(await scene.invitations()).toHaveLength(1)
  const answer = await visitor.post(link, { answer: 'decline' })
  expect(await (await visitor.get(answer.headers.get('location') ?? '')).text()).toContain('afgewezen')
  expect(await scene.invitations()).toEqual([])
  expect(await scene.db.selectFrom('mail').selectAll().execute()).toEqual([])
  expect(await accountByEmail(scene.db, invited.email)).toBeUndefined()
})

test('an invitation is withdrawn by an owner, or ends after 30 days: then its key opens nothing', async () => {
  const scene = await colleagues()
  const { portal, db, path, people } = scene
  const owner = await scene.as(people.owner)
  const dead = async (link: string) => {
    const visitor = await scene.as()
    expect(await (await visitor.get(link)).text()).toContain('Deze uitnodiging geldt niet meer')
    const answer = await visitor.post(link, { answer: 'accept', name: 'Nina', password })
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([400, null])
    expect(await accountByEmail(db, invited.email)).toBeUndefined()
  }
  await owner.post(`${path}/uitnodigen`, invited)
  const withdrawn = await scene.linkMailed()
  const [row] = await scene.invitations()
  const form = { doe: 'withdraw', invitation: row?.id ?? '' }
  for (let press = 0; press < 2; press++) {
    expect((await owner.post(path, form)).headers.get('location')).toBe(path)
  }
  expect(await db.selectFrom('mail').selectAll().execute()).toEqual([])
  await dead(withdrawn)

  await owner.post(`${path}/uitnodigen`, invited)
  const link = await scene.linkMailed()
  scene.pass(30 * day - 1)
  expect((await tidy(db, portal.now())).lapsed).toBe(0)
  expect(await (await (await scene.as()).get(link)).text()).toContain('Nina Nieuw')
  scene.pass(1)
  await dead(link)
  expect((await tidy(db, portal.now())).lapsed).toBe(1)
  expect(await scene.invitations()).toEqual([])
  expect(portal.errors).toEqual([])
})

test('who asked the ROM too is let in by the owner; what the ROM confirmed meanwhile is not lost', async () => {
  const scene = await colleagues()
  const { db, people, path, own } = scene
  const asker = await scene.as(people.stranger)
  await asker.post(`/organisaties/${own.slug}/beheren`, { note: 'Ik werk hier' })
  await scene.box.deliver(scene.portal)
  const owner = await scene.as(people.owner)
  // That this address asked is for the ROM to know.
  expect((await owner.post(`${path}/uitnodigen`, { ...invited, email: people.stranger.email })).status).toBe(303)
  const [row] = await scene.invitations()
  await db
    .updateTable('organisation_member')
    .set({ confirmed_at: '2026-11-21T12:00:00.000Z', confirmed_by: 'system', role: 'owner' })
    .where('account_id', '=', people.stranger.id)
    .execute()
  await asker.post('/mijn', { invitation: row?.id ?? '', answer: 'accept' })
  const mine = (await scene.membersNow()).filter(({ account_id }) => account_id === people.stranger.id)
  expect(mine).toEqual([{ account_id: people.stranger.id, role: 'owner', confirmed_by: 'system' }])
})

test('an invitation is in the data of whom it is for, and goes with a person who is forgotten', async () => {
  const scene = await colleagues()
  const { people, path, own } = scene
  const owner = await scene.as(people.owner)
  await owner.post(`${path}/uitnodigen`, { name: 'Vera van ons', email: people.stranger.email, role: 'editor' })
  await owner.post(`${path}/uitnodigen`, invited)
  const colleague = await scene.as(people.stranger)
  const data = JSON.parse(await (await colleague.get('/mijn/account/gegevens.json')).text())
  expect(data.invitations).toMatchObject([
    { organisation: own.name, role: 'editor', name: 'Vera van ons', email: people.stranger.email },
  ])
  expect(JSON.stringify(data)).not.toMatch(/Olga|nina/)
  await colleague.post('/mijn/account/verwijderen', { current: password })
  expect((await scene.invitations()).map(({ email }) => email)).toEqual([invited.email])
  await owner.post('/mijn/account/verwijderen', { current: password })
  expect(await scene.invitations()).toEqual([])
})
