import { once } from 'node:events'
import { connect } from 'node:net'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { Browser } from '../support/browser.ts'
import { addPerson } from '../support/people.ts'
import { testPortal } from '../support/portal.ts'

const path = '/organisaties/accuherleef-voorbeeld/beheren'

async function signedIn() {
  const portal = await testPortal()
  return { portal, person: await new Browser(portal).signInAs((await addPerson(portal)).id) }
}

test('a form of 10 MB is refused by a plain page in the reader’s language that says what to do', async () => {
  const { portal, person } = await signedIn()
  const body = new URLSearchParams({ note: 'x'.repeat(10_000_000) })
  const dutch = await person.post(path, body)
  expect([dutch.status, dutch.headers.get('content-language')]).toEqual([413, 'nl'])
  const html = await dutch.text()
  expect(html).toContain('<html lang="nl">')
  expect(html).toContain('Dit is te groot om te versturen. Er is niets gewijzigd.')
  await person.get('/over?taal=en')
  const english = await person.post(path, body)
  expect(english.headers.get('content-language')).toBe('en')
  expect(await english.text()).toContain('This is too large to send. Nothing was changed.')
  expect(portal.errors).toEqual([])
})

test('a machine is refused in its own format, and what wants no page gets text', async () => {
  const { portal } = await signedIn()
  const body = 'x'.repeat(2_000_000)
  const machine = await portal.get('/api/v1/matches', { method: 'POST', body })
  expect([machine.status, machine.headers.get('content-type')]).toEqual([413, 'application/problem+json'])
  const text = await portal.get(path, { method: 'POST', body, headers: { accept: 'text/plain' } })
  expect([text.status, text.headers.get('content-type')]).toEqual([413, 'text/plain; charset=utf-8'])
})

test.each([
  [
    'a file',
    () => {
      const form = new FormData()
      form.set('note', new Blob(['<script>alert(1)</script>']), '../../virus.exe')
      return form
    },
    {},
  ],
  [
    'fields as a multipart form',
    () => {
      const form = new FormData()
      form.set('note', 'x')
      return form
    },
    {},
  ],
  ['JSON', () => '{"note":"x"}', { 'content-type': 'application/json' }],
  ['text', () => 'note=x', { 'content-type': 'text/plain' }],
  ['bytes', () => new Uint8Array([0, 255, 1, 254]), { 'content-type': 'application/octet-stream' }],
  ['no type at all', () => new Uint8Array([110, 61, 120]), {}],
  [
    'a form with a thousand fields',
    () => '&a=1'.repeat(1000),
    { 'content-type': 'application/x-www-form-urlencoded' },
  ],
])('%s where a form is expected is refused by a page, and nothing is written', async (_what, body, headers) => {
  const { portal, person } = await signedIn()
  const answer = await person.post(path, body() as BodyInit, headers)
  expect(answer.status).toBe(400)
  const html = await answer.text()
  expect(html).toContain('Er is niets gewijzigd')
  expect(html).not.toMatch(/\bat .+\.(js|ts|tsx):\d+|virus/)
  expect(
    await portal.db.selectFrom('organisation_member').select('id').where('note', 'is not', null).execute(),
  ).toEqual([])
  expect(portal.errors).toEqual([])
})

setFlagsFromString('--expose-gc')
const collect: () => void = runInNewContext('gc')

/** What is held outside the heap, as the pieces of a body are. */
function held(): number {
  collect()
  return process.memoryUsage().arrayBuffers
}

/**
 * Sends a head and then pieces of a body for as long as the portal takes them.
 * @returns the answer, how many bytes were taken, and by how many bytes more were held near the end
 */
async function pour(url: string, head: string, chunked: boolean, most: number) {
  const { port, hostname } = new URL(url)
  const socket = connect(Number(port), hostname)
  await once(socket, 'connect')
  const closed = new Promise((resolve) => socket.once('close', resolve))
  const drained = () => new Promise((resolve) => socket.once('drain', resolve))
  let answer = ''
  socket.on('data', (data) => {
    answer += data
  })
  socket.on('error', () => undefined)
  socket.write(head)
  const content = Buffer.alloc(64 * 1024, 120)
  const piece = chunked ? Buffer.concat([Buffer.from('10000\r\n'), content, Buffer.from('\r\n')]) : content
  const before = held()
  let sent = 0
  let grown = 0
  while (sent < most && !socket.destroyed) {
    if (!socket.write(piece)) await Promise.race([drained(), closed])
    sent += content.length
    if (sent % (content.length * 100) === 0) grown = held() - before
  }
  socket.destroy()
  await closed
  return { answer, sent, grown }
}

const form = 'Host: x\r\nContent-Type: application/x-www-form-urlencoded\r\nOrigin: http://x\r\n'

test.each([
  ['without a length', `POST ${path} HTTP/1.1\r\n${form}Transfer-Encoding: chunked\r\n\r\n`, true, 411],
  ['with a length of 10 GB', `POST ${path} HTTP/1.1\r\n${form}Content-Length: 10000000000\r\n\r\n`, false, 413],
  [
    'to the API without a length',
    'POST /api/v1/matches HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n',
    true,
    411,
  ],
])(
  'a body that goes on and on, %s, is refused at once, kept nowhere and cut off',
  async (_how, head, chunked, status) => {
    const portal = await testPortal()
    const { answer, sent, grown } = await pour(portal.url, head, chunked, 100_000_000_000)
    expect(answer.split('\r\n')[0]).toContain(` ${status} `)
    expect(sent, 'cut off').toBeLessThan(2_000_000_000)
    expect(sent, 'read away before').toBeGreaterThan(20_000_000)
    expect(grown, 'bytes held').toBeLessThan(12_000_000)
    expect((await portal.get('/healthz')).status).toBe(200)
    expect(portal.errors).toEqual([])
  },
)

test('a body longer than it says is read as far as it says; what follows is no request', async () => {
  const portal = await testPortal()
  const head = `POST ${path} HTTP/1.1\r\n${form}Content-Length: 6\r\n\r\nnote=y`
  const { answer, grown } = await pour(portal.url, head, false, 10_000_000)
  expect(answer).toMatch(/^HTTP\/1\.1 (303|400) /)
  expect(grown).toBeLessThan(5_000_000)
  expect(portal.errors).toEqual([])
})

test('a body shorter than it says is no form', async () => {
  const portal = await testPortal()
  const { port, hostname } = new URL(portal.url)
  const socket = connect(Number(port), hostname)
  await once(socket, 'connect')
  socket.write(`POST ${path} HTTP/1.1\r\n${form}Content-Length: 1000\r\n\r\nnote=half`)
  await new Promise((resolve) => setTimeout(resolve, 300))
  socket.destroy()
  await once(socket, 'close')
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(await portal.db.selectFrom('kept_form').select('id').execute()).toEqual([])
  expect((await portal.get('/healthz')).status).toBe(200)
})
