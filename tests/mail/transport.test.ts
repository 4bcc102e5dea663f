import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { transportOf } from '#app/mail/transport.server.ts'

function folder() {
  const dataDir = mkdtempSync(join(tmpdir(), 'schakel-mail-'))
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
  return dataDir
}

const mail = {
  to: { address: 'kim@voorbeeld.nl', name: 'Kim "K" Ó Briain, <x@evil.example>\r\nBcc: y@evil.example' },
  subject: 'Één mail\r\nBcc: z@evil.example',
  text: 'Beste Kim,\n\nhttps://schakel.example.nl/inloggen?sleutel=abc\n',
  html: '<p>Beste Kim</p>',
  id: 'schakel-1-2',
}

test('without a mail server a mail is a file that any mail program opens; names sort by time', async () => {
  const dataDir = folder()
  const times = ['2026-11-21T12:00:00.001Z', '2026-11-21T12:00:00.002Z', '2026-11-22T00:00:00.000Z']
  let at = 0
  const transport = transportOf({ dataDir }, () => new Date(times[at++] ?? ''))
  for (const id of ['c', 'b', 'a']) await transport.send({ ...mail, id })
  const files = readdirSync(join(dataDir, 'mail')).sort()
  expect(files.map((name) => name.replace(/^.*Z-/, ''))).toEqual(['c.eml', 'b.eml', 'a.eml'])
  const file = join(dataDir, 'mail', files[0] ?? '')
  expect(statSync(file).mode & 0o777).toBe(0o600)
  const text = readFileSync(file, 'utf8')
  expect(text).toMatch(/^From: Schakel <schakel@localhost>\r?$/m)
  expect(text).toMatch(/^Message-ID: <c@localhost>\r?$/m)
  expect(text).toMatch(/^Auto-Submitted: auto-generated\r?$/m)
  expect(text).toContain('multipart/alternative')
  expect(text).toContain('https://schakel.example.nl/inloggen?sleutel=')
})

test('neither a name nor a subject adds a line to the head, or another reader', async () => {
  const dataDir = folder()
  await transportOf({ dataDir }, () => new Date()).send(mail)
  const [file = ''] = readdirSync(join(dataDir, 'mail'))
  const [head = ''] = readFileSync(join(dataDir, 'mail', file), 'utf8').split(/\r?\n\r?\n/)
  const lines = head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)
  expect(lines.filter((line) => /^(bcc|cc|x-)/i.test(line))).toEqual([])
  expect(lines.filter((line) => /^to:/i.test(line))).toHaveLength(1)
  expect(lines.find((line) => /^to:/i.test(line))).toMatch(/ <kim@voorbeeld\.nl>$/)
})

/** The least a mail server says, on a free port. */
async function smtpServer(answerTo: (line: string) => string) {
  const got: string[] = []
  const server = createServer((socket) => {
    let data = false
    socket.write('220 test\r\n')
    socket.on('error', () => undefined)
    socket.on('data', (bytes) => {
      for (const line of bytes.toString().split('\r\n').filter(Boolean)) {
        got.push(line)
        if (data && line !== '.') continue
        data = line === 'DATA'
        socket.write(`${line === '.' ? '250 taken' : data ? '354 go on' : answerTo(line)}\r\n`)
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const { port } = server.address() as { port: number }
  return { got, url: `smtp://127.0.0.1:${port}` }
}

test('with a mail server it goes there, from the configured sender', async () => {
  const server = await smtpServer(() => '250 ok')
  const env = { dataDir: folder(), smtpUrl: server.url, mailFrom: 'Schakel <schakel@example.nl>' }
  const transport = transportOf(env, () => new Date())
  await transport.send(mail)
  transport.close()
  expect(server.got).toContain('MAIL FROM:<schakel@example.nl>')
  expect(server.got.filter((line) => line.startsWith('RCPT'))).toEqual(['RCPT TO:<kim@voorbeeld.nl>'])
  expect(server.got).toContain('Message-ID: <schakel-1-2@example.nl>')
  expect(readdirSync(env.dataDir)).toEqual([])
})

test('what a mail server refuses is an error, as is one that is not there', async () => {
  const server = await smtpServer((line) => (line.startsWith('RCPT') ? '550 no such user' : '250 ok'))
  const refused = transportOf({ dataDir: folder(), smtpUrl: server.url }, () => new Date())
  await expect(refused.send(mail)).rejects.toThrow('550')
  refused.close()
  const away = transportOf({ dataDir: folder(), smtpUrl: 'smtp://127.0.0.1:9' }, () => new Date())
  await expect(away.send(mail)).rejects.toThrow('ECONNREFUSED')
  away.close()
})
