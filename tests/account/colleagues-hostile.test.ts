import { expect, test } from 'vitest'
import { accountByEmail } from '#app/domain/account/queries.server.ts'
import { addPerson, password } from '../support/people.ts'
import { colleagues, invited } from './colleagues.ts'

test('the inviter is told the same, byte for byte, whether or not an address has an account', async () => {
  const scene = await colleagues()
  const { portal, people, path } = scene
  const blocked = await addPerson(portal)
  await scene.db
    .updateTable('account')
    .set({ blocked_at: portal.now().toISOString() })
    .where('id', '=', blocked.id)
    .execute()
  const invitee = await addPerson(portal, { password: null })
  const owner = await scene.as(people.owner)
  const answers = []
  for (const email of [invited.email, people.stranger.email, blocked.email, invitee.email]) {
    const answer = await owner.post(`${path}/uitnodigen`, { ...invited, email })
    const own = [...answer.headers].filter(([name]) => !/^(date|content-security-policy|server-timing)$/.test(name))
    const page = await (await owner.get(path)).text()
    const main = /<main[\s\S]*<\/main>/.exec(page)?.[0] ?? ''
    const [row] = await scene.invitations()
    answers.push([
      answer.status,
      own,
      await answer.text(),
      main.replaceAll(email, 'X').replaceAll(row?.id ?? '', 'I'),
    ])
    const second = await owner.post(`${path}/uitnodigen`, { ...invited, email })
    expect(second.status).toBe(400)
    expect(await second.text()).toContain('Dit adres is al uitgenodigd')
    await owner.post(path, { doe: 'withdraw', invitation: row?.id ?? '' })
  }
  for (const other of answers.slice(1)) expect(other).toEqual(answers[0])
  const known = await owner.post(`${path}/uitnodigen`, { ...invited, email: people.editor.email.toUpperCase() })
  expect(await known.text()).toContain('beheert het profiel al')
})

test('nobody but an owner of this organisation invites, withdraws or changes a role', async () => {
  const scene = await colleagues()
  const { people, members, path, foreign } = scene
  await (await scene.as(people.owner)).post(`${path}/uitnodigen`, invited)
  const [row] = await scene.invitations()
  const before = await scene.membersNow()
  const forms: Record<string, string>[] = [
    { doe: 'withdraw', invitation: row?.id ?? '' },
    { doe: 'role', member: members.editor, role: 'owner' },
    { doe: 'role', member: members.owner, role: 'editor', noOwner: 'ja' },
  ]
  for (const who of ['editor', 'elsewhere', 'stranger'] as const) {
    const browser = await scene.as(people[who])
    const page = await browser.get(path)
    expect(await page.text()).not.toMatch(/nina@nieuw|Rol wijzigen|Een collega uitnodigen/)
    expect((await browser.get(`${path}/uitnodigen`)).status).toBe(who === 'editor' ? 403 : 404)
    const more = await browser.post(`${path}/uitnodigen`, { ...invited, email: 'ander@nieuw.example' })
    expect(more.status).toBe(who === 'editor' ? 403 : 404)
    for (const form of forms) expect((await browser.post(path, form)).status, `${who} ${form.doe}`).toBe(404)
  }
  // By the address of one's own organisation one reaches nothing of another.
  const elsewhere = await scene.as(people.elsewhere)
  const theirs = `/mijn/organisaties/${foreign.slug}`
  for (const form of forms) await elsewhere.post(theirs, form)
  await elsewhere.post(`${theirs}/uitnodigen`, { ...invited, organisation_id: scene.own.id, by: people.owner.id })
  expect((await scene.invitations()).map(({ organisation_id, invited_by }) => [organisation_id, invited_by])).toEqual(
    [
      [scene.own.id, people.owner.id],
      [foreign.id, people.elsewhere.id],
    ],
  )
  expect(await scene.membersNow()).toEqual(before)
})

test('nobody accepts, or declines, what somebody else was invited to', async () => {
  const scene = await colleagues()
  const { people, path } = scene
  const other = await addPerson(scene.portal, { email: 'nina+x@nieuw.example' })
  await (await scene.as(people.owner)).post(`${path}/uitnodigen`, invited)
  const link = await scene.linkMailed()
  const [row] = await scene.invitations()
  for (const who of [people.stranger, other, people.editor, people.elsewhere]) {
    const browser = await scene.as(who)
    for (const answer of ['accept', 'decline']) {
      for (const invitation of [row?.id ?? '', row?.key_hash ?? '', "' OR 1=1 --"]) {
        expect((await browser.post('/mijn', { invitation, answer, email: invited.email })).status).toBe(400)
      }
    }
    // Not by the link of another either, while signed in as oneself.
    expect(await (await browser.get(link)).text()).toContain(`je bent ingelogd als ${who.email}`)
    const form = { answer: 'accept', name: 'X', password, email: who.email }
    expect((await browser.post(link, form)).headers.get('location')).toBe(link)
  }
  expect(await scene.invitations()).toHaveLength(1)
  expect(await scene.membersNow()).toHaveLength(2)
})

