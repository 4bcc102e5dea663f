import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { pageAddresses, withEveryPage } from '../support/addresses.ts'
import { testPortal } from '../support/portal.ts'

const oddities = [
  'pagina=99999999999999999999999',
  'pagina=-1&pagina=2',
  'pagina=%00',
  `q=${'x'.repeat(10_000)}`,
  `q=${encodeURIComponent("'; DROP TABLE organisation; --")}`,
  `q=${encodeURIComponent('%_\\"<script>alert(1)</script>')}`,
  'q=%E2%80%AEabc%00%07%1b[31m',
  'q=%F0%9F%92%A5%F0%9F%87%B3%F0%9F%87%B1',
  'q=%ff%fe%c0%af',
  'q[]=1&q[$ne]=2',
  'thema=../../etc/passwd&rom=%2e%2e%2f&status=null&soort=undefined&technologie=NaN',
  'thema=energie&thema=voedsel&rom=bom&rom=bom',
  'sorteer=__proto__&weergave=constructor&kolommen=hasOwnProperty&kolommen=name',
  'datum=9999-99-99&stand=-1',
  'datum=0001-01-01&stand=9999-12-31',
  'postcode=99999&jaar=20x6&pijler=0&kerntaak=&soort=%20',
  '=&&&=%3D&%26',
  'taal=xx',
]

test('odd query strings give a page, never an error', async () => {
  const portal = await testPortal({ env: { ...withEveryPage, limitFactor: 100 } })
  for (const address of await pageAddresses(portal.db)) {
    for (const oddity of oddities) {
      const answer = await portal.get(`${address}?${oddity}`)
      const html = await answer.text()
      expect(answer.status, `${address}?${oddity.slice(0, 80)}`).toBe(200)
      expect(html).not.toContain('<script>alert')
      expect(html).not.toMatch(/\bat .+\.(js|ts|tsx):\d+/)
    }
  }
  expect(portal.errors).toEqual([])
}, 120_000)

test('an unknown value is named in a notice', async () => {
  const portal = await testPortal()
  const html = await (await portal.get('/organisaties?thema=onzin&pagina=999')).text()
  expect(html).toContain('Een deel van het adres is niet gebruikt')
  expect(html).toContain('thema=onzin')
  expect(html).toContain('pagina=999')
})

test.each([
  '/organisaties/bestaat-niet',
  '/programmas/%00',
  '/themas/..%2f..%2fetc%2fpasswd',
  `/roms/${'x'.repeat(3000)}`,
  '/regelingen/<script>',
  '/initiatieven/constructor',
  '/wp-admin.php',
  '/assets/../../package.json',
  '/assets/nope.js',
  '/organisaties.pdf',
  '/.env',
  '/data/schakel.sqlite',
])('%s does not exist', async (path) => {
  const portal = await testPortal()
  const answer = await portal.get(path)
  expect(answer.status).toBe(404)
  const text = await answer.text()
  expect(text).not.toMatch(/\bat .+\.(js|ts|tsx):\d+/)
  expect(portal.errors).toEqual([])
})

/** Sends raw bytes: what no well-behaved client would. */
function raw(url: string, text: string): Promise<string> {
  const { port, hostname } = new URL(url)
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(text))
    let answer = ''
    socket.on('data', (data) => {
      answer += data
    })
    socket.on('close', () => resolve(answer))
    socket.on('error', reject)
  })
}

test.each([
  ['a path that cannot be decoded', 'GET /%E0%A4%A HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', 400],
  ['a host that is none', 'GET / HTTP/1.1\r\nHost: a b c\r\nConnection: close\r\n\r\n', 400],
  ['no host', 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
  ['two slashes', 'GET //evil.example/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', 404],
  ['TRACE', 'TRACE / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', 405],
  ['a header of 40 kB', `GET / HTTP/1.1\r\nHost: x\r\nX: ${'y'.repeat(40_000)}\r\n\r\n`, 431],
  [
    'a body without a length',
    'POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n',
    411,
  ],
  ['an unknown method', 'BREW / HTTP/1.1\r\nHost: x\r\n\r\n', 400],
  [
    'a body that is too large',
    'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999\r\nConnection: close\r\n\r\n',
    413,
  ],
])('%s is refused in plain words', async (_name, request, status) => {
  const portal = await testPortal()
  const answer = await raw(portal.url, request)
  expect(answer.split('\r\n')[0]).toContain(` ${status} `)
  expect(answer).not.toMatch(/\bat .+\.(js|ts|tsx):\d+/)
  expect(portal.errors).toEqual([])
})

test.each(['POST', 'PUT', 'PATCH', 'DELETE'])('%s to a page that only reads is a 405', async (method) => {
  const portal = await testPortal()
  for (const path of ['/', '/organisaties', '/roms/bom', '/organisaties.csv', '/healthz', '/matrix?datum=x']) {
    for (const body of ['a=1', '{"x":', '\u0000\u00ff', 'x'.repeat(500_000)]) {
      const answer = await portal.get(path, { method, body })
      expect(answer.status, `${method} ${path}`).toBe(405)
      expect(await answer.text()).not.toMatch(/\bat .+\.(js|ts|tsx):\d+/)
    }
  }
  expect(portal.errors).toEqual([])
})

test('HEAD and OPTIONS answer without a body', async () => {
  const portal = await testPortal()
  const head = await portal.get('/organisaties', { method: 'HEAD' })
  expect(head.status).toBe(200)
  expect(await head.text()).toBe('')
  const options = await portal.get('/organisaties', { method: 'OPTIONS' })
  expect(options.status).toBe(204)
  expect(options.headers.get('allow')).toContain('GET')
})

test('the addresses that Remix adds for its own data are as safe as the pages', async () => {
  const portal = await testPortal()
  for (const path of [
    '/organisaties.data',
    '/organisaties.data?_routes=nope',
    '/organisaties/bestaat-niet.data',
    '/_root.data?_routes=%00',
    '/__manifest?p=%2F&version=x',
    `/__manifest?${'p=%2Fa&'.repeat(1500)}`,
    '/?_data=root',
    '/?index&_data=routes/public/home',
  ]) {
    const answer = await portal.get(path)
    expect(answer.status, path).toBeLessThan(500)
    expect(await answer.text(), path).not.toMatch(/\bat .+\.(js|ts|tsx):\d+/)
  }
  expect(portal.errors).toEqual([])
})
