import type { Request, RequestHandler, Response } from 'express'
import { badParameters, nothingHere, Problem, problemType } from './problem.server.ts'

/** The addresses that are asked by POST, and by nothing else: a test compares them with the document. */
const posts = ['/api/v1/matches']

function methodsAt(path: string): string {
  return posts.includes(path.toLowerCase().replace(/\/$/, '')) ? 'POST, OPTIONS' : 'GET, HEAD, OPTIONS'
}

/** Whether a request is for the API: its answers are for machines, the refusals too. */
export function forMachines(req: Request): boolean {
  return req.path.toLowerCase().startsWith('/api/')
}

export function sendProblem(res: Response, problem: Problem) {
  // Not by send(): it would add a charset, which JSON has none of.
  res.status(problem.status).set({ 'Cache-Control': 'no-store', 'Content-Type': problemType })
  res.end(JSON.stringify(problem))
}

/** What holds for every answer under /api/: any site may ask for it, by the methods that its address takes. */
export const apiGuard: RequestHandler = (req, res, next) => {
  if (!forMachines(req)) return next()
  res.set({
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Expose-Headers': 'ETag, Link, RateLimit, RateLimit-Policy, Retry-After',
    'Cross-Origin-Resource-Policy': 'cross-origin',
  })
  const methods = methodsAt(req.path)
  if (req.method === 'OPTIONS') {
    res.set({
      Allow: methods,
      'Access-Control-Allow-Methods': methods,
      'Access-Control-Allow-Headers': 'Accept, Content-Type, If-None-Match',
      'Access-Control-Max-Age': '86400',
    })
    return res.status(204).end()
  }
  if (!methods.split(', ').includes(req.method)) {
    res.set('Allow', methods)
    return sendProblem(res, new Problem(405, `${req.method} does not work here; what does: ${methods}.`))
  }
  // How Remix asks a page for its data: the API has no such thing.
  if (req.path.endsWith('.data')) return sendProblem(res, nothingHere())
  if (req.query._data !== undefined) {
    return sendProblem(res, badParameters([{ parameter: '_data', detail: 'There is no such parameter.' }]))
  }
  next()
}
