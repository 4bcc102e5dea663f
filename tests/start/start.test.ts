import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { expect, test } from 'vitest'
import { openDatabase } from '#db/client.ts'
import { removeExamples } from '#db/seed/examples.ts'
import { dataFolder, run } from './run.ts'

function whole(dataDir: string) {
  const database = new SqliteDatabase(join(dataDir, 'schakel.sqlite'), { readonly: true })
  const count = (table: string) => (database.prepare(`SELECT count(*) AS n FROM ${table}`).get() as { n: number }).n
  const result = {
    sound: database.pragma('integrity_check', { simple: true }),
    keys: database.pragma('foreign_key_check'),
    roms: count('rom'),
    organisations: count('organisation'),
    participations: count('participation'),
    facts: count('fact'),
  }
  database.close()
  return result
}

test('it starts, answers, stops when asked, and starts again with the same data', async () => {
  const DATA_DIR = dataFolder()
  const first = run('start.ts', { DATA_DIR, PORT: '0' })
  const url = await first.ready()
  expect((await fetch(url)).status).toBe(200)
  expect(await (await fetch(`${url}/readyz`)).json()).toEqual({ status: 'ok', search: true })
  const data = whole(DATA_DIR)
  expect(data).toMatchObject({ sound: 'ok', keys: [], roms: 9 })
  first.child.kill('SIGTERM')
  expect((await first.ended()).code).toBe(0)
  expect(existsSync(join(DATA_DIR, 'meilisearch.pid'))).toBe(false)

  const second = run('start.ts', { DATA_DIR, PORT: '0' })
  expect((await fetch(await second.ready())).status).toBe(200)
  expect(whole(DATA_DIR)).toEqual(data)
})

test('killed at any moment of its first start, it comes up whole the next time', async () => {
  const DATA_DIR = dataFolder()
  for (const moment of [150, 300, 450, 600, 800, 1000, 1300]) {
    const doomed = run('start.ts', { DATA_DIR, PORT: '0' })
    await new Promise((resolve) => setTimeout(resolve, moment))
    doomed.child.kill('SIGKILL')
    await doomed.ended()
  }
  const healthy = run('start.ts', { DATA_DIR, PORT: '0' })
  const url = await healthy.ready()
  expect((await fetch(url)).status).toBe(200)
  expect((await fetch(`${url}/readyz`)).status).toBe(200)

  const clean = dataFolder()
  await run('start.ts', { DATA_DIR: clean, PORT: '0' }).ready()
  expect(whole(DATA_DIR)).toEqual(whole(clean))
})

test('a port that is taken is said in plain words, and nothing is left running', async () => {
  const blocker = createServer().listen(0, '127.0.0.1')
  await once(blocker, 'listening')
  const { port } = blocker.address() as { port: number }
  const DATA_DIR = dataFolder()
  const { code, output } = await run('start.ts', { DATA_DIR, PORT: String(port) }).ended()
  blocker.close()
  expect(code).toBe(1)
  expect(output).toContain(`Port ${port} is taken by another program`)
  expect(output).not.toContain('    at ')
  expect(existsSync(join(DATA_DIR, 'meilisearch.pid'))).toBe(false)
})

test('a second one on the same data is told so, and does not disturb the first', async () => {
  const DATA_DIR = dataFolder()
  const first = run('start.ts', { DATA_DIR, PORT: '0' })
  const url = await first.ready()
  const elsewhere = await run('start.ts', { DATA_DIR, PORT: '0' }).ended()
  expect(elsewhere.code).toBe(1)
  expect(elsewhere.output).toContain('Another Schakel is using')
  const same = await run('start.ts', { DATA_DIR, PORT: new URL(url).port }).ended()
  expect(same.output).toContain(`Schakel is already running at ${url}`)
  expect((await fetch(`${url}/readyz`)).status).toBe(200)
})

test.each(['start.ts', 'backup.ts', 'demo-remove.ts', 'reindex.ts'])(
  'wrong settings are named in one line before anything starts: %s',
  async (script) => {
    const { code, output } = await run(script, {
      DATA_DIR: dataFolder(),
      PORT: 'tachtig',
      MEILI_URL: 'ftp://x',
    }).ended()
    expect(code).toBe(1)
    expect(output).toMatch(/^\nWrong settings: PORT \(.+\); MEILI_URL \(.+\)\n\n$/)
  },
)

test('without a search server that answers, the portal runs and says so', async () => {
  const portal = run('start.ts', { DATA_DIR: dataFolder(), PORT: '0', MEILI_URL: 'http://127.0.0.1:9' })
  const url = await portal.ready()
  expect((await fetch(`${url}/readyz`)).status).toBe(503)
  const page = await fetch(`${url}/programmas`)
  expect(page.status).toBe(200)
  expect(await page.text()).toContain('De zoekserver is nu niet bereikbaar')
})

test('a backup of a running portal can be restored; a wrong file is refused and nothing is lost', async () => {
  const DATA_DIR = dataFolder()
  const portal = run('start.ts', { DATA_DIR, PORT: '0' })
  await portal.ready()
  const file = join(DATA_DIR, 'copy.sqlite')
  expect((await run('backup.ts', { DATA_DIR }, [file]).ended()).code).toBe(0)
  const data = whole(DATA_DIR)
  expect((await run('restore.ts', { DATA_DIR }, [file]).ended()).output).toContain('Stop it first')

  // The examples go while the portal runs; the backup brings them back.
  expect((await run('demo-remove.ts', { DATA_DIR }).ended()).output).toMatch(/Removed \d+ example organisations/)
  expect(whole(DATA_DIR).organisations).toBeLessThan(data.organisations)
  portal.child.kill('SIGTERM')
  await portal.ended()

  const wrong = await run('restore.ts', { DATA_DIR }, ['package.json']).ended()
  expect(wrong.code).toBe(1)
  expect(wrong.output).toContain('cannot be read as a backup')
  expect((await run('restore.ts', { DATA_DIR }, [file]).ended()).code).toBe(0)
  expect(whole(DATA_DIR)).toEqual(data)
  expect(readdirSync(DATA_DIR).some((name) => name.includes('before-restore'))).toBe(true)
})

