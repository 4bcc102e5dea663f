import type { Request } from 'express'
import { forMachines } from './api-guard.server.ts'

/**
 * Whether a write comes from a page of another site. Browsers say so by Sec-Fetch-Site, older ones by Origin; a program that says
 * neither has nobody's cookies but those it was given, unless it brings some: then it is refused too.
 * @param origin the public address of the portal; without it, the address of the request
 */
export function crossSite(req: Request, origin?: string): boolean {
  if (req.method !== 'POST' || forMachines(req)) return false
  const site = req.headers['sec-fetch-site']
  if (site !== undefined) return site !== 'same-origin' && site !== 'none'
  const from = req.headers.origin
  if (from !== undefined) return from !== (origin ?? `${req.protocol}://${req.headers.host}`)
  return req.headers.cookie !== undefined
}
