import { expect, test } from 'vitest'
import { hashOf } from '#app/auth/keys.server.ts'
import { tidy } from '#app/jobs/tidy.server.ts'
import { Browser } from '../support/browser.ts'
import { addPerson } from '../support/people.ts'
import { testPortal } from '../support/portal.ts'

const typed = 'Ik ben de directeur, en dit typte ik een uur lang <b>"&'
const inTheField = 'Ik ben de directeur, en dit typte ik een uur lang &lt;b&gt;&quot;&amp;</textarea>'
const notice = 'Wat je typte is bewaard'

async function scene() {
  const portal = await testPortal()
  const { slug } = await portal.db
    .selectFrom('public_organisation')
    .select('slug')
    .where('is_example', '=', 0)
    .orderBy('id')
    .executeTakeFirstOrThrow()
  const { id: ada } = await addPerson(portal, { name: 'Ada' })
  const { id: bob } = await addPerson(portal, { name: 'Bob' })
  const endSessions = (accountId: string) =>
    portal.db
      .updateTable('session')
      .set({ expires_at: '2026-11-01T00:00:00.000Z' })
      .where('account_id', '=', accountId)
      .execute()
  const kept = () => portal.db.selectFrom('kept_form').selectAll().execute()
  return { portal, ada, bob, endSessions, kept, path: `/organisaties/${slug}/beheren` }
}

test('what was typed when the session had ended is there again after signing in, once, and can be sent', async () => {
  const { portal, ada, endSessions, kept, path } = await scene()
  const person = await new Browser(portal).signInAs(ada)
  expect(await person.page(path)).toContain('name="note"')
  await endSessions(ada)

  const answer = await person.post(path, {
    note: typed,
    password: 'geheim wachtwoord',
    code: '123456',
    sleutel: 'abc',
  })
  expect(answer.status).toBe(303)
  const back = answer.headers.get('location') ?? ''
  expect(back).toBe(`/inloggen?naar=${encodeURIComponent(path)}`)
  expect(answer.headers.get('set-cookie')).toMatch(
    /^formulier-[0-9a-f]{8}=.+; Max-Age=86400; Path=\/; HttpOnly; SameSite=Lax$/,
  )
  expect(await kept()).toMatchObject([{ account_id: ada, path, expires_at: '2026-11-22T12:00:00.000Z' }])
  expect(
    await portal.db.selectFrom('organisation_member').select('id').where('note', 'is not', null).execute(),
  ).toEqual([])

  await person.signInAs(ada)
  // A browser that only fetches ahead does not use it up.
  const ahead = await person.get(path, { 'sec-purpose': 'prefetch' })
  expect(await ahead.text()).toContain(inTheField)
  const page = await person.page(new URL(back, portal.url).searchParams.get('naar') ?? '')
  expect(page).toContain(notice)
  expect(page).toContain(inTheField)
  expect(page).not.toMatch(/geheim wachtwoord|123456/)
  expect(await kept()).toEqual([])
  const again = await person.page(path)
  expect(again).not.toContain(notice)
  expect(again).not.toContain('directeur')
  expect((await person.post(path, { note: typed })).headers.get('location')).toBe(path)
  expect(portal.errors).toEqual([])
})

test('a cookie that cannot be decoded is as none, and another’s does not hide the own', async () => {
  const { portal, ada } = await scene()
  const { cookie: own } = await new Browser(portal).signInAs(ada)
  for (const cookie of ['sessie=%ff%00', 'a=%ff', 'sessie=%', `formulier-00000000=%ff; x=%`]) {
    expect((await portal.get('/mijn', { headers: { cookie } })).status, cookie).toBe(303)
    expect((await portal.get('/', { headers: { cookie } })).status, cookie).toBe(200)
  }
  expect((await portal.get('/mijn', { headers: { cookie: `a=%ff; ${own}` } })).status).toBe(200)
  expect(portal.errors).toEqual([])
})

test('through the whole of signing in, by the buttons of the demonstration', async () => {
  const { portal, path } = await scene()
  const { id } = await addExample(portal)
  const person = new Browser(portal)
  const answer = await person.post(path, { note: typed })
  const naar = new URL(answer.headers.get('location') ?? '', portal.url).searchParams.get('naar') ?? ''
  const signedIn = await person.post('/inloggen/voorbeeld', { account: id, naar })
  expect(await person.page(signedIn.headers.get('location') ?? '')).toContain(inTheField)
})