/** What a production portal cannot do without. */
const production = {
  SCHAKEL_MODE: 'production',
  ORIGIN: 'https://schakel.example.nl',
  SMTP_URL: 'smtp://127.0.0.1:9',
  MAIL_FROM: 'Schakel <schakel@example.nl>',
  SECRET: 'Zk3vQ8mT0pLw5xYc7RbN1dJh6gFsA2eU',
}

test('a backup holds the secret that the portal made, and its owner only can read it', async () => {
  const DATA_DIR = dataFolder()
  const portal = run('start.ts', { DATA_DIR, PORT: '0' })
  await portal.ready()
  const secret = readFileSync(join(DATA_DIR, 'secret'), 'utf8')
  const file = join(dataFolder(), 'copy.sqlite')
  expect((await run('backup.ts', { DATA_DIR }, [file]).ended()).code).toBe(0)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(readdirSync(join(file, '..'))).toEqual(['copy.sqlite'])

  const elsewhere = dataFolder()
  expect((await run('restore.ts', { DATA_DIR: elsewhere }, [file]).ended()).code).toBe(0)
  expect(readFileSync(join(elsewhere, 'secret'), 'utf8')).toBe(secret)
  expect(statSync(join(elsewhere, 'secret')).mode & 0o777).toBe(0o600)
  expect(whole(elsewhere)).toEqual(whole(DATA_DIR))
  // In the database itself nothing of it stays behind.
  expect(readFileSync(join(elsewhere, 'schakel.sqlite')).includes(secret)).toBe(false)

  // Over a portal with a secret of its own, that one is kept as well.
  const other = dataFolder()
  writeFileSync(join(other, 'secret'), 'another', { mode: 0o600 })
  expect((await run('restore.ts', { DATA_DIR: other }, [file]).ended()).code).toBe(0)
  expect(readFileSync(join(other, 'secret'), 'utf8')).toBe(secret)
  const before = readdirSync(other).find((name) => name.startsWith('secret.before-restore')) ?? ''
  expect(readFileSync(join(other, before), 'utf8')).toBe('another')
})

test('production starts with all that makes it safe, and names each thing that is missing', async () => {
  const DATA_DIR = dataFolder()
  const { SCHAKEL_MODE } = production
  const bare = await run('start.ts', { DATA_DIR, PORT: '0', SCHAKEL_MODE }).ended()
  expect(bare.code).toBe(1)
  expect(bare.output).toMatch(
    /^\nWrong settings: ORIGIN \(.+\); SMTP_URL \(.+\); MAIL_FROM \(.+\); SECRET \(.+\)\n\n$/,
  )
  const open = await run('start.ts', { DATA_DIR, PORT: '0', HOST: '0.0.0.0' }).ended()
  expect(open.code).toBe(1)
  expect(open.output).toMatch(/^\nWrong settings: HOST \(a demonstration .+\)\n\n$/)
  // Nothing was begun.
  expect(readdirSync(DATA_DIR)).toEqual([])
})

test('production loads no examples and refuses data that has them', async () => {
  const DATA_DIR = dataFolder()
  const demonstration = run('start.ts', { DATA_DIR, PORT: '0' })
  await demonstration.ready()
  demonstration.child.kill('SIGTERM')
  await demonstration.ended()
  const again = () => run('start.ts', { DATA_DIR, PORT: '0', ...production })
  const refused = await again().ended()
  expect(refused.code).toBe(1)
  expect(refused.output).toMatch(/made-up examples, .+ npm run demo:remove/)

  // Without the made-up organisations, the made-up people are still a way in.
  const db = openDatabase(join(DATA_DIR, 'schakel.sqlite'))
  await removeExamples(db)
  await db.destroy()
  const people = await again().ended()
  expect(people.code).toBe(1)
  expect(people.output).toMatch(/made-up accounts, .+ npm run demo:remove/)
  expect((await run('demo-remove.ts', { DATA_DIR }).ended()).output).toMatch(/ [1-9]\d* example accounts/)
  const cleaned = again()
  expect((await fetch(await cleaned.ready())).status).toBe(200)

  const fresh = dataFolder()
  const url = await run('start.ts', { DATA_DIR: fresh, PORT: '0', ...production }).ready()
  const html = await (await fetch(`${url}/organisaties`)).text()
  expect(html).not.toContain('voorbeeld')
  expect(html).toContain('/organisaties/')
  expect(existsSync(join(fresh, 'secret'))).toBe(false)
})

test('the master key of the search server is readable by its owner only', async () => {
  const DATA_DIR = dataFolder()
  await run('start.ts', { DATA_DIR, PORT: '0' }).ready()
  expect(statSync(join(DATA_DIR, 'meilisearch.key')).mode & 0o777).toBe(0o600)
  expect(readFileSync(join(DATA_DIR, 'meilisearch.key'), 'utf8').length).toBeGreaterThanOrEqual(32)
})
