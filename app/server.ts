import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, readdirSync } from 'node:fs'
import type { Server } from 'node:http'
import { createRequestHandler, type GetLoadContextFunction } from '@remix-run/express'
import type { ServerBuild } from '@remix-run/node'
import compression from 'compression'
import express from 'express'
import helmet from 'helmet'
import { pinoHttp } from 'pino-http'
import { whoAsks } from './auth/visitor.server.ts'
import type { App } from './context.server.ts'
import { apiGuard } from './http/api-guard.server.ts'
import { drainWhenDone } from './http/drain.server.ts'
import { refuse } from './http/refusal.server.ts'
import { byFirstPart } from './http/route-parts.server.ts'
import { crossSite } from './http/same-site.server.ts'

const methods = ['GET', 'HEAD', 'POST', 'OPTIONS']
const bodyLimit = 1_000_000

/** Headers, limits and logging: whatever must hold before a page is made. */
function guards(app: App): express.RequestHandler[] {
  const publicHost = app.env.origin && new URL(app.env.origin).host
  const limits: express.RequestHandler = (req, res, next) => {
    if (!methods.includes(req.method)) {
      res.set('Allow', methods.join(', '))
      return refuse(req, res, 405, 'method')
    }
    if (req.method === 'OPTIONS') return res.set('Allow', methods.join(', ')).status(204).end()
    if (req.headers['transfer-encoding']) return refuse(req, res, 411, 'length')
    if (Number(req.headers['content-length'] ?? 0) > bodyLimit) {
      return refuse(req, res, 413, 'size')
    }
    // A header that anybody can send must not change the address a page thinks it has: a proxy is believed about clients only.
    delete req.headers['x-forwarded-host']
    delete req.headers['x-forwarded-proto']
    // How Remix fetched data before single fetch: no page of ours asks for it.
    if (req.query._data !== undefined) return refuse(req, res, 400, 'address')
    // Another site must not send a form in somebody's name.
    if (crossSite(req, app.env.origin)) {
      return refuse(req, res, 403, 'otherSite')
    }
    // A proxy may put the name it reaches the portal by here: Remix takes a form for one of another site then.
    if (publicHost) req.headers.host = publicHost
    // A path or host that cannot be read would otherwise end as an error deep in the router.
    try {
      decodeURIComponent(req.path)
      new URL(req.originalUrl, `http://${req.headers.host}`)
    } catch {
      return refuse(req, res, 400, 'address')
    }
    next()
  }
  const nonce: express.RequestHandler = (_req, res, next) => {
    res.locals.nonce = randomBytes(16).toString('base64')
    next()
  }
  const { secure } = app.env
  return [
    nonce,
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          scriptSrc: [(_req, res) => `'nonce-${(res as express.Response).locals.nonce}'`, "'strict-dynamic'"],
          styleSrc: ["'self'"],
          imgSrc: ["'self'"],
          fontSrc: ["'self'"],
          connectSrc: ["'self'"],
          manifestSrc: ["'self'"],
          formAction: ["'self'"],
          baseUri: ["'none'"],
          frameAncestors: ["'none'"],
          ...(secure ? { upgradeInsecureRequests: [] } : {}),
        },
      },
      strictTransportSecurity: secure ? { maxAge: 31_536_000, includeSubDomains: true } : false,
      referrerPolicy: false,
      frameguard: { action: 'deny' },
    }),
    (req, res, next) => {
      // An address with a key is told to nobody, us included. Not 'no-referrer': a form would then be sent from nowhere (Origin: null).
      const holdsKey = req.query.sleutel !== undefined
      res.set('Referrer-Policy', holdsKey ? 'strict-origin' : 'strict-origin-when-cross-origin')
      res.set('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=()')
      next()
    },
    drainWhenDone,
    apiGuard,
    limits,
  ]
}

/** Adds how long the server took, in milliseconds, so that anybody can see it in the browser's own tools. */
const timing: express.RequestHandler = (_req, res, next) => {
  const start = performance.now()
  const writeHead = res.writeHead
  res.writeHead = function (this: express.Response, ...args: never[]) {
    if (!res.headersSent) res.setHeader('Server-Timing', `total;dur=${(performance.now() - start).toFixed(1)}`)
    return writeHead.apply(this, args as never)
  } as typeof res.writeHead
  next()
}

