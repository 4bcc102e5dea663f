import { expect, test } from 'vitest'
import { readEnv } from './env.server.ts'

const production = {
  SCHAKEL_MODE: 'production',
  ORIGIN: 'https://schakel.example.nl',
  SMTP_URL: 'smtps://portal:geheim@mail.example.nl',
  MAIL_FROM: 'Schakel <schakel@example.nl>',
  SECRET: 'Zk3vQ8mT0pLw5xYc7RbN1dJh6gFsA2eU',
}

/** What is wrong, setting by setting. */
function faults(env: Record<string, string | undefined>): string[] {
  try {
    readEnv(env)
    return []
  } catch (error) {
    const [, list = ''] = /^Wrong settings: (.*)$/.exec((error as Error).message) ?? []
    return list.split(/; (?=[A-Z_]+ \()/).map((fault) => fault.split(' ')[0] ?? '')
  }
}

test('a whole configuration of a production portal is taken', () => {
  expect(readEnv(production)).toMatchObject({
    mode: 'production',
    secure: true,
    origin: 'https://schakel.example.nl',
    trustProxy: 0,
    limitFactor: 1,
  })
  expect(readEnv({ ...production, HOST: '0.0.0.0', TRUST_PROXY: '1', LIMIT_FACTOR: '3' })).toMatchObject({
    host: '0.0.0.0',
    trustProxy: 1,
    limitFactor: 3,
  })
})

test.each([
  ['no origin', { ORIGIN: undefined }, ['ORIGIN']],
  ['an empty origin', { ORIGIN: '' }, ['ORIGIN']],
  ['an origin without https', { ORIGIN: 'http://schakel.example.nl' }, ['ORIGIN']],
  ['an origin that is none', { ORIGIN: 'schakel.example.nl' }, ['ORIGIN']],
  ['no mail server', { SMTP_URL: undefined }, ['SMTP_URL']],
  ['a mail server by its bare name', { SMTP_URL: 'mail.example.nl' }, ['SMTP_URL']],
  ['nobody whom mail comes from', { MAIL_FROM: undefined }, ['MAIL_FROM']],
  ['no secret', { SECRET: undefined }, ['SECRET']],
  ['a short secret', { SECRET: 'Zk3vQ8mT0pLw5xYc7RbN1dJh6gFsA2e' }, ['SECRET']],
  ['a secret of one letter', { SECRET: 'a'.repeat(64) }, ['SECRET']],
  ['a secret of a few letters', { SECRET: 'changeme'.repeat(8) }, ['SECRET']],
  ['proxies without end', { TRUST_PROXY: 'true' }, ['TRUST_PROXY']],
  ['limits that forbid everything', { LIMIT_FACTOR: '0' }, ['LIMIT_FACTOR']],
  [
    'all that an unconfigured start lacks',
    { ORIGIN: undefined, SMTP_URL: undefined, MAIL_FROM: undefined, SECRET: undefined },
    ['ORIGIN', 'SMTP_URL', 'MAIL_FROM', 'SECRET'],
  ],
])('a production portal does not start with %s', (_name, changed, wrong) => {
  expect(faults({ ...production, ...changed })).toEqual(wrong)
})

test.each([
  '0.0.0.0',
  '::',
  '192.168.1.10',
  'schakel.example.nl',
  '127.0.0.1.evil.example',
  'localhost.evil.example',
])('a demonstration does not listen on %s', (HOST) => {
  expect(faults({ HOST })).toEqual(['HOST'])
})

test.each(['127.0.0.1', '127.0.0.53', 'localhost', '::1'])(
  'a demonstration listens on %s, and needs no settings',
  (HOST) => {
    expect(readEnv({ HOST })).toMatchObject({ mode: 'demonstration', host: HOST, secure: false })
  },
)

test('a secret is never in what is said of it', () => {
  expect(() => readEnv({ ...production, SECRET: 'kort-geheim' })).toThrow(/^(?!.*kort-geheim)/)
  expect(() => readEnv({ ...production, SMTP_URL: 'http://x:kort-geheim@y' })).toThrow(/^(?!.*kort-geheim)/)
})
