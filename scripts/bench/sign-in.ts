import { Agent, request } from 'node:http'
import type { ServerBuild } from '@remix-run/node'
import type { App } from '#app/context.server.ts'
import { listen } from '#app/server.ts'
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

/** Tries to sign in with a password that is wrong, and reads the answer away. */
function signIn(url: string, from: string, email: string): Promise<void> {
  const body = new URLSearchParams({ email, password: 'the wrong password' }).toString()
  const headers = {
    'X-Forwarded-For': from,
    'Sec-Fetch-Site': 'same-origin',
    'Content-Type': 'application/x-www-form-urlencoded',
    'Content-Length': Buffer.byteLength(body),
  }
  return new Promise((resolve, reject) => {
    const sent = request(`${url}/inloggen`, { agent, method: 'POST', headers }, (answer) => {
      if (answer.statusCode !== 400) reject(new Error(`signing in answered ${answer.statusCode}`))
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
    for (let at = 0; at < triesEach; at++) await signIn(url, `192.0.2.${n + 1}`, `nobody-${n}-${at}@bench.example`)
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
