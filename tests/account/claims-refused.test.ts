import { expect, test } from 'vitest'
import { Browser } from '../support/browser.ts'
import { askClaim, claimScene, claimsOf, mailsOf } from '../support/claims.ts'

test('only staff of the own ROM see and decide on a claim; elsewhere it does not exist', async () => {
  const { portal, ids, as, path } = await claimScene()
  const id = await askClaim(portal, path, ids.asker, 'een geheime toelichting')
  const decide = { decision: 'confirm', reason: '' }

  const foreigner = await as('foreigner')
  expect(await foreigner.page('/werk/aanvragen')).not.toContain('een geheime toelichting')
  expect(await foreigner.page('/werk')).toContain('Er wacht niets op je')
  expect((await foreigner.get(`/werk/aanvragen/${id}`)).status).toBe(404)
  expect((await foreigner.post(`/werk/aanvragen/${id}`, decide)).status).toBe(404)
  for (const nobody of ['asker', 'secretary'] as const) {
    const other = await as(nobody)
    for (const address of ['/werk', '/werk/aanvragen', `/werk/aanvragen/${id}`]) {
      expect((await other.get(address)).status, `${nobody} ${address}`).toBe(403)
    }
    expect((await other.post(`/werk/aanvragen/${id}`, decide)).status).toBe(403)
  }
  const stranger = new Browser(portal)
  for (const address of ['/werk', '/werk/aanvragen', `/werk/aanvragen/${id}`]) {
    const answer = await stranger.get(address)
    expect(answer.headers.get('location')).toBe(`/inloggen?naar=${encodeURIComponent(address)}`)
  }
  expect((await stranger.post(`/werk/aanvragen/${id}`, decide)).status).toBe(303)
  expect((await claimsOf(portal))[0]).toMatchObject({ confirmed_at: null, ended_at: null })
  expect((await (await as('administrator')).get(`/werk/aanvragen/${id}`)).status).toBe(200)
})

test('nobody confirms what they asked for themselves', async () => {
  const { portal, ids, as, path } = await claimScene()
  const id = await askClaim(portal, path, ids.developer)
  expect((await mailsOf(portal, 'claimAsked')).map(({ to }) => to)).toEqual([ids.coordinator])
  const developer = await as('developer')
  expect(await developer.page(`/werk/aanvragen/${id}`)).toContain('Dit is je eigen aanvraag')
  expect((await developer.post(`/werk/aanvragen/${id}`, { decision: 'confirm', reason: '' })).status).toBe(403)
  await (await as('coordinator')).post(`/werk/aanvragen/${id}`, { decision: 'confirm', reason: '' })
  expect((await claimsOf(portal))[0]).toMatchObject({ confirmed_by: ids.coordinator })
})

test('more claims than anybody needs are refused, with what was typed kept', async () => {
  const { portal, ids } = await claimScene()
  const asker = await new Browser(portal).signInAs(ids.asker)
  const rows = await portal.db.selectFrom('public_organisation').select('slug').orderBy('id').limit(21).execute()
  const statuses: number[] = []
  let last = ''
  for (const { slug } of rows) {
    const answer = await asker.post(`/organisaties/${slug}/beheren`, { note: 'wat ik typte' })
    statuses.push(answer.status)
    last = await answer.text()
  }
  expect(statuses).toEqual([...Array(20).fill(303), 429])
  expect(last).toContain('Probeer het morgen opnieuw')
  expect(last).toContain('wat ik typte</textarea>')
})

test('script in a note, a reason or a name comes out escaped everywhere', async () => {
  const { portal, ids, as, path, organisation } = await claimScene()
  const script = '"><script>alert(1)</script><img src=x onerror=alert(2)>'
  await portal.db.updateTable('account').set({ name: script }).where('id', '=', ids.asker).execute()
  const tooLong = await (await as('asker')).post(path, { note: script + 'x'.repeat(1000) })
  expect(tooLong.status).toBe(400)
  const pages = [await tooLong.text()]
  const id = await askClaim(portal, path, ids.asker, script)
  const developer = await as('developer')
  pages.push(await developer.page('/werk/aanvragen'), await developer.page(`/werk/aanvragen/${id}`))
  await developer.post(`/werk/aanvragen/${id}`, { decision: 'refuse', reason: script })
  const asker = await as('asker')
  pages.push(await developer.page(`/werk/aanvragen/${id}`), await asker.page(path))
  const again = await askClaim(portal, path, ids.asker, script)
  await developer.post(`/werk/aanvragen/${again}`, { decision: 'confirm', reason: script })
  pages.push(await asker.page(`/mijn/organisaties/${organisation.slug}`), await developer.page('/mijn'))
  for (const html of pages) {
    expect(html).not.toContain('<script>alert')
    expect(html).not.toContain('<img src=x')
  }
  expect(pages.filter((html) => html.includes('&lt;script&gt;alert(1)')).length).toBeGreaterThanOrEqual(6)
})

test('nothing that was not asked for can be sent along: no role, no other account, no confirmation', async () => {
  const { portal, ids, as, path, organisation } = await claimScene()
  await (await as('asker')).post(path, { note: 'eerlijk' })
  await (await as('developer')).post(`/werk/aanvragen/${(await claimsOf(portal))[0]?.id}`, {
    decision: 'confirm',
    reason: '',
  })
  await (await as('colleague')).post(path, {
    note: 'oneerlijk',
    role: 'owner',
    account_id: ids.administrator,
    confirmed_at: '2026-01-01T00:00:00.000Z',
    confirmed_by: ids.administrator,
    organisation_id: 'other',
  })
  expect((await claimsOf(portal)).find(({ note }) => note === 'oneerlijk')).toMatchObject({
    account_id: ids.colleague,
    organisation_id: organisation.id,
    role: 'editor',
    confirmed_at: null,
  })
})

test('a form on another site asks and decides nothing', async () => {
  const { portal, ids, as, path } = await claimScene()
  const id = await askClaim(portal, path, ids.asker)
  const developer = await as('developer')
  const colleague = await as('colleague')
  const elsewhere: Record<string, string>[] = [{ origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }]
  for (const headers of elsewhere) {
    expect((await colleague.post(path, { note: 'x' }, headers)).status).toBe(403)
    const decided = await developer.post(`/werk/aanvragen/${id}`, { decision: 'confirm', reason: '' }, headers)
    expect(decided.status).toBe(403)
  }
  expect(await claimsOf(portal)).toHaveLength(1)
  expect((await claimsOf(portal))[0]?.confirmed_at).toBeNull()
})

test('an organisation that nobody may see cannot be claimed', async () => {
  const { portal, db, as, organisation, path } = await claimScene()
  await db.updateTable('organisation').set({ withdrawn_at: '2026-01-01' }).where('id', '=', organisation.id).execute()
  const asker = await as('asker')
  expect((await asker.get(path)).status).toBe(404)
  expect((await asker.post(path, { note: 'x' })).status).toBe(404)
  expect((await asker.post('/organisaties/bestaat-niet/beheren', { note: 'x' })).status).toBe(404)
  expect(await claimsOf(portal)).toEqual([])
})
