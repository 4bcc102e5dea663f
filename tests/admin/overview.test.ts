import { expect, onTestFinished, test } from 'vitest'
import { addAccount, grantRole } from '#app/domain/account/queries.server.ts'
import { attention } from '#app/domain/portal/attention.server.ts'
import { write } from '#db/write.ts'
import { countWaiting, rebuildAsked } from '#search/outbox.ts'
import { signedInAs } from '../support/browser.ts'
import { testPortal } from '../support/portal.ts'
import { testSearch } from '../support/search.ts'

const pages = [
  '/beheer',
  '/beheer/gebruikers',
  '/beheer/logboek',
  '/beheer/mail',
  '/beheer/mail/bewaard',
  '/beheer/zoeken',
  '/beheer/taxonomie',
  '/beheer/woorden',
]

test('every page of administration is in both languages, leads to the others and is never kept by a browser', async () => {
  const portal = await testPortal()
  const admin = await signedInAs(portal, 'beheerder')
  for (const path of [
    ...pages,
    '/beheer/gebruikers/uitnodigen',
    `/beheer/gebruikers/${admin.id}`,
    '/beheer/woorden/hydrogen',
    '/beheer/taxonomie/themas/energie',
  ]) {
    for (const language of ['nl', 'en']) {
      const answer = await admin.get(`${path}?taal=${language}`)
      const html = await answer.text()
      expect(answer.status, path).toBe(200)
      expect(answer.headers.get('cache-control')).toBe('private, no-store')
      expect(html).toContain(`lang="${language}"`)
      for (const href of pages.filter((page) => page !== '/beheer/mail/bewaard')) {
        expect(html, `${path} to ${href}`).toContain(`href="${href}"`)
      }
      expect(html.match(/<h1/g)).toHaveLength(1)
    }
  }
  const coordinator = await signedInAs(portal, 'coordinator')
  for (const path of pages) {
    expect((await coordinator.get(path)).status, path).toBe(path === '/beheer/gebruikers' ? 200 : 403)
  }
  expect(portal.errors).toEqual([])
})

test('the overview counts what needs attention, and only that', async () => {
  const portal = await testPortal()
  const admin = await signedInAs(portal, 'beheerder')
  const { db, now } = portal
  const at = now().toISOString()
  const none = { openClaims: 0, failedMail: 0, lateMail: 0, staleInvitations: 0 }
  expect(await attention(db, now())).toEqual({ ...none, withoutTwoFactor: 5 })
  await write(db, { id: 'system' }, now(), async (trx) => {
    const id = await addAccount(trx, { email: 'oud@rom.example', name: 'Oud', locale: 'nl' }, at)
    await grantRole(trx, { accountId: id, role: 'secretary', romId: null, by: 'system' }, at)
  })
  await db.updateTable('account').set({ totp_confirmed_at: at }).where('id', '=', admin.id).execute()
  await db.updateTable('organisation_member').set({ confirmed_at: null, confirmed_by: null }).execute()
  const mail = { address: 'a@b.nl', locale: 'nl', template: 'x', params: '{}', created_at: at } as const
  const early = '2026-11-21T11:44:00.000Z'
  await db
    .insertInto('mail')
    .values([
      { ...mail, due_at: early },
      { ...mail, due_at: at },
      { ...mail, due_at: early, failed_at: at },
      { ...mail, due_at: early, sent_at: at },
    ])
    .execute()
  expect(await attention(db, now())).toEqual({
    withoutTwoFactor: 4,
    openClaims: 1,
    failedMail: 1,
    lateMail: 1,
    staleInvitations: 1,
  })
  const html = await (await admin.get('/beheer')).text()
  for (const text of ['mail die niet verstuurd kon worden', 'uitnodiging die verlopen is', 'Demonstratie']) {
    expect(html).toContain(text)
  }
  expect(portal.errors).toEqual([])
})

test('a job that fails is said on the overview, and each job says when it last ran', async () => {
  const portal = await testPortal()
  onTestFinished(() => portal.jobs.stop())
  portal.jobs.every(3600, 'tidy', async () => {})
  portal.jobs.every(3600, 'mail', async () => {
    throw new Error('<b>disk full</b>')
  })
  const admin = await signedInAs(portal, 'beheerder')
  const html = await (await admin.get('/beheer')).text()
  expect(html).toContain('Mail versturen lukt niet')
  expect(html).toContain('&lt;b&gt;disk full')
  expect(html).toContain('Ging mis op 21 november 2026')
  expect(html).toContain('Het laatst op 21 november 2026')
  const member = await signedInAs(portal, 'coordinator')
  const home = await (await member.get('/mijn')).text()
  expect(home).toContain('href="/beheer/gebruikers"')
  expect(home).not.toContain('href="/beheer"')
})

test('search: the state of both indexes, and a rebuild that is asked for, seen under way, and done', async () => {
  let sync: ReturnType<typeof testSearch> | undefined
  const portal = await testPortal({
    search: (db) => {
      sync = testSearch(db)
      return sync
    },
  })
  await sync?.sync.catchUp()
  const admin = await signedInAs(portal, 'beheerder')
  const page = async () => (await admin.get('/beheer/zoeken')).text()
  const before = await portal.search.report()
  expect(before?.map(({ name, growing }) => [name, growing])).toEqual([
    ['search', null],
    ['match', null],
  ])
  expect(before?.every(({ documents, madeAt }) => documents > 10 && madeAt !== null)).toBe(true)
  expect(await page()).toContain('Elke wijziging is verwerkt')
  for (let i = 0; i < 2; i++) expect((await admin.post('/beheer/zoeken', {})).status).toBe(303)
  const log = await (await admin.get('/beheer/logboek?soort=search_rebuild')).text()
  expect(log.replaceAll('<!-- -->', '').match(/Vraag om een nieuwe zoekindex toegevoegd/g)).toHaveLength(2)
  expect(log).toContain('Anna de Wit')
  expect(await rebuildAsked(portal.db)).toBe(true)
  expect(await countWaiting(portal.db)).toBe(1)
  const busy = await page()
  expect(busy).toContain('De index wordt opnieuw gemaakt')
  expect(busy).not.toContain('Maak de index dan opnieuw')
  await sync?.sync.catchUp()
  expect(await rebuildAsked(portal.db)).toBe(false)
  const after = await portal.search.report()
  expect(after?.map(({ documents }) => documents)).toEqual(before?.map(({ documents }) => documents))
  for (const [index, { madeAt }] of (after ?? []).entries()) {
    expect(Date.parse(madeAt ?? '')).toBeGreaterThan(Date.parse(before?.[index]?.madeAt ?? ''))
  }
  expect(await page()).toContain('Opnieuw opbouwen')
  expect((await (await signedInAs(portal, 'coordinator')).post('/beheer/zoeken', {})).status).toBe(403)
  expect(await rebuildAsked(portal.db)).toBe(false)
  expect(portal.errors).toEqual([])
})

test('without a search server the pages say so', async () => {
  const portal = await testPortal()
  const admin = await signedInAs(portal, 'beheerder')
  for (const path of ['/beheer', '/beheer/zoeken']) {
    expect(await (await admin.get(path)).text()).toContain('De zoekserver antwoordt niet')
  }
  await admin.post('/beheer/zoeken', {})
  expect(await (await admin.get('/beheer/zoeken')).text()).toContain('zodra de zoekserver antwoordt')
  expect(portal.errors).toEqual([])
})
