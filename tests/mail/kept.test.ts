import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { startJobs } from '#app/jobs/start.server.ts'
import { tidy } from '#app/jobs/tidy.server.ts'
import { removeForgottenMail } from '#app/mail/kept.server.ts'
import { queueMail } from '#app/mail/queue.server.ts'
import { transportOf } from '#app/mail/transport.server.ts'
import { sendDue } from '#app/mail/worker.server.ts'
import { Browser } from '../support/browser.ts'
import { origin } from '../support/mailbox.ts'
import { addPerson, password } from '../support/people.ts'
import { portalInTime, testPortal } from '../support/portal.ts'

const day = 24 * 3_600_000
type Portal = Awaited<ReturnType<typeof testPortal>>

/** Mail to somebody, kept as a file. */
async function keep(portal: Portal, to: { accountId: string } | { address: string }) {
  const params = { link: '/inloggen' }
  await queueMail(portal.db, { to, locale: 'nl', template: 'passwordChanged', params }, portal.now())
  const transport = transportOf({ dataDir: portal.env.dataDir }, portal.now)
  expect(await sendDue(portal, { transport, origin })).toBe(1)
}

const filesOf = ({ env }: Portal) => readdirSync(join(env.dataDir, 'mail')).sort()

test('who is forgotten is in no kept mail either; that of others, and what is no mail of ours, stays', async () => {
  const portal = await testPortal()
  const [person, other] = [await addPerson(portal), await addPerson(portal)]
  await keep(portal, { accountId: person.id })
  await keep(portal, { address: person.email })
  const before = filesOf(portal)
  await keep(portal, { accountId: other.id })
  const [ofOther = ''] = filesOf(portal).filter((file) => !before.includes(file))
  const folder = join(portal.env.dataDir, 'mail')
  // What was being written when the process ended, and what somebody put there.
  writeFileSync(join(folder, `${before[0]}.unfinished`), 'To: half')
  for (const name of ['notes.eml', 'schakel-1-1.txt']) writeFileSync(join(folder, name), '')
  const browser = new Browser(portal)
  await browser.signIn(person.email)
  const answer = await browser.post('/mijn/account/verwijderen', { current: password })
  expect(answer.headers.get('location')).toBe('/uitloggen/verwijderd')
  expect(filesOf(portal)).toEqual([ofOther, 'notes.eml', 'schakel-1-1.txt'].sort())
  expect(portal.errors).toEqual([])
})

test('kept mail goes when its row does, after thirty days', async () => {
  const { portal, pass } = await portalInTime()
  expect(await removeForgottenMail(portal.db, portal.env.dataDir)).toBe(0)
  await keep(portal, { address: 'team@rom.example' })
  pass(30 * day)
  await keep(portal, { address: 'later@rom.example' })
  const job = async () => {
    await tidy(portal.db, portal.now())
    return removeForgottenMail(portal.db, portal.env.dataDir)
  }
  expect(await job()).toBe(0)
  pass(1)
  expect(await job()).toBe(1)
  expect(filesOf(portal)).toHaveLength(1)
})

test('the job that tidies removes them', async () => {
  const portal = await testPortal()
  const folder = join(portal.env.dataDir, 'mail')
  mkdirSync(folder)
  const file = join(folder, '2026-10-01T00-00-00-000Z-schakel-abc123-7.eml')
  writeFileSync(file, 'To: kim@voorbeeld.nl')
  startJobs(portal, { transport: transportOf({ dataDir: portal.env.dataDir }, portal.now), origin })
  await vi.waitFor(() => expect(existsSync(file)).toBe(false))
  await portal.jobs.stop()
  expect(portal.jobs.list().map(({ error }) => error)).toEqual(portal.jobs.list().map(() => null))
})
