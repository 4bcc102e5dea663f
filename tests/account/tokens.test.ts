import { expect, test } from 'vitest'
import { enrol, invite } from '#app/domain/account/invitations.server.ts'
import { accountByEmail, addAccount } from '#app/domain/account/queries.server.ts'
import { issueToken, takeToken, tokenOf } from '#app/domain/account/tokens.server.ts'
import { write } from '#db/write.ts'
import { now, testDatabase } from '../support/database.ts'

const system = { id: 'system' }
const later = (ms: number) => new Date(now.getTime() + ms)
const hour = 3_600_000

async function somebody() {
  const db = await testDatabase()
  const accountId = await write(db, system, now, (trx) =>
    addAccount(trx, { email: 'Kim@Voorbeeld.nl', name: 'Kim', locale: 'en' }, now.toISOString()),
  )
  const issue = (purpose: 'verify' | 'reset' | 'invite' | 'email') =>
    write(db, system, now, (trx) => issueToken(trx, { accountId, purpose }, now))
  return { db, accountId, issue }
}

test('a key is long, is kept as a hash only, and looking does not use it up', async () => {
  const { db, accountId, issue } = await somebody()
  const key = await issue('reset')
  expect(key.length).toBeGreaterThanOrEqual(27)
  expect(JSON.stringify(await db.selectFrom('sign_in_token').selectAll().execute())).not.toContain(key)
  for (let i = 0; i < 3; i++) expect(await tokenOf(db, key, ['reset'], now)).toMatchObject({ accountId })
})

test('a key is used once, also by two at the same time', async () => {
  const { db, issue } = await somebody()
  const key = await issue('verify')
  const use = () => write(db, system, now, (trx) => takeToken(trx, key, ['verify'], now))
  const results = await Promise.all([use(), use(), use()])
  expect(results.filter((result) => result !== null)).toHaveLength(1)
  expect(await use()).toBeNull()
})

test('what is rolled back has not used the key', async () => {
  const { db, issue } = await somebody()
  const key = await issue('verify')
  const failing = write(db, system, now, async (trx) => {
    await takeToken(trx, key, ['verify'], now)
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect(await tokenOf(db, key, ['verify'], now)).not.toBeNull()
})

test.each([
  ['reset', hour],
  ['verify', 7 * 24 * hour],
  ['invite', 7 * 24 * hour],
] as const)('a key to %s ends after its time', async (purpose, lifetime) => {
  const { db, issue } = await somebody()
  const key = await issue(purpose)
  expect(await tokenOf(db, key, [purpose], later(lifetime - 1))).not.toBeNull()
  expect(await tokenOf(db, key, [purpose], later(lifetime))).toBeNull()
})

test('a key for something else opens nothing, nor does an older one, a made-up one or one of somebody blocked', async () => {
  const { db, accountId, issue } = await somebody()
  const change = await issue('email')
  expect(await tokenOf(db, change, ['verify', 'reset', 'invite'], now)).toBeNull()
  const first = await issue('reset')
  const second = await issue('reset')
  expect(await tokenOf(db, first, ['reset'], now)).toBeNull()
  expect(await tokenOf(db, second, ['reset'], now)).not.toBeNull()
  expect(await tokenOf(db, change, ['email'], now)).not.toBeNull()
  for (const made of ['', 'x', `${second}x`, second.toLowerCase()]) {
    expect(await tokenOf(db, made, ['reset'], now), made).toBeNull()
  }
  await db.updateTable('account').set({ blocked_at: now.toISOString() }).where('id', '=', accountId).execute()
  expect(await tokenOf(db, second, ['reset'], now)).toBeNull()
})

test('an invitation makes the account, gives the role and mails the key; the next one replaces the key', async () => {
  const db = await testDatabase()
  const invitation = {
    email: ' Kim@Voorbeeld.nl',
    name: 'Kim de Boer',
    locale: 'en' as const,
    role: 'coordinator' as const,
    romId: 'nom',
    by: 'system',
  }
  const first = await write(db, system, now, (trx) => invite(trx, invitation, now))
  expect(first).toMatchObject({ isNew: true, key: expect.any(String) })
  const account = await accountByEmail(db, 'kim@voorbeeld.nl')
  expect(account).toMatchObject({ id: first.accountId, name: 'Kim de Boer', password_hash: null, verified_at: null })
  const roles = () => db.selectFrom('account_role').selectAll().where('account_id', '=', first.accountId).execute()
  expect(await roles()).toMatchObject([{ role: 'coordinator', rom_id: 'nom', granted_by: 'system' }])
  const again = await write(db, system, now, (trx) => invite(trx, { ...invitation, name: 'Iemand anders' }, now))
  expect(again).toMatchObject({ isNew: false, accountId: first.accountId })
  expect(await roles()).toHaveLength(1)
  expect((await accountByEmail(db, 'kim@voorbeeld.nl'))?.name).toBe('Kim de Boer')
  expect(await tokenOf(db, first.key ?? '', ['invite'], now)).toBeNull()
  expect(await tokenOf(db, again.key ?? '', ['invite'], now)).not.toBeNull()
  const mail = await db.selectFrom('mail').selectAll().execute()
  expect(mail).toMatchObject([
    { account_id: first.accountId, address: null, locale: 'en', template: 'invitation' },
    { template: 'invitation' },
  ])
  expect(JSON.parse(mail[1]?.params ?? '')).toEqual({
    name: 'Iemand anders',
    role: 'coordinator',
    rom: 'NOM',
    link: `/inloggen/wachtwoord?sleutel=${again.key}`,
  })
})

test('who has a password is told of the role and gets no key', async () => {
  const { db, accountId } = await somebody()
  await db.updateTable('account').set({ password_hash: 'x' }).where('id', '=', accountId).execute()
  const given = {
    email: 'kim@voorbeeld.nl',
    name: 'Kim',
    locale: 'nl' as const,
    role: 'secretary' as const,
    romId: null,
    by: 'system',
  }
  const invited = await write(db, system, now, (trx) => invite(trx, given, now))
  expect(invited).toEqual({ accountId, isNew: false, key: null })
  expect(await db.selectFrom('sign_in_token').selectAll().execute()).toEqual([])
  const mail = await db.selectFrom('mail').selectAll().executeTakeFirstOrThrow()
  expect(mail).toMatchObject({ template: 'roleGranted', locale: 'en' })
  expect(JSON.parse(mail.params)).toEqual({ name: 'Kim', role: 'secretary', rom: '', link: '/inloggen' })
})

test('enrolling somebody sends nothing', async () => {
  const db = await testDatabase()
  const given = {
    email: 'kim@voorbeeld.nl',
    name: 'Kim',
    locale: 'nl' as const,
    role: 'administrator' as const,
    romId: null,
    by: 'system',
  }
  const { key } = await write(db, system, now, (trx) => enrol(trx, given, now))
  expect(await tokenOf(db, key ?? '', ['invite'], now)).not.toBeNull()
  expect(await db.selectFrom('mail').selectAll().execute()).toEqual([])
})
