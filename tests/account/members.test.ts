import { expect, test } from 'vitest'
import { Browser } from '../support/browser.ts'
import { addPerson } from '../support/people.ts'
import { testPortal } from '../support/portal.ts'

/** An organisation with an owner and an editor, somebody who asked to manage it, and a stranger to it. */
async function scene() {
  const portal = await testPortal()
  const { db } = portal
  const { id: organisationId, slug } = await db
    .selectFrom('public_organisation')
    .select(['id', 'slug'])
    .where('seat_rom_id', '=', 'nom')
    .where('is_example', '=', 0)
    .orderBy('id')
    .executeTakeFirstOrThrow()
  const add = async (name: string) => (await addPerson(portal, { name })).id
  const ids = {
    owner: await add('Olga Eigenaar'),
    editor: await add('Eddy Meewerker'),
    asker: await add('Ada Vrager'),
    stranger: await add('Vera Vreemd'),
  }
  const at = portal.now().toISOString()
  const member = async (who: keyof typeof ids, role: 'owner' | 'editor', confirmed = true) => {
    const id = crypto.randomUUID()
    const confirmation = confirmed ? { confirmed_at: at, confirmed_by: 'system' } : {}
    await db
      .insertInto('organisation_member')
      .values({ id, account_id: ids[who], organisation_id: organisationId, role, asked_at: at, ...confirmation })
      .execute()
    return id
  }
  const members = {
    owner: await member('owner', 'owner'),
    editor: await member('editor', 'editor'),
    asker: await member('asker', 'editor', false),
  }
  const endOf = (id: string) =>
    db
      .selectFrom('organisation_member')
      .select(['ended_at', 'ended_by'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
  return { portal, db, ids, members, endOf, member, path: `/mijn/organisaties/${slug}` }
}

test('the owner sees who else manages it with their addresses, an editor their names, others nothing', async () => {
  const { portal, ids, path } = await scene()
  const owner = await (await new Browser(portal).signInAs(ids.owner)).page(path)
  expect(owner).toContain('Eddy Meewerker')
  expect(owner.match(/@proef\.example/g)).toHaveLength(2)
  const editor = await (await new Browser(portal).signInAs(ids.editor)).page(path)
  expect(editor).toContain('Olga Eigenaar')
  expect(editor).not.toContain('@proef.example')
  expect(editor).not.toContain('Beëindig de toegang')
  const asker = await (await new Browser(portal).signInAs(ids.asker)).page(path)
  expect(asker).toContain('Het wacht nog op NOM')
  expect(asker).not.toMatch(/Olga|Eddy/)
  expect((await (await new Browser(portal).signInAs(ids.stranger)).get(path)).status).toBe(404)
  const visitor = await new Browser(portal).get(path)
  expect(visitor.headers.get('location')).toBe(`/inloggen?naar=${encodeURIComponent(path)}`)
})

test('an owner ends the access of another, who is told; pressed twice it happens once', async () => {
  const { portal, ids, members, endOf, path } = await scene()
  const owner = await new Browser(portal).signInAs(ids.owner)
  const answers = await Promise.all([1, 2].map(() => owner.post(path, { member: members.editor })))
  expect(answers.map((answer) => [answer.status, answer.headers.get('location')])).toEqual([
    [303, path],
    [303, path],
  ])
  expect(await endOf(members.editor)).toMatchObject({ ended_by: ids.owner })
  const mail = await portal.db.selectFrom('mail').select(['account_id', 'template']).execute()
  expect(mail).toEqual([{ account_id: ids.editor, template: 'membershipEnded' }])
  expect((await (await new Browser(portal).signInAs(ids.editor)).get(path)).status).toBe(404)
  expect(await owner.page(path)).not.toContain('Eddy Meewerker')
  const log = await portal.db.selectFrom('audit_entry').selectAll().where('row_id', '=', members.editor).execute()
  expect(log).toHaveLength(1)
})

test('nobody else ends anything, not with an id of elsewhere either', async () => {
  const { portal, ids, members, endOf, path } = await scene()
  for (const who of ['editor', 'asker', 'stranger'] as const) {
    const other = await new Browser(portal).signInAs(ids[who])
    for (const member of [members.owner, 'nobody', "' OR 1=1 --"]) {
      expect((await other.post(path, { member, sure: 'ja' })).status, `${who} ${member}`).toBe(404)
    }
  }
  const owner = await new Browser(portal).signInAs(ids.owner)
  const elsewhere = await portal.db
    .selectFrom('public_organisation')
    .select('slug')
    .where('seat_rom_id', '=', 'liof')
    .executeTakeFirstOrThrow()
  expect((await owner.post(`/mijn/organisaties/${elsewhere.slug}`, { member: members.editor })).status).toBe(404)
  for (const id of Object.values(members)) expect((await endOf(id)).ended_at).toBeNull()
})

test('anybody leaves, and takes back what was asked', async () => {
  const { portal, ids, members, endOf, path } = await scene()
  for (const who of ['editor', 'asker'] as const) {
    const self = await new Browser(portal).signInAs(ids[who])
    for (let press = 0; press < 2; press++) {
      const answer = await self.post(path, { member: members[who] })
      expect([answer.status, answer.headers.get('location')]).toEqual([303, '/mijn'])
    }
    expect(await endOf(members[who])).toMatchObject({ ended_by: ids[who] })
  }
  expect(await portal.db.selectFrom('mail').select('id').execute()).toEqual([])
})

test('the last owner is warned and has to be sure; one of two is not asked', async () => {
  const { portal, ids, members, member, endOf, path } = await scene()
  const owner = await new Browser(portal).signInAs(ids.owner)
  expect(await owner.page(path)).toContain('Je bent de enige eigenaar')
  const unsure = await owner.post(path, { member: members.owner })
  expect(unsure.status).toBe(400)
  expect(await unsure.text()).toContain('Zet een vinkje als je zeker weet dat je weg wilt')
  expect((await endOf(members.owner)).ended_at).toBeNull()

  const second = await member('stranger', 'owner')
  expect(await owner.page(path)).not.toContain('Je bent de enige eigenaar')
  await owner.post(path, { member: members.owner })
  expect((await endOf(members.owner)).ended_at).not.toBeNull()
  await (await new Browser(portal).signInAs(ids.stranger)).post(path, { member: second, sure: 'ja' })
  expect((await endOf(second)).ended_at).not.toBeNull()
})

test('whoever is confirmed when no owner is left becomes the owner', async () => {
  const { portal, db, ids, members, path } = await scene()
  await (await new Browser(portal).signInAs(ids.owner)).post(path, { member: members.owner, sure: 'ja' })
  const { id: developer } = await addPerson(portal, { name: 'Dirk Noord', role: 'business_developer', romId: 'nom' })
  await (await new Browser(portal).signInAs(developer)).post(`/werk/aanvragen/${members.asker}`, {
    decision: 'confirm',
    reason: '',
  })
  const row = await db
    .selectFrom('organisation_member')
    .select('role')
    .where('id', '=', members.asker)
    .executeTakeFirst()
  expect(row?.role).toBe('owner')
})
