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

const oidc = {
  OIDC_ISSUER: 'https://login.microsoftonline.com/0f1e2d3c-0000-4000-8000-000000000000/v2.0',
  OIDC_CLIENT_ID: 'schakel',
  OIDC_CLIENT_SECRET: 'kort-geheim',
}

test('single sign-on is off until it is configured, and then has a name and domains', () => {
  expect(readEnv(production).oidc).toBeUndefined()
  expect(readEnv({ ...production, OIDC_NAME: 'Google', OIDC_DOMAINS: 'nom.nl' }).oidc).toBeUndefined()
  expect(readEnv({ ...production, ...oidc }).oidc).toEqual({
    issuer: oidc.OIDC_ISSUER,
    clientId: 'schakel',
    clientSecret: 'kort-geheim',
    name: 'Microsoft',
    domains: [],
    acr: undefined,
  })
  const more = { OIDC_NAME: ' NOM ', OIDC_DOMAINS: 'NOM.nl, bom.nl,', OIDC_ACR: 'c1' }
  expect(readEnv({ ...production, ...oidc, ...more }).oidc).toMatchObject({
    name: 'NOM',
    domains: ['nom.nl', 'bom.nl'],
    acr: 'c1',
  })
  expect(readEnv({ ...oidc, OIDC_ISSUER: 'http://127.0.0.1:9000' }).oidc?.issuer).toBe('http://127.0.0.1:9000')
})

test.each([
  ['without a secret', { OIDC_CLIENT_SECRET: '' }, ['OIDC_CLIENT_SECRET']],
  ['without an id', { OIDC_CLIENT_ID: undefined }, ['OIDC_CLIENT_ID']],
  ['with a secret only', { OIDC_ISSUER: '', OIDC_CLIENT_ID: '' }, ['OIDC_ISSUER', 'OIDC_CLIENT_ID']],
  ['with an issuer that is no address', { OIDC_ISSUER: 'login.microsoftonline.com' }, ['OIDC_ISSUER']],
  ['with an issuer without https', { OIDC_ISSUER: 'http://login.example.nl' }, ['OIDC_ISSUER']],
  [
    'with the address of its description',
    { OIDC_ISSUER: 'https://login.example.nl/.well-known/openid-configuration' },
    ['OIDC_ISSUER'],
  ],
  [
    'with accounts of all organisations',
    { OIDC_ISSUER: 'https://login.microsoftonline.com/common/v2.0' },
    ['OIDC_ISSUER'],
  ],
  ['with accounts of anybody', { OIDC_ISSUER: 'https://login.microsoftonline.com/Consumers' }, ['OIDC_ISSUER']],
  ['with a name that is empty', { OIDC_NAME: ' ' }, ['OIDC_NAME']],
  ['with an address for a domain', { OIDC_DOMAINS: 'nom.nl, jan@nom.nl' }, ['OIDC_DOMAINS.1']],
])('single sign-on %s is refused at the start', (_name, changed, wrong) => {
  expect(faults({ ...production, ...oidc, ...changed })).toEqual(wrong)
  expect(() => readEnv({ ...production, ...oidc, ...changed })).toThrow(/^(?!.*kort-geheim)/)
})