test('no role, organisation or rights come along with an answer', async () => {
  const scene = await colleagues()
  const { db, people, path, foreign, own } = scene
  await (await scene.as(people.owner)).post(`${path}/uitnodigen`, invited)
  const link = await scene.linkMailed()
  await (await scene.as()).post(link, {
    ...{ answer: 'accept', name: 'Nina', password, role: 'owner', organisation_id: foreign.id },
    ...{ email: 'ander@nieuw.example', confirmed_by: 'system', is_example: '1', naar: 'https://evil.example' },
  })
  const account = await accountByEmail(db, invited.email)
  expect(await accountByEmail(db, 'ander@nieuw.example')).toBeUndefined()
  const rows = db.selectFrom('organisation_member').select(['organisation_id', 'role', 'confirmed_by'])
  expect(await rows.where('account_id', '=', account?.id ?? '').execute()).toEqual([
    { organisation_id: own.id, role: 'editor', confirmed_by: people.owner.id },
  ])
  const roles = db.selectFrom('account_role').selectAll()
  expect(await roles.where('account_id', '=', account?.id ?? '').execute()).toEqual([])
})

test.each([
  [{ name: 'Nina\r\nBcc: all@evil.example' }, 'name'],
  [{ name: '<b>Nina</b>' }, 'name'],
  [{ name: ' ' }, 'name'],
  [{ email: 'nina@nieuw.example\r\nBcc: all@evil.example' }, 'email'],
  [{ email: 'nina@nieuw.example, all@evil.example' }, 'email'],
  [{ email: '"<script>"@nieuw.example' }, 'email'],
  [{ role: 'administrator' }, 'role'],
  [{ role: '' }, 'role'],
])('an invitation with %o is refused with what is wrong, and mails nobody', async (wrong, field) => {
  const scene = await colleagues()
  const answer = await (await scene.as(scene.people.owner)).post(`${scene.path}/uitnodigen`, { ...invited, ...wrong })
  expect(answer.status).toBe(400)
  const html = await answer.text()
  expect(html).toContain(`href="#veld-${field}"`)
  if (field !== 'name') expect(html).toContain('value="Nina Nieuw"')
  if (field !== 'email') expect(html).toContain('value="nina@nieuw.example"')
  expect(html).not.toMatch(/<script>"|<b>Nina/)
  expect(await scene.invitations()).toEqual([])
  expect(await scene.box.deliver(scene.portal)).toEqual([])
  expect(scene.portal.errors).toEqual([])
})

test('what an owner invited to lapses when the owner goes, is blocked or only works on it', async () => {
  for (const end of ['leaves', 'blocked', 'editor'] as const) {
    const scene = await colleagues()
    const { db, people, path, members } = scene
    await scene.member(people.elsewhere, scene.own.id, 'owner')
    const owner = await scene.as(people.owner)
    await owner.post(`${path}/uitnodigen`, invited)
    const link = await scene.linkMailed()
    if (end === 'leaves') await owner.post(path, { member: members.owner })
    if (end === 'editor') await owner.post(path, { doe: 'role', member: members.owner, role: 'editor' })
    const at = scene.portal.now().toISOString()
    if (end === 'blocked') {
      await db.updateTable('account').set({ blocked_at: at }).where('id', '=', people.owner.id).execute()
    }
    const visitor = await scene.as()
    expect((await visitor.post(link, { answer: 'accept', name: 'Nina', password })).status, end).toBe(400)
    expect(await accountByEmail(db, invited.email)).toBeUndefined()
    // The other owner is not held up by it.
    const other = await scene.as(people.elsewhere)
    expect((await other.post(`${path}/uitnodigen`, invited)).status, end).toBe(303)
    expect(await scene.invitations()).toHaveLength(1)
  }
})

test('two who use one key at once: one is let in', async () => {
  const scene = await colleagues()
  await (await scene.as(scene.people.owner)).post(`${scene.path}/uitnodigen`, invited)
  const link = await scene.linkMailed()
  const answers = await Promise.all(
    [password, `${password} en meer`].map(async (one) =>
      (await scene.as()).post(link, { answer: 'accept', name: 'Nina', password: one }),
    ),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 400])
  expect(await scene.membersNow()).toHaveLength(3)
})

test('nobody is invited more often than is of use, from one or by more; what was typed is kept', async () => {
  const scene = await colleagues()
  const { people, path } = scene
  const owner = await scene.as(people.owner)
  const inviteAgain = async () => {
    const answer = await owner.post(`${path}/uitnodigen`, invited)
    const [row] = await scene.invitations()
    if (row) await owner.post(path, { doe: 'withdraw', invitation: row.id })
    return answer
  }
  for (let i = 0; i < 5; i++) expect((await inviteAgain()).status).toBe(303)
  const refused = await inviteAgain()
  expect(refused.status).toBe(429)
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(3000)
  const html = await refused.text()
  for (const text of ['al veel uitnodigingen verstuurd', 'value="Nina Nieuw"', 'value="nina@nieuw.example"']) {
    expect(html).toContain(text)
  }
  const statuses = []
  for (let i = 0; i < 15; i++) {
    statuses.push((await owner.post(`${path}/uitnodigen`, { ...invited, email: `a${i}@nieuw.example` })).status)
  }
  expect([statuses[13], statuses[14]]).toEqual([303, 429])
})
