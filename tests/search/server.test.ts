import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import * as fs from 'node:fs'
import * as net from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest'
import { readSearchAddress, type SearchServer, searchHealth, startSearchServer } from '#search/server.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 })

const root = fs.realpathSync(fs.mkdtempSync(join(tmpdir(), 'schakel-search-')))
const nowhere = join(root, 'nowhere')
const fixture = join(root, 'fixture.ts')
fs.writeFileSync(
  fixture,
  `import { startSearchServer } from '${new URL('../../search/server.ts', import.meta.url)}'
const log = { info() {}, warn() {}, error() {} }
const server = await startSearchServer({ dataDir: process.argv[2]!, log })
process.stdout.write(JSON.stringify(server) + '\\n')
setInterval(() => {}, 1000)
`,
)

let dataDir = ''
let messages: string[] = []
const endings: (() => unknown)[] = []
const file = (name: string) => join(dataDir, name)
const recordedPid = () => Number(fs.readFileSync(file('meilisearch.pid'), 'utf8'))
const asideFolders = () => fs.readdirSync(dataDir).filter((name) => name.startsWith('meilisearch.old-'))

beforeEach(() => {
  dataDir = fs.mkdtempSync(join(root, 'data-'))
  messages = []
})

afterEach(async () => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
  for (const end of endings.splice(0)) await end()
  await vi.waitFor(() => expect(serversOn(dataDir)).toEqual([]), 5_000)
})

afterAll(() => {
  for (const pid of serversOn(root)) process.kill(pid, 'SIGKILL') // of a test that failed
  fs.rmSync(root, { recursive: true, force: true })
})

test('starts, answers and demands its key', async () => {
  const server = await start()
  expect(server.kind).toBe('bundled')
  expect(server.key).toMatch(/^[0-9a-f]{64}$/)
  expect(await searchHealth(server)).toBe(true)
  expect((await fetch(`${server.url}/indexes`)).status).toBe(401)
  expect((await ask(server, '/indexes')).status).toBe(200)

  expect(readSearchAddress(dataDir)).toEqual({ url: server.url, key: server.key })
  expect(fs.statSync(file('search.json')).mode & 0o777).toBe(0o600)
  expect(fs.statSync(file('meilisearch.key')).mode & 0o777).toBe(0o600)
  expect(serversOn(dataDir)).toEqual([recordedPid()])
  const commandLines = execFileSync('ps', ['-ww', '-eo', 'command='], { encoding: 'utf8' })
  expect(commandLines).not.toContain(server.key)
})

test('stop ends the process, removes its files and may be called again; the key stays', async () => {
  const server = await start()
  await server.stop()
  await server.stop()
  expect(serversOn(dataDir)).toEqual([])
  expect(await searchHealth(server)).toBe(false)
  expect(readSearchAddress(dataDir)).toBeNull()
  expect(fs.readdirSync(dataDir).sort()).toEqual(['meilisearch', 'meilisearch.key', 'meilisearch.log'])
  expect((await start()).key).toBe(server.key)
})

test.each([
  ['with setpriv, it takes its Meilisearch along', {}, 0],
  ['without, the next start ends the one left behind', { PATH: nowhere }, 1],
])('a killed Schakel: %s; the data is whole', async (_, env, left) => {
  const first = await startInChild(env)
  await addDocument(first.server)
  const orphan = recordedPid()
  first.child.kill('SIGKILL')
  await once(first.child, 'exit')
  await expect.poll(() => serversOn(dataDir), { timeout: 30_000 }).toHaveLength(left)
  const server = await start()
  expect(serversOn(dataDir)).toEqual([recordedPid()])
  expect(recordedPid()).not.toBe(orphan)
  expect(server.key).toBe(first.server.key)
  expect(await (await ask(server, '/indexes/probe/documents/1')).json()).toEqual({ id: 1, name: 'brug' })
})

test('without setpriv, a Schakel that merely exits still ends its Meilisearch', async () => {
  const exiting = join(root, 'exiting.ts')
  fs.writeFileSync(exiting, fs.readFileSync(fixture, 'utf8').replace('setInterval(() => {}, 1000)', ''))
  await startInChild({ PATH: nowhere }, exiting)
  expect(recordedPid()).toBeGreaterThan(0)
  await expect.poll(() => serversOn(dataDir), { timeout: 30_000 }).toEqual([])
})

test.each(['meilisearch.key', 'meilisearch.pid', 'meilisearch/db', 'meilisearch/db/tasks', 'search.json'])(
  'killed as soon as %s exists, the next start is whole',
  async (moment) => {
    const child = run()
    await expect.poll(() => fs.existsSync(file(moment)), { timeout: 30_000, interval: 1 }).toBe(true)
    child.kill('SIGKILL')
    const server = await start()
    expect(await searchHealth(server)).toBe(true)
    await expect.poll(() => serversOn(dataDir), { timeout: 30_000 }).toEqual([recordedPid()])
  },
)

test('a pid file that names somebody else harms nobody', async () => {
  fs.writeFileSync(file('meilisearch.pid'), `${process.pid}\n`)
  await start()
  expect(serversOn(dataDir)).toEqual([recordedPid()])
})

test('a Meilisearch that dies comes back on the same address', async () => {
  const server = await start()
  await addDocument(server)
  const killed = recordedPid()
  process.kill(killed, 'SIGKILL')
  await expect.poll(() => messages, { timeout: 30_000 }).toContain('Meilisearch is back')
  expect(await searchHealth(server)).toBe(true)
  expect(recordedPid()).not.toBe(killed)
  expect(readSearchAddress(dataDir)).toEqual({ url: server.url, key: server.key })
  expect((await ask(server, '/indexes/probe/documents/1')).status).toBe(200)
})