/** The built pages, or while developing a function that gives them as they are now. */
type Build = ServerBuild | (() => Promise<ServerBuild>)

/** Answers by the routes that a path may lead to; while developing by all of them, as they are now. */
function handlerOf(build: Build, getLoadContext: GetLoadContextFunction): express.RequestHandler {
  if (typeof build === 'function') return createRequestHandler({ build, getLoadContext })
  const handlerFor = byFirstPart(build, (part) => createRequestHandler({ build: part, getLoadContext }))
  return (req, res, next) => handlerFor(req.path)(req, res, next)
}

export interface PortalServer {
  /** Answers with pages from now on; until then every request gets a 503 that says so. */
  ready(build: Build, dev?: express.RequestHandler): void
  url: string
  close(): Promise<void>
}

/**
 * Listens on the configured address.
 * @throws the error of `listen`, such as EADDRINUSE
 */
export async function listen(app: App): Promise<PortalServer> {
  const server = express()
  server.disable('x-powered-by')
  server.set('trust proxy', app.env.trustProxy)
  server.use(timing)
  server.use(
    pinoHttp({
      logger: app.log,
      // No addresses, cookies or query strings: what people look for is theirs.
      serializers: {
        req: (req: { method: string; url: string }) => ({ method: req.method, path: req.url.split('?')[0] }),
        res: (res: { statusCode: number }) => ({ status: res.statusCode }),
      },
      customLogLevel: (_req, res) => (res.statusCode >= 500 && res.statusCode !== 503 ? 'error' : 'debug'),
    }),
  )
  server.use(...guards(app))
  server.use(compression())

  let pages: express.RequestHandler | undefined
  server.use((req, res, next) => {
    if (pages) return next()
    res.set('Retry-After', '5')
    if (req.path === '/healthz') return res.status(503).type('text/plain').send('starting\n')
    refuse(req, res, 503, 'starting')
  })
  server.use(
    '/assets',
    express.static('build/client/assets', { immutable: true, maxAge: '1y', fallthrough: false, index: false }),
  )
  // Only for the few files there are: for anything else it would ask the disk at every request.
  const files = new Set(existsSync('build/client') ? readdirSync('build/client') : [])
  const serve = express.static('build/client', { maxAge: '1h', index: false })
  server.use((req, res, next) => (files.has(req.path.slice(1)) ? serve(req, res, next) : next()))
  server.use((req, res, next) => pages?.(req, res, next))
  server.use(((error, req, res, _next) => {
    const status = Number(error?.status) >= 400 && Number(error?.status) < 500 ? Number(error.status) : 500
    if (status === 500) app.log.error({ err: error }, 'request failed')
    refuse(req, res, status, status === 500 ? 'server' : 'notFound')
  }) satisfies express.ErrorRequestHandler)

  const http: Server = server.listen(app.env.port, app.env.host)
  await once(http, 'listening')
  const address = http.address()
  const port = typeof address === 'object' && address ? address.port : app.env.port
  const host = app.env.host.includes(':') ? `[${app.env.host}]` : app.env.host

  return {
    url: `http://${host}:${port}`,
    ready(build, dev) {
      const getLoadContext: GetLoadContextFunction = async (req, res) => {
        const { assets } = typeof build === 'function' ? await build() : build
        // By Express, so that it follows "trust proxy" once that is set; without, it is the other end of the socket.
        const address = req.ip ?? null
        const { actor, session, cookie } = await whoAsks(app, req.headers.cookie, {
          ahead: req.headers['sec-purpose'] !== undefined,
        })
        if (cookie) res.append('Set-Cookie', cookie)
        return { ...app, actor, session, address, nonce: res.locals.nonce, entryModule: assets.entry.module }
      }
      const handle = handlerOf(build, getLoadContext)
      pages = dev
        ? (req, res, next) => dev(req, res, (error) => (error ? next(error) : handle(req, res, next)))
        : handle
    },
    async close() {
      http.close()
      http.closeIdleConnections()
      const patience = setTimeout(() => http.closeAllConnections(), 3000)
      if (http.listening) await once(http, 'close')
      clearTimeout(patience)
    },
  }
}
