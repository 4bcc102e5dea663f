import { createHash, createSign, generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

const keys = () => generateKeyPairSync('rsa', { modulusLength: 2048 })
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** As RS256 does; with another key it is a signature that does not fit. */
function signed(claims: object, key: KeyObject): string {
  const text = `${part({ alg: 'RS256', kid: 'one', typ: 'JWT' })}.${part(claims)}`
  return `${text}.${createSign('sha256').update(text).sign(key, 'base64url')}`
}

interface Asked {
  challenge: string
  redirect: string
  nonce: string
  who: Record<string, unknown>
}

/** The page on which a browser test says who signs in, or that nobody does. */
function askingPage(asked: URLSearchParams): string {
  const hidden = [...asked].map(([name, value]) => `<input type="hidden" name="${name}" value='${value}'>`).join('')
  return `<!doctype html><html lang="en"><title>Issuer</title><main><h1>Who are you?</h1><form>${hidden}
    <label>Address <input name="email" autofocus></label> <button>Sign in</button></form></main></html>`
}

/**
 * An issuer of OpenID Connect over HTTP, that signs in whoever a test says. It checks what a real one checks.
 * @param options.asks whether it shows a page that asks who it is, as a browser test needs
 */
export async function startIssuer(options: { port?: number; now?: () => Date; asks?: boolean } = {}) {
  const { port = 0, now = () => new Date(), asks = false } = options
  const { privateKey, publicKey } = keys()
  const codes = new Map<string, Asked>()
  const settings = {
    issuer: '',
    clientId: 'schakel',
    clientSecret: 'een geheim van de proef',
    name: 'Microsoft',
    domains: ['rom.example'],
  }
  const control = {
    /** Who signs in; null for somebody who presses cancel. */
    who: { sub: 'anna' } as Record<string, unknown> | null,
    /** What is said beside, or in the place of, what is right. */
    claims: {} as Record<string, unknown>,
    /** What it does to a token once it is made. */
    token: (token: string) => token,
    otherKey: false,
    /** What goes wrong, by the path of what is asked. */
    fault: {} as Record<string, 'hang' | 'error' | 'refuse' | undefined>,
    /** Which paths were asked. */
    asked: [] as string[],
    /** What the portal asked when it sent a browser, the latest last. */
    sent: [] as URLSearchParams[],
  }
  const json = (res: ServerResponse, status: number, body: object) =>
    res.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body))

  function authorize(res: ServerResponse, asked: URLSearchParams) {
    if (asks && !asked.has('email')) return res.writeHead(200, { 'Content-Type': 'text/html' }).end(askingPage(asked))
    const email = asked.get('email')
    const who = asks ? email && { sub: email, email } : control.who
    control.sent.push(asked)
    const back = new URL(asked.get('redirect_uri') ?? '')
    back.searchParams.set('state', asked.get('state') ?? '')
    if (!who) back.searchParams.set('error', 'access_denied')
    else {
      const code = randomUUID()
      codes.set(code, {
        challenge: asked.get('code_challenge') ?? '',
        redirect: asked.get('redirect_uri') ?? '',
        nonce: asked.get('nonce') ?? '',
        who,
      })
      back.searchParams.set('code', code)
    }
    res.writeHead(302, { Location: back.href }).end()
  }

  function token(res: ServerResponse, given: URLSearchParams) {
    const asked = codes.get(given.get('code') ?? '')
    codes.delete(given.get('code') ?? '')
    const { clientId, clientSecret } = settings
    if (given.get('client_id') !== clientId || given.get('client_secret') !== clientSecret) {
      return json(res, 401, { error: 'invalid_client', error_description: 'AADSTS7000215: Invalid client secret' })
    }
    const verifier = createHash('sha256')
      .update(given.get('code_verifier') ?? '')
      .digest('base64url')
    if (asked?.challenge !== verifier || asked.redirect !== given.get('redirect_uri')) {
      return json(res, 400, { error: 'invalid_grant' })
    }
    const at = Math.floor(now().getTime() / 1000)
    const right = { iss: settings.issuer, aud: clientId, iat: at, exp: at + 300, nonce: asked.nonce }
    const made = signed(
      { ...right, ...asked.who, ...control.claims },
      control.otherKey ? keys().privateKey : privateKey,
    )
    json(res, 200, { access_token: 'x', token_type: 'Bearer', expires_in: 300, id_token: control.token(made) })
  }

  async function body(req: IncomingMessage): Promise<URLSearchParams> {
    const parts: Buffer[] = []
    for await (const chunk of req) parts.push(chunk)
    return new URLSearchParams(Buffer.concat(parts).toString())
  }

  const server = createServer(async (req, res) => {
    const url = new URL(req.url ?? '/', settings.issuer)
    control.asked.push(url.pathname)
    const fault = control.fault[url.pathname]
    if (fault === 'hang') return
    if (fault === 'refuse') return res.destroy()
    if (fault === 'error') return res.writeHead(503).end('down')
    const { issuer } = settings
    if (url.pathname === '/.well-known/openid-configuration') {
      return json(res, 200, {
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/keys`,
        response_types_supported: ['code'],
        subject_types_supported: ['pairwise'],
        id_token_signing_alg_values_supported: ['RS256'],
        token_endpoint_auth_methods_supported: ['client_secret_post', 'private_key_jwt'],
      })
    }
    if (url.pathname === '/authorize') return authorize(res, url.searchParams)
    if (url.pathname === '/token') return token(res, await body(req))
    if (url.pathname === '/keys') {
      return json(res, 200, {
        keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'one', use: 'sig', alg: 'RS256' }],
      })
    }
    res.writeHead(404).end()
  }).listen(port, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('no address')
  settings.issuer = `http://127.0.0.1:${address.port}`
  return {
    control,
    settings,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

export type Issuer = Awaited<ReturnType<typeof startIssuer>>
