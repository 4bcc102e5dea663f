import { expect, test } from 'vitest'
import { askClaim, claimScene, claimsOf, mailsOf } from '../support/claims.ts'

test('asked by a member, confirmed by the ROM of the region: mail goes out, rights change, and all is in the audit log', async () => {
  const { portal, db, ids, as, organisation, path } = await claimScene()
  const asker = await as('asker')
  expect(await asker.page(`/organisaties/${organisation.slug}`)).toContain(`href="${path}"`)
  const first = await asker.page(path)
  expect(first).toContain('name="note"')
  expect(first).toContain('Daarna kijkt NOM of het klopt')
  await asker.post(path, { note: 'Ik ben de directeur' })
  expect(await asker.page(path)).toContain('Je aanvraag is verstuurd')
  expect(await asker.page('/mijn')).toContain('de ROM moet dit nog bevestigen')

  const asked = await mailsOf(portal, 'claimAsked')
  expect(asked.map(({ to }) => to).sort()).toEqual([ids.developer, ids.coordinator].sort())
  const [claim] = await claimsOf(portal)
  expect(asked[0]?.params).toEqual({ organisation: organisation.name, link: `/werk/aanvragen/${claim?.id}` })
  expect(claim).toMatchObject({ account_id: ids.asker, role: 'owner', confirmed_at: null, ended_at: null })

  const developer = await as('developer')
  expect(await developer.page('/werk')).toContain('1 aanvraag om een organisatie te beheren')
  const list = await developer.page('/werk/aanvragen')
  for (const text of ['Ada Vrager', '@proef.example', 'Ik ben de directeur', organisation.name, '21 november 2026']) {
    expect(list).toContain(text)
  }
  const answer = await developer.post(`/werk/aanvragen/${claim?.id}`, { decision: 'confirm', reason: '' })
  expect(answer.headers.get('location')).toBe(`/werk/aanvragen/${claim?.id}`)
  const outcome = await developer.page(`/werk/aanvragen/${claim?.id}`)
  expect(outcome).toContain('Deze aanvraag is bevestigd')
  expect(outcome).toContain('Dirk Noord, 21 november 2026')
  expect(outcome).not.toContain('name="decision"')
  expect(await developer.page('/werk')).toContain('Er wacht niets op je')

  expect(await mailsOf(portal, 'claimConfirmed')).toEqual([
    { to: ids.asker, params: { organisation: organisation.name, link: `/mijn/organisaties/${organisation.slug}` } },
  ])
  expect(await asker.page(path)).toContain('Je beheert dit profiel al')
  const own = await asker.page(`/mijn/organisaties/${organisation.slug}`)
  expect(own).toContain('Ada Vrager')
  expect(own).toContain('Je bent de enige eigenaar')

  const log = await db
    .selectFrom('audit_entry')
    .select(['actor_id', 'action', 'rom_id'])
    .where('noun', '=', 'organisation_member')
    .where('row_id', '=', claim?.id ?? '')
    .orderBy('id')
    .execute()
  expect(log).toEqual([
    { actor_id: ids.asker, action: 'insert', rom_id: 'nom' },
    { actor_id: ids.developer, action: 'update', rom_id: 'nom' },
  ])
  expect(portal.errors).toEqual([])
})

test('sessions from before a claim was confirmed go on under another id; a refusal changes no rights', async () => {
  const { portal, db, ids, as, path } = await claimScene()
  const before = '2026-01-01T00:00:00.000Z'
  await db.updateTable('account').set({ rights_changed_at: before }).where('id', '=', ids.asker).execute()
  const changedAt = async () =>
    (await db.selectFrom('account').select('rights_changed_at').where('id', '=', ids.asker).executeTakeFirstOrThrow())
      .rights_changed_at
  const developer = await as('developer')
  const refused = await askClaim(portal, path, ids.asker)
  await developer.post(`/werk/aanvragen/${refused}`, { decision: 'refuse', reason: 'nee' })
  expect(await changedAt()).toBe(before)
  const confirmed = await askClaim(portal, path, ids.asker)
  await developer.post(`/werk/aanvragen/${confirmed}`, { decision: 'confirm', reason: '' })
  expect(await changedAt()).toBe(portal.now().toISOString())
})

