import { Agent, request } from 'node:http'
import type { ServerBuild } from '@remix-run/node'
import { hashPassword } from '#app/auth/passwords.server.ts'
import type { App } from '#app/context.server.ts'
import { addAccount } from '#app/domain/account/queries.server.ts'
import { listen } from '#app/server.ts'
import { write } from '#db/write.ts'
import { get } from './search.ts'
import { round, timed, timesOf } from './times.ts'

/** The most that pages may take during a burst of sign-ins, against when nobody signs in. */
export const burstRatio = 2

const clients = 50
/** Each from an address of its own and to another account, so that no limit ends the burst. */
const triesEach = 10
const pages = ['/', '/organisaties', '/programmas/energiehubs', '/matrix', '/roms/bom']
const idleRounds = 60

const agent = new Agent({ keepAlive: true })

/** Sends a form with a wrong password, and reads the answer away. */
function send(url: string, from: string, email: string, status = 400): Promise<void> {
  const body = new URLSearchParams({ name: 'Kim', email, password: 'the wrong password' }).toString()
  const headers = {
    'X-Forwarded-For': from,
    'Sec-Fetch-Site': 'same-origin',
    'Content-Type': 'application/x-www-form-urlencoded',
    'Content-Length': Buffer.byteLength(body),
  }
  return new Promise((resolve, reject) => {
    const sent = request(url, { agent, method: 'POST', headers }, (answer) => {
      if (answer.statusCode !== status) reject(new Error(`${url} answered ${answer.statusCode}`))
      answer.resume().on('end', resolve)
    })
    sent.on('error', reject).end(body)
  })
}

/** Asks for the pages in turn, one at a time, until it is enough. @returns the times in milliseconds */
async function askPages(url: string, enough: (asked: number) => boolean): Promise<number[]> {
  const times: number[] = []
  while (!enough(times.length)) {
    for (const page of pages) times.push(await timed(() => get(url + page)))
  }
  return times
}

/**
 * Times public pages while nobody signs in, and while fifty clients from as many addresses try wrong passwords, one after the other.
 * @returns milliseconds, the ratio of what 95 of 100 pages stay under, and how many sign-ins were answered in a second
 */
export async function measureSignIns(app: App, build: ServerBuild) {
  const server = await listen({ ...app, env: { ...app.env, trustProxy: 1 } })
  server.ready(build)
  const { url } = server
  await askPages(url, (asked) => asked >= pages.length * 5)
  const idle = timesOf(0, await askPages(url, (asked) => asked >= pages.length * idleRounds))

  let over = false
  const client = async (_: unknown, n: number) => {
    for (let at = 0; at < triesEach; at++) {
      await send(`${url}/inloggen`, `192.0.2.${n + 1}`, `nobody-${n}-${at}@bench.example`)
    }
  }
  const burst = timed(() => Promise.all(Array.from({ length: clients }, client))).finally(() => {
    over = true
  })
  const during = timesOf(0, await askPages(url, () => over))
  const seconds = (await burst) / 1000
  await server.close()
  return {
    'idle p50': round(idle.p50),
    'idle p95': round(idle.p95),
    p50: round(during.p50),
    p95: round(during.p95),
    'p95 ratio': round(during.p95 / idle.p95, 2),
    'sign-ins a second': round((clients * triesEach) / seconds),
  }
}

/** The forms by which a stranger could ask whether there is an account, and the status of their one answer. */
const forms = { '/inloggen': 400, '/aanmelden': 303, '/inloggen/vergeten': 303 }
const turns = 25

/**
 * Times each form for an address that has an account and for ones that have none, in turns, so that a busy machine slows both.
 * @param url of the portal
 * @returns milliseconds by form, and by how much the slower of the two is slower
 */
export async function measureKnown({ db }: App, url: string) {
  const email = 'known@bench.example'
  const hash = await hashPassword('the right password')
  const now = new Date()
  await write(db, { id: 'system' }, now, async (trx) => {
    const id = await addAccount(trx, { email, name: 'Kim', locale: 'nl' }, now.toISOString())
    await trx.updateTable('account').set({ password_hash: hash }).where('id', '=', id).execute()
  })
  const rows: Record<string, Record<string, number>> = {}
  for (const [n, [path, status]] of Object.entries(forms).entries()) {
    const known: number[] = []
    const unknown: number[] = []
    const ask = (address: string) => timed(() => send(url + path, '192.0.2.1', address, status))
    await ask(`first-${n}@bench.example`)
    for (let turn = 0; turn < turns; turn++) {
      known.push(await ask(email))
      unknown.push(await ask(`unknown-${n}-${turn}@bench.example`))
    }
    const [one, other] = [timesOf(0, known).p50, timesOf(0, unknown).p50]
    const [fast, faster] = [Math.min(...known), Math.min(...unknown)]
    rows[path] = {
      'known p50': round(one),
      'unknown p50': round(other),
      'p50 ratio': ratio(one, other),
      'known fastest': round(fast),
      'unknown fastest': round(faster),
      'fastest ratio': ratio(fast, faster),
    }
  }
  return rows
}

const ratio = (one: number, other: number) => round(Math.max(one, other) / Math.min(one, other), 2)
