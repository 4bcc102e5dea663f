import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { needsTwoFactor } from '../domain/account/policy.ts'
import type { Actor } from '../domain/account/types.ts'
import { Sessions } from './session.server.ts'

type Args = Pick<LoaderFunctionArgs, 'request' | 'context'>

/** The sessions of a request's portal. */
export function sessionsOf(
  { db, now, env }: Args['context'],
  on = db as ConstructorParameters<typeof Sessions>[0],
): Sessions {
  return new Sessions(on, now, env.secure)
}

/**
 * Who is signed in: the first line of every loader and action that is not for everybody.
 * @throws a redirect to sign in, and back; or to set up two-factor, for staff of a production portal who have not
 */
export function requireUser({ request, context }: Args, options: { withoutTwoFactor?: boolean } = {}): Actor {
  const { actor, env } = context
  if (!actor) throw redirect(signInAddress(request), 303)
  if (!options.withoutTwoFactor && needsTwoFactor(actor, env.mode)) throw redirect('/mijn/account/tweestaps', 303)
  return actor
}

/**
 * Who is signed in, when the policy allows it.
 * @param allowed a policy, such as `canAdminister`
 * @throws as `requireUser`; a 403 for somebody who may not
 */
export function requireRole(args: Args, allowed: (actor: Actor) => boolean): Actor {
  const actor = requireUser(args)
  if (!allowed(actor)) throw new Response('Forbidden', { status: 403 })
  return actor
}

/** Where to sign in, with the way back. After a form, that is the page the form stands on. */
export function signInAddress(request: Request): string {
  const { pathname, search } = new URL(request.url)
  return `/inloggen?${new URLSearchParams({ naar: pathname.replace(/\.data$/, '') + search })}`
}

/** The address to go on to when it is one of this portal; anything else leads to `otherwise`. */
export function ownAddress(given: string | null, otherwise: string): string {
  if (!given?.startsWith('/') || given.length > 2000) return otherwise
  // As a browser reads it: "//evil.example", "/\evil.example" and "/\t/evil.example" are other sites.
  const base = 'https://portal.invalid'
  const url = URL.canParse(given, base) ? new URL(given, base) : null
  if (url?.origin !== base || url.pathname.startsWith('//')) return otherwise
  return url.pathname + url.search
}