async function addExample(portal: Awaited<ReturnType<typeof testPortal>>) {
  const { addExampleAccounts, listExampleAccounts } = await import('#app/domain/account/demonstration.server.ts')
  await addExampleAccounts(portal.db, portal.now())
  const [first] = await listExampleAccounts(portal.db)
  if (!first) throw new Error('no example account')
  return first
}

test('another person who signs in in the same browser gets nothing; whose it is gets it after that', async () => {
  const { portal, ada, bob, endSessions, kept, path } = await scene()
  const shared = await new Browser(portal).signInAs(ada)
  await endSessions(ada)
  await shared.post(path, { note: typed })
  await shared.signInAs(bob)
  const other = await shared.page(path)
  expect(other).not.toContain('directeur')
  expect(other).not.toContain(notice)
  expect(await kept()).toHaveLength(1)
  await shared.signInAs(ada)
  expect(await shared.page(path)).toContain(inTheField)
})

test('the key opens one form, on one page; nothing else does', async () => {
  const { portal, ada, endSessions, kept, path } = await scene()
  const person = await new Browser(portal).signInAs(ada)
  await endSessions(ada)
  await person.post(path, { note: typed })
  const name = [...person.cookies.keys()].find((one) => one.startsWith('formulier')) ?? ''
  const [row] = await kept()
  await person.signInAs(ada)

  const elsewhere = await new Browser(portal).signInAs(ada)
  expect(await elsewhere.page(path), 'without the cookie').not.toContain('directeur')
  const encoded = (key: string) => encodeURIComponent(Buffer.from(JSON.stringify(key)).toString('base64'))
  // The key itself is 160 bits of chance; what stands in the database is its hash, and is no key.
  for (const key of ['', 'x', row?.id ?? '', hashOf(row?.id ?? ''), '__proto__']) {
    const answer = await elsewhere.get(path, { cookie: `${elsewhere.cookie}; ${name}=${encoded(key)}` })
    expect(await answer.text(), key).not.toContain('directeur')
  }
  const other = await portal.db
    .selectFrom('public_organisation')
    .select('slug')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  expect(await person.page(`/organisaties/${other.slug}/beheren`), 'on another page').not.toContain('directeur')
  // Two requests at once: one gets it.
  const pages = await Promise.all([1, 2, 3].map(() => person.page(path)))
  expect(pages.filter((html) => html.includes(inTheField))).toHaveLength(1)
})

test('it lies sealed: whoever reads the database or has another secret reads nothing', async () => {
  const { portal, ada, endSessions, kept, path } = await scene()
  const person = await new Browser(portal).signInAs(ada)
  await endSessions(ada)
  await person.post(path, { note: typed })
  const [row] = await kept()
  expect(JSON.stringify(row)).not.toContain('directeur')
  expect(Buffer.from(row?.sealed ?? '', 'base64url').toString('latin1')).not.toContain('directeur')
  const sealed = Buffer.from(row?.sealed ?? '', 'base64url')
  sealed[20] = (sealed[20] ?? 0) ^ 1
  await portal.db
    .updateTable('kept_form')
    .set({ sealed: sealed.toString('base64url') })
    .execute()
  await person.signInAs(ada)
  const answer = await person.get(path)
  expect(answer.status).toBe(200)
  expect(await answer.text()).not.toContain(notice)
  expect(portal.errors).toEqual([])
})

test('after a day it is gone; without a session to know its sender by, after an hour', async () => {
  const { portal, ada, endSessions, kept, path } = await scene()
  const known = await new Browser(portal).signInAs(ada)
  await endSessions(ada)
  await known.post(path, { note: typed })
  const stranger = new Browser(portal)
  const answer = await stranger.post(path, { note: 'van een ander' })
  expect(answer.headers.get('set-cookie')).toContain('Max-Age=3600')
  expect((await kept()).map(({ account_id, expires_at }) => [account_id, expires_at]).sort()).toEqual([
    [null, '2026-11-21T13:00:00.000Z'],
    [ada, '2026-11-22T12:00:00.000Z'],
  ])
  await portal.db.updateTable('kept_form').set({ expires_at: portal.now().toISOString() }).execute()
  await known.signInAs(ada)
  expect(await known.page(path)).not.toContain('directeur')
  await new Browser(portal).post(path, { note: 'nog een' })
  expect(await kept(), 'what is over is taken away with the next').toHaveLength(1)
})

test('forms in two windows are both kept', async () => {
  const { portal, ada, endSessions, path } = await scene()
  const other = await portal.db
    .selectFrom('public_organisation')
    .select('slug')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  const second = `/organisaties/${other.slug}/beheren`
  const person = await new Browser(portal).signInAs(ada)
  await endSessions(ada)
  await person.post(path, { note: typed })
  await person.post(second, { note: 'het tweede venster' })
  await person.signInAs(ada)
  expect(await person.page(second)).toContain('het tweede venster</textarea>')
  expect(await person.page(path)).toContain(inTheField)
})