test('refused with a reason: the person is told why and may ask again; without a reason nothing is decided', async () => {
  const { portal, ids, as, path } = await claimScene()
  const id = await askClaim(portal, path, ids.asker)
  const coordinator = await as('coordinator')
  const silent = await coordinator.post(`/werk/aanvragen/${id}`, { decision: 'refuse', reason: '  ' })
  expect(silent.status).toBe(400)
  expect(await silent.text()).toContain('Vul in waarom je dit afwijst')
  for (const decision of ['', 'CONFIRM', 'owner', '__proto__']) {
    expect((await coordinator.post(`/werk/aanvragen/${id}`, { decision, reason: 'x' })).status).toBe(400)
  }
  expect((await claimsOf(portal))[0]).toMatchObject({ confirmed_at: null, ended_at: null })

  await coordinator.post(`/werk/aanvragen/${id}`, { decision: 'refuse', reason: 'We kennen je niet' })
  expect((await mailsOf(portal, 'claimRefused'))[0]).toMatchObject({
    to: ids.asker,
    params: { reason: 'We kennen je niet' },
  })
  const asker = await as('asker')
  expect(await asker.page(path)).toContain('We kennen je niet')
  await askClaim(portal, path, ids.asker, 'Echt waar')
  expect((await claimsOf(portal)).map(({ note }) => note).sort()).toEqual(['Echt waar', 'Ik werk hier'])
})

test('where no ROM is known, or it has nobody with an account, the administrators are asked', async () => {
  const { portal, db, ids, as, organisation, path } = await claimScene()
  await db.updateTable('organisation').set({ seat_rom_id: null }).where('id', '=', organisation.id).execute()
  const id = await askClaim(portal, path, ids.asker)
  expect((await mailsOf(portal, 'claimAsked')).map(({ to }) => to)).toEqual([ids.administrator])
  expect((await (await as('developer')).get(`/werk/aanvragen/${id}`)).status).toBe(404)
  const administrator = await as('administrator')
  expect(await administrator.page('/werk/aanvragen')).toContain('Ada Vrager')
  await administrator.post(`/werk/aanvragen/${id}`, { decision: 'confirm', reason: '' })
  expect((await claimsOf(portal))[0]).toMatchObject({ confirmed_by: ids.administrator })

  await db.updateTable('organisation').set({ seat_rom_id: 'bom' }).where('id', '=', organisation.id).execute()
  await askClaim(portal, path, ids.colleague)
  expect((await mailsOf(portal, 'claimAsked')).map(({ to }) => to)).toEqual([ids.administrator, ids.administrator])
})

test('pressed twice at once: one claim, one round of mail, one decision, and the same answer', async () => {
  const { portal, ids, as, path } = await claimScene()
  const asker = await as('asker')
  const asked = await Promise.all([1, 2].map(() => asker.post(path, { note: 'dubbel' })))
  expect(asked.map((answer) => [answer.status, answer.headers.get('location')])).toEqual([
    [303, path],
    [303, path],
  ])
  const rows = await claimsOf(portal)
  expect(rows).toHaveLength(1)
  expect(await mailsOf(portal, 'claimAsked')).toHaveLength(2)

  const decision = `/werk/aanvragen/${rows[0]?.id}`
  const staff = [await as('developer'), await as('coordinator')]
  const decided = await Promise.all([
    ...staff.map((one) => one.post(decision, { decision: 'confirm', reason: '' })),
    ...staff.map((one) => one.post(decision, { decision: 'refuse', reason: 'te laat' })),
  ])
  expect(decided.map((answer) => [answer.status, answer.headers.get('location')])).toEqual(
    Array(4).fill([303, decision]),
  )
  const told = [...(await mailsOf(portal, 'claimConfirmed')), ...(await mailsOf(portal, 'claimRefused'))]
  expect(told).toHaveLength(1)
  expect(told[0]?.to).toBe(ids.asker)
  expect(portal.errors).toEqual([])
})

test('the first to be confirmed owns the profile, also when two asked before', async () => {
  const { portal, ids, as, path } = await claimScene()
  const first = await askClaim(portal, path, ids.asker)
  const second = await askClaim(portal, path, ids.colleague)
  const developer = await as('developer')
  for (const id of [second, first]) await developer.post(`/werk/aanvragen/${id}`, { decision: 'confirm', reason: '' })
  const roles = new Map((await claimsOf(portal)).map(({ account_id, role }) => [account_id, role]))
  expect(roles).toEqual(
    new Map([
      [ids.asker, 'editor'],
      [ids.colleague, 'owner'],
    ]),
  )
})
