import type { RouteConfigEntry } from '@remix-run/route-config'
import { expect, test } from 'vitest'
import { readEnv } from '#app/env.server.ts'
import routes from '#app/routes.ts'
import { addressOf, type Outcome, type Row, rows } from './guards/table.ts'
import { type People, type Person, people, testPeople } from './support/cast.ts'
import { sampleEvidence } from './support/evidence.ts'
import { testPortal } from './support/portal.ts'

const methods = ['GET', 'POST'] as const
type Method = (typeof methods)[number]

const lines = (entries: RouteConfigEntry[], before = ''): string[] =>
  entries.flatMap(({ path = '', children, file }) => {
    const own = [before, path].filter(Boolean).join('/')
    // A layout has no address of its own; everything else has a loader or an action that can be asked.
    const layout = children && path === '' && file !== ''
    return [...(layout ? [] : [own]), ...lines(children ?? [], own)]
  })

async function ask(world: People, person: Person, method: Method, row: Row, suffix = '') {
  const browser = await world.browserOf(person)
  const address = addressOf(row, world) + suffix
  return method === 'GET' ? browser.get(address) : browser.post(address, row.form?.(world))
}

const refusals: Partial<Record<number, Outcome>> = { 403: 'forbidden', 404: 'hidden', 405: 'method' }

/** What an answer comes down to; the status for one that is none of them. */
function outcomeOf(answer: Response, row: Row): Outcome | `${number}` | 'twoFactor' {
  const { status } = answer
  if (status === row.status) return 'in'
  const location = new URL(answer.headers.get('location') ?? '/', 'http://portal')
  if (status === 303 && location.pathname === '/inloggen' && location.searchParams.has('naar')) return 'signIn'
  if (status === 303 && location.pathname === '/mijn/account/tweestaps') return 'twoFactor'
  const refusal = refusals[status]
  if (refusal) return refusal
  return status === 200 || status === 303 || status === 400 || status === 409 || status === 415 ? 'in' : `${status}`
}

const right = (got: string, expected: string, { setsUpFirst }: Row) =>
  got === expected || (setsUpFirst === true && expected === 'in' && got === 'twoFactor')

test('every route has a row that says who may come there, and every row has a route', () => {
  const paths = new Set(lines(routes as RouteConfigEntry[]))
  const told = new Set(rows.map(({ path }) => path))
  expect([...paths].filter((path) => !told.has(path))).toEqual([])
  expect([...told].filter((path) => !paths.has(path))).toEqual([])
})

test('every loader and action answers those who may, and nobody else', async () => {
  const portal = await testPortal({ env: { limitFactor: 1000 } })
  await sampleEvidence(portal.db)
  const world = await testPeople(portal)
  const wrong: string[] = []
  for (const row of rows) {
    for (const method of methods) {
      for (const person of people) {
        const expected = row[method](person)
        const answer = await ask(world, person, method, row)
        const text = await answer.text()
        const got = outcomeOf(answer, row)
        const about = `${method} /${row.path} by ${person}`
        if (!right(got, expected, row)) wrong.push(`${about}: ${got}, not ${expected}`)
        if (got === 'signIn' && method === 'GET') {
          const back = new URL(answer.headers.get('location') ?? '', portal.url).searchParams.get('naar')
          if (back !== addressOf(row, world)) wrong.push(`${about}: comes back at ${back}`)
        }
        if (/\bat .+\.(js|ts|tsx):\d+/.test(text)) wrong.push(`${about}: tells where in the code`)
        if (expected === 'in' || expected === 'method') continue
        // What Remix would give a script of ours must be refused as the page is.
        const data = await ask(world, person, method, row, '.data')
        await data.arrayBuffer()
        if (data.status === 200) wrong.push(`${about}: gets its data`)
      }
    }
  }
  expect(wrong).toEqual([])
  expect(portal.errors).toEqual([])
})

const staff: Person[] = ['developer', 'coordinator', 'secretary', 'commissioner', 'administrator']
const closed = rows.filter(
  (row) => !row.demonstrationOnly && methods.some((method) => row[method]('stranger') === 'signIn'),
)

test('staff of a production portal get nowhere of their own without two-factor, and everywhere with it', async () => {
  expect(closed.length).toBeGreaterThan(0)
  for (const twoFactor of [false, true]) {
    const env = { ...readEnv({}), limitFactor: 1000, origin: 'https://schakel.example.nl', secure: true }
    const portal = await testPortal({ mode: 'production', env: { ...env, mode: 'production', port: 0 } })
    const world = await testPeople(portal, { twoFactor })
    const wrong: string[] = []
    for (const row of closed) {
      for (const method of methods.filter((one) => row[one]('stranger') === 'signIn')) {
        for (const person of [...staff, 'owner'] as Person[]) {
          const must = !twoFactor && person !== 'owner' && !row.withoutTwoFactor
          const expected = must ? 'twoFactor' : row[method](person)
          const answer = await ask(world, person, method, row)
          await answer.arrayBuffer()
          const got = outcomeOf(answer, row)
          if (!right(got, expected, row)) wrong.push(`${method} /${row.path} by ${person}: ${got}, not ${expected}`)
        }
      }
    }
    expect(wrong, twoFactor ? 'with two-factor' : 'without').toEqual([])
    // The made-up people of a demonstration are no way in here.
    const example = rows.find(({ path }) => path === 'inloggen/voorbeeld') as Row
    expect((await ask(world, 'stranger', 'POST', example)).status).toBe(404)
    expect(portal.errors).toEqual([])
  }
})

test('whoever is sent to sign in comes back to the same view', async () => {
  const portal = await testPortal()
  const answer = await portal.get('/mijn?b=2&a=%2F%2Fevil.example')
  const back = new URL(answer.headers.get('location') ?? '', portal.url)
  expect(back.searchParams.get('naar')).toBe('/mijn?b=2&a=%2F%2Fevil.example')
})
