import { expect, test } from 'vitest'
import { addAccount } from '#app/domain/account/queries.server.ts'
import { tidy } from '#app/jobs/tidy.server.ts'
import { pause, queueMail } from '#app/mail/queue.server.ts'
import { write } from '#db/write.ts'
import { now, testDatabase } from '../support/database.ts'
import { mailbox } from '../support/mailbox.ts'

const system = { id: 'system' }
const minute = 60_000

/** A portal with a clock of its own, one account, and a mailbox. */
async function post() {
  const db = await testDatabase()
  const clock = { at: now.getTime() }
  const app = { db, now: () => new Date(clock.at) }
  const accountId = await write(db, system, now, (trx) =>
    addAccount(trx, { email: 'kim@voorbeeld.nl', name: 'Kim', locale: 'nl' }, now.toISOString()),
  )
  await db.updateTable('account').set({ verified_at: now.toISOString() }).where('id', '=', accountId).execute()
  const queue = (to: { accountId: string } | { address: string } = { accountId }) =>
    write(db, system, app.now(), (trx) =>
      queueMail(
        trx,
        { to, locale: 'nl', template: 'reset', params: { link: '/inloggen/wachtwoord?sleutel=geheim' } },
        app.now(),
      ),
    )
  const rows = () => db.selectFrom('mail').selectAll().orderBy('id').execute()
  return { ...app, clock, accountId, queue, rows, box: mailbox() }
}

test('mail goes out in the order it was written, once, and its key is let go', async () => {
  const portal = await post()
  await portal.queue()
  await portal.queue({ address: 'team@nom.example' })
  expect(await portal.box.deliver(portal)).toMatchObject([
    { to: { address: 'kim@voorbeeld.nl', name: 'Kim' }, subject: 'Een nieuw wachtwoord voor Schakel' },
    { to: { address: 'team@nom.example', name: null } },
  ])
  expect(portal.box.sent[1]?.text).toContain('Beste lezer,')
  expect(await portal.box.deliver(portal)).toEqual([])
  for (const row of await portal.rows()) {
    expect(row).toMatchObject({ sent_at: now.toISOString(), params: '{}', attempts: 1, failed_at: null })
  }
})

test('what is rolled back is not mailed', async () => {
  const portal = await post()
  const failing = write(portal.db, system, now, async (trx) => {
    const to = { accountId: portal.accountId }
    await queueMail(trx, { to, locale: 'nl', template: 'reset', params: {} }, now)
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect(await portal.box.deliver(portal)).toEqual([])
})

test('it goes to the address of that moment, and to nobody who is blocked or forgotten', async () => {
  const portal = await post()
  const change = (set: object) =>
    portal.db.updateTable('account').set(set).where('id', '=', portal.accountId).execute()
  await portal.queue()
  await change({ email: 'nieuw@voorbeeld.nl' })
  expect(await portal.box.deliver(portal)).toMatchObject([{ to: { address: 'nieuw@voorbeeld.nl' } }])
  await portal.queue()
  await change({ blocked_at: now.toISOString() })
  expect(await portal.box.deliver(portal)).toEqual([])
  await portal.queue()
  await change({ blocked_at: null, email: null, name: null, forgotten_at: now.toISOString() })
  expect(await portal.box.deliver(portal)).toEqual([])
  expect((await portal.rows()).slice(1)).toMatchObject([
    { sent_at: null, failed_at: now.toISOString(), error: 'the account is blocked or gone' },
    { sent_at: null, failed_at: now.toISOString(), error: 'the account is blocked or gone' },
  ])
})

test('a name that nobody has shown to be theirs is not mailed to a stranger', async () => {
  const portal = await post()
  await portal.db.updateTable('account').set({ verified_at: null, name: 'Win op http://evil.example' }).execute()
  await portal.queue()
  const [mail] = await portal.box.deliver(portal)
  expect(mail?.to.name).toBeNull()
  expect(mail?.text).not.toContain('evil')
})

test('a mail that fails is tried again, each time after longer, and given up after eight times', async () => {
  expect([1, 2, 3, 4, 5, 6, 7].map((attempts) => pause(attempts) / minute)).toEqual([1, 3, 9, 27, 81, 243, 360])
  const portal = await post()
  await portal.queue()
  portal.box.refuse = () => new Error('550 5.1.1 <kim@voorbeeld.nl>: no such user, says kim@voorbeeld.nl')
  for (let attempts = 1; attempts < 8; attempts++) {
    await portal.box.deliver(portal)
    expect((await portal.rows())[0]).toMatchObject({ attempts, failed_at: null })
    portal.clock.at += pause(attempts) - 1
    await portal.box.deliver(portal)
    expect((await portal.rows())[0]).toMatchObject({ attempts })
    portal.clock.at += 1
  }
  await portal.box.deliver(portal)
  const [row] = await portal.rows()
  expect(row).toMatchObject({ attempts: 8, sent_at: null, failed_at: portal.now().toISOString() })
  expect(row?.error).toBe('550 5.1.1 <…>: no such user, says …')
  portal.clock.at += 1000 * 60 * minute
  portal.box.refuse = null
  expect(await portal.box.deliver(portal)).toEqual([])
})

test('a mail that fails, or cannot be made, does not hold up the next; it goes once the server takes it', async () => {
  const portal = await post()
  await portal.queue()
  await portal.queue({ address: 'team@nom.example' })
  await portal.queue({ address: 'later@nom.example' })
  await portal.db.updateTable('mail').set({ template: 'gone' }).where('id', '=', 1).execute()
  portal.box.refuse = ({ to }) => (to.address === 'team@nom.example' ? new Error('busy') : null)
  expect(await portal.box.deliver(portal)).toMatchObject([{ to: { address: 'later@nom.example' } }])
  expect((await portal.rows())[0]).toMatchObject({ attempts: 1, error: 'there is no mail called gone' })
  portal.box.refuse = null
  portal.clock.at += minute
  expect(await portal.box.deliver(portal)).toMatchObject([{ to: { address: 'team@nom.example' } }])
})

test('a process that dies after sending sends again, under the same name; before sending nothing is lost', async () => {
  const portal = await post()
  await portal.queue()
  // The database goes away between sending and putting that on record.
  const broken = portal.db.withPlugin({
    transformQuery: ({ node }) => {
      if (node.kind === 'UpdateQueryNode') throw new Error('killed')
      return node
    },
    transformResult: async ({ result }) => result,
  })
  await expect(portal.box.deliver({ ...portal, db: broken })).rejects.toThrow('killed')
  expect(portal.box.sent).toHaveLength(1)
  await portal.box.deliver(portal)
  expect(portal.box.sent).toHaveLength(2)
  expect(portal.box.sent[1]?.id).toBe(portal.box.sent[0]?.id)
  expect(await portal.box.deliver(portal)).toEqual([])
})

test('after thirty days nothing is left of a mail that was sent; one that is still due stays', async () => {
  const portal = await post()
  await portal.queue()
  await portal.box.deliver(portal)
  portal.clock.at += 30 * 24 * 60 * minute
  await portal.queue()
  await tidy(portal.db, portal.now())
  expect(await portal.rows()).toHaveLength(2)
  portal.clock.at += 1
  await tidy(portal.db, portal.now())
  expect(await portal.rows()).toMatchObject([{ sent_at: null }])
})
