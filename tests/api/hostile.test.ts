import { expect, test } from 'vitest'
import { addresses, openApi, type Parameter } from '../support/api.ts'
import { testPortal } from '../support/portal.ts'

const long = 'x'.repeat(10_000)
const nowhere = ['', ' ', '\u0000', 'a\u0000b', '\u001b[31m', '../../etc/passwd', '[object Object]', '__proto__']
const numbers = ['-1', '0x10', '1e3', '1.5', 'NaN', 'Infinity', '99999999999999999999', '9007199254740993', '٣']
const days = ['2026-02-30', '2026-13-01', '20260101', '0000-00-00', '9999-99-99', 'gisteren', '2026-01-01T00:00']
const injections = ["'; DROP TABLE organisation; --", '1 OR 1=1', '<script>alert(1)</script>']

/** Values that a parameter must refuse. */
function bad({ name, schema }: Parameter): string[] {
  if (name === 'q') return [long, 'a\u0000b', '\u001b[31m', '\u0085']
  const common = [...nowhere, ...injections, long, '💥', 'ＥＮＥＲＧＩＥ']
  if (schema.type === 'integer') return [...common, ...numbers, name === 'limit' ? '0' : '-0x1', '2147483648']
  return schema.$ref?.endsWith('/Day') ? [...common, ...days, '1'] : common
}

interface Problem {
  title: string
  status: number
  detail: string
  errors: { parameter: string; detail: string }[]
}

test('a value that cannot be used is a 400 with the name of its parameter, on every address', async () => {
  const portal = await testPortal()
  let tried = 0
  const refused = async (address: string, search: string, name: string) => {
    const answer = await portal.get(`${address}?${search}`)
    const text = await answer.text()
    const about = `${address}?${search.slice(0, 80)}`
    expect(answer.status, about).toBe(400)
    expect(answer.headers.get('content-type'), about).toBe('application/problem+json')
    const problem = JSON.parse(text) as Problem
    expect(problem.status, about).toBe(400)
    expect(problem.title).toBe('Bad Request')
    expect(
      problem.errors.map(({ parameter }) => parameter),
      about,
    ).toContain(name)
    for (const { detail } of problem.errors) expect(detail.length, about).toBeGreaterThan(10)
    expect(text.length).toBeLessThan(10_000)
    expect(text).not.toMatch(/\bat .+\.(js|ts|tsx):\d+/)
    tried++
  }
  for (const { address, query } of addresses(await openApi(portal))) {
    for (const parameter of query) {
      const { name } = parameter
      for (const value of bad(parameter)) await refused(address, `${name}=${encodeURIComponent(value)}`, name)
      await refused(address, `${name}=1&${name}=2`, name)
      await refused(address, `${name}[]=1`, `${name}[]`)
      await refused(address, `${name}[$ne]=1`, `${name}[$ne]`)
      await refused(address, `${name}=%ff%fe`.replace('q=%ff%fe', 'q=%00'), name)
    }
    for (const name of ['nope', 'taal', 'pagina', '__proto__', 'constructor', 'hasOwnProperty', '_data']) {
      await refused(address, `${name}=1`, name)
    }
    await refused(address, 'a%00b=1', 'a\u0000b')
    await refused(address, '=1', '')
    await refused(address, `${Array.from({ length: 500 }, (_, i) => `p${i}=1`).join('&')}`, 'p0')
  }
  expect(tried).toBeGreaterThan(1000)
  expect(portal.errors).toEqual([])
}, 180_000)

test('what does not exist is named: a theme, a ROM, a technology, a day that has yet to come', async () => {
  const portal = await testPortal()
  const names = async (path: string) =>
    ((await (await portal.get(`/api/v1${path}`)).json()) as Problem).errors.map(({ parameter }) => parameter)
  expect(await names('/organisations?theme=onzin&rom=nergens&technology=toverkunst')).toEqual([
    'theme',
    'rom',
    'technology',
  ])
  expect(await names('/projects?theme=onzin&organisation=niemand')).toEqual(['theme', 'organisation'])
  expect(await names('/projects?year=999&status=signed')).toEqual(['status', 'year'])
  expect(await names('/search?rom=nergens')).toEqual(['rom'])
  expect(await names('/programmes/energiehubs/participations?known=2026-11-22')).toEqual(['known'])
  expect(await names('/organisations?limit=0&offset=-1&sort=x&kind=y')).toEqual(['kind', 'sort', 'limit', 'offset'])
})

test.each([
  '/api/nope',
  '/api/v1',
  '/api/v1/',
  '/api/v1/nope',
  '/api/v2/roms',
  '/api/v1/roms/bom/nope',
  '/api/v1/roms/BOM',
  '/api/v1/roms/%00',
  '/api/v1/roms/..%2f..%2fetc%2fpasswd',
  '/api/v1/roms/__proto__',
  `/api/v1/roms/${'x'.repeat(3000)}`,
  '/api/v1/roms.data',
  '/api/v1/projects/bestaat-niet',
  '/api/v1/projects/%27%20OR%201=1',
  '/api/v1/programmes/bestaat-niet/participations',
])('%s is a 404 for machines', async (path) => {
  const portal = await testPortal()
  const answer = await portal.get(path)
  expect(answer.status).toBe(404)
  expect(answer.headers.get('content-type')).toBe('application/problem+json')
  expect(answer.headers.get('access-control-allow-origin')).toBe('*')
  expect(await answer.json()).toMatchObject({ status: 404, title: 'Not Found' })
  expect(portal.errors).toEqual([])
})

test.each(['POST', 'PUT', 'PATCH', 'DELETE'])('%s is a 405 for machines, whatever comes with it', async (method) => {
  const portal = await testPortal()
  for (const path of ['/api/v1/roms', '/api/v1/search?q=x', '/api/v1/nope']) {
    for (const body of ['a=1', '{"x":', 'x'.repeat(500_000)]) {
      const answer = await portal.get(path, { method, body })
      expect(answer.status).toBe(405)
      expect(answer.headers.get('allow')).toBe('GET, HEAD, OPTIONS')
      expect(answer.headers.get('content-type')).toBe('application/problem+json')
      expect(answer.headers.get('access-control-allow-origin')).toBe('*')
    }
  }
  expect(portal.errors).toEqual([])
})

test('an error of ours is a 500 that tells nothing, and is logged', async () => {
  const portal = await testPortal()
  await portal.db.schema.dropTable('postcode_range').execute()
  await portal.db.schema.dropTable('service_area').execute()
  const answer = await portal.get('/api/v1/roms')
  const text = await answer.text()
  expect(answer.status).toBe(500)
  expect(answer.headers.get('content-type')).toBe('application/problem+json')
  expect(answer.headers.get('access-control-allow-origin')).toBe('*')
  expect(text).not.toMatch(/service_area|sql|\.ts|node_modules/i)
  expect(portal.errors.filter((line) => line.includes('no such table'))).toHaveLength(1)
})
