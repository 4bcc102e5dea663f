import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { expect, onTestFinished, test, vi } from 'vitest'
import { lockDataDir } from '../../scripts/data-dir.ts'
import { download, folder, writeFolder, writeZip } from './download.ts'

/** Runs the command as its user does, and gathers what it prints. */
function run(dataDir: string, ...args: string[]) {
  const child = spawn(process.execPath, ['scripts/import.ts', ...args], {
    env: { NODE_ENV: 'production', PATH: process.env.PATH, HOME: process.env.HOME, DATA_DIR: dataDir },
  })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  const printed = { out: '', err: '' }
  child.stdout.on('data', (data) => {
    printed.out += data
  })
  child.stderr.on('data', (data) => {
    printed.err += data
  })
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, ...printed }))
  return { child, ended }
}

const tables = ['organisation', 'evidence', 'evidence_organisation', 'undertaking', 'participation', 'search_outbox']

/** What matters of the database, however often and by however many runs it was written. */
function state(dataDir: string) {
  const database = new SqliteDatabase(join(dataDir, 'schakel.sqlite'), { readonly: true })
  const count = (table: string) => database.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number
  const result = {
    sound: database.pragma('integrity_check', { simple: true }),
    keys: database.pragma('foreign_key_check'),
    counts: Object.fromEntries(tables.map((table) => [table, count(table)])),
    slugs: database
      .prepare(`SELECT group_concat(id || slug) FROM (SELECT id, slug FROM organisation ORDER BY id)`)
      .pluck()
      .get(),
    last: database.prepare('SELECT max(seq) FROM search_outbox').pluck().get(),
  }
  database.close()
  return result
}

/** How many projects are in, for who waits for it. */
function imported(dataDir: string): number {
  if (!existsSync(join(dataDir, 'schakel.sqlite'))) return 0
  const database = new SqliteDatabase(join(dataDir, 'schakel.sqlite'), { readonly: true })
  const table = database.prepare(`SELECT 1 FROM sqlite_master WHERE name = 'evidence'`).get()
  const count = table ? database.prepare('SELECT count(*) FROM evidence').pluck().get() : 0
  database.close()
  return count as number
}

const amount = 2000
const numbers = Array.from({ length: amount }, (_, index) => String(700_000_001 + index))
const large = download({
  organization: numbers.map((projectID, index) => ({
    projectID,
    organisationID: index === 5 ? '993544035' : String(600_000_000 + (index % 700)),
    name: `VOORBEELD ${index % 350} BV`,
    city: `Plaats ${index % 700}`,
  })),
  project: numbers.map((id) => ({ id, objective: 'Words. '.repeat(200) })),
})

test('as the first command ever it makes the database, and a second run writes nothing', async () => {
  const data = folder()
  const zip = writeZip(large)
  const first = await run(data, 'cordis', zip).ended
  expect(first.err).toContain('100% writing')
  expect(first.err).not.toContain('    at ')
  expect(first.code).toBe(0)
  expect(first.out).toMatch(/projects +2000 +0 +0 +0\n/)
  expect(first.out).toContain('Search is up to date.')
  const whole = state(data)
  expect(whole).toMatchObject({ sound: 'ok', keys: [] })

  const second = await run(data, 'cordis', zip).ended
  expect(second.out).toContain('nothing was written')
  expect(state(data)).toEqual(whole)
})

test('killed midway and run again it ends whole', async () => {
  const source = writeFolder(large)
  const [data, clean] = [folder(), folder()]
  for (const share of [0, 0.4]) {
    const { child, ended } = run(data, 'cordis', source)
    const patience = { timeout: 30_000, interval: 2 }
    await vi.waitFor(() => expect(imported(data)).toBeGreaterThan(amount * share), patience)
    child.kill('SIGKILL')
    expect((await ended).code).toBe(null)
    const { sound, keys, counts } = state(data)
    expect({ sound, keys }).toEqual({ sound: 'ok', keys: [] })
    expect(counts.evidence).toBeLessThan(amount)
  }
  const last = await run(data, 'cordis', source).ended
  expect(last.out).toMatch(/projects +[1-9]\d* +0 +[1-9]\d* +0\n/)
  await run(clean, 'cordis', source).ended
  const { last: _, ...whole } = state(data)
  expect(state(clean)).toMatchObject(whole)
})

test('wrong input ends with one clear message, and the data is not even opened', async () => {
  const data = join(folder(), 'data')
  const spoiled = writeFolder({ ...large, 'project.csv': `${large['project.csv']}"1";"2"\n` })
  const { code, out, err } = await run(data, 'cordis', spoiled).ended
  expect(code).toBe(1)
  expect(out).toBe('')
  expect(err).toContain('project.csv, line 2002: 2 values for 9 columns\n\nNothing was written.')
  expect(err).not.toContain('    at ')
  expect(existsSync(data)).toBe(false)
})

test('without the right arguments it says how it is used', async () => {
  for (const args of [[], ['cordis'], ['other', 'x'], ['cordis', 'a', 'b']]) {
    const { code, err } = await run(folder(), ...args).ended
    expect(code).toBe(1)
    expect(err).toContain('Use: npm run import -- cordis PATH')
  }
})

test('beside a Schakel that holds the data folder it imports, and says that search follows when its server is away', async () => {
  const data = folder()
  const source = writeFolder(download({ organization: [{}], project: [{}] }))
  await run(data, 'cordis', writeFolder(download({ organization: [], project: [] }))).ended
  const lock = lockDataDir(data)
  onTestFinished(() => {
    lock?.close()
  })
  const { code, out } = await run(data, 'cordis', source).ended
  expect(code).toBe(0)
  expect(out).toMatch(/organisations +1 +0 +0 +0\n/)
  expect(out).toContain('Search follows as soon as its server is back.')
})

test('a database that cannot be written is said so; what was written stays, and the rest follows', async () => {
  const data = folder()
  const source = writeFolder(large)
  await run(data, 'cordis', writeFolder(download({ organization: [], project: [] }))).ended
  const database = new SqliteDatabase(join(data, 'schakel.sqlite'))
  onTestFinished(() => {
    database.close()
  })
  database.exec(`CREATE TRIGGER full BEFORE INSERT ON evidence WHEN NEW.id = 'cordis-700001500' BEGIN
    SELECT RAISE(ABORT, 'no room');
  END`)
  const { code, out, err } = await run(data, 'cordis', source).ended
  expect({ code, out }).toEqual({ code: 1, out: '' })
  expect(err).toMatch(/could not be written: no room \(.*\)\n\n\d+ changes before that are kept, each whole/)
  expect(err).not.toContain('    at ')
  expect(imported(data)).toBe(1400)
  database.exec('DROP TRIGGER full')
  expect((await run(data, 'cordis', source).ended).out).toMatch(/projects +600 +0 +1400 +0\n/)
})
