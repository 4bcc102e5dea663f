import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { expect, onTestFinished, test, vi } from 'vitest'
import { openDatabase } from '#db/client.ts'
import { clientFor } from '#search/meilisearch.ts'
import { download, writeFolder } from '../import/download.ts'
import { expectIndexEquals } from '../support/index-equals.ts'
import { dataFolder, run } from './run.ts'

const amount = 1500
const large = download({
  organization: Array.from({ length: amount }, (_, index) => ({
    projectID: String(700_000_001 + index),
    organisationID: String(600_000_000 + (index % 400)),
    name: `VOORBEELD ${index % 400} BV`,
    city: `Plaats ${index % 400}`,
  })),
  project: Array.from({ length: amount }, (_, index) => ({
    id: String(700_000_001 + index),
    title: `Hydrogen number ${index}`,
    objective: 'Storage of hydrogen. '.repeat(40),
  })),
})

function waiting(dataDir: string): number {
  const database = new SqliteDatabase(join(dataDir, 'schakel.sqlite'))
  const count = database.prepare('SELECT count(*) FROM search_outbox').pluck().get() as number
  database.close()
  return count
}

function searchAddress(dataDir: string): { url: string; key: string; pid: number } {
  return JSON.parse(readFileSync(join(dataDir, 'search.json'), 'utf8'))
}

/** Fails unless search holds what the database holds, within the half minute that a start may take for it. */
async function expectEqual(dataDir: string) {
  await vi.waitFor(() => expect(waiting(dataDir)).toBe(0), { timeout: 30_000, interval: 200 })
  const db = openDatabase(join(dataDir, 'schakel.sqlite'))
  await vi.waitFor(
    async () => {
      const today = new Date().toISOString().slice(0, 10)
      await expectIndexEquals(clientFor(searchAddress(dataDir)), 'schakel', db, today)
    },
    { timeout: 30_000, interval: 500 },
  )
  await db.destroy()
}

test('imported beside a running Schakel, killed in the middle of it all, search equals the database again', async () => {
  const DATA_DIR = dataFolder()
  const source = writeFolder(large)
  const first = run('start.ts', { DATA_DIR, PORT: '0' })
  await first.ready()
  const importing = run('import.ts', { DATA_DIR }, ['cordis', source])
  await vi.waitFor(() => expect(waiting(DATA_DIR)).toBeGreaterThan(200), { timeout: 20_000, interval: 20 })
  // Schakel dies, and with it its search server, while the import writes and the index is brought up to date.
  first.child.kill('SIGKILL')
  await first.ended()
  importing.child.kill('SIGKILL')
  await importing.ended()

  const second = run('start.ts', { DATA_DIR, PORT: '0' })
  const url = await second.ready()
  await expectEqual(DATA_DIR)

  // Now the search server alone dies, again and again, while the import goes on to its end.
  const again = run('import.ts', { DATA_DIR }, ['cordis', source])
  for (let times = 0; times < 3; times++) {
    await new Promise((resolve) => setTimeout(resolve, 700))
    const { pid } = searchAddress(DATA_DIR)
    process.kill(pid, 'SIGKILL')
    await vi.waitFor(() => expect(searchAddress(DATA_DIR).pid).not.toBe(pid), { timeout: 20_000, interval: 100 })
  }
  expect((await again.ended()).code).toBe(0)
  await expectEqual(DATA_DIR)
  const found = await (await fetch(`${url}/api/v1/search?q=waterstof&type=project`)).json()
  expect(found.total).toBe(amount)
}, 180_000)

test('without its search server the portal says so, finds names, and catches up by itself', async () => {
  const DATA_DIR = dataFolder()
  const { child, ready } = run('start.ts', { DATA_DIR, PORT: '0' })
  const url = await ready()
  await expectEqual(DATA_DIR)
  const { pid } = searchAddress(DATA_DIR)
  // Stopped, not ended: it neither answers nor is started again.
  process.kill(pid, 'SIGSTOP')
  onTestFinished(() => {
    if (child.exitCode === null) process.kill(pid, 'SIGCONT')
  })
  const db = openDatabase(join(DATA_DIR, 'schakel.sqlite'))
  await db.updateTable('organisation').set({ name: 'Zwavelzoeker' }).where('id', '=', 'ki-tno').execute()
  const { slug } = await db
    .selectFrom('organisation')
    .select('slug')
    .where('id', '=', 'ki-tno')
    .executeTakeFirstOrThrow()
  await db.destroy()

  const page = await (await fetch(`${url}/zoeken?q=zwavelzoeker`)).text()
  expect(page).toContain('De zoekmachine is even niet bereikbaar')
  expect(page).toContain(`/organisaties/${slug}`)
  const plain = await (await fetch(`${url}/api/v1/search?q=zwavelzoeker`)).json()
  expect(plain).toMatchObject({ plain: true, total: 1 })
  const suggestions = await (await fetch(`${url}/api/suggest?q=zwavelz`)).json()
  expect(suggestions.groups[0].items[0].path).toBe(`/organisaties/${slug}`)
  for (const path of ['/', '/organisaties', `/organisaties/${slug}`, '/matrix', '/projecten', '/api']) {
    expect((await fetch(url + path)).status, path).toBe(200)
  }
  expect((await fetch(`${url}/readyz`)).status).toBe(503)

  process.kill(pid, 'SIGCONT')
  await expectEqual(DATA_DIR)
  const found = await (await fetch(`${url}/api/v1/search?q=zwavelzoeker`)).json()
  expect(found.plain).toBe(false)
  expect(found.hits[0].slug).toBe(slug)
}, 120_000)
