import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { needsTwoFactor } from '../domain/account/policy.ts'
import type { Actor } from '../domain/account/types.ts'
import { forbidden } from '../http/responses.ts'
import { keepForm, pathOf } from './kept-form.server.ts'

const twoFactorPage = '/mijn/account/tweestaps'

type Args = Pick<LoaderFunctionArgs, 'request' | 'context'>

/**
 * Who is signed in: the first line of every loader that is not for everybody. An action begins with `requireSender`.
 * @throws a redirect to sign in, and back; or to set up two-factor, for staff of a production portal who have not
 */
export function requireUser({ request, context }: Args, options: { withoutTwoFactor?: boolean } = {}): Actor {
  const { actor, env } = context
  if (!actor) throw redirect(signInAddress(request), 303)
  if (!options.withoutTwoFactor && needsTwoFactor(actor, env.mode)) throw redirect(twoFactorPage, 303)
  return actor
}

/**
 * Who is signed in, when the policy allows it.
 * @param allowed a policy, such as `canAdminister`
 * @throws as `requireUser`; a 403 for somebody who may not
 */
export function requireRole(args: Args, allowed: (actor: Actor) => boolean): Actor {
  const actor = requireUser(args)
  if (!allowed(actor)) throw forbidden()
  return actor
}

/**
 * Who sends a form: the first line of every action that is not for everybody. What somebody typed whose session had ended is
 * kept, and given back by `keptForm` in the loader of the page.
 * @param allowed a policy, when not everybody who is signed in may
 * @throws as `requireUser` and `requireRole`
 */
export async function requireSender(args: Args, allowed: (actor: Actor) => boolean = () => true): Promise<Actor> {
  const { actor, env } = args.context
  if (actor && !needsTwoFactor(actor, env.mode)) return requireRole(args, allowed)
  const cookie = await keepForm(args)
  const headers = cookie ? { 'Set-Cookie': cookie } : undefined
  throw redirect(actor ? twoFactorPage : signInAddress(args.request), { status: 303, headers })
}

/** Where to sign in, with the way back. After a form, that is the page the form stands on. */
export function signInAddress(request: Request): string {
  return `/inloggen?${new URLSearchParams({ naar: pathOf(request) + new URL(request.url).search })}`
}

/** The address to go on to when it is one of this portal; anything else leads to `otherwise`. */
export function ownAddress(given: string | null, otherwise: string): string {
  if (!given?.startsWith('/') || given.length > 2000) return otherwise
  // As a browser reads it: "//evil.example", "/\evil.example" and "/\t/evil.example" are other sites.
  const base = 'https://portal.invalid'
  const url = URL.canParse(given, base) ? new URL(given, base) : null
  if (url?.origin !== base || url.pathname.startsWith('//')) return otherwise
  const address = url.pathname + url.search
  // Written in ASCII it may have become six times as long: more than goes into the head of an answer.
  return address.length > 2000 ? otherwise : address
}
