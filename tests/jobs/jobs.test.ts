import { pino } from 'pino'
import { expect, test, vi } from 'vitest'
import { Jobs } from '#app/jobs/jobs.server.ts'
import { startJobs } from '#app/jobs/start.server.ts'
import { now } from '../support/database.ts'
import { mailbox, origin } from '../support/mailbox.ts'
import { testPortal } from '../support/portal.ts'

const log = pino({ level: 'silent' })

test('a job is done again and again; one that fails says so until it succeeds, and does not end the others', async () => {
  const jobs = new Jobs({ now: () => now, log })
  let runs = 0
  jobs.every(0.01, 'good', async () => runs++)
  let failing = true
  jobs.every(0.01, 'bad', async () => {
    if (failing) throw new Error('the disk is full')
  })
  await vi.waitFor(() => expect(runs).toBeGreaterThan(3))
  expect(jobs.list()).toMatchObject([
    { name: 'good', everySeconds: 0.01, lastRun: now.toISOString(), error: null },
    { name: 'bad', error: 'the disk is full' },
  ])
  failing = false
  await vi.waitFor(() => expect(jobs.list()[1]?.error).toBeNull())
  await jobs.stop()
  const after = runs
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(runs).toBe(after)
})

test('stopping waits for what is being done, and does not wait for the next time', async () => {
  const jobs = new Jobs({ now: () => now, log })
  let done = false
  jobs.every(3600, 'long', async (signal) => {
    while (!signal.aborted) await new Promise((resolve) => setTimeout(resolve, 5))
    done = true
  })
  await jobs.stop()
  expect(done).toBe(true)
})

test('the portal mails and tidies by itself', async () => {
  const portal = await testPortal()
  const box = mailbox()
  const form = new URLSearchParams({ name: 'Kim', email: 'kim@voorbeeld.nl' })
  expect((await portal.get('/aanmelden', { method: 'POST', body: form })).status).toBe(303)
  startJobs(portal, { transport: box.transport, origin })
  await vi.waitFor(() => expect(box.sent).toHaveLength(1))
  await vi.waitFor(() => {
    for (const job of portal.jobs.list()) expect(job).toMatchObject({ error: null, took: expect.any(Number) })
  })
  expect(portal.jobs.list().map(({ name }) => name)).toEqual(['mail', 'introductions', 'expiry', 'tidy', 'questions'])
  await portal.jobs.stop()
  expect(portal.errors).toEqual([])
})
