import { resolve } from 'node:path'
import { z } from 'zod'

const schema = z.object({
  SCHAKEL_MODE: z.enum(['demonstration', 'production']).default('demonstration'),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  DATA_DIR: z.string().min(1).default('data'),
  MEILI_URL: z.url({ protocol: /^https?$/ }).optional(),
  MEILI_KEY: z.string().optional(),
  ORIGIN: z.url({ protocol: /^https?$/ }).optional(),
  SECRET: z.string().optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().min(3).optional(),
  LIMIT_FACTOR: z.coerce.number().min(1).max(1000).default(1),
  TRUST_PROXY: z.coerce.number().int().min(0).max(10).default(0),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().trim().min(1).max(40).default('Microsoft'),
  OIDC_DOMAINS: z
    .string()
    .default('')
    .transform(domainsIn)
    .pipe(z.array(z.hostname('not a mail domain'))),
  OIDC_ACR: z.string().trim().max(200).optional(),
})

function domainsIn(list: string): string[] {
  return list
    .split(',')
    .map((domain) => domain.trim().toLowerCase())
    .filter(Boolean)
}

/** Where people sign in with the account of their own organisation (OpenID Connect). */
export interface OidcSettings {
  issuer: string
  clientId: string
  clientSecret: string
  /** What the button says. */
  name: string
  /** Of addresses in these domains the issuer is believed, also when it does not say that it checked them. */
  domains: string[]
  /** What `acr` or `acrs` says of who gave two factors, beside "mfa" in `amr`. */
  acr?: string
}

export interface Env {
  mode: 'demonstration' | 'production'
  host: string
  port: number
  dataDir: string
  meiliUrl?: string
  meiliKey?: string
  /** The public address, such as https://schakel.example.nl; absent: the address of each request. */
  origin?: string
  /** Whether it is reached by https only. */
  secure: boolean
  /** What the portal seals with; absent in a demonstration that makes its own. */
  secret?: string
  /** smtp://user:password@host:587 or smtps://...; absent: mail is kept in the data folder. */
  smtpUrl?: string
  /** Whom mail comes from, as "Schakel <schakel@example.nl>". */
  mailFrom?: string
  /** How many proxies stand before the portal: the address of a client is believed from that many. */
  trustProxy: number
  /** How many times more than usual may be tried, for many people behind one address. */
  limitFactor: number
  logLevel: string
  /** Absent: everybody signs in by password. */
  oidc?: OidcSettings
}

/**
 * Reads the settings. The only place that reads the environment.
 * @throws Error that names each wrong setting and what it should be
 */
export function readEnv(source: Record<string, string | undefined> = process.env): Env {
  // An empty variable counts as not set, as in most deployment tools.
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const parsed = schema.safeParse(given)
  if (!parsed.success) {
    const wrong = parsed.error.issues.map(({ path, message }) => `${path.join('.')} (${message})`)
    throw new Error(`Wrong settings: ${wrong.join('; ')}`)
  }
  const env = parsed.data
  const production = env.SCHAKEL_MODE === 'production'
  const wrong = [...(production ? missingIn(env) : tooOpen(env)), ...wrongIssuer(env, production)]
  if (wrong.length > 0) throw new Error(`Wrong settings: ${wrong.join('; ')}`)
  return {
    mode: env.SCHAKEL_MODE,
    host: env.HOST,
    port: env.PORT,
    dataDir: resolve(env.DATA_DIR),
    meiliUrl: env.MEILI_URL,
    meiliKey: env.MEILI_KEY,
    origin: env.ORIGIN?.replace(/\/$/, ''),
    secure: env.ORIGIN?.startsWith('https:') ?? false,
    secret: env.SECRET,
    smtpUrl: env.SMTP_URL,
    mailFrom: env.MAIL_FROM,
    trustProxy: env.TRUST_PROXY,
    limitFactor: env.LIMIT_FACTOR,
    logLevel: env.LOG_LEVEL,
    oidc: oidcOf(env),
  }
}

type Settings = z.output<typeof schema>

/** What a production portal must have before anybody can trust it. */
function missingIn({ ORIGIN, SMTP_URL, MAIL_FROM, SECRET = '' }: Settings): string[] {
  const strong = SECRET.length >= 32 && new Set(SECRET).size >= 12
  return [
    ...(ORIGIN?.startsWith('https://') ? [] : ['ORIGIN (production needs its public address, with https://)']),
    ...(SMTP_URL ? [] : ['SMTP_URL (production needs a mail server, as smtp://user:password@host:587)']),
    ...(MAIL_FROM ? [] : ['MAIL_FROM (production needs the address its mail comes from)']),
    ...(strong ? [] : ['SECRET (production needs at least 32 random characters: openssl rand -base64 32)']),
  ]
}

const loopback = /^(localhost|127(\.\d{1,3}){3}|::1|\[::1\])$/i

/** In a demonstration anybody can come in as anybody: it is for this machine only. */
function tooOpen({ HOST }: Settings): string[] {
  if (loopback.test(HOST)) return []
  return ['HOST (a demonstration answers on this machine only; set SCHAKEL_MODE=production for others)']
}

function oidcOf(env: Settings): OidcSettings | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = env
  if (!issuer || !clientId || !clientSecret) return undefined
  return { issuer, clientId, clientSecret, name: env.OIDC_NAME, domains: env.OIDC_DOMAINS, acr: env.OIDC_ACR }
}

const required = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const
/** Where Microsoft lets in accounts of every organisation there is: anybody can make one with any address. */
const anybodys = /^\/(common|organizations|consumers)(\/|$)/i

/** What makes it unsafe, or impossible, to sign in at the issuer. */
function wrongIssuer(env: Settings, production: boolean): string[] {
  const absent = required.filter((name) => !env[name])
  if (absent.length === required.length) return []
  if (absent.length > 0) return absent.map((name) => `${name} (single sign-on needs ${required.join(', ')}, or none)`)
  const { protocol, hostname, pathname } = new URL(env.OIDC_ISSUER ?? '')
  if (production && protocol !== 'https:') return ['OIDC_ISSUER (production needs one with https://)']
  if (pathname.includes('/.well-known/')) return ['OIDC_ISSUER (give it without /.well-known/ and what follows)']
  if (
    /^login\.(microsoftonline|partner\.microsoftonline|chinacloudapi)\./.test(hostname) &&
    anybodys.test(pathname)
  ) {
    return ['OIDC_ISSUER (give that of your own tenant: https://login.microsoftonline.com/<tenant id>/v2.0)']
  }
  return []
}