test('larger than anybody types, more often than anybody sends, and what is no form of ours is not kept', async () => {
  const { portal, kept, path } = await scene()
  const stranger = new Browser(portal)
  const large = await stranger.post(path, { note: 'x'.repeat(100_001) })
  expect([large.status, large.headers.get('set-cookie')]).toEqual([303, null])
  const multipart = new FormData()
  multipart.set('note', new Blob(['x'.repeat(1000)]), 'virus.exe')
  expect((await stranger.post(path, multipart)).status).toBe(303)
  expect((await stranger.post(path, { password: 'alleen een wachtwoord' })).status).toBe(303)
  expect(await kept()).toEqual([])
  for (let i = 0; i < 70; i++) await new Browser(portal).post(path, { note: String(i) })
  expect((await kept()).length).toBeLessThanOrEqual(60)
})

test('a decision of staff is kept as well, and somebody without the role gets it back nowhere', async () => {
  const { portal, ada, endSessions } = await scene()
  const { id: organisation } = await portal.db
    .selectFrom('public_organisation')
    .select('id')
    .where('seat_rom_id', '=', 'nom')
    .executeTakeFirstOrThrow()
  const at = portal.now().toISOString()
  await portal.db
    .insertInto('organisation_member')
    .values({ id: 'claim', account_id: ada, organisation_id: organisation, role: 'owner', asked_at: at, note: 'x' })
    .execute()
  const { id: staff } = await addPerson(portal, { name: 'Dirk', role: 'business_developer', romId: 'nom' })
  const person = await new Browser(portal).signInAs(staff)
  await endSessions(staff)
  await person.post('/werk/aanvragen/claim', { decision: 'refuse', reason: 'na lang nadenken' })
  await person.signInAs(ada)
  expect((await person.get('/werk/aanvragen/claim')).status).toBe(403)
  await person.signInAs(staff)
  expect(await person.page('/werk/aanvragen/claim')).toContain('na lang nadenken</textarea>')
})

test('an ended session opens nothing, and is tidied away two weeks after its end', async () => {
  const { portal, ada, endSessions } = await scene()
  const person = await new Browser(portal).signInAs(ada)
  await endSessions(ada)
  expect((await person.get('/mijn')).headers.get('location')).toBe('/inloggen?naar=%2Fmijn')
  const rows = () => portal.db.selectFrom('session').select('id').where('account_id', '=', ada).execute()
  const tidyAt = (day: string) => tidy(portal.db, new Date(day))
  expect(await rows()).toHaveLength(1)
  await tidyAt('2026-11-14T23:59:00.000Z')
  expect(await rows()).toHaveLength(1)
  await tidyAt('2026-11-15T00:01:00.000Z')
  expect(await rows()).toHaveLength(0)
})

test('a name, a new address and an invitation are kept as well, each on its own page', async () => {
  const portal = await testPortal()
  const { id } = await addPerson(portal, { role: 'administrator' })
  const { id: away } = await addPerson(portal, { role: 'coordinator', romId: 'nom' })
  await addPerson(portal, { name: 'Wie vervangt', role: 'coordinator', romId: 'bom' })
  const forms = [
    ['/mijn/account', { name: 'Een andere naam', locale: 'en' }, 'value="Een andere naam"'],
    ['/mijn/account/e-mail', { email: 'nieuw@elders.example', current: 'geheim' }, 'value="nieuw@elders.example"'],
    [
      '/beheer/gebruikers/uitnodigen',
      { name: 'Kim', email: 'kim@elders.example', locale: 'nl', role: 'secretary', rom: '*' },
      'value="kim@elders.example"',
    ],
    [
      `/beheer/gebruikers/${away}`,
      { intent: 'appoint', deputy: '', from: '2027-01-04', until: '' },
      'value="2027-01-04"',
    ],
  ] as const
  const person = new Browser(portal)
  for (const [path, fields] of forms) expect((await person.post(path, fields)).status, path).toBe(303)
  await person.signInAs(id)
  for (const [path, , shown] of forms) {
    const page = await person.page(path)
    expect(page, path).toContain(notice)
    expect(page, path).toContain(shown)
    expect(page, path).not.toContain('geheim')
  }
  expect(
    await portal.db.selectFrom('account').select('name').where('name', '=', 'Een andere naam').execute(),
  ).toEqual([])
})
