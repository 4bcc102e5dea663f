import { expect, test } from 'vitest'
import { colleagues } from './colleagues.ts'

test('an owner makes an editor owner and back; who it is about is told, and it is in the log', async () => {
  const scene = await colleagues()
  const { portal, db, people, members, path } = scene
  const owner = await scene.as(people.owner)
  expect(await (await owner.get(path)).text()).toContain('Maak Eddy Meewerker eigenaar')
  const make = (member: string, role: string) => owner.post(path, { doe: 'role', member, role })
  for (let press = 0; press < 2; press++) {
    expect((await make(members.editor, 'owner')).headers.get('location')).toBe(path)
  }
  expect((await scene.membersNow()).map(({ role }) => role)).toEqual(['owner', 'owner'])
  expect(await scene.box.deliver(portal)).toMatchObject([{ to: { address: people.editor.email } }])
  // Now there are two, one steps down without more ado.
  expect((await make(members.owner, 'editor')).status).toBe(303)
  expect(await scene.box.deliver(portal)).toEqual([])
  expect((await make(members.editor, 'editor')).status).toBe(404)
  const entries = db.selectFrom('audit_entry').selectAll().where('noun', '=', 'organisation_member')
  const log = await entries.orderBy('id').execute()
  expect(log.map(({ actor_id, row_id, rom_id }) => [actor_id, row_id, rom_id])).toEqual([
    [people.owner.id, members.editor, 'nom'],
    [people.owner.id, members.owner, 'nom'],
  ])
  expect(portal.errors).toEqual([])
})

test('the only owner steps down only by saying that none is left', async () => {
  const scene = await colleagues()
  const { people, members, path } = scene
  const owner = await scene.as(people.owner)
  const down = (more: Record<string, string>) =>
    owner.post(path, { doe: 'role', member: members.owner, role: 'editor', ...more })
  for (const more of [{}, { sure: 'ja' }, { noOwner: 'nee' }] as Record<string, string>[]) {
    const answer = await down(more)
    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain('Zet een vinkje als je zeker weet dat er dan geen eigenaar meer is')
  }
  expect((await down({ noOwner: 'ja' })).status).toBe(303)
  expect((await scene.membersNow()).map(({ role }) => role)).toEqual(['editor', 'editor'])
})

test('of two owners who step down at once, one is asked', async () => {
  const scene = await colleagues()
  const { people, path, own } = scene
  const second = await scene.member(people.stranger, own.id, 'owner')
  const [one, other] = [await scene.as(people.owner), await scene.as(people.stranger)]
  const answers = await Promise.all([
    one.post(path, { doe: 'role', member: scene.members.owner, role: 'editor' }),
    other.post(path, { doe: 'role', member: second, role: 'editor' }),
  ])
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 400])
  expect((await scene.membersNow()).map(({ role }) => role).sort()).toEqual(['editor', 'editor', 'owner'])
})

test.each([
  [{ doe: 'role', member: '' }],
  [{ doe: 'withdraw', invitation: '' }],
  [{ doe: 'role', member: 'x'.repeat(101) }],
  [{ doe: 'everything', member: 'x' }],
  [{ doe: 'role', role: 'administrator' }],
])('%o changes nothing', async (form: Record<string, string>) => {
  const scene = await colleagues()
  const { people, members, path } = scene
  const before = await scene.membersNow()
  const owner = await scene.as(people.owner)
  expect((await owner.post(path, { member: members.editor, ...form })).status).toBe(400)
  expect(await scene.membersNow()).toEqual(before)
  expect(scene.portal.errors).toEqual([])
})
