import { existsSync, readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { removeExampleAccounts } from '#app/domain/account/demonstration.server.ts'
import { addAccount } from '#app/domain/account/queries.server.ts'
import { issueToken } from '#app/domain/account/tokens.server.ts'
import { tidy } from '#app/jobs/tidy.server.ts'
import { queueMail } from '#app/mail/queue.server.ts'
import type { Db } from '#db/client.ts'
import { write } from '#db/write.ts'
import { Browser, signedInAs } from '../support/browser.ts'
import { now, testDatabase } from '../support/database.ts'
import { addPerson, password } from '../support/people.ts'
import { testPortal } from '../support/portal.ts'

const day = 24 * 3_600_000
const page = '/mijn/account/verwijderen'

/** Which of these words stand anywhere in the files of a database, in whatever table or left-over page. */
async function foundIn(db: Db, words: string[]): Promise<string[]> {
  const { rows } = await sql<{ file: string }>`PRAGMA database_list`.execute(db)
  const file = rows[0]?.file ?? ''
  const bytes = Buffer.concat(
    [file, `${file}-wal`].filter((path) => existsSync(path)).map((path) => readFileSync(path)),
  )
  return words.filter((word) => bytes.includes(word))
}

test('who deletes the account is nowhere in the database any more; what was done stays', async () => {
  const portal = await testPortal()
  const { db } = portal
  const person = await addPerson(portal, { name: 'Xantippe Qwertz', email: 'xantippe@qwertz.example' })
  const other = await addPerson(portal, { role: 'coordinator', romId: 'nom' })
  const at = portal.now().toISOString()
  const organisation = await db.selectFrom('organisation').select('id').executeTakeFirstOrThrow()
  await write(db, { id: person.id }, portal.now(), async (trx) => {
    const member = { id: 'm', account_id: person.id, organisation_id: organisation.id, role: 'owner' as const }
    await trx
      .insertInto('organisation_member')
      .values({ ...member, asked_at: at, note: 'Ik ben Qwertz, bel 0612345678' })
      .execute()
    await trx
      .insertInto('account_role')
      .values({ id: 'r', account_id: person.id, role: 'secretary', granted_at: at, granted_by: other.id })
      .execute()
    const deputy = { id: 'd', account_id: person.id, deputy_id: other.id, created_at: at }
    await trx
      .insertInto('deputy')
      .values({ ...deputy, from_on: '2026-11-01', until_on: '2026-12-01' })
      .execute()
  })
  const browser = new Browser(portal)
  await browser.signIn(person.email)
  await browser.post('/mijn/account', { name: 'Xantippe Asdfgh', locale: 'nl' })
  await browser.post('/mijn/account/e-mail', { email: 'nieuw@asdfgh.example', current: password })
  const words = ['qwertz', 'Qwertz', 'Xantippe', 'asdfgh', 'Asdfgh', '0612345678']
  await sql`PRAGMA wal_checkpoint(TRUNCATE)`.execute(db)
  expect(await foundIn(db, words)).toEqual(words)

  const wrong = await browser.post(page, { current: 'een ander wachtwoord' })
  expect(wrong.status).toBe(400)
  expect(await wrong.text()).toContain('Dit is niet je wachtwoord.')
  const done = await browser.post(page, { current: password })
  expect(done.status).toBe(303)
  expect(done.headers.get('location')).toBe('/uitloggen/verwijderd')
  expect(browser.session).toBeUndefined()
  expect(await (await browser.get('/uitloggen/verwijderd')).text()).toContain('Je account is verwijderd')

  expect(await foundIn(db, words)).toEqual([])
  const row = await db.selectFrom('account').selectAll().where('id', '=', person.id).executeTakeFirstOrThrow()
  expect(row).toMatchObject({ email: null, name: null, password_hash: null, totp_secret: null, forgotten_at: at })
  for (const table of ['session', 'sign_in_token', 'recovery_code', 'mail'] as const) {
    expect(await db.selectFrom(table).select('account_id').where('account_id', '=', person.id).execute()).toEqual([])
  }
  expect(await db.selectFrom('mail').selectAll().execute()).toEqual([])
  const ended = { ended_at: at, ended_by: person.id }
  const member = await db.selectFrom('organisation_member').selectAll().where('id', '=', 'm').executeTakeFirst()
  expect(member).toMatchObject({ ...ended, organisation_id: organisation.id, role: 'owner', note: null })
  const role = await db.selectFrom('account_role').selectAll().where('id', '=', 'r').executeTakeFirst()
  expect(role).toMatchObject({ role: 'secretary', revoked_at: at, revoked_by: person.id })
  expect(await db.selectFrom('deputy').select('ended_at').execute()).toEqual([{ ended_at: at }])
  const entries = await db.selectFrom('audit_entry').selectAll().where('actor_id', '=', person.id).execute()
  expect(entries.map(({ noun }) => noun)).toContain('organisation_member')
  const last = entries.findLast(({ noun }) => noun === 'account')
  expect(JSON.parse(last?.after ?? '')).toMatchObject({ forgotten_at: at, changed: { email: 1, name: 1 } })

  expect((await browser.signIn(person.email)).status).toBe(400)
  // The address is free again.
  await addPerson(portal, { email: person.email })
})

test('the last administrator stays until there is another one', async () => {
  const portal = await testPortal()
  const person = await addPerson(portal, { role: 'administrator' })
  const browser = new Browser(portal)
  await browser.signIn(person.email)
  expect(await (await browser.get(page)).text()).toContain('Je bent de enige beheerder.')
  const refused = await browser.post(page, { current: password })
  expect(refused.status).toBe(409)
  expect(await refused.text()).toContain('Je bent de enige beheerder.')
  expect((await browser.get('/mijn')).status).toBe(200)
  // One who cannot come in is no help.
  const blocked = await addPerson(portal, { role: 'administrator' })
  const at = portal.now().toISOString()
  await portal.db.updateTable('account').set({ blocked_at: at }).where('id', '=', blocked.id).execute()
  expect((await browser.post(page, { current: password })).status).toBe(409)
  await addPerson(portal, { role: 'administrator' })
  expect((await browser.post(page, { current: password })).status).toBe(303)
})

test('who has neither a password nor a code types a word', async () => {
  const portal = await testPortal()
  const browser = await signedInAs(portal, 'secretaris')
  const wrong = await browser.post(page, { woord: '<b>ja</b>' })
  expect(wrong.status).toBe(400)
  expect(await wrong.text()).toContain('value="&lt;b&gt;ja&lt;/b&gt;"')
  expect((await browser.post(page, {})).status).toBe(400)
  expect((await browser.post(page, { woord: ' Verwijderen ' })).status).toBe(303)
  expect(await removeExampleAccounts(portal.db, portal.now())).toBe(5)
})

test('all that is kept about a person can be downloaded, by that person only, without any key', async () => {
  const portal = await testPortal()
  const person = await addPerson(portal, { role: 'business_developer', romId: 'nom' })
  const other = await addPerson(portal)
  const [browser, theirs] = [new Browser(portal), new Browser(portal)] as const
  await browser.signIn(person.email)
  await theirs.signIn(other.email)
  await browser.post('/mijn/account/e-mail', { email: 'nieuw@proef.example', current: password })
  expect((await browser.get('/mijn/account/gegevens')).status).toBe(200)
  const answer = await browser.get('/mijn/account/gegevens.json')
  expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8')
  expect(answer.headers.get('cache-control')).toBe('private, no-store')
  expect(answer.headers.get('content-disposition')).toBe(
    'attachment; filename="schakel-mijn-gegevens-2026-11-21.json"',
  )
  const text = await answer.text()
  const kept = JSON.parse(text)
  expect(kept.account).toMatchObject({ id: person.id, email: person.email, name: person.name, hasPassword: true })
  expect(kept.roles).toMatchObject([{ role: 'business_developer', rom: 'NOM' }])
  expect(kept.sessions).toHaveLength(1)
  expect(kept.links).toMatchObject([{ purpose: 'email', email: 'nieuw@proef.example' }])
  expect(kept.mail).toMatchObject([{ template: 'emailChanging' }])
  expect(kept.changes.map(({ noun }: { noun: string }) => noun)).toEqual(['session'])
  expect(text).not.toContain(other.id)
  expect(text).not.toContain(other.email)
  const secrets = [
    browser.session ?? '',
    ...(await portal.db.selectFrom('account').select('password_hash as hash').execute()).map(
      ({ hash }) => hash ?? '-',
    ),
    ...(await portal.db.selectFrom('sign_in_token').select('hash').execute()).map(({ hash }) => hash),
  ]
  for (const secret of secrets) expect(text).not.toContain(secret)
  expect(JSON.parse(await (await theirs.get('/mijn/account/gegevens.json')).text()).account.id).toBe(other.id)
})

test('tidying takes what ended, old mail, and who never came; nothing else', async () => {
  const db = await testDatabase()
  const before = (days: number) => new Date(now.getTime() - days * day)
  const person = await addPerson({ db, now: () => now }, { password: null })
  await write(db, { id: 'system' }, now, async (trx) => {
    for (const [email, days] of [
      ['nooit@weg.example', 31],
      ['pas@blijft.example', 29],
      ['nogmaals@blijft.example', 31],
    ] as const) {
      const id = await addAccount(trx, { email, name: 'Nooit Gekomen', locale: 'nl' }, before(days).toISOString())
      if (email.startsWith('nogmaals')) await issueToken(trx, { accountId: id, purpose: 'invite' }, before(1))
    }
    await issueToken(trx, { accountId: person.id, purpose: 'reset' }, before(1))
    for (const days of [31, 29]) {
      const mail = { to: { accountId: person.id }, locale: 'nl', template: 'twoFactorOn', params: {} } as const
      await queueMail(trx, mail, before(days))
      await queueMail(trx, mail, before(days))
    }
    const session = { account_id: person.id, agent: '', second_factor: 1, created_at: '', used_at: '' } as const
    for (const [id, days] of [
      ['ended', 15],
      ['justEnded', 13],
      ['open', -1],
    ] as const) {
      const at = before(days).toISOString()
      await trx
        .insertInto('session')
        .values({ ...session, id, expires_at: at, ends_at: at })
        .execute()
    }
    // Of each age one was sent and one still waits.
    await trx
      .updateTable('mail')
      .set((eb) => ({ sent_at: eb.ref('created_at') }))
      .where(sql`id % 2`, '=', 0)
      .execute()
  })
  expect(await tidy(db, now)).toEqual({ ended: 2, mail: 1, lapsed: 0, questions: 0, unverified: 1 })
  expect(await tidy(db, now)).toEqual({ ended: 0, mail: 0, lapsed: 0, questions: 0, unverified: 0 })
  expect(await db.selectFrom('session').select('id').orderBy('id').execute()).toEqual([
    { id: 'justEnded' },
    { id: 'open' },
  ])
  expect(await db.selectFrom('mail').select('id').execute()).toHaveLength(3)
  const addresses = await db.selectFrom('account').select('email').where('email', 'is not', null).execute()
  expect(addresses.map(({ email }) => email).sort()).toEqual(
    ['nogmaals@blijft.example', 'pas@blijft.example', person.email].sort(),
  )
  expect(await foundIn(db, ['nooit@weg.example'])).toEqual([])
})