test('stopping while a restart is due leaves nothing behind', async () => {
  const server = await start()
  process.kill(recordedPid(), 'SIGKILL')
  await expect.poll(() => messages).toContain('Meilisearch is gone and will be restarted')
  await server.stop()
  expect(serversOn(dataDir)).toEqual([])
  expect(fs.existsSync(file('search.json'))).toBe(false)
})

test('an unreadable data folder is put aside, and only the newest such folder is kept', async () => {
  const version = file('meilisearch/db/VERSION')
  await (await start()).stop()
  fs.writeFileSync(version, '1.20.0')
  await (await start()).stop()
  const first = asideFolders()
  expect(first).toHaveLength(1)
  expect(messages).toContain('the search data is unreadable: starting afresh')

  fs.rmSync(version) // as when the very first start was killed
  const server = await start()
  expect(asideFolders()).toHaveLength(1)
  expect(asideFolders()).not.toEqual(first)
  expect(await searchHealth(server)).toBe(true)
})

test('a port that is taken in between is given up for another', async () => {
  const occupant = net.createServer((socket) => socket.destroy())
  await once(occupant.listen(0, '127.0.0.1'), 'listening')
  const taken = occupant.address() as net.AddressInfo
  vi.spyOn(net.Server.prototype, 'address').mockReturnValueOnce(taken)
  const server = await start()
  expect(server.url).not.toContain(`:${taken.port}`)
  expect(fs.readFileSync(file('meilisearch.log'), 'utf8')).toContain('Address already in use')
  occupant.close()
})

test('a log over 5 MB is cut at the start', async () => {
  fs.writeFileSync(file('meilisearch.log'), 'x'.repeat(5 * 1024 * 1024 + 1))
  await start()
  expect(fs.statSync(file('meilisearch.log')).size).toBeLessThan(10_000)
})

test('a binary with another checksum is refused and not run', async () => {
  const marker = join(dataDir, 'ran')
  const binary = script('fake', `touch '${marker}'`)
  const server = await startSearchServer({ ...options(), binary })
  expect(server).toEqual({ kind: 'none', reason: expect.stringContaining('SHA-256 differs') })
  expect(fs.existsSync(marker)).toBe(false)
})

test('an external server is passed on and nothing is started', async () => {
  const url = 'http://search.example:7700'
  const server = await startSearchServer({ ...options(), url, key: 'secret' })
  expect(server).toMatchObject({ kind: 'external', url, key: 'secret' })
  expect(await startSearchServer({ ...options(), url })).toMatchObject({ key: '' })
  expect(fs.readdirSync(dataDir)).toEqual([])
  if (server.kind !== 'none') await server.stop()
})

test.each([
  ['absent', '', /there is no Meilisearch/],
  ['on the PATH and ends early', 'echo "no room on the disk" >&2; exit 3', /exit code 3.*no room on/],
  ['on the PATH and never answers', 'while :; do /bin/sleep 0.1; done', /not ready within 0.3 s/],
])('a Meilisearch that is %s gives a reason and leaves nothing running', async (_, body, reason) => {
  vi.stubEnv('PATH', body ? dirname(script('meilisearch', body)) : nowhere)
  const server = await startSearchServer({ ...options(), binary: nowhere, startTimeoutMs: 300 })
  vi.unstubAllEnvs()
  expect(server).toEqual({ kind: 'none', reason: expect.stringMatching(reason) })
  if (server.kind === 'none') expect(await searchHealth(server)).toBe(false)
  expect(serversOn(dataDir)).toEqual([])
})

function options() {
  const note = (_: object, message = '') => void messages.push(message)
  return { dataDir, log: { info: note, warn: note, error: note } }
}

async function start(): Promise<SearchServer> {
  const server = await startSearchServer(options())
  if (server.kind === 'none') throw new Error(server.reason)
  endings.push(server.stop)
  return server
}

function run(env = {}, program = fixture): ChildProcess {
  const surroundings = { ...process.env, ...env }
  const child = spawn(process.execPath, [program, dataDir], { env: surroundings, stdio: 'pipe' })
  endings.push(() => child.kill('SIGKILL'))
  return child
}

async function startInChild(env = {}, program = fixture) {
  const child = run(env, program)
  const [line] = (await once(child.stdout as NodeJS.ReadableStream, 'data')) as [Buffer]
  return { child, server: JSON.parse(line.toString()) as SearchServer }
}

function script(name: string, body: string): string {
  const folder = fs.mkdtempSync(join(root, 'bin-'))
  fs.writeFileSync(join(folder, name), `#!/bin/sh\n${body}\n`, { mode: 0o755 })
  return join(folder, name)
}

function serversOn(folder: string): number[] {
  const lines = execFileSync('ps', ['-ww', '-eo', 'pid=,command='], { encoding: 'utf8' }).split('\n')
  return lines.filter((line) => line.includes(`--db-path ${folder}`)).map((line) => Number.parseInt(line, 10))
}

function ask(server: SearchServer, path: string, init: RequestInit = {}): Promise<Response> {
  const headers = { authorization: `Bearer ${server.key}`, 'content-type': 'application/json' }
  return fetch(`${server.url}${path}`, { ...init, headers })
}

async function addDocument(server: SearchServer): Promise<void> {
  const body = JSON.stringify([{ id: 1, name: 'brug' }])
  await ask(server, '/indexes/probe/documents', { method: 'POST', body })
  const status = async () => (await ask(server, '/indexes/probe/documents/1')).status
  await expect.poll(status, { timeout: 30_000 }).toBe(200)
}
